import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

// How a function ends in an orderly way
// -------------------------------------
// Lambda sends SIGTERM only where an extension is registered, of which it does not matter who it is. So the
// runtime registers itself, for no events, over a connection and with a thread of its own:
//
//     POST /2020-01-01/extension/register  {"events":[]}  ->  200, an identifier
//     GET  /2020-01-01/extension/event/next               ->  never answered: the extension is ready
//     …
//     SIGTERM -> a byte in a pipe -> the thread wakes
//         the loop polls no more, and finishes what it has
//         the hook runs
//         the process exits
//
// The loop is most likely waiting for an event when that happens, and is left there.

/// Ends a function in an orderly way when it is asked to.
final class Shutdown: Sendable {
    private struct State {
        var isReady = false
        var isEnding = false
        /// Whether nobody is waited for any longer.
        var isOver = false
        var exit: InvocationLoop.Exit?
        /// How many invocations are under way.
        var active = 0
    }

    private let state = Monitor(State())
    private let request: ShutdownRequest
    private let hook: LifecycleHooks.Hook
    private let window: Duration
    private let logger: LambdaLogger

    private init(
        _ request: ShutdownRequest,
        _ hook: @escaping LifecycleHooks.Hook,
        _ window: Duration,
        _ logger: LambdaLogger
    ) {
        self.request = request
        self.hook = hook
        self.window = window
        self.logger = logger
    }

    /// Registers the function to be told of its end, and waits until it is.
    ///
    /// Where that fails, it is logged, and the function runs all the same. `nil` where it has no hook.
    static func register(
        _ hooks: LifecycleHooks?,
        _ surroundings: Surroundings,
        at endpoint: Endpoint,
        patience: RuntimePatience,
        logger: LambdaLogger
    ) -> Shutdown? {
        guard let hooks, let hook = hooks.onShutdown,
            let request = surroundings.shutdownRequest()
        else { return nil }
        let shutdown = Shutdown(request, hook, hooks.shutdownWindow, logger)
        let failure = Thread.start {
            var client = ExtensionClient(endpoint: endpoint, patience: patience, logger: logger)
            client.register()
            client.sayThatItIsReady()
            shutdown.change { $0.isReady = true }
            client.park(until: request.readable)
            shutdown.end()
        }
        guard failure == 0 else {
            logger.error("\(LambdaError.threadUnavailable(failure))")
            return nil
        }
        shutdown.state.wait { $0.isReady ? () : nil }
        return shutdown
    }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { body(&$0) }
        state.signal()
    }

    private func end() {
        let start = MonotonicClock.nanoseconds
        change { $0.isEnding = true }
        logger.debug("The function has been asked to end.")
        let isIdle = state.wait(atMost: window) { $0.active == 0 ? true : nil } ?? false
        var exit = InvocationLoop.Exit.shutDown
        if !isIdle {
            logger.error("\(LambdaError.shutdownLate("The invocations under way have", window))")
            exit = .shutdownFailed
        }
        // A hook that has no time left is begun all the same: it may get as far as that matters.
        let left = window - .nanoseconds(MonotonicClock.nanoseconds - start)
        switch HookRun(hook, atMost: max(left, .milliseconds(1))) {
        case .done: break
        case .failed(let report):
            logger.error(
                "The shutdown hook failed. \(report.message)",
                ["errorType": .string(report.type)]
            )
            exit = .shutdownFailed
        case .late:
            logger.error("\(LambdaError.shutdownLate("The shutdown hook has", window))")
            exit = .shutdownFailed
        }
        change { $0.isOver = true }
        // In a process of its own that is the end, and the loop's thread never gets to end it as well.
        request.finish(exit)
        change { $0.exit = exit }
    }
}

// MARK: - What the loop says

extension Shutdown {
    /// Asks whether to poll, and takes the thread out of the way where there will be no more invocations.
    ///
    /// - Returns: How the function has ended, `nil` where it has not been asked to.
    func exitInsteadOfPolling() -> InvocationLoop.Exit? {
        if !state.withLock({ $0.isEnding }) { return nil }
        return state.wait { $0.exit }
    }

    /// A boolean value indicating whether the function has been asked to end.
    ///
    /// For a slot that shares its thread, and so must not wait as ``exitInsteadOfPolling()`` does.
    var isEnding: Bool { state.withLock { $0.isEnding } }

    /// Says that an invocation has arrived.
    func begin() {
        let hasEnded = state.withLock { state in
            state.active += 1
            return state.isOver
        }
        if hasEnded {
            logger.error("An invocation arrived after the function had been asked to end.")
        }
    }

    /// Says that an invocation is over.
    func finish() {
        change { $0.active -= 1 }
    }
}
