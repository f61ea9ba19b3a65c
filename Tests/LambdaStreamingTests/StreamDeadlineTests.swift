import LambdaHTTPShared
import LambdaRuntime
import LambdaStreaming
import LambdaTesting
import LambdaTransport
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
