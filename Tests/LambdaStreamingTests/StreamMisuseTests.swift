import LambdaHTTPShared
import LambdaRuntime
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaStreaming

/// What a handler can do wrong with its response: each row of the failure matrix is a test through
/// the public testing kit.
@Suite(.bothDrivers)
struct StreamMisuseTests {
    struct OutOfPaper: LambdaReportableError {
        var errorType: String { "OutOfPaper" }
        var errorMessage: String { "There is no \"paper\" left.\n" }
    }

    typealias Handler = @Sendable (Int, LambdaResponseStream, LambdaContext) async throws -> Void

    /// Runs a handler, and another invocation after it, which must not notice.
    private func invoke(
        faults: [ServiceFault] = [],
        _ handler: @escaping Handler
    ) async throws -> TestLambda.Invocation {
        let function: Handler = { event, response, context in
            if event == 2 { return try await response.write("next") }
            try await handler(event, response, context)
        }
        return try await withLambda(function) { lambda in
            let invocation = try await lambda.invoke(1, faults: faults)
            #expect(try await lambda.invoke(2).text == "next")
            #expect(try await lambda.end() == .ended)
            return invocation
        }
    }

    @Test func throwingBeforeTheFirstPieceFailsTheInvocation() async throws {
        let invocation = try await invoke { _, response, _ in
            try response.setHead(LambdaHTTPResponseHead())
            try await response.write("")
            throw OutOfPaper()
        }
        #expect(invocation.posts.map(\.operation) == ["error"])
        #expect(
            invocation.error
                == ReportedError(
                    type: "OutOfPaper",
                    message: "There is no \"paper\" left.\n",
                    functionErrorType: "Function.OutOfPaper"
                )
        )
        #expect(invocation.stream == nil)
        #expect(invocation.lines == ["ERROR There is no \"paper\" left.\n"])
    }

    @Test("throws in mid-stream")
    func throwingInMidStreamIsToldInTrailers() async throws {
        let invocation = try await invoke { _, response, _ in
            try await response.write("Once upon")
            throw OutOfPaper()
        }
        #expect(invocation.posts.map(\.operation) == ["response"])
        let post = try #require(invocation.answer)
        #expect(post.isWhole)
        #expect(post.trailers["Lambda-Runtime-Function-Error-Type"] == "Function.OutOfPaper")
        #expect(
            post.trailers["Lambda-Runtime-Function-Error-Body"]
                == "eyJlcnJvck1lc3NhZ2UiOiJUaGVyZSBpcyBubyBcInBhcGVyXCIgbGVmdC5cbiIsImVycm9yVHlwZSI6Ik91dE"
                + "9mUGFwZXIiLCJzdGFja1RyYWNlIjpbXX0="
        )
        #expect(invocation.error?.type == "OutOfPaper")
        #expect(invocation.error?.message == "There is no \"paper\" left.\n")
        #expect(invocation.stream?.text == "Once upon")
        #expect(invocation.stream?.isComplete == false)
        #expect(
            invocation.lines == [
                "ERROR The handler failed in the middle of its response. There is no \"paper\" left.\n"
            ]
        )
        #expect(throws: LambdaTestError.self) { try invocation.text }
    }

    @Test("handler throws after it has written its response")
    func throwingAfterTheEndIsLogged() async throws {
        let invocation = try await invoke { _, response, _ in
            try await response.write("The end")
            try await response.finish()
            throw OutOfPaper()
        }
        #expect(invocation.posts.map(\.operation) == ["response"])
        #expect(invocation.stream?.isComplete == true)
        #expect(invocation.error == nil)
        #expect(
            invocation.lines == [
                "ERROR The handler failed after its response. There is no \"paper\" left.\n"
            ]
        )
        #expect(invocation.logs.first?["errorType"] == "OutOfPaper")
    }

    @Test("stream written but not finished")
    func aStreamThatIsNeverEndedEndsWithTheHandler() async throws {
        let invocation = try await invoke { _, response, _ in try await response.write("x") }
        #expect(invocation.stream?.isComplete == true)
        #expect(invocation.logs.isEmpty)
    }

    @Test("response written twice: ended twice")
    func endingTwiceIsAnErrorOfTheHandler() async throws {
        let invocation = try await invoke { _, response, _ in
            try await response.write("x")
            try await response.finish()
            try await response.finish()
        }
        #expect(invocation.posts.map(\.operation) == ["response"])
        #expect(invocation.stream?.isComplete == true)
        #expect(
            invocation.lines == [
                "ERROR The handler failed after its response. The response has been ended already. "
                    + "Call finish() once."
            ]
        )
        #expect(invocation.logs.first?["errorType"] == "Function.StreamEnded")
    }

    @Test("response written twice")
    func writingAfterTheEndIsAnErrorOfTheHandler() async throws {
        let invocation = try await invoke { _, response, _ in
            try await response.finish()
            await #expect(throws: LambdaStreamError.self) { try await response.flush() }
            #expect(throws: LambdaStreamError.self) { try response.setContentType("text/plain") }
            try await response.write("x")
        }
        #expect(invocation.posts.map(\.operation) == ["response"])
        #expect(invocation.stream?.body == [])
        #expect(
            invocation.lines == [
                "ERROR The handler failed after its response. The response has been ended with "
                    + "finish(). Nothing can be written after it."
            ]
        )
    }

    @Test("status and headers after the body has begun")
    func aHeadAfterTheFirstPieceIsRefused() async throws {
        let invocation = try await invoke { _, response, _ in
            try await response.write("x")
            #expect(throws: LambdaStreamError.self) { try response.setContentType("text/plain") }
            try response.setHead(LambdaHTTPResponseHead())
        }
        #expect(invocation.error?.type == "Function.StreamHeadTooLate")
        #expect(
            invocation.error?.message
                == "The head of the response has been sent with its first piece. Set it before the "
                + "first write."
        )
        #expect(invocation.error?.functionErrorType == "Function.StreamHeadTooLate")
    }

    @Test(arguments: [-1, 0, 99, 600, Int.max])
    func aStatusThatIsNoneIsRefused(_ status: Int) async throws {
        let invocation = try await invoke { _, response, _ in
            try response.setHead(LambdaHTTPResponseHead(statusCode: status))
        }
        #expect(invocation.posts.map(\.operation) == ["error"])
        #expect(
            invocation.error?.message
                == "The status code of the response is \(status). Expected 100 to 599."
        )
    }

    @Test(arguments: ["", "text/plain\r\nX: y", "t\u{e9}xt", String(repeating: "a", count: 129)])
    func aContentTypeThatIsNoneIsRefused(_ type: String) async throws {
        let invocation = try await invoke { _, response, _ in try response.setContentType(type) }
        #expect(invocation.error?.type == "Function.StreamHeadInvalid")
    }

    @Test func aResponseOverTheLimitIsRefused() async throws {
        #expect(ChunkedBody.limit == 200 << 20)
        let collector = ResponseCollector(limit: 200_000)
        for _ in 0..<99 { try await collector.stream.write([UInt8](repeating: 0, count: 2_000)) }
        let error = await #expect(throws: LambdaStreamError.self) {
            try await collector.stream.write([UInt8](repeating: 0, count: 2_001))
        }
        #expect(error?.code == .tooLarge)
        #expect(error?.errorType == "Function.ResponseSizeTooLarge")
        #expect(
            error?.description
                == "With this piece the response is 200,001 bytes. Lambda accepts at most 200,000 in "
                + "a stream. Store it in S3."
        )
        // What fits is still taken.
        try await collector.stream.write([UInt8](repeating: 0, count: 2_000))
        #expect(collector.response.body.count == 200_000)
    }

    @Test func theHeadOfAResponseCountsForTheLimit() async throws {
        let head = LambdaHTTPResponseHead(headers: ["X-Long": String(repeating: "x", count: 500)])
        let prelude = head.prelude.count
        let collector = ResponseCollector(limit: prelude + 1_000)
        try collector.stream.setHead(head)
        // Before it is sent as well as after.
        for size in [1_001, 1_002, Int(UInt16.max)] {
            let error = await #expect(throws: LambdaStreamError.self) {
                try await collector.stream.write([UInt8](repeating: 0, count: size))
            }
            #expect(error?.code == .tooLarge)
            #expect(
                error?.description.hasPrefix(
                    "With this piece the response is \(LambdaError.grouped(prelude + size)) bytes."
                ) == true
            )
        }
        try await collector.stream.write([UInt8](repeating: 0, count: 999))
        await #expect(throws: LambdaStreamError.self) { try await collector.stream.write("xy") }
        try await collector.stream.write("x")
        #expect(collector.response.body.count == 1_000)

        let small = ResponseCollector(limit: prelude - 1)
        let error = #expect(throws: LambdaStreamError.self) { try small.stream.setHead(head) }
        #expect(error?.code == .tooLarge)
    }

    @Test func aHeadIsEitherSentOrRefused() async throws {
        // One task sets it while another one sends the first piece.
        for _ in 0..<500 {
            let collector = ResponseCollector()
            async let piece: Void = collector.stream.write("x")
            var isTaken = true
            do {
                try collector.stream.setHead(LambdaHTTPResponseHead(statusCode: 201))
            } catch {
                isTaken = false
            }
            try await piece
            #expect((collector.response.head?.statusCode == 201) == isTaken)
        }
    }

    @Test func aStreamThatIsKeptPastItsInvocationTakesNothingMore() async throws {
        let kept = Monitor<LambdaResponseStream?>(nil)
        let log = CapturedLog()
        let story: Handler = { event, response, _ in
            if let stale = kept.withLock({ $0 }) {
                for _ in 0..<2 {
                    let error = await #expect(throws: LambdaStreamError.self) {
                        try await stale.write("late")
                    }
                    #expect(error?.code == .ended)
                }
            }
            kept.withLock { $0 = response }
            try await response.write("\(event)")
        }
        try await withLambda(story) { lambda in
            let first = try await lambda.invoke(1)
            let second = try await lambda.invoke(2)
            #expect(try first.text == "1")
            #expect(try second.text == "2")
            // Said once: nobody may be there to see the error.
            let late = lambda.log.records.filter { $0.level == .warn }
            #expect(
                late.map(\.message) == [
                    "The invocation has ended, and its response with it. Wait for every task that "
                        + "writes before the handler returns."
                ]
            )
            #expect(late.first?.requestID == first.requestID)
        }
        #expect(log.messages.isEmpty)
    }

    @Test func severalTasksWriteWholePieces() async throws {
        let story: Handler = { _, response, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for number in 0..<50 {
                            try await response.writeLine(encoding: [writer, number])
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        try await withLambda(story) { lambda in
            let stream = try #require(try await lambda.invoke(1).stream)
            let lines = try stream.lines(as: [Int].self)
            #expect(stream.pieces.count == 400)
            for writer in 0..<8 {
                #expect(lines.filter { $0[0] == writer }.map { $0[1] } == Array(0..<50))
            }
        }
    }

    @Test func aTaskThatStillWritesWhenTheHandlerReturnsIsCutOff() async throws {
        let (returns, hasReturned) = AsyncStream.makeStream(of: Void.self)
        let errors = Monitor<[LambdaStreamError.Code?]>([])
        let story: Handler = { event, response, _ in
            if event == 2 { return }
            try await response.write("x")
            Task {
                for await _ in returns {}
                do {
                    while true { try await response.write("y") }
                } catch {
                    errors.withLock { $0.append((error as? LambdaStreamError)?.code) }
                }
                errors.signal()
            }
        }
        try await withLambda(story) { lambda in
            let first = try await lambda.invoke(1)
            hasReturned.finish()
            #expect(try first.text == "x")
            let codes = await offThePool {
                errors.wait(atMost: .seconds(300)) { $0.isEmpty ? nil : $0 }
            }
            #expect(codes == [.ended])
            #expect(try await lambda.invoke(2).stream?.isComplete == true)
        }
    }

    @Test func aCancelledHandlerThatReturnsHasNotEndedItsResponse() async throws {
        // A sequence ends when its task is cancelled, as if there were nothing more.
        let story: Handler = { event, response, _ in
            try await response.write("x")
            withUnsafeCurrentTask { $0?.cancel() }
        }
        try await withLambda(story) { lambda in
            let invocation = try await lambda.invoke(1)
            #expect(invocation.error?.type == "Function.StreamCancelled")
            #expect(invocation.stream?.isComplete == false)
        }
        let silent: Handler = { event, response, _ in withUnsafeCurrentTask { $0?.cancel() } }
        try await withLambda(silent) { lambda in
            let invocation = try await lambda.invoke(1)
            #expect(invocation.posts.map(\.operation) == ["error"])
            #expect(invocation.error?.type == "Function.StreamCancelled")
        }
    }

    @Test func anEventThatDoesNotDecodeFailsTheInvocation() async throws {
        let story: Handler = { _, response, _ in try await response.write("x") }
        try await withLambda(story) { lambda in
            let invocation = try await lambda.invoke("{")
            #expect(invocation.posts.map(\.operation) == ["error"])
            #expect(invocation.error?.type == "Runtime.EventInvalid")
        }
    }

    @Test func aValueWithoutAJSONFormLeavesTheStreamAsItIs() async throws {
        let invocation = try await invoke { _, response, _ in
            await #expect(throws: EncodingError.self) {
                try await response.write(encoding: Double.nan)
            }
            try await response.write("x")
        }
        #expect(try invocation.text == "x")
    }

    @Test func theMessageInATrailerIsCut() async throws {
        struct Long: Error, CustomStringConvertible {
            var description: String { String(repeating: "x", count: 100_000) }
        }
        let invocation = try await invoke { _, response, _ in
            try await response.write("x")
            throw Long()
        }
        #expect(invocation.error?.message == String(repeating: "x", count: 4096) + "…")
    }
}
