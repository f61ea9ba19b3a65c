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
        reader = HTTPReader(role: .request)
    }

    var descriptor: Int32 { socket.descriptor }
    var wantsToRead: Bool { !(holdsRequest && owesAnswer) }
    var wantsToWrite: Bool { sent < outgoing.count }
}

extension ServerConnection {
    enum Received {
        case request(ServerRequest)
        case refused(HTTPError)
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
                case .stalled: return .nothing
                case .malformed(let flaw):
                    owesAnswer = true
                    keepsAlive = false
                    return .refused(flaw)
                default: return .closed
                }
            }
        }
        guard !owesAnswer else { return .nothing }
        let request = ServerRequest(reader)
        keepsAlive = reader.parser.keepsAlive
        // RFC 9112 section 7.1: HTTP/1.0 clients do not know chunks.
        takesChunks = reader.parser.minorVersion > 0
        reader.next()
        holdsRequest = false
        owesAnswer = true
        return .request(request)
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
    }
}
