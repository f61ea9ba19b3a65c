import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

/// A connection that ends while the handler is at work.
struct StaleConnectionTests {
    /// How a handler spends the time in which its connection ends.
    enum Pause {
        /// It lets go of the thread, as a handler does that awaits something.
        case suspends
        /// It keeps the thread, in a system call of its own or in a long computation.
        case blocks
    }

    @Test(arguments: [(Pause.suspends, nil), (.blocks, nil), (.suspends, 1)] as [(Pause, Int?)])
    func sendsAnAnswerOverANewConnectionWhenTheOldOneHasEnded(
        _ pause: Pause,
        _ concurrency: Int?
    ) async throws {
        // The connection ends while the handler is at work: the answer would be lost on it.
        let api = try ScriptedRuntimeAPI(polls: [.invocation("1", ending: .close)])
        let logs = CapturedLog()
        var surroundings = Surroundings()
        surroundings.concurrency = concurrency
        let loop = InvocationLoop(
            endpoint: api.endpoint,
            logger: LambdaLogger(sink: logs),
            patience: .test,
            surroundings: surroundings,
            makeFunction: function { (event: Int, _: LambdaContext) in
                let start = MonotonicClock.nanoseconds
                switch pause {
                case .suspends:
                    _ = await offThePool { api.waitUntilClosed(1) }
                case .blocks:
                    // The thread is the loop's own. The server may be quicker than any pause.
                    api.waitUntilClosed(1)
                    while MonotonicClock.nanoseconds - start < 2_000_000 {}
                }
                return event
            }
        )
        #expect(await loop.run() == .ended)
        await api.stop()
        #expect(api.requests.map(\.connection) == [1, 2, 2])
        #expect(api.requests.map(\.text) == ["", "1", ""])
        #expect(logs.records.isEmpty)
    }
}
