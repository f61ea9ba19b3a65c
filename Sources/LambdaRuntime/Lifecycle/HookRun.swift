import LambdaTransport

/// What running a hook came to.
enum HookRun: Sendable {
    case done
    case failed(ErrorReport)
    /// It has not ended in time; its task has been cancelled.
    case late

    /// Runs a hook in a task of the shared pool, and blocks the current thread until it has ended.
    ///
    /// - Parameters:
    ///   - hook: The hook.
    ///   - limit: How long to wait, `nil` for as long as it takes.
    init(_ hook: @escaping LifecycleHooks.Hook, atMost limit: Duration? = nil) {
        let outcome = Monitor<HookRun?>(nil)
        let task = Task {
            let run: HookRun
            do {
                try await hook()
                run = .done
            } catch {
                run = .failed(ErrorReport(error))
            }
            outcome.withLock { $0 = run }
            outcome.signal()
        }
        guard let limit else {
            self = outcome.wait { $0 }
            return
        }
        self = outcome.wait(atMost: limit) { $0 } ?? .late
        if case .late = self { task.cancel() }
    }
}
