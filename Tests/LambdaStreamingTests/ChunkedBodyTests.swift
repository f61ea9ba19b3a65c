import LambdaRuntime
import LambdaTransport
import Testing

@testable import LambdaStreaming

/// What is written as chunks is read as what it was, however it is cut on the way.
struct ChunkedBodyTests {
    @Test(arguments: [1, 9, 10, 15, 16, 255, 256, 4095, 4096, 65_536])
    func namesTheSizeInHexadecimal(_ count: Int) {
        var bytes: [UInt8] = []
        ChunkedBody.append([UInt8](repeating: 0x78, count: count)[...], to: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text == "\(String(count, radix: 16))\r\n\(String(repeating: "x", count: count))\r\n"
        )
    }

    @Test func leavesOutWhatWouldEndTheBody() {
        var bytes: [UInt8] = []
        ChunkedBody.append([], to: &bytes)
        #expect(bytes.isEmpty)
    }

    @Test func endsWithOrWithoutAnError() {
        var bytes: [UInt8] = []
        ChunkedBody.appendEnd(nil, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "0\r\n\r\n")
        bytes = []
        let report = ErrorReport(type: "A", message: "é", category: "Function.A")
        ChunkedBody.appendEnd(report, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "0\r\nLambda-Runtime-Function-Error-Type: Function.A\r\n"
                + "Lambda-Runtime-Function-Error-Body: "
                + "eyJlcnJvck1lc3NhZ2UiOiLDqSIsImVycm9yVHlwZSI6IkEiLCJzdGFja1RyYWNlIjpbXX0=\r\n\r\n"
        )
    }

    /// What JSON escapes takes up to six times as much.
    @Test(arguments: ["x", "\"", "\n", "\u{1}", "é\"", "😀"])
    func anErrorFitsIntoATrailer(_ character: String) throws {
        var bytes: [UInt8] = []
        let message = String(repeating: character, count: 40_000)
        let type = String(repeating: "\u{1}", count: 256)
        let report = ErrorReport(type: type, message: message, category: "Function.A")
        ChunkedBody.appendEnd(report, to: &bytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        let line = try #require(lines.last)
        #expect(line.hasPrefix("Lambda-Runtime-Function-Error-Body: "))
        #expect(line.utf8.count <= 8192)
        // It is cut no more than it has to be.
        #expect(line.utf8.count > 5000)
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{3ff}\u{fff}>?", "z7/gv78+Pw=="),
    ])
    func encodesBase64(_ text: String, _ expected: String) {
        // The vectors of RFC 4648 section 10, and the last digits of the alphabet.
        var bytes: [UInt8] = []
        ChunkedBody.appendBase64(Array(text.utf8), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: UInt64(1)...40)
    func whatIsWrittenIsRead(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bytes = Array("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
        var body: [UInt8] = []
        var sizes: [Int] = []
        for _ in 0..<Int.random(in: 0..<30, using: &random) {
            let size = Int.random(in: 0..<(Bool.random(using: &random) ? 20 : 5000), using: &random)
            let piece = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
            ChunkedBody.append(piece[...], to: &bytes)
            body += piece
            if size > 0 { sizes.append(size) }
        }
        let fails = Bool.random(using: &random)
        let report = ErrorReport(type: "T", message: "seed \(seed)", category: "Function.T")
        ChunkedBody.appendEnd(fails ? report : nil, to: &bytes)

        var parser = HTTPParser(role: .request)
        var buffer = ReceiveBuffer()
        var sent = 0
        var progress = try parser.advance(&buffer)
        while sent < bytes.count {
            #expect(progress != .complete)
            let count = min(Int.random(in: 1...3000, using: &random), bytes.count - sent)
            let hasRoom = buffer.reserve(count)
            #expect(hasRoom)
            buffer.free.copyBytes(from: bytes[sent..<sent + count])
            buffer.append(count: count)
            sent += count
            progress = try parser.advance(&buffer)
            // What has arrived so far is right already.
            #expect(Array(buffer.bytes[parser.body]) == Array(body.prefix(parser.body.count)))
        }
        #expect(progress == .complete, "seed \(seed)")
        #expect(Array(buffer.bytes[parser.body]) == body, "seed \(seed)")
        #expect(parser.chunkSizes == sizes, "seed \(seed)")
        #expect(parser.trailers.count == (fails ? 2 : 0), "seed \(seed)")
    }
}

/// Numbers that a seed determines (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
