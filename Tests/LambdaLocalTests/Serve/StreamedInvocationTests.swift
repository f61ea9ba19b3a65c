#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

/// `InvokeWithResponseStream`, and what becomes of a response in pieces for callers who do not take them.
@Suite(.blocking)
struct StreamedInvocationTests {
    private let path = "/2021-11-15/functions/Hello/response-streaming-invocations"

    private func call(
        _ function: ServedFunctionUnderTest,
        _ headers: [String] = []
    ) throws -> ServedFunctionUnderTest.Client {
        let client = try function.connect()
        try client.post(path, "7", headers)
        return client
    }

    /// The messages of an answer that is over.
    private func messages(
        _ client: ServedFunctionUnderTest.Client
    ) throws -> [EventStreamMessage] {
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/vnd.amazon.eventstream")
        #expect(answer.headers["transfer-encoding"] == "chunked")
        #expect(answer.headers["x-amz-executed-version"] == "$LATEST")
        #expect(answer.headers["x-amzn-requestid"]?.count == 36)
        return try EventStreamMessage.parse(answer.bytes)
    }

    private func text(_ messages: [EventStreamMessage]) -> String {
        messages.filter { $0.headers[":event-type"] == "PayloadChunk" }.map(\.text).joined()
    }

    @Test func answersWithTheFunctionsPieces() throws {
        let function = try ServedFunctionUnderTest { _ in
            .stream(contentType: "text/plain", ["Once", " upon", " a time"])
        }
        let client = try call(function)
        let messages = try messages(client)
        #expect(text(messages) == "Once upon a time")
        #expect(messages.last?.text == "{}")
        #expect(messages.last?.headers[":event-type"] == "InvokeComplete")
        // The connection stays.
        try client.post(path, "7")
        #expect(try text(self.messages(client)) == "Once upon a time")
    }

    @Test func sendsAPieceAsItComes() throws {
        let function = try ServedFunctionUnderTest { _ in
            .stream(contentType: "text/plain", ["Once", " upon"], .never)
        }
        let client = try call(function)
        let text = try client.receivedText(with: " upon")
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.contains("Once"))
        #expect(!text.contains("InvokeComplete"))
    }

    @Test func returnsTheEndOfTheLog() throws {
        let function = try ServedFunctionUnderTest { event in
            event.print("greeting\n")
            return .stream(contentType: "text/plain", ["Once"])
        }
        let messages = try messages(call(function, ["X-Amz-Log-Type: Tail"]))
        #expect(text(messages) == "Once")
        let prefix = #"{"LogResult":""#
        let complete = try #require(messages.last?.text)
        #expect(complete.hasPrefix(prefix))
        let log = try #require(Base64.decode(String(complete.dropFirst(prefix.count).dropLast(2))))
        #expect(String(decoding: log, as: UTF8.self) == function.log)
        #expect(function.log.contains("\ngreeting\nEND RequestId"))
    }

    @Test func sendsAnAnswerThatIsNotInPiecesAsOne() throws {
        let function = try ServedFunctionUnderTest { .respond("[\($0.body)]") }
        #expect(try messages(call(function)).map(\.text) == ["[7]", "{}"])
    }

    @Test func sendsNoPieceWhereThereIsNone() throws {
        let function = try ServedFunctionUnderTest { _ in .stream(contentType: "text/plain", []) }
        #expect(try messages(call(function)).map(\.text) == ["{}"])
    }

    @Test func reportsAnErrorInTheMiddle() throws {
        let document = #"{"errorType":"Sad","errorMessage":"No."}"#
        let function = try ServedFunctionUnderTest { _ in
            .stream(
                contentType: "text/plain",
                ["Once"],
                .error(type: "Function.Sad", document: document)
            )
        }
        #expect(
            try messages(call(function)).map(\.text) == [
                "Once",
                #"{"ErrorCode":"Function.Sad","ErrorDetails":"{\"errorType\":\"Sad\",\"errorMessage\":\"No.\"}"}"#,
            ]
        )
        try function.advance { function.log.contains("The function failed: Sad: No.\n") }
    }

    @Test func reportsAnErrorBeforeTheFirstPiece() throws {
        let function = try ServedFunctionUnderTest { _ in .fail("No.") }
        #expect(
            try messages(call(function)).map(\.text) == [
                #"{"ErrorCode":"Unhandled","ErrorDetails":"{\"errorType\":\"Hello.Wrong\",\"errorMessage\":\"No.\"}"}"#
            ]
        )
    }

    @Test func reportsAProcessThatDiesInTheMiddle() throws {
        let function = try ServedFunctionUnderTest { _ in
            .stream(contentType: "text/plain", ["Once"], .death(.signal(11)))
        }
        let messages = try messages(call(function))
        #expect(text(messages) == "Once")
        #expect(
            messages.last?.text.hasPrefix(#"{"ErrorCode":"Runtime.TruncatedResponse","#) == true
        )
        #expect(
            function.log.contains(
                "The function's process was ended by signal 11 (SIGSEGV, invalid memory access) in the "
                    + "middle of its response to request "
            )
        )
        #expect(!function.log.contains("after it had answered"))
    }

    @Test func reportsATimeoutInTheMiddle() throws {
        let function = try ServedFunctionUnderTest(timeoutSeconds: 1) { _ in
            .stream(contentType: "text/plain", ["Once"], .never)
        }
        let messages = try messages(call(function))
        #expect(text(messages) == "Once")
        #expect(messages.last?.text.hasPrefix(#"{"ErrorCode":"Sandbox.Timedout","#) == true)
        #expect(
            messages.last?.text.contains("Task timed out after 1.00 seconds") == true
        )
    }

    @Test func goesOnWhereTheCallerHasGone() throws {
        let pieces = (0..<200).map { "\($0) " }
        let function = try ServedFunctionUnderTest { _ in
            .stream(contentType: "text/plain", pieces)
        }
        var client = Optional(try call(function))
        _ = try client?.receivedText()
        client = nil
        try function.advance { function.log.contains("REPORT") }
        #expect(!function.log.contains("failed"))
        #expect(try text(messages(call(function))) == pieces.joined())
    }

    @Test func letsTheFunctionWaitForASlowCaller() throws {
        // The socket's own buffers take a few megabytes.
        let piece = String(repeating: "x", count: 64 * 1024)
        let function = try ServedFunctionUnderTest { _ in
            .stream(contentType: "text/plain", Array(repeating: piece, count: 400))
        }
        let client = try call(function)
        // Until nothing moves any more: the caller has not taken a byte yet.
        var (untaken, rounds) = (0, 0)
        try function.advance {
            rounds = function.server.untaken == untaken ? rounds + 1 : 0
            untaken = function.server.untaken
            return untaken > 0 && rounds > 50
        }
        #expect(untaken < 2 << 20)
        #expect(try text(messages(client)).utf8.count == 400 * 64 * 1024)
    }

    @Test func isCheckedAsACallIs() throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        let dry = try call(function, ["X-Amz-Invocation-Type: DryRun"])
        #expect(try dry.answer().status == 204)
        let event = try call(function, ["X-Amz-Invocation-Type: Event"]).answer()
        #expect(event.status == 400)
        #expect(event.headers["x-amzn-errortype"] == "ValidationException")
        let client = try function.connect()
        try client.post("/2021-11-15/functions/Nobody/response-streaming-invocations", "7")
        #expect(try client.answer().status == 404)
        try client.send("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try client.answer().status == 405)
    }

    // MARK: - Callers who take it as a whole

    @Test func isPutTogetherForInvoke() throws {
        let function = try ServedFunctionUnderTest { _ in
            .stream(contentType: "text/plain", ["Once", " upon", " a time"])
        }
        let answer = try function.invoke()
        #expect(answer.body == "Once upon a time")
        #expect(answer.headers["content-type"] == "text/plain")
        #expect(answer.headers["content-length"] == "16")
    }

    @Test func isAFailureForInvokeWhereItBreaksOff() throws {
        let function = try ServedFunctionUnderTest { _ in
            .stream(
                contentType: "text/plain",
                ["Once"],
                .error(type: "Function.Sad", document: "{}")
            )
        }
        let answer = try function.invoke()
        #expect(answer.headers["x-amz-function-error"] == "Unhandled")
        #expect(answer.body == "{}")
    }

    @Test func isTooLargeForInvokeWhereAnAnswerWouldBe() throws {
        let piece = String(repeating: "x", count: 1 << 20)
        let function = try ServedFunctionUnderTest { _ in
            .stream(contentType: "text/plain", Array(repeating: piece, count: 7))
        }
        let answer = try function.invoke()
        #expect(answer.headers["x-amz-function-error"] == "Unhandled")
        #expect(answer.body.contains("Function.ResponseSizeTooLarge"))
    }
}
#endif
