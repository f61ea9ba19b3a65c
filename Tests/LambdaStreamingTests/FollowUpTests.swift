import LambdaRuntime
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaStreaming

/// Work that follows an answer.
@Suite(.bothDrivers)
struct FollowUpTests {
    struct NoAudit: Error {}

    typealias Handler = @Sendable (Int, LambdaContext) async throws -> LambdaResponse<Int>

    @Test func theAnswerIsThereBeforeTheWorkBegins() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let double: Handler = { number, context in
            LambdaResponse(number * 2) {
                begin.finish()
                for await _ in allowed {}
                context.logger.info("Audited")
            }
        }
        try await withLambda(double) { lambda in
            async let invocation = lambda.invoke(21)
            for await _ in begun {}
            let post = try #require(lambda.requests.last)
            #expect(post.operation == "response")
            #expect(post.text == "42")
            #expect(post.header(.contentType) == "application/json")
            #expect(post.header(.responseMode) == nil)
            allow.finish()
            // It is over when the loop polls again.
            let done = try await invocation
            #expect(done.logs.map(\.message) == ["Audited"])
            #expect(done.posts.count == 1)
            #expect(lambda.requests.last?.operation == "next")
        }
    }

    @Test func anErrorOfTheWorkIsLogged() async throws {
        let double: Handler = { number, _ in LambdaResponse(number * 2) { throw NoAudit() } }
        try await withLambda(double) { lambda in
            let invocation = try await lambda.invoke(21)
            #expect(try invocation.text == "42")
            #expect(invocation.posts.count == 1)
            #expect(invocation.lines == ["ERROR The work after the response failed. NoAudit()"])
            #expect(invocation.logs.first?["errorType"] == "NoAudit")
            #expect(try await lambda.invoke(1).text == "2")
        }
    }

    @Test func anErrorOfTheHandlerFailsTheInvocation() async throws {
        let fail: Handler = { _, _ in throw NoAudit() }
        try await withLambda(fail) { lambda in
            let invocation = try await lambda.invoke(1)
            #expect(invocation.error?.type == "NoAudit")
            #expect(invocation.posts.map(\.operation) == ["error"])
        }
    }

    @Test(arguments: [400, 403, 410])
    func theWorkIsDoneWhateverTheServiceSays(_ status: Int) async throws {
        let done = Monitor(0)
        let double: Handler = { number, _ in
            LambdaResponse(number * 2) { done.withLock { $0 += 1 } }
        }
        try await withLambda(double) { lambda in
            let invocation = try await lambda.invoke(1, faults: [.post(.status(status))])
            #expect(invocation.posts.count == 1)
            #expect(invocation.lines.count == 1)
            #expect(done.withLock { $0 } == 1)
        }
    }

    @Test func theProcessEndsAfterTheWorkWhereTheServiceIsBroken() async throws {
        // Where several invocations run at once, the others go on.
        guard TestLambda.Options.concurrencyByDefault == nil else { return }
        let done = Monitor(0)
        let double: Handler = { number, _ in
            LambdaResponse(number * 2) { done.withLock { $0 += 1 } }
        }
        try await withLambda(double) { lambda in
            _ = try await lambda.invoke(1, faults: [.post(.status(500))])
            #expect(try await lambda.end() == .serviceFailed)
            #expect(done.withLock { $0 } == 1)
        }
    }

    @Test func anAnswerThatIsTooLargeIsReported() async throws {
        let large = { @Sendable (count: Int, _: LambdaContext) in
            LambdaResponse([UInt8](repeating: 0, count: count)) {}
        }
        try await withLambda(large) { lambda in
            let invocation = try await lambda.invoke(6_291_557)
            #expect(invocation.posts.map(\.operation) == ["error"])
            #expect(invocation.error?.type == "Function.ResponseSizeTooLarge")
        }
    }

    @Test func anAnswerWithoutAJSONFormIsReported() async throws {
        let done = Monitor(0)
        let bad = { @Sendable (_: Int, _: LambdaContext) in
            LambdaResponse(Double.nan) { done.withLock { $0 += 1 } }
        }
        try await withLambda(bad) { lambda in
            let invocation = try await lambda.invoke(1)
            #expect(invocation.posts.map(\.operation) == ["error"])
            #expect(invocation.error?.type == "Runtime.ResponseInvalid")
            #expect(done.withLock { $0 } == 1)
        }
    }

    private struct Recorder: LambdaHandler {
        func handle(_ event: Int, context: LambdaContext) async throws -> LambdaResponse<Void> {
            LambdaResponse { context.logger.info("Audited \(event)") }
        }
    }

    @Test func anAnswerMayBeNothing() async throws {
        let function = { @Sendable (event: Int, context: LambdaContext) in
            LambdaResponse { context.logger.info("Audited \(event)") }
        }
        func check(_ lambda: TestLambda) async throws {
            let invocation = try await lambda.invoke(21)
            #expect(try invocation.text == "null")
            #expect(invocation.posts.first?.header(.contentType) == "application/json")
            #expect(invocation.logs.map(\.message) == ["Audited 21"])
        }
        try await withLambda(function) { try await check($0) }
        try await withLambda(Recorder()) { try await check($0) }
        try await withLambda(Recorder.self) { try await check($0) }
    }

    /// They never return, and so are not called here.
    @Test func aFunctionThatAnswersNothingHasAnEntryPoint() {
        let closure: () -> Never = {
            Lambda.run { (event: Int, context: LambdaContext) in
                LambdaResponse { context.logger.info("Audited \(event)") }
            }
        }
        let main: () -> Void = Recorder.main
        withExtendedLifetime((closure, main)) {}
    }

    @Test func aHandlerIsColdStartedAndTestedWithoutALoop() async throws {
        struct Doubler: LambdaHandler {
            func handle(_ event: Int, context: LambdaContext) async throws -> LambdaResponse<Int> {
                LambdaResponse(event * 2) { context.logger.info("Audited") }
            }
        }
        try await withLambda(Doubler.self) { lambda in
            let invocation = try await lambda.invoke(21)
            #expect(try invocation.text == "42")
        }
        try await withLambda(Doubler()) { lambda in
            let invocation = try await lambda.invoke(21)
            #expect(invocation.logs.map(\.message) == ["Audited"])
        }
        let log = CapturedLog()
        let response = try await Doubler().handle(21, context: .test(logger: log.logger()))
        #expect(response.output == 42)
        #expect(log.messages.isEmpty)
        try await response.followUp()
        #expect(log.messages == ["Audited"])
    }
}
