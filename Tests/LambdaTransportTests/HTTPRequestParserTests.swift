import Testing

@testable import LambdaTransport

struct HTTPRequestParserTests {
    private func parse(_ text: String, cuts: [Int] = []) -> ParsedMessage {
        ParsedMessage.parse(Array(text.utf8), role: .request, cuts: cuts)
    }

    @Test(arguments: [
        ("GET /next HTTP/1.1\r\nHost: a\r\n\r\n", "GET /next", ""),
        ("POST /x?y=%20 HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", "POST /x?y=%20", "{}"),
        ("OPTIONS * HTTP/1.0\r\n\r\n", "OPTIONS *", ""),
        ("\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n", "GET /next", ""),
        (
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nA: b\r\n\r\n",
            "POST /", "{}"
        ),
    ])
    func acceptsAtEverySplit(_ text: String, _ start: String, _ body: String) {
        for cut in 0...text.utf8.count {
            let parsed = parse(text, cuts: [cut])
            #expect(parsed.result == .message, "cut at \(cut)")
            #expect(parsed.start == start)
            #expect(parsed.body == body)
        }
    }

    @Test(arguments: [
        ("GET /\r\n\r\n", HTTPError.Reason.malformedRequestLine),
        ("GET  / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("GET / HTTP/1.1 \r\n\r\n", .malformedRequestLine),
        ("GET /a b HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("G(T / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("GET / XTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .http2),
        ("GET / HTTP/0.9\r\n\r\n", .unsupportedVersion),
        ("\u{16}\u{03}\u{01}\u{02}", .tls),
        ("\u{01}", .notHTTP),
        ("\r\n\r\nGET / HTTP/1.1\r\n\r\n", .notHTTP),
        (
            "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            .contentLengthWithTransferEncoding
        ),
    ])
    func refuses(_ text: String, _ reason: HTTPError.Reason) {
        #expect(parse(text) == ParsedMessage(result: .refused(reason)))
    }

    @Test func knowsTheHeadBeforeTheBody() throws {
        // A server has to answer "Expect: 100-continue" in between.
        var buffer = ReceiveBuffer()
        var parser = HTTPParser(role: .request)
        buffer.append("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n".utf8)
        let progress = try parser.advance(&buffer)
        #expect(progress == .needs(2))
        #expect(parser.isHeadComplete)
        #expect(!parser.isComplete)
    }
}
