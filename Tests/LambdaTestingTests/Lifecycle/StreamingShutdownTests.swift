import LambdaRuntime
import LambdaStreaming
import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

/// The end of functions that answer in pieces, or go on working when they have answered.
struct StreamingShutdownTests {
    @Test func aClosureThatAnswersInPiecesHasHooks() async throws {
        let notebook = Notebook()
        let handler = {
            @Sendable (event: String, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write(event)
        }
        try await withLambda(handler, lifecycle: lifecycle(notebook)) { lambda in
            let invocation = try await lambda.invoke("1")
            #expect(try invocation.text == "1")
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
        }
        #expect(notebook.all == ["shutdown"])
    }

    @Test func aClosureThatGoesOnWorkingHasHooks() async throws {
        let notebook = Notebook()
        let handler = { @Sendable (event: String, _: LambdaContext) in
            LambdaResponse(event) { notebook.write("followed") }
        }
        try await withLambda(handler, lifecycle: lifecycle(notebook)) { lambda in
            try await lambda.invoke("1")
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
        }
        #expect(notebook.all == ["followed", "shutdown"])
    }

    @Test func finishesTheResponseUnderWayFirst() async throws {
        let notebook = Notebook()
        let log = Monitor<CapturedLog?>(nil)
        let handler = {
            @Sendable (event: String, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write(event)
            notebook.write("begun")
            try await log.untilAskedToEnd()
            try await response.write("2")
        }
        try await withLambda(handler, lifecycle: lifecycle(notebook)) { lambda in
            log.withLock { $0 = lambda.log }
            async let invocation = lambda.invoke("1")
            try await eventually("the handler has begun") { notebook.all.contains("begun") }
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
            let stream = try await invocation.stream
            #expect(stream?.text == "12")
            #expect(stream?.isComplete == true)
        }
        #expect(notebook.all == ["begun", "shutdown"])
    }

    private func lifecycle(_ notebook: Notebook) -> LambdaLifecycle<Void> {
        LambdaLifecycle(
            onShutdown: { notebook.write("shutdown") },
            shutdownWindow: .seconds(60)
        )
    }
}
