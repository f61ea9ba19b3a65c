import LambdaRuntime
import LambdaTesting
import LambdaTransport
import Testing

/// An orderly end that has begun when the Runtime API fails: its hook runs all the same.
struct ShutdownWithoutServiceTests {
    /// How the Runtime API fails while the hook is at work.
    enum Failure: CaseIterable {
        case polls
        case reportOfABrokenEvent

        var faults: [ServiceFault] {
            switch self {
            case .polls: Array(repeating: .poll(.status(500)), count: RuntimePatience().attempts)
            case .reportOfABrokenEvent: [.event(.brokenOff(missing: 1)), .post(.status(500))]
            }
        }

        /// What the loop says last.
        var lastWords: String {
            switch self {
            case .polls: "The process ends now, so that Lambda starts another."
            case .reportOfABrokenEvent:
                "The service cannot go on with this process, which ends now."
            }
        }
    }

    private struct Overdue: Error {}

    /// Waits until something is the case that nobody signals.
    private static func until(_ condition: () -> Bool) async throws {
        let start = MonotonicClock.nanoseconds
        while !condition() {
            if MonotonicClock.nanoseconds - start > 300_000_000_000 { throw Overdue() }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// Waits until the function has said something.
    private static func until(
        _ log: Monitor<CapturedLog?>,
        ends text: String
    ) async throws {
        try await until {
            log.withLock { $0?.messages.contains { $0.hasSuffix(text) } } == true
        }
    }

    @Test func theAnswerOfTheInvocationUnderWayIsNotTaken() async throws {
        let notebook = Notebook()
        let log = Monitor<CapturedLog?>(nil)
        let handler = { @Sendable (event: String, _: LambdaContext) in
            notebook.write("begin \(event)")
            try await Self.until(log, ends: "asked to end.")
            return event
        }
        let lifecycle = LambdaLifecycle<Void>(
            onShutdown: { notebook.write("shutdown") },
            shutdownWindow: .seconds(300)
        )
        try await withLambda(handler, lifecycle: lifecycle) { lambda in
            log.withLock { $0 = lambda.log }
            async let invocation = lambda.invoke("1", faults: [.post(.status(500))])
            try await Self.until { notebook.all == ["begin 1"] }
            #expect(try await lambda.shutdown() == .shutDown)
            #expect(try await invocation.text == "1")
        }
        #expect(notebook.all == ["begin 1", "shutdown"])
    }

    @Test(arguments: Failure.allCases)
    func theServiceFailsWhileTheHookIsAtWork(_ failure: Failure) async throws {
        let notebook = Notebook()
        let log = Monitor<CapturedLog?>(nil)
        let handler = { @Sendable (event: String, _: LambdaContext) in event }
        let lifecycle = LambdaLifecycle<Void>(
            onShutdown: {
                notebook.write("begin")
                try await Self.until(log, ends: failure.lastWords)
                notebook.write("end")
            },
            shutdownWindow: .seconds(300)
        )
        try await withLambda(handler, lifecycle: lifecycle) { lambda in
            log.withLock { $0 = lambda.log }
            async let exit = lambda.shutdown()
            try await Self.until { notebook.all == ["begin"] }
            async let lost = lambda.invoke("1", faults: failure.faults)
            #expect(try await exit == .shutDown)
            _ = try? await lost
        }
        #expect(notebook.all == ["begin", "end"])
    }
}
