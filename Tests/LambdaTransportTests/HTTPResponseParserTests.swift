import Testing

@testable import LambdaTransport

struct HTTPResponseParserTests {
    struct Accepted: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var status = 200
        var fields: [String] = []
        var trailers: [String] = []
        var body = ""
        var keepsAlive = true
        var closes = false
        var surplus = 0

        var testDescription: String { name }
    }

    static let accepted: [Accepted] = [
        Accepted(
            name: "content length",
            text: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            fields: ["Content-Length=5"],
            body: "hello"
        ),
        Accepted(
            name: "no body",
            text: "HTTP/1.1 202 Accepted\r\ncontent-length:0\r\n\r\n",
            status: 202,
            fields: ["content-length=0"]
        ),
        Accepted(
            name: "any header case, white space around values",
            text: "HTTP/1.1 200 OK\r\nCONTENT-length:\t 2 \t\r\nX-Empty:\r\nX: a b \r\n\r\n{}",
            fields: ["CONTENT-length=2", "X-Empty=", "X=a b"],
            body: "{}"
        ),
        Accepted(
            name: "chunked as one chunk",
            text: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            fields: ["Transfer-Encoding=chunked"],
            body: "hello"
        ),
        Accepted(
            name: "chunks with extensions, upper and lower digits, leading zeros",
            text: "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n"
                + "1;a\r\nA\r\n000a ; b=\"c\"\r\n0123456789\r\nB\r\nabcdefghijk\r\n00\r\n\r\n",
            fields: ["transfer-encoding=Chunked"],
            body: "A0123456789abcdefghijk"
        ),
        Accepted(
            name: "trailers",
            text: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\nab\r\n3\r\ncde\r\n0\r\nX-One: 1\r\nX-Two:2\r\n\r\n",
            fields: ["Transfer-Encoding=chunked"],
            trailers: ["X-One=1", "X-Two=2"],
            body: "abcde"
        ),
        Accepted(
            name: "empty chunked body",
            text: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            fields: ["Transfer-Encoding=chunked"]
        ),
        Accepted(
            name: "empty elements around the transfer coding",
            text: "HTTP/1.1 200 OK\r\nTransfer-Encoding: , chunked ,,\r\n\r\n0\r\n\r\n",
            fields: ["Transfer-Encoding=, chunked ,,"]
        ),
        Accepted(
            name: "interim responses",
            text: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1",
            fields: ["Content-Length=1"],
            body: "1"
        ),
        Accepted(
            name: "connection close",
            text: "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 1\r\n\r\n1",
            fields: ["Connection=x, Close", "Content-Length=1"],
            body: "1",
            keepsAlive: false
        ),
        Accepted(
            name: "body that ends with the connection",
            text: "HTTP/1.1 200 OK\r\n\r\nto the end",
            body: "to the end",
            keepsAlive: false,
            closes: true
        ),
        Accepted(
            name: "HTTP/1.0",
            text: "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\n1",
            fields: ["Content-Length=1"],
            body: "1",
            keepsAlive: false
        ),
        Accepted(
            name: "HTTP/1.0 with keep-alive",
            text: "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\n1",
            fields: ["Connection=Keep-Alive", "Content-Length=1"],
            body: "1"
        ),
        Accepted(
            name: "a later minor version",
            text: "HTTP/1.2 200 OK\r\nContent-Length: 0\r\n\r\n",
            fields: ["Content-Length=0"]
        ),
        Accepted(
            name: "status without reason",
            text: "HTTP/1.1 202 \r\nContent-Length: 0\r\n\r\n",
            status: 202,
            fields: ["Content-Length=0"]
        ),
        Accepted(
            name: "status without the space before an absent reason",
            text: "HTTP/1.1 202\r\nContent-Length: 0\r\n\r\n",
            status: 202,
            fields: ["Content-Length=0"]
        ),
        Accepted(
            name: "204 has no body, whatever it announces",
            text: "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n",
            status: 204,
            fields: ["Content-Length=5"]
        ),
        Accepted(
            name: "equal content lengths",
            text: "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\nContent-Length: 2\r\n\r\nok",
            fields: ["Content-Length=2, 2", "Content-Length=2"],
            body: "ok"
        ),
        Accepted(
            name: "bytes of the next message",
            text: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1HTTP",
            fields: ["Content-Length=1"],
            body: "1",
            surplus: 4
        ),
        Accepted(
            name: "bytes from 0x80 in a value and a reason",
            text: "HTTP/1.1 200 Gr\u{FC}n\r\nX: \u{FC}\r\nContent-Length: 0\r\n\r\n",
            fields: ["X=\u{FC}", "Content-Length=0"]
        ),
    ]

    @Test(arguments: accepted)
    func acceptsAtEverySplit(_ example: Accepted) {
        let bytes = Array(example.text.utf8)
        let expected = ParsedMessage(
            result: .message,
            status: example.status,
            start: " ",
            fields: example.fields,
            trailers: example.trailers,
            body: example.body,
            keepsAlive: example.keepsAlive,
            surplus: example.surplus
        )
        #expect(ParsedMessage.parse(bytes, closes: example.closes) == expected)
        for cut in 0...bytes.count {
            let parsed = ParsedMessage.parse(bytes, cuts: [cut], closes: example.closes)
            #expect(parsed == expected, "cut at \(cut)")
        }
        let single = ParsedMessage.parse(
            bytes,
            cuts: Array(0..<bytes.count),
            closes: example.closes
        )
        #expect(single == expected, "byte by byte")
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var text: String
        var reason: HTTPError.Reason
        var closes = false

        init(_ text: String, _ reason: HTTPError.Reason, closes: Bool = false) {
            self.text = text
            self.reason = reason
            self.closes = closes
        }

        var testDescription: String { "\(reason): \(text.prefix(60).debugDescription)" }
    }

    private static func head(_ fields: String) -> String {
        "HTTP/1.1 200 OK\r\n\(fields)\r\n\r\n"
    }

    private static func chunked(_ body: String) -> String {
        head("Transfer-Encoding: chunked") + body
    }

    static let refused: [Refused] = [
        Refused("SSH-2.0-OpenSSH_9.6\r\n", .notHTTP),
        Refused("\r\nHTTP/1.1 200 OK\r\n\r\n", .notHTTP),
        Refused("http/1.1 200 OK\r\n\r\n", .notHTTP),
        Refused("\0\0\u{12}\u{04}\0\0\0\0\0", .http2),
        Refused("HTTP/2.0 200 OK\r\n\r\n", .http2),
        Refused("\u{15}\u{03}\u{03}\0\u{02}", .tls),
        Refused("HTTP/3.0 200 OK\r\n\r\n", .unsupportedVersion),
        Refused("HTTP/1.1\r\n\r\n", .malformedStatusLine),
        Refused("HTTP/1,1 200 OK\r\n\r\n", .malformedStatusLine),
        Refused("HTTP/1.1 20 OK\r\n\r\n", .malformedStatusLine),
        Refused("HTTP/1.1 2000 OK\r\n\r\n", .malformedStatusLine),
        Refused("HTTP/1.1  200 OK\r\n\r\n", .malformedStatusLine),
        Refused("HTTP/1.1 200 O\u{01}K\r\n\r\n", .malformedStatusLine),
        Refused("HTTP/1.1 -20 OK\r\n\r\n", .malformedStatusLine),
        Refused("HTTP/1.1 099 OK\r\n\r\n", .statusOutOfRange),
        Refused("HTTP/1.1 600 OK\r\n\r\n", .statusOutOfRange),
        Refused("HTTP/1.1 101 Switching Protocols\r\n\r\n", .upgradeNotRequested),
        Refused(
            String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 17),
            .tooManyInterimResponses
        ),
        Refused("HTTP/1.1 200 OK\nContent-Length: 0\n\n", .bareLineFeed),
        Refused(head("A: b\nC: d"), .bareLineFeed),
        Refused(head("A: b\rC: d"), .bareCarriageReturn),
        Refused(head("A: b\r\n c"), .foldedField),
        Refused(head("A: b\r\n\tc"), .foldedField),
        Refused(head("no colon"), .missingColon),
        Refused(head(": value"), .emptyFieldName),
        Refused(head("A B: c"), .whitespaceBeforeColon),
        Refused(head("Content-Length : 0"), .whitespaceBeforeColon),
        Refused(head("A(: c"), .invalidFieldName),
        Refused(head("\u{FC}: c"), .invalidFieldName),
        Refused(head("A: \u{00}"), .invalidFieldValue),
        Refused(head("A: \u{7F}"), .invalidFieldValue),
        Refused(head("A: " + String(repeating: "x", count: 70_000)), .headTooLarge),
        Refused("HTTP/1.1 200 " + String(repeating: "x", count: 70_000), .headTooLarge),
        Refused(
            head(Array(repeating: "A: b", count: 257).joined(separator: "\r\n")),
            .tooManyFields
        ),
        Refused(
            head("Content-Length: 1\r\nTransfer-Encoding: chunked"),
            .contentLengthWithTransferEncoding
        ),
        Refused(head("Content-Length: "), .invalidContentLength),
        Refused(head("Content-Length: 5,"), .invalidContentLength),
        Refused(head("Content-Length: 5 ,"), .invalidContentLength),
        Refused(head("Content-Length: ,5"), .invalidContentLength),
        Refused(head("Content-Length: 5,,5"), .invalidContentLength),
        Refused(head("Content-Length: ,"), .invalidContentLength),
        Refused(head("Content-Length: -1"), .invalidContentLength),
        Refused(head("Content-Length: +1"), .invalidContentLength),
        Refused(head("Content-Length: 0x1"), .invalidContentLength),
        Refused(head("Content-Length: 1 1"), .invalidContentLength),
        Refused(head("Content-Length: 99999999999999999999"), .bodyTooLarge),
        Refused(head("Content-Length: 9223372036854775807"), .bodyTooLarge),
        Refused(head("Content-Length: 67108865"), .bodyTooLarge),
        Refused(head("Content-Length: 1\r\nContent-Length: 2"), .conflictingContentLengths),
        Refused(head("Content-Length: 1, 2"), .conflictingContentLengths),
        Refused(head("Transfer-Encoding: gzip"), .unsupportedTransferEncoding),
        Refused(head("Transfer-Encoding:"), .unsupportedTransferEncoding),
        Refused(head("Transfer-Encoding: ,"), .unsupportedTransferEncoding),
        Refused(head("Transfer-Encoding: gzip, chunked"), .unsupportedTransferEncoding),
        Refused(head("Transfer-Encoding: chunked, ,chunked"), .chunkedNotFinal),
        Refused(head("Transfer-Encoding: chunked, gzip"), .chunkedNotFinal),
        Refused(
            head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
            .chunkedNotFinal
        ),
        Refused(
            "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            .transferEncodingInHTTP10
        ),
        Refused(chunked("x\r\n"), .invalidChunkSize),
        Refused(chunked("\r\n"), .invalidChunkSize),
        Refused(chunked("-1\r\n"), .invalidChunkSize),
        Refused(chunked("1 2\r\n"), .invalidChunkSize),
        Refused(chunked("0x1\r\n"), .invalidChunkSize),
        Refused(chunked("5\nhello\r\n"), .bareLineFeed),
        Refused(chunked("ffffffffffffffffff\r\n"), .bodyTooLarge),
        Refused(chunked("7fffffffffffffff\r\n"), .bodyTooLarge),
        Refused(chunked("4000001\r\n"), .bodyTooLarge),
        Refused(chunked("1;" + String(repeating: "x", count: 1100)), .chunkLineTooLong),
        Refused(chunked("1;\u{01}\r\n"), .invalidChunkExtension),
        Refused(chunked("1\r\nab\r\n"), .missingChunkEnd),
        Refused(chunked("1\r\na\rb"), .missingChunkEnd),
        Refused(chunked("0\r\nbad\r\n\r\n"), .missingColon),
        Refused("HTTP/1.1 200 OK\r\nContent", .truncatedHead, closes: true),
        Refused("", .truncatedHead, closes: true),
        Refused(head("Content-Length: 5") + "hell", .truncatedBody, closes: true),
        Refused(chunked("5\r\nhello\r\n"), .truncatedBody, closes: true),
        Refused(chunked("5\r\nhello\r\n0\r\n"), .truncatedBody, closes: true),
    ]

    @Test(arguments: refused)
    func refusesAtEverySplit(_ example: Refused) {
        let bytes = Array(example.text.utf8)
        let expected = ParsedMessage(result: .refused(example.reason))
        #expect(ParsedMessage.parse(bytes, closes: example.closes) == expected)
        // The large ones would take as many parses as they have bytes.
        for cut in stride(from: 0, through: bytes.count, by: bytes.count > 5000 ? 977 : 1) {
            let parsed = ParsedMessage.parse(bytes, cuts: [cut], closes: example.closes)
            #expect(parsed == expected, "cut at \(cut)")
        }
    }

    @Test func everyReasonNamesItsClause() {
        for example in Self.refused {
            let text = HTTPError(example.reason).description
            #expect(text.contains("(RFC 9110 §") || text.contains("(RFC 9112 §"), "\(text)")
            #expect(text.hasSuffix(")."), "\(text)")
        }
    }

    @Test func refusesABodyBeyondTheLimitOfItsOwner() {
        let bytes = Array("HTTP/1.1 200 OK\r\n\r\n0123456789".utf8)
        let allowed = ParsedMessage.parse(bytes, closes: true, bodyLimit: 10)
        #expect(allowed.body == "0123456789")
        let parsed = ParsedMessage.parse(bytes, closes: true, bodyLimit: 9)
        #expect(parsed == ParsedMessage(result: .refused(.bodyTooLarge)))
    }

    @Test func everyPrefixOfAMessageIsIncomplete() {
        let bytes = Array(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nT: 1\r\n\r\n"
                .utf8
        )
        for end in 0..<bytes.count {
            #expect(ParsedMessage.parse(Array(bytes[..<end])).result == .incomplete, "\(end)")
        }
    }

    @Test func saysHowManyBytesABodyLacks() throws {
        var buffer = ReceiveBuffer()
        var parser = HTTPParser(role: .response)
        buffer.append("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc".utf8)
        let progress = try parser.advance(&buffer)
        #expect(progress == .needs(99_997))
    }

    @Test func parsesOneMessageAfterTheOther() throws {
        var buffer = ReceiveBuffer()
        var parser = HTTPParser(role: .response)
        let message = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"
        buffer.append(String(repeating: message, count: 3).utf8)
        for _ in 0..<3 {
            let progress = try parser.advance(&buffer)
            #expect(progress == .complete)
            #expect(parser.body.count == 1)
            parser.next(&buffer)
        }
        #expect(buffer.count == 0)
    }

    @Test func countsInterimResponsesPerMessage() throws {
        var buffer = ReceiveBuffer()
        var parser = HTTPParser(role: .response)
        let message = "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        for connection in 0...HTTPLimits.interimResponses {
            buffer.append(message.utf8)
            let progress = try parser.advance(&buffer)
            #expect(progress == .complete, "connection \(connection)")
            // As after a connection that has ended, whose message is not cut off but forgotten.
            parser.reset()
            buffer.removeAll()
        }
    }

    @Test(arguments: ["67108865", "99999999999999999999"])
    func keepsTheHeadOfAMessageWhoseBodyIsTooLarge(_ length: String) {
        var buffer = ReceiveBuffer()
        var parser = HTTPParser(role: .response)
        buffer.append("HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\nA: b\r\n\r\n".utf8)
        #expect(throws: HTTPError(.bodyTooLarge)) { try parser.advance(&buffer) }
        #expect(parser.isHeadComplete)
        #expect(!parser.isComplete)
        #expect(parser.value(HTTPFieldName("a"), in: buffer)?.count == 1)
    }

    @Test func manySmallChunksDoNotAddUp() throws {
        // Each byte comes in a chunk of its own: six bytes on the wire, one in the buffer.
        var buffer = ReceiveBuffer()
        var parser = HTTPParser(role: .response)
        buffer.append("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
        _ = try parser.advance(&buffer)
        for _ in 0..<20_000 {
            buffer.append("1\r\nx\r\n".utf8)
            _ = try parser.advance(&buffer)
        }
        buffer.append("0\r\n\r\n".utf8)
        let progress = try parser.advance(&buffer)
        #expect(progress == .complete)
        #expect(parser.body.count == 20_000)
        #expect(buffer.capacity <= 64 * 1024)
    }
}
