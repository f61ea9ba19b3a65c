import LambdaHTTPShared
import LambdaRuntime
import LambdaStreaming
import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

/// Handlers that answer in pieces, or go on working, and whose task is cancelled before the deadline.
///
/// Where nothing else is said the margin is longer than the time that there is: the cancellation comes at
/// once, and the deadline far later than any test takes.
@Suite(.bothDrivers)
struct StreamDeadlineTests {
    private struct Spoiled: Error {}

    private struct Storyteller: LambdaStreamingHandler {
        static var deadlineMargin: Duration? { .seconds(3600) }

        func handle(
            _ pieces: Int,
            response: LambdaResponseStream,
            context: LambdaContext
        ) async throws {
            for number in 0..<pieces { try await response.write("\(number)") }
            try await Task.sleep(for: .seconds(3600))
        }
    }

    @Test func beforeTheFirstPieceTheInvocationFails() async throws {
        try await withLambda(Storyteller()) { lambda in
            let late = try await lambda.invoke(0)
            #expect(late.posts.map(\.operation) == ["error"])
            #expect(late.error?.type == "Function.DeadlineExceeded")
            #expect(late.error?.functionErrorType == "Function.DeadlineExceeded")
            #expect(late.error?.message.hasPrefix("The handler did not end within the ") == true)
            #expect(late.logs.map(\.level) == [.error])
        }
    }

    @Test("throws in mid-stream, at its deadline")
    func inMidStreamTheTrailersSayWhichDeadlineWasMissed() async throws {
        try await withLambda(Storyteller()) { lambda in
            let late = try await lambda.invoke(2)
            #expect(late.posts.map(\.operation) == ["response"])
            #expect(late.stream?.text == "01")
            #expect(late.stream?.isComplete == false)
            #expect(late.error?.type == "Function.DeadlineExceeded")
            #expect(
                late.answer?.trailers["Lambda-Runtime-Function-Error-Type"]
                    == "Function.DeadlineExceeded"
            )
            let message = try #require(late.error?.message)
            #expect(message.hasPrefix("The handler did not end within the "))
            #expect(
                late.lines == ["ERROR The handler failed in the middle of its response. \(message)"]
            )
        }
    }

    @Test func aClosureHasAMarginAsWell() async throws {
        let story = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write("x")
            do {
                try await Task.sleep(for: .seconds(3600))
            } catch {
                throw Spoiled()
            }
        }
        try await withLambda(story, deadlineMargin: .seconds(3600)) { lambda in
            let late = try await lambda.invoke(1)
            #expect(late.stream?.text == "x")
            #expect(late.error?.type == "Function.DeadlineExceeded")
            #expect(late.error?.message.hasSuffix(" ms. It threw Spoiled: Spoiled()") == true)
        }
    }

    @Test func theWorkAfterTheResponseIsCancelledAsWell() async throws {
        typealias Handler = @Sendable (Int, LambdaContext) async throws -> LambdaResponse<Int>
        let double: Handler = { number, context in
            LambdaResponse(number * 2) {
                do {
                    try await Task.sleep(for: .seconds(3600))
                } catch {
                    context.logger.info("Cleaned up")
                }
            }
        }
        try await withLambda(double, deadlineMargin: .seconds(3600)) { lambda in
            let invocation = try await lambda.invoke(21)
            #expect(try invocation.text == "42")
            #expect(invocation.lines == ["INFO Cleaned up"])
        }
    }

    @Test(arguments: ["cancelled", "spoiled"])
    func anErrorOfTheWorkAfterTheResponseIsToldWithTheDeadline(_ wish: String) async throws {
        let double = { @Sendable (wish: String, _: LambdaContext) in
            LambdaResponse(1) { try await Self.sleep(wish) }
        }
        try await withLambda(double, deadlineMargin: .seconds(3600)) { lambda in
            let invocation = try await lambda.invoke(wish)
            #expect(try invocation.text == "1")
            try Self.expectDeadline("The work after the response failed.", wish, invocation)
        }
    }

    @Test(arguments: ["cancelled", "spoiled"])
    func anErrorAfterAStreamIsToldWithTheDeadline(_ wish: String) async throws {
        let story = { @Sendable (wish: String, response: LambdaResponseStream, _: LambdaContext) in
            try await response.finish()
            try await Self.sleep(wish)
        }
        try await withLambda(story, deadlineMargin: .seconds(3600)) { lambda in
            let invocation = try await lambda.invoke(wish)
            #expect(invocation.stream?.isComplete == true)
            try Self.expectDeadline("The handler failed after its response.", wish, invocation)
        }
    }

    /// Sleeps until it is cancelled, and throws what the event asks for.
    private static func sleep(_ wish: String) async throws {
        do {
            try await Task.sleep(for: .seconds(3600))
        } catch {
            if wish == "spoiled" { throw Spoiled() }
            throw error
        }
    }

    private static func expectDeadline(
        _ circumstance: String,
        _ wish: String,
        _ invocation: TestLambda.Invocation
    ) throws {
        let line = try #require(invocation.logs.first)
        #expect(invocation.logs.count == 1)
        #expect(line.level == .error)
        #expect(line["errorType"] == "Function.DeadlineExceeded")
        #expect(line.message.hasPrefix(circumstance + " The handler did not end within the "))
        let end = wish == "spoiled" ? " ms. It threw Spoiled: Spoiled()" : " ms."
        #expect(line.message.hasSuffix(end))
    }

    /// Without a margin a task is cancelled at its deadline, and its invocation over.
    @Test func workThatIsCancelledAtItsDeadlineSaysSo() async throws {
        let double = { @Sendable (_: Int, _: LambdaContext) in
            LambdaResponse(1) { try await Task.sleep(for: .seconds(3600)) }
        }
        let options = TestLambda.Options(concurrency: 1)
        try await withLambda(double, options: options) { lambda in
            _ = try await lambda.invoke(1, with: .init(timeout: .milliseconds(20)))
            let circumstance = "The work after the response failed. "
            try await eventually("the work has failed") {
                lambda.log.messages.contains { $0.hasPrefix(circumstance) }
            }
            let message = lambda.log.messages.first { $0.hasPrefix(circumstance) }
            #expect(
                message?.dropFirst(circumstance.count)
                    .hasPrefix("The handler did not end within the ") == true
            )
        }
    }

    @Test func anErrorThatSaysHowItIsReportedStaysAsItIs() async throws {
        struct Unfinished: LambdaReportableError {
            var errorType: String { "Unfinished" }
            var errorMessage: String { "Half of it is done." }
        }
        let double = { @Sendable (_: Int, _: LambdaContext) in
            LambdaResponse(1) {
                try? await Task.sleep(for: .seconds(3600))
                throw Unfinished()
            }
        }
        try await withLambda(double, deadlineMargin: .seconds(3600)) { lambda in
            let invocation = try await lambda.invoke(1)
            #expect(
                invocation.lines == [
                    "ERROR The work after the response failed. Half of it is done."
                ]
            )
        }
    }

    @Test func anErrorThatIsNotOfTheDeadlineStaysAsItIs() async throws {
        let double = { @Sendable (_: Int, _: LambdaContext) in
            LambdaResponse(1) {
                withUnsafeCurrentTask { $0?.cancel() }
                throw Spoiled()
            }
        }
        for margin in [nil, Duration.milliseconds(1)] {
            try await withLambda(double, deadlineMargin: margin) { lambda in
                let invocation = try await lambda.invoke(1)
                #expect(
                    invocation.lines == ["ERROR The work after the response failed. Spoiled()"]
                )
            }
        }
    }

    @Test func aHandlerThatIsHeldBackByItsReaderIsCancelledInTime() async throws {
        // Nobody reads before the handler has been cancelled, which waits in the middle of a piece for
        // somebody to do so.
        let gate = Monitor(false)
        let blob = { @Sendable (count: Int, response: LambdaResponseStream, _: LambdaContext) in
            let piece = [UInt8](repeating: 1, count: 1 << 20)
            try await withTaskCancellationHandler {
                for _ in 0..<count {
                    try await response.write(piece)
                    try Task.checkCancellation()
                }
            } onCancel: {
                gate.withLock { $0 = true }
                gate.signal()
            }
        }
        // Of the quarter of an hour that there is, it leaves half a second.
        let margin = Duration.seconds(900) - .milliseconds(500)
        try await withLambda(blob, deadlineMargin: margin) { lambda in
            let late = try await lambda.invoke(64) { _ in
                _ = gate.wait { $0 ? true : nil as Bool? }
            }
            #expect(late.stream?.isComplete == false)
            #expect(late.error?.type == "Function.DeadlineExceeded")
        }
    }

    @Test func aHandlerInTimeIsNotCancelled() async throws {
        let story = { @Sendable (count: Int, response: LambdaResponseStream, _: LambdaContext) in
            for number in 0..<count { try await response.write("\(number)") }
            if Task.isCancelled { throw Spoiled() }
        }
        try await withLambda(story, deadlineMargin: .milliseconds(1)) { lambda in
            for count in 0..<10 {
                let invocation = try await lambda.invoke(count)
                #expect(invocation.stream?.isComplete == true)
            }
            #expect(lambda.log.records.allSatisfy { $0.level < .warn })
        }
    }
}
