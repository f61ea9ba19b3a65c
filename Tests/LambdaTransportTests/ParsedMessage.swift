@testable import LambdaTransport

/// What parsing some bytes came to, for tests to compare.
struct ParsedMessage: Hashable, CustomStringConvertible {
    enum Result: Hashable {
        case message
        /// More bytes would be needed.
        case incomplete
        case refused(HTTPError.Reason)
    }

    var result: Result
    var status = 0
    var start = ""
    var fields: [String] = []
    var trailers: [String] = []
    var body = ""
    var keepsAlive = false
    var surplus = 0

    /// Parses a message whose bytes arrive in pieces, cut at the given places.
    static func parse(
        _ bytes: [UInt8],
        role: HTTPParser.Role = .response,
        cuts: [Int] = [],
        closes: Bool = false,
        bodyLimit: Int = HTTPLimits.body
    ) -> ParsedMessage {
        var buffer = ReceiveBuffer()
        var parser = HTTPParser(role: role, bodyLimit: bodyLimit)
        var start = 0
        do throws(HTTPError) {
            for end in cuts + [bytes.count] {
                buffer.append(bytes[start..<end])
                start = end
                if try parser.advance(&buffer) == .complete, end == bytes.count { break }
            }
            if closes { try parser.endOfStream() }
        } catch {
            return ParsedMessage(result: .refused(error.reason))
        }
        return describe(parser, buffer)
    }

    private static func describe(
        _ parser: HTTPParser,
        _ buffer: borrowing ReceiveBuffer
    ) -> ParsedMessage {
        guard parser.isComplete else { return ParsedMessage(result: .incomplete) }
        let bytes = buffer.bytes
        func text(_ range: Range<Int>) -> String {
            String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        }
        return ParsedMessage(
            result: .message,
            status: parser.status,
            start: text(parser.method) + " " + text(parser.target),
            fields: parser.fields.map { text($0.name) + "=" + text($0.value) },
            trailers: parser.trailers.map { text($0.name) + "=" + text($0.value) },
            body: text(parser.body),
            keepsAlive: parser.keepsAlive,
            surplus: bytes.count - parser.messageLength
        )
    }

    var description: String {
        "\(result) \(status) \(start) \(fields) \(trailers) body=\(body) "
            + "keepsAlive=\(keepsAlive) surplus=\(surplus)"
    }
}

extension ReceiveBuffer {
    /// Puts bytes in as a socket would.
    mutating func append(_ bytes: some Collection<UInt8>) {
        guard reserve(bytes.count) else { return }
        free.copyBytes(from: bytes)
        append(count: bytes.count)
    }
}
