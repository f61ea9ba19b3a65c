#if LOCAL_RUNNING
import LambdaEmulator
import LambdaJSON
import Testing

@testable import LambdaLocal

struct EventStreamTests {
    @Test(
        arguments: [
            // The check value of the algorithm's catalogues, and the bytes of the specification's example
            // of a message without headers: its prelude, and all of it but the last checksum.
            (Array("123456789".utf8), 0xCBF4_3926),
            ([0, 0, 0, 0x1D, 0, 0, 0, 0], 0xFD52_8C5A),
            (
                [0, 0, 0, 0x1D, 0, 0, 0, 0, 0xFD, 0x52, 0x8C, 0x5A] + Array("{'foo':'bar'}".utf8),
                0xC365_3936
            ),
            ([], 0),
        ] as [([UInt8], UInt32)]
    )
    func checksums(_ bytes: [UInt8], _ expected: UInt32) {
        #expect(CRC32.checksum(bytes) == expected)
    }

    @Test(arguments: [0, 1, 7, 70_000])
    func framesPieces(_ size: Int) throws {
        let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        let messages = try EventStreamMessage.parse(EventStream.payloadChunk(piece))
        #expect(messages.count == 1)
        #expect(
            messages.first?.headers == [
                ":event-type": "PayloadChunk", ":message-type": "event",
                ":content-type": "application/octet-stream",
            ]
        )
        #expect(messages.first?.payload == piece)
    }

    @Test func saysThatAResponseIsWhole() throws {
        let messages = try EventStreamMessage.parse(
            EventStream.invokeComplete(error: nil, log: nil)
        )
        #expect(messages.first?.headers[":event-type"] == "InvokeComplete")
        #expect(messages.first?.headers[":content-type"] == "application/json")
        #expect(messages.first?.text == "{}")
    }

    @Test func saysWhyAResponseIsNotWhole() throws {
        let failure = EventStream.Failure(code: "Function.Sad", details: #"{"errorMessage":"é"}"#)
        let messages = try EventStreamMessage.parse(
            EventStream.invokeComplete(error: failure, log: Array("END\n".utf8))
        )
        #expect(
            messages.first?.text
                == #"{"ErrorCode":"Function.Sad","ErrorDetails":"{\"errorMessage\":\"é\"}","LogResult":"RU5ECg=="}"#
        )
    }
}

/// A message of an event stream, as a client reads it.
struct EventStreamMessage {
    var headers: [String: String] = [:]
    var payload: [UInt8] = []

    var text: String { String(decoding: payload, as: UTF8.self) }

    struct Malformed: Error {
        let what: String
    }

    /// Reads all messages, and checks their checksums.
    static func parse(_ bytes: [UInt8]) throws -> [EventStreamMessage] {
        var messages: [EventStreamMessage] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 16 else { throw Malformed(what: "prelude") }
            let start = rest.startIndex
            let length = Int(number(rest[start...], 4))
            let headersLength = Int(number(rest[(start + 4)...], 4))
            guard length <= rest.count, headersLength + 16 <= length else {
                throw Malformed(what: "length")
            }
            guard CRC32.checksum(Array(rest.prefix(8))) == number(rest[(start + 8)...], 4) else {
                throw Malformed(what: "checksum of the prelude")
            }
            let end = start + length
            guard
                CRC32.checksum(Array(rest[start..<(end - 4)])) == number(rest[(end - 4)...], 4)
            else { throw Malformed(what: "checksum of the message") }
            var message = EventStreamMessage()
            var headers = rest[(start + 12)..<(start + 12 + headersLength)]
            while let length = headers.popFirst() {
                let name = String(decoding: headers.prefix(Int(length)), as: UTF8.self)
                headers = headers.dropFirst(Int(length))
                guard headers.popFirst() == 7 else { throw Malformed(what: "type of \(name)") }
                let size = Int(number(headers, 2))
                headers = headers.dropFirst(2)
                message.headers[name] = String(decoding: headers.prefix(size), as: UTF8.self)
                headers = headers.dropFirst(size)
            }
            message.payload = Array(rest[(start + 12 + headersLength)..<(end - 4)])
            messages.append(message)
            rest = rest[end...]
        }
        return messages
    }

    private static func number(_ bytes: ArraySlice<UInt8>, _ count: Int) -> UInt32 {
        bytes.prefix(count).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
#endif
