import LambdaJSON
import LambdaRuntime
import LambdaStreaming
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaTesting

struct ShutdownTests {
    private static let registration = "/2020-01-01/extension/register"
    private static let event = "/2020-01-01/extension/event/next"
    private static let poll = "/2018-06-01/runtime/invocation/next"

    @Test func registersAnExtensionWithoutEventsBeforeTheFirstPoll() async throws {
        try await withLambda(Diary(Notebook())) { lambda in
            try await lambda.invoke("1")
            let requests = lambda.requests
            #expect(requests.first?.method == "POST")
            #expect(requests.first?.path == Self.registration)
            #expect(requests.first?.text == #"{"events":[]}"#)
            #expect(requests.first?.header("Lambda-Extension-Name") == "swift-lambda")
            #expect(requests.filter { $0.path == Self.registration }.count == 1)
            #expect(lambda.log.records.isEmpty)
        }
    }

    @Test func saysThatTheExtensionIsReady() async throws {
        try await withLambda(Diary(Notebook())) { lambda in
            try await lambda.invoke("1")
            try await eventually("the extension is ready") {
                lambda.requests.contains { $0.path == Self.event }
            }
            let ready = try #require(lambda.requests.first { $0.path == Self.event })
            #expect(ready.method == "GET")
            #expect(
                ready.header("Lambda-Extension-Identifier")
                    == "0d4f9a52-7d37-4d9f-8a3e-5f4c3b2a1908"
            )
            #expect(ready.connection != lambda.requests.first { $0.path == Self.poll }?.connection)
        }
    }

    @Test func waitsForTheEndOverANewConnectionWhereTheOldOneEnds() async throws {
        let notebook = Notebook()
        try await withLambda(Diary(notebook)) { lambda in
            try await lambda.invoke("1")
            // It is closed, as after a restore, or answered, which nobody expects.
            for (number, fault) in [ScriptedStep.nothing(.close), .status(200), .status(500)]
                .enumerated()
            {
                lambda.api.state.withLock { $0.lifecycle.extensionFaults = [fault] }
                lambda.api.state.signal()
                try await eventually("the extension waits over a new connection") {
                    lambda.requests.count { $0.path == Self.event } >= number + 2
                }
            }
            let waits = lambda.requests.filter { $0.path == Self.event }
            #expect(waits.count == 4)
            #expect(Set(waits.map(\.connection)).count == 4)
            #expect(
                waits.allSatisfy {
                    $0.header("Lambda-Extension-Identifier")
                        == "0d4f9a52-7d37-4d9f-8a3e-5f4c3b2a1908"
                }
            )
            // It registers once, goes on, and is told of its end.
            #expect(lambda.requests.filter { $0.path == Self.registration }.count == 1)
            #expect(try await lambda.invoke("2").text == "2")
            #expect(try await lambda.shutdown() == .shutDown)
            #expect(lambda.log.records.allSatisfy { $0.level == .debug })
        }
        #expect(notebook.all.last == "shutdown")
    }

    @Test func givesTheWaitUpWhereEveryConnectionEnds() async throws {
        let notebook = Notebook()
        try await withLambda(Diary(notebook)) { lambda in
            try await lambda.invoke("1")
            lambda.api.state.withLock {
                $0.lifecycle.extensionFaults = Array(repeating: .nothing(.close), count: 100)[...]
            }
            lambda.api.state.signal()
            let attempts = RuntimePatience().attempts
            try await eventually("the extension has made its last attempt") {
                lambda.requests.count { $0.path == Self.event } >= 1 + attempts
            }
            #expect(try await lambda.invoke("2").text == "2")
            #expect(try await lambda.shutdown() == .shutDown)
            #expect(lambda.requests.filter { $0.path == Self.event }.count == 1 + attempts)
        }
        #expect(notebook.all.last == "shutdown")
    }

    /// The connection of the extension is none over which an invocation could still be answered.
    @Test func seesThatAnEventHasNotArrivedWhereThereIsAHook() async throws {
        try await withLambda(Diary(Notebook())) { lambda in
            let lost = try await lambda.invoke("1", faults: [.event(.brokenOff(missing: 10))])
            #expect(lost.posts.isEmpty)
            #expect(try await lambda.invoke("1").posts.count == 1)
        }
    }

    @Test func registersNothingWithoutAHook() async throws {
        let lifecycle = LambdaLifecycle<Void>(beforeSnapshot: {}, afterRestore: {})
        let handler = { @Sendable (event: String, _: LambdaContext) in event }
        try await withLambda(handler, lifecycle: lifecycle) { lambda in
            try await lambda.invoke("1")
            #expect(
                lambda.requests.map(\.path).allSatisfy {
                    $0.hasPrefix("/2018-06-01/runtime/invocation/")
                }
            )
            #expect(lambda.connections == 1)
            let error = await #expect(throws: LambdaTestError.self) { try await lambda.shutdown() }
            #expect(error?.code == .shutdownUnnoticed)
        }
    }

    @Test func runsTheHookWhenTheFunctionIsIdle() async throws {
        let notebook = Notebook()
        try await withLambda(Diary(notebook)) { lambda in
            try await lambda.invoke("1")
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
            #expect(exit.status == 0)
            #expect(lambda.log.records.allSatisfy { $0.level == .debug })
            await #expect(throws: LambdaTestError.self) { try await lambda.invoke("2") }
        }
        #expect(notebook.all == ["begin 1", "end 1", "shutdown"])
    }

    @Test("SIGTERM: work in flight is drained")
    func finishesTheInvocationUnderWayFirst() async throws {
        let notebook = Notebook()
        let log = Monitor<CapturedLog?>(nil)
        var diary = Diary(notebook)
        diary.waits = { try await log.untilAskedToEnd() }
        try await withLambda(diary) { lambda in
            log.withLock { $0 = lambda.log }
            async let invocation = lambda.invoke("1")
            try await eventually("the handler has begun") { notebook.all.contains("begin 1") }
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
            let answer = try await invocation.text
            #expect(answer == "1")
        }
        #expect(notebook.all == ["begin 1", "end 1", "shutdown"])
    }

    @Test func aStreamingHandlerHasHooksToo() async throws {
        let notebook = Notebook()
        try await withLambda(StreamedDiary(notebook)) { lambda in
            try await lambda.invoke("1")
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
        }
        #expect(notebook.all == ["1", "shutdown"])
    }

    @Test func aHandlerThatWorksAfterItsResponseHasHooksToo() async throws {
        let notebook = Notebook()
        try await withLambda(FollowedDiary(notebook)) { lambda in
            try await lambda.invoke("1")
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
        }
        #expect(notebook.all == ["1", "shutdown"])
    }

    @Test func saysThatTheHookFailed() async throws {
        try await withLambda(Diary(Notebook(), tornHook: "shutdown")) { lambda in
            let exit = try await lambda.shutdown()
            #expect(exit == .shutdownFailed)
            #expect(exit.status == 1)
            let line = try #require(lambda.log.records.first { $0.level == .error })
            #expect(line.message == "The shutdown hook failed. Torn()")
            #expect(line.fields.map(\.value) == ["Torn"])
        }
    }

    @Test func doesNotWaitForAHookForEver() async throws {
        #expect(LambdaLifecycle<Diary>().shutdownWindow == .milliseconds(500))
        let wasCancelled = Monitor(false)
        let lifecycle = LambdaLifecycle<Void>(
            onShutdown: {
                try? await Task.sleep(for: .seconds(600))
                wasCancelled.withLock { $0 = Task.isCancelled }
                wasCancelled.signal()
            },
            shutdownWindow: .milliseconds(50)
        )
        let handler = { @Sendable (event: String, _: LambdaContext) in event }
        try await withLambda(handler, lifecycle: lifecycle) { lambda in
            let exit = try await lambda.shutdown()
            #expect(exit == .shutdownFailed)
            #expect(
                lambda.log.records.filter { $0.level == .error }.map(\.message) == [
                    "The shutdown hook has not ended within the 50 ms that the function has to shut down."
                ]
            )
        }
        try await eventually("the hook has been cancelled") { wasCancelled.withLock { $0 } }
    }

    @Test func doesNotWaitForAnInvocationForEver() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let lifecycle = LambdaLifecycle<Void>(
            onShutdown: { open.finish() },
            shutdownWindow: .milliseconds(50)
        )
        let hasBegun = Monitor(false)
        let handler = { @Sendable (event: String, _: LambdaContext) in
            hasBegun.withLock { $0 = true }
            for await _ in gate {}
            return event
        }
        try await withLambda(handler, lifecycle: lifecycle) { lambda in
            async let invocation = lambda.invoke("1")
            try await eventually("the handler has begun") { hasBegun.withLock { $0 } }
            let exit = try await lambda.shutdown()
            #expect(exit == .shutdownFailed)
            #expect(
                lambda.log.records.first { $0.level == .error }?.message
                    == "The invocations under way have not ended within the 50 ms that the function has "
                    + "to shut down."
            )
            let answer = try await invocation.text
            #expect(answer == "1")
        }
    }

    @Test(
        arguments: [
            (.status(403), "returned status 403. Expected 200."),
            (.status(500), "returned status 500. Expected 200."),
            (.close, "failed. The connection was closed before a response."),
            (
                .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
                "was answered without a Lambda-Extension-Identifier header."
            ),
            (
                .text(
                    "HTTP/1.1 200 OK\r\nLambda-Extension-Identifier: a b\r\nContent-Length: 0\r\n\r\n"
                ),
                "was answered without a Lambda-Extension-Identifier header."
            ),
        ] as [(ServiceFault.Reply, String)]
    )
    func runsWithoutAnExtension(_ reply: ServiceFault.Reply, _ reason: String) async throws {
        let notebook = Notebook()
        try await withLambda(
            Diary(notebook),
            options: TestLambda.Options(lifecycleFaults: [reply])
        ) { lambda in
            let answer = try await lambda.invoke("1").text
            #expect(answer == "1")
            let line = try #require(lambda.log.records.first)
            #expect(line.level == .warn)
            #expect(
                line.message
                    == "POST /2020-01-01/extension/register \(reason) Lambda ends the function without "
                    + "notice, and its shutdown hook does not run."
            )
            #expect(lambda.requests.allSatisfy { $0.path != Self.event })
            // Elsewhere a signal may come all the same.
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
        }
        #expect(notebook.all.last == "shutdown")
    }

    @Test("SIGTERM")
    func aSignalEndsTheProcessInAnOrderlyWay() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) {
            await SignalledFunction.run { SignalledFunction.say("closed") }
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("answered closed "))
    }

    @Test func theStatusSaysThatTheHookFailed() async {
        await #expect(processExitsWith: .exitCode(1)) {
            await SignalledFunction.run { throw Diary.Torn() }
        }
    }
}
