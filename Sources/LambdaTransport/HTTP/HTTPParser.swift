// How a message is parsed
// -----------------------
// The parser never copies a head and never allocates for a header field. It walks over the bytes in
// the receive buffer as they arrive, and keeps offsets from the start of the message. For
//
//     HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n3\r\na":\r\n0\r\n\r\n
//
// it stops at the end of each whole line (`position`), remembers how far it has looked for the end
// of the next one (`scanned`), and so does the same work whether the bytes come at once or one by
// one. A chunked body is made contiguous where it is: each chunk is moved down to the end of the
// one before, over the size line between them:
//
//     head | 2\r\n{"\r\n3\r\na":\r\n        ->        head | {"a": | free again
//
// A body that comes as one chunk (as Go servers send them) is therefore not moved at all: it begins
// behind its size line.

/// An incremental parser of HTTP/1.1 messages over a receive buffer.
///
/// What is not HTTP/1.1 is refused with an ``HTTPError``, and the parser is of no more use then.
package struct HTTPParser {
    /// Which start line is expected.
    package struct Role: Sendable {
        let isServer: Bool

        /// Status lines: we are the client.
        package static var response: Role { Role(isServer: false) }
        /// Request lines: we are the server.
        package static var request: Role { Role(isServer: true) }
    }

    /// What a call of ``advance(_:)`` came to.
    package enum Progress: Equatable, Sendable {
        /// More bytes are needed; that many to get through the current part.
        case needs(Int)
        case complete
    }

    enum Phase {
        case startLine
        case fields
        case fixedBody
        case chunkSize
        case chunkData
        case chunkEnd
        case trailers
        case untilClose
        case complete
    }

    package let role: Role
    /// The largest body that is accepted.
    package let bodyLimit: Int

    var phase = Phase.startLine
    /// Everything before this offset has been parsed.
    var position = 0
    /// No LF lies between ``position`` and this offset.
    var scanned = 0
    /// Where the head or the trailer section began, for its limit.
    var sectionStart = 0
    var framing = HTTPFraming()
    /// What is still to come of the body or the chunk.
    var remaining = 0
    var bodyStart = 0
    var bodyEnd = 0
    var interimResponses = 0

    /// The status code of a response.
    package internal(set) var status = 0
    /// 1 for HTTP/1.1, 0 for HTTP/1.0.
    package internal(set) var minorVersion = 1
    /// Where the method of a request lies.
    package internal(set) var method = 0..<0
    /// Where the target of a request lies.
    package internal(set) var target = 0..<0
    /// The header fields in order.
    ///
    /// The memory is kept from message to message.
    package internal(set) var fields: [HTTPField] = []
    /// The fields behind a chunked body.
    package internal(set) var trailers: [HTTPField] = []

    /// Creates a parser for one side of a connection.
    package init(role: Role, bodyLimit: Int = HTTPLimits.body) {
        self.role = role
        self.bodyLimit = bodyLimit
        fields.reserveCapacity(16)
    }

    /// A boolean value indicating whether start line and header fields are there.
    package var isHeadComplete: Bool { phase != .startLine && phase != .fields }
    package var isComplete: Bool { phase == .complete }
    /// Where the head lies, with the blank line at its end.
    package internal(set) var head = 0..<0
    /// Where the body lies, as far as it has arrived.
    package var body: Range<Int> { bodyStart..<max(bodyStart, bodyEnd) }
    /// The length of the message in the buffer, once it is complete.
    package var messageLength: Int { position }

    /// A boolean value indicating whether another message may follow on the connection.
    package var keepsAlive: Bool {
        guard isComplete, !framing.endsWithConnection, !framing.close else { return false }
        return minorVersion >= 1 || framing.keepAlive
    }

    /// A boolean value indicating whether the body was announced as chunked.
    package var isChunked: Bool { framing.isChunked }

    /// Goes as far as the bytes in the buffer allow.
    package mutating func advance(
        _ buffer: inout ReceiveBuffer
    ) throws(HTTPError) -> Progress {
        while true {
            let needed: Int
            switch phase {
            case .startLine, .fields, .trailers: needed = try advanceLines(&buffer)
            case .fixedBody: needed = advanceFixedBody(buffer)
            case .chunkSize, .chunkData, .chunkEnd: needed = try advanceChunks(&buffer)
            case .untilClose: needed = try advanceUntilClose(buffer)
            case .complete: return .complete
            }
            if needed > 0 { return .needs(needed) }
        }
    }

    /// Takes note that the peer has closed the connection.
    ///
    /// That completes a body without announced length, and cuts off anything else.
    package mutating func endOfStream() throws(HTTPError) {
        switch phase {
        case .complete: return
        case .untilClose: phase = .complete
        case .startLine, .fields: throw HTTPError(.truncatedHead)
        default: throw HTTPError(.truncatedBody)
        }
    }

    /// Cuts the complete message off the buffer and starts on the next one.
    package mutating func next(_ buffer: inout ReceiveBuffer) {
        buffer.consume(position)
        reset()
    }

    /// Starts anew, on a fresh connection.
    package mutating func reset() {
        phase = .startLine
        position = 0
        scanned = 0
        sectionStart = 0
        framing = HTTPFraming()
        remaining = 0
        bodyStart = 0
        bodyEnd = 0
        interimResponses = 0
        status = 0
        minorVersion = 1
        method = 0..<0
        target = 0..<0
        head = 0..<0
        fields.removeAll(keepingCapacity: true)
        if !trailers.isEmpty { trailers.removeAll() }
    }

    /// The value of the first field of a name.
    package func value(_ name: HTTPFieldName, in buffer: borrowing ReceiveBuffer) -> Range<Int>? {
        let bytes = buffer.bytes
        for field in fields
        where name.matches(UnsafeRawBufferPointer(rebasing: bytes[field.name])) {
            return field.value
        }
        return nil
    }
}

/// What the head says about the end of the message, RFC 9112 §6.3.
struct HTTPFraming {
    var contentLength: Int?
    var hasTransferEncoding = false
    var isChunked = false
    var close = false
    var keepAlive = false
    /// The body has no announced length: it ends when the connection does.
    var endsWithConnection = false
}
