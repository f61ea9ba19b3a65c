import LambdaTransport

/// The tasks in which a function's handler runs, so that a test can cancel them.
final class HandlerTasks: Sendable {
    /// A task and what it works for.
    ///
    /// `@unchecked Sendable`: `cancel()` may be called from anywhere while the task lives, and it
    /// does while its entry is here: the task removes it itself, under the lock.
    private struct Entry: @unchecked Sendable {
        let task: UnsafeCurrentTask
        let requestID: String?
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var count = 0
        var isCancelled = false
    }

    private let state = Monitor(State())

    /// Notes that the current task works for an invocation, or for the initialization, from here to
    /// ``finish(_:)``.
    ///
    /// These are two calls, and not one that takes a closure, because a call of another asynchronous
    /// function might change the thread that the handler runs on.
    ///
    /// - Parameter requestID: The invocation, `nil` for the initialization.
    /// - Returns: What to finish with.
    func begin(_ requestID: String?) -> Int {
        withUnsafeCurrentTask { task in
            state.withLock { state in
                state.count += 1
                if let task {
                    if state.isCancelled { task.cancel() }
                    state.entries[state.count] = Entry(task: task, requestID: requestID)
                }
                return state.count
            }
        }
    }

    /// Notes that the current task does so no longer.
    func finish(_ number: Int) {
        state.withLock { _ = $0.entries.removeValue(forKey: number) }
    }

    /// Cancels the task of an invocation, or of the initialization.
    func cancel(_ requestID: String?) {
        state.withLock { state in
            for entry in state.entries.values where entry.requestID == requestID {
                entry.task.cancel()
            }
        }
    }

    /// Cancels all tasks, and those that begin from now on.
    func cancelAll() {
        state.withLock { state in
            state.isCancelled = true
            for entry in state.entries.values { entry.task.cancel() }
        }
    }
}
