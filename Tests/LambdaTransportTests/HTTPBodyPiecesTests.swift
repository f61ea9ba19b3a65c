import Testing

@testable import LambdaTransport

/// Bodies that are taken as they arrive.
struct HTTPBodyPiecesTests {
    private static let head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"

    /// Feeds a parser, and takes the body after each portion.
    private func body(
        _ portions: [[UInt8]],
        _ parser: inout HTTPParser,
        _ buffer: inout ReceiveBuffer
    ) throws -> [UInt8] {
        var body: [UInt8] = []
        for portion in portions {
            let isThere = buffer.reserve(portion.count)
            try #require(isThere)
            buffer.free.copyBytes(from: portion)
            buffer.append(count: portion.count)
            _ = try parser.advance(&buffer)
            body += buffer.bytes[parser.body]
            parser.dropBody(&buffer)
        }
        return body
    }

    @Test func areReadHoweverTheyAreSplit() throws {
        let message = Array(
            (Self.head + "4\r\nOnce\r\nd;x=y\r\n upon a time,\r\n0\r\nA: b\r\n\r\n")
                .utf8
        )
        for first in 0...message.count {
            for second in stride(from: first, through: message.count, by: 7) {
                var parser = HTTPParser(role: .request)
                var buffer = ReceiveBuffer()
                let portions = [message[..<first], message[first..<second], message[second...]]
                let body = try body(portions.map { Array($0) }, &parser, &buffer)
                #expect(String(decoding: body, as: UTF8.self) == "Once upon a time,")
                #expect(parser.isComplete)
                #expect(parser.trailers.count == 1)
                let trailer = try #require(parser.trailers.first)
                #expect(buffer.bytes[trailer.value].elementsEqual("b".utf8))
            }
        }
    }

    @Test func leaveNothingBehind() throws {
        var parser = HTTPParser(role: .request)
        var buffer = ReceiveBuffer()
        _ = try body([Array(Self.head.utf8)], &parser, &buffer)
        let chunk = Array("5\r\nHello\r\n".utf8)
        for _ in 0..<50_000 {
            #expect(try body([chunk], &parser, &buffer) == Array("Hello".utf8))
        }
        #expect(buffer.count <= Self.head.utf8.count)
        #expect(buffer.capacity == ReceiveBuffer.restingCapacity)
        #expect(parser.chunkSizes.isEmpty)
    }

    @Test func keepTheMessagesBehindThem() throws {
        var parser = HTTPParser(role: .request)
        var buffer = ReceiveBuffer()
        let message = Array(
            (Self.head + "2\r\nab\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n").utf8
        )
        #expect(try body([message], &parser, &buffer) == Array("ab".utf8))
        parser.next(&buffer)
        #expect(try parser.advance(&buffer) == .complete)
        #expect(buffer.bytes[parser.method].elementsEqual("GET".utf8))
    }
}
