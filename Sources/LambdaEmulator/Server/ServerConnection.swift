#if LOCAL_RUNNING
import LambdaTransport

/// One connection to the server.
///
/// Never blocks.
final class ServerConnection {
    let id: Int
    private let socket: Socket
    private var reader: HTTPReader

    /// What is still to be sent, and how much of it has been.
    private var outgoing: [UInt8] = []
    private var sent = 0

    /// A boolean value indicating whether the request that was read last has yet to be answered.
    ///
    /// Until it is, no further one is handled: answers go out in the order of the requests.
    private(set) var owesAnswer = false
    private var holdsRequest = false
    private var hasToldToContinue = false
    private var keepsAlive = true
    private var takesChunks = true
    private var isClosing = false
    private var discarded = 0

    /// The id of the invocation whose event is being sent.
    var invocationBeingSent: String?

    /// How much of a request is thrown away that was refused before it had arrived whole.
    private static let discardLimit = 256 * 1024 * 1024

    init(id: Int, socket: consuming Socket) {
        socket.disableBlocking()
        self.id = id
        self.socket = socket
        reader = HTTPReader(role: .request, bodyLimit: LocalRuntimeAPI.largestStream)
    }

    var descriptor: Int32 { socket.descriptor }
    var wantsToRead: Bool { !(holdsRequest && owesAnswer) }
    var wantsToWrite: Bool { sent < outgoing.count }
}

extension ServerConnection {
    enum Received {
        case request(ServerRequest)
        /// What has arrived is no request that could be handled.
        case refused(RuntimeAPIAnswer)
        case nothing
        case closed
    }

    /// Reads the next request, as far as it has arrived.
    func receive() -> Received {
        if isClosing { return discard() }
        if !holdsRequest {
            do {
                guard try reader.receive(from: socket) else { return .closed }
                holdsRequest = true
            } catch {
                switch error.reason {
                case .stalled:
                    tellToContinue()
                    return .nothing
                case .malformed(let flaw):
                    return refuse(
                        flaw.reason == .bodyTooLarge ? .tooLarge : .malformed(flaw.description)
                    )
                default: return .closed
                }
            }
        }
        guard !owesAnswer else { return .nothing }
        guard namesOneHost else {
            return refuse(.malformed("Expected one Host field (RFC 9112 §3.2)."))
        }
        let request = ServerRequest(reader)
        keepsAlive = reader.parser.keepsAlive
        // RFC 9112 section 7.1: HTTP/1.0 clients do not know chunks.
        takesChunks = reader.parser.minorVersion > 0
        reader.next()
        holdsRequest = false
        hasToldToContinue = false
        owesAnswer = true
        return .request(request)
    }

    private func refuse(_ answer: RuntimeAPIAnswer) -> Received {
        owesAnswer = true
        keepsAlive = false
        return .refused(answer)
    }

    /// A boolean value indicating whether the request has the Host field that it must have.
    ///
    /// HTTP/1.0 does not know it.
    private var namesOneHost: Bool {
        var count = 0
        for field in reader.parser.fields
        where HTTPFieldName.host.matches(reader.bytes(field.name)) { count += 1 }
        return count == 1 || count == 0 && reader.parser.minorVersion == 0
    }

    /// Asks for the body of a request where the client waits for that (RFC 9110 section 10.1.1).
    private func tellToContinue() {
        guard !hasToldToContinue, !owesAnswer, reader.parser.isHeadComplete,
            reader.parser.minorVersion > 0,
            let expectation = reader.value(HTTPFieldName("expect")),
            HTTPFieldName("100-continue").matches(expectation)
        else { return }
        hasToldToContinue = true
        outgoing += "HTTP/1.1 100 Continue\r\n\r\n".utf8
    }

    /// Reads on after a refusal and throws it away: closing on unread bytes would reset the connection,
    /// and the client might never see the answer (RFC 9112 section 9.6).
    private func discard() -> Received {
        while discarded < Self.discardLimit {
            var scratch = [UInt8](repeating: 0, count: 65536)
            let count = scratch.withUnsafeMutableBytes { buffer -> Int? in
                do throws(SocketError) {
                    return try socket.receive(into: buffer)
                } catch {
                    return error.isTimeout ? nil : 0
                }
            }
            guard let count else { return .nothing }
            guard count > 0 else { return .closed }
            discarded += count
        }
        return .closed
    }

    /// Queues the answer to the request that was read last.
    func send(_ answer: RuntimeAPIAnswer) {
        owesAnswer = false
        isClosing = !keepsAlive
        outgoing.removeFirst(sent)
        sent = 0
        outgoing += answer.message(closing: isClosing, chunked: takesChunks)
    }

    /// Sends as much as the peer takes.
    ///
    /// - Returns: `false` where the connection is broken.
    func flush() -> Bool {
        guard wantsToWrite else { return true }
        let failure = outgoing.withUnsafeBytes { bytes -> SendFailure? in
            do throws(SendFailure) {
                try socket.sendAll(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
                return nil
            } catch {
                return error
            }
        }
        if let failure {
            sent += failure.accepted
            return failure.error.isTimeout
        }
        outgoing = []
        sent = 0
        invocationBeingSent = nil
        if isClosing { socket.finishSending() }
        return true
    }
}

/// What a request says that matters to this server.
struct ServerRequest {
    let method: String
    /// The target without its query.
    let path: String
    let body: [UInt8]
    let contentType: String?
    let functionErrorType: String?
    /// A boolean value indicating whether it is a response in pieces.
    let isStreamed: Bool
    /// The error with which a streamed response broke off, as the trailers tell it.
    ///
    /// `nil` for one that is whole.
    let interruption: FunctionFailure?

    init(_ reader: borrowing HTTPReader) {
        func text(_ name: HTTPFieldName) -> String? {
            reader.value(name).map { String(decoding: $0, as: UTF8.self) }
        }
        method = String(decoding: reader.bytes(reader.parser.method), as: UTF8.self)
        let target = reader.bytes(reader.parser.target).prefix { $0 != UInt8(ascii: "?") }
        path = String(decoding: target, as: UTF8.self)
        body = Array(reader.body)
        contentType = text(.contentType)
        functionErrorType = text(HTTPFieldName("lambda-runtime-function-error-type"))
        isStreamed = text(HTTPFieldName("lambda-runtime-function-response-mode")) == "streaming"
        let type = reader.trailer(HTTPFieldName("lambda-runtime-function-error-type"))
        let document = reader.trailer(HTTPFieldName("lambda-runtime-function-error-body"))
        interruption =
            type == nil && document == nil
            ? nil
            : FunctionFailure(
                type: type.map { String(decoding: $0, as: UTF8.self) },
                body: document.flatMap(Self.base64Decoded) ?? []
            )
    }

    /// RFC 4648 section 4; `nil` where it is none.
    private static func base64Decoded(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for character in text where character != UInt8(ascii: "=") {
            let sextet: UInt8
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): sextet = character - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): sextet = character - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): sextet = character + 4
            case UInt8(ascii: "+"): sextet = 62
            case UInt8(ascii: "/"): sextet = 63
            default: return nil
            }
            bits = bits << 6 | UInt32(sextet)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}
#endif
