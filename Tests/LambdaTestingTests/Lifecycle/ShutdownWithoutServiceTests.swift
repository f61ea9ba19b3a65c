import LambdaRuntime
import LambdaTesting
import LambdaTransport
import TestSupport
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

    @Test func theAnswerOfTheInvocationUnderWayIsNotTaken() async throws {
        let notebook = Notebook()
        let log = Monitor<CapturedLog?>(nil)
        let handler = { @Sendable (event: String, _: LambdaContext) in
            notebook.write("begin \(event)")
            try await log.untilAskedToEnd()
            return event
        }
        let lifecycle = LambdaLifecycle<Void>(
            onShutdown: { notebook.write("shutdown") },
            shutdownWindow: .seconds(300)
        )
        try await withLambda(handler, lifecycle: lifecycle) { lambda in
            log.withLock { $0 = lambda.log }
            async let invocation = lambda.invoke("1", faults: [.post(.status(500))])
            try await eventually("the handler has begun") { notebook.all == ["begin 1"] }
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
                try await eventually("the loop has ended, but for the hook") {
                    log.withLock { $0?.messages.contains { $0.hasSuffix(failure.lastWords) } }
                        == true
                }
                notebook.write("end")
            },
            shutdownWindow: .seconds(300)
        )
        try await withLambda(handler, lifecycle: lifecycle) { lambda in
            log.withLock { $0 = lambda.log }
            async let exit = lambda.shutdown()
            try await eventually("the hook has begun") { notebook.all == ["begin"] }
            async let lost = lambda.invoke("1", faults: failure.faults)
            #expect(try await exit == .shutDown)
            _ = try? await lost
        }
        #expect(notebook.all == ["begin", "end"])
    }
}
