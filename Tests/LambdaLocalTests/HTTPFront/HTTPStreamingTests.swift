#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

/// HTTP clients of a function that answers in pieces.
@Suite(.blocking)
struct HTTPStreamingTests {
    private static let separator = String(repeating: "\0", count: 8)
    private static let prelude =
        #"{"statusCode":201,"headers":{"Content-Type":"text/plain"},"cookies":["a=1","b=2"]}"#

    private func function(
        _ pieces: [String],
        _ end: ScriptedProcess.StreamEnd = .whole,
        type: String = HTTPExchange.streamedType,
        service: HTTPService = .functionURL,
        timeoutSeconds: Int = 60
    ) throws -> ServedFunctionUnderTest {
        try ServedFunctionUnderTest(
            timeoutSeconds: timeoutSeconds,
            front: HTTPFront(service)
        ) { _ in .stream(contentType: type, pieces, end) }
    }

    private func get(
        _ function: ServedFunctionUnderTest,
        _ line: String = "GET / HTTP/1.1"
    ) throws -> ServedFunctionUnderTest.Client {
        let client = try function.connect()
        try client.send("\(line)\r\nHost: localhost\r\n\r\n")
        return client
    }

    /// What the client gets until the connection ends.
    private func everything(_ client: ServedFunctionUnderTest.Client) throws -> String {
        var text = ""
        while true {
            let more = try client.receivedText()
            if more.isEmpty { return text }
            text += more
        }
    }

    @Test(arguments: [HTTPService.functionURL, .restAPI])
    func getStatusAndHeadersFromTheHead(_ service: HTTPService) throws {
        let function = try function(
            [Self.prelude + Self.separator + "Once", " upon"],
            service: service
        )
        let client = try get(function)
        let answer = try client.answer()
        #expect(answer.status == 201)
        #expect(answer.headers["content-type"] == "text/plain")
        #expect(answer.headers["transfer-encoding"] == "chunked")
        #expect(answer.headers["x-amzn-requestid"]?.count == 36)
        #expect(answer.body == "Once upon")
        // The connection stays.
        try client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.answer().body == "Once upon")
    }

    @Test func getTheHeadBeforeTheBody() throws {
        let function = try function([Self.prelude, Self.separator, "Once"], .never)
        let client = try get(function)
        let text = try client.receivedText(with: "Once")
        #expect(text.hasPrefix("HTTP/1.1 201 Created\r\n"))
        #expect(text.contains("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n"))
        #expect(text.hasSuffix("\r\n\r\n4\r\nOnce\r\n"))
    }

    @Test func getABodyWithoutAHead() throws {
        let answer = try get(function(["Once", " upon"], type: "text/csv")).answer()
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/csv")
        #expect(answer.body == "Once upon")
    }

    @Test func noticeThatABodyBreaksOff() throws {
        let function = try function(
            [Self.prelude + Self.separator + "Once"],
            .error(type: "Function.Sad", document: "{}")
        )
        let text = try everything(get(function))
        #expect(text.hasPrefix("HTTP/1.1 201 Created\r\n"))
        #expect(text.hasSuffix("4\r\nOnce\r\n"))
        #expect(function.log.contains("The function failed in the middle of its response."))
    }

    @Test func noticeATimeout() throws {
        let function = try function(
            [Self.prelude + Self.separator + "Once"],
            .never,
            timeoutSeconds: 1
        )
        #expect(try everything(get(function)).hasSuffix("4\r\nOnce\r\n"))
    }

    @Test(
        arguments: [
            ([prelude], ScriptedProcess.StreamEnd.whole),
            ([prelude], .error(type: "Function.Sad", document: "{}")),
            (["Once" + separator, " upon"], .whole), ([prelude], .death(.signal(11))),
        ] as [([String], ScriptedProcess.StreamEnd)]
    )
    func getAnErrorInsteadOfAResponseWithoutAHead(
        _ pieces: [String],
        _ end: ScriptedProcess.StreamEnd
    ) throws {
        let answer = try get(function(pieces, end)).answer()
        #expect(answer.status == 502)
        #expect(answer.body == "Internal Server Error")
    }

    @Test func getNoBodyForHEAD() throws {
        let function = try function([Self.prelude + Self.separator + "Once", " upon"])
        let client = try get(function, "HEAD / HTTP/1.1")
        let text = try client.receivedText()
        #expect(text.hasPrefix("HTTP/1.1 201 Created\r\n"))
        #expect(text.hasSuffix("\r\nTransfer-Encoding: chunked\r\n\r\n"))
        try function.advance { function.log.contains("REPORT") }
        try client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.answer().body == "Once upon")
    }

    @Test func getNoChunksForHTTP10() throws {
        let function = try function([Self.prelude + Self.separator + "Once", " upon"])
        let text = try everything(get(function, "GET / HTTP/1.0"))
        #expect(text.hasPrefix("HTTP/1.1 201 Created\r\n"))
        #expect(!text.contains("Transfer-Encoding"))
        #expect(text.contains("Connection: close\r\n"))
        #expect(text.hasSuffix("\r\n\r\nOnce upon"))
    }

    @Test func getTheWholeWhereTheServiceDoesNotStream() throws {
        let answer = try get(
            function(
                [#"{"statusCode":201,"#, #""body":"Hi"}"#],
                type: "text/plain",
                service: .httpAPI
            )
        ).answer()
        #expect(answer.status == 201)
        #expect(answer.body == "Hi")
        #expect(answer.headers["content-length"] == "2")
    }
}
#endif
