#if LOCAL_RUNNING
import LambdaTransport

/// One connection to a local server.
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
    /// How the answer to the request that was read last is to go out.
    private var delivery = ServerAnswer.Delivery()
    private var isClosing = false
    /// Whether the end of what the client sends is the end of the connection only when nothing is owed.
    private let answersHalfClosed: Bool
    private var hasPeerFinished = false
    /// How the body of the request that is being read is taken.
    ///
    /// `nil` until its head has arrived.
    private var takesPieces: Bool?
    /// A boolean value indicating whether the answer goes out in pieces, the last of which is to come.
    private var isSendingPieces = false
    /// A boolean value indicating whether the answer breaks off behind what is still to be sent.
    private var isAbandoned = false
    private var discarded = 0

    /// What the owner of the server remembers of the answer that is being sent.
    ///
    /// `nil` once all of it has been.
    var answerBeingSent: String?

    /// How much of a request is thrown away that was refused before it had arrived whole.
    private static let discardLimit = 256 * 1024 * 1024

    init(id: Int, socket: consuming Socket, answersHalfClosed: Bool) {
        socket.disableBlocking()
        self.answersHalfClosed = answersHalfClosed
        self.id = id
        self.socket = socket
        reader = HTTPReader(role: .request, bodyLimit: LocalRuntimeAPI.largestStream)
    }

    var descriptor: Int32 { socket.descriptor }
    var wantsToRead: Bool { !(holdsRequest && owesAnswer) && !hasPeerFinished }
    var wantsToWrite: Bool { sent < outgoing.count }
    /// A boolean value indicating whether the body of a request is being taken in pieces.
    var isTakingPieces: Bool { takesPieces == true }
    /// A boolean value indicating whether the request that is being read has arrived whole.
    var hasWholeRequest: Bool { reader.parser.isComplete }
    /// How many bytes the client has yet to take.
    var backlog: Int { outgoing.count - sent }
}

extension ServerConnection {
    enum Received {
        /// The head of a request whose body could be taken in pieces; see ``takePieces(_:)``.
        case head(ServerRequest)
        /// Bytes of its body.
        case piece([UInt8])
        /// A request, without what has been taken of its body.
        case request(ServerRequest)
        /// What has arrived is no request that could be handled.
        ///
        /// Nothing after it can be trusted to be a request.
        case refused(ServerRefusal)
        case nothing
        case closed
    }

    /// Reads the next request, as far as it has arrived.
    func receive() -> Received {
        if hasPeerFinished { return peerFinished() }
        if isClosing { return discard() }
        if !holdsRequest {
            do {
                if takesPieces == nil {
                    guard try reader.receive(from: socket, until: .head) else {
                        return peerFinished()
                    }
                    if asksForPieces, namesOneHost { return .head(ServerRequest(reader)) }
                    takesPieces = false
                }
                if isTakingPieces {
                    guard let piece = try receivePiece() else { return .nothing }
                    if !piece.isEmpty { return .piece(piece) }
                } else {
                    guard try reader.receive(from: socket) else { return peerFinished() }
                }
                holdsRequest = true
            } catch {
                switch error.reason {
                case .stalled:
                    tellToContinue()
                    return .nothing
                case .malformed(let flaw):
                    return refuse(
                        flaw.reason == .bodyTooLarge ? .bodyTooLarge : .malformed("\(flaw)")
                    )
                case .closed: return peerFinished()
                default: return .closed
                }
            }
        }
        guard !owesAnswer else { return .nothing }
        guard namesOneHost else {
            return refuse(.malformed("Expected one Host field (RFC 9112 §3.2)."))
        }
        var request = ServerRequest(reader)
        if let sourceIP = PeerAddress.text(of: descriptor) { request.sourceIP = sourceIP }
        keepsAlive = reader.parser.keepsAlive
        delivery.allowsChunks = reader.parser.minorVersion > 0
        delivery.omitsBody = request.method == "HEAD"
        reader.next()
        holdsRequest = false
        hasToldToContinue = false
        takesPieces = nil
        owesAnswer = true
        return .request(request)
    }

    /// Takes note that the client sends nothing more.
    ///
    /// With `shutdown(SHUT_WR)`, as `nc -N` has it, it waits for what it is owed (RFC 9112 section 9.6).
    private func peerFinished() -> Received {
        guard answersHalfClosed, owesAnswer || wantsToWrite else { return .closed }
        hasPeerFinished = true
        keepsAlive = false
        return .nothing
    }

    /// Decides how the body is taken of the request whose head has arrived.
    func takePieces(_ takesPieces: Bool) {
        self.takesPieces = takesPieces
    }

    /// Receives bytes of the body.
    ///
    /// - Returns: The bytes, none at the end of the body. `nil` where those that have arrived were none
    ///   of it.
    private func receivePiece() throws(HTTPFailure) -> [UInt8]? {
        // Some may have come with the head.
        if reader.body.isEmpty {
            guard try reader.receive(from: socket, until: .progress) else {
                throw HTTPFailure(.closed)
            }
        }
        let piece = Array(reader.body)
        reader.dropBody()
        return piece.isEmpty && !reader.parser.isComplete ? nil : piece
    }

    /// A boolean value indicating whether the head says that the body is a response in pieces.
    private var asksForPieces: Bool {
        guard let mode = reader.value(HTTPFieldName("lambda-runtime-function-response-mode")) else {
            return false
        }
        return HTTPFieldName("streaming").matches(mode)
    }

    /// Refuses the rest of a body that is being taken in pieces.
    func refuseRest(with answer: ServerAnswer) {
        _ = refuse(.bodyTooLarge)
        takesPieces = false
        send(answer)
    }

    private func refuse(_ refusal: ServerRefusal) -> Received {
        owesAnswer = true
        keepsAlive = false
        delivery = ServerAnswer.Delivery()
        return .refused(refusal)
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
            guard count > 0 else { return peerFinished() }
            discarded += count
        }
        return .closed
    }

    /// Queues the answer to the request that was read last.
    func send(_ answer: ServerAnswer) {
        owesAnswer = false
        isClosing = !keepsAlive
        delivery.isLast = isClosing
        append(answer.message(delivery))
    }

    private func append(_ bytes: [UInt8]) {
        outgoing.removeFirst(sent)
        sent = 0
        outgoing += bytes
    }

    /// Sends as much as the peer takes.
    ///
    /// - Returns: `false` where the connection is broken.
    func flush() -> Bool {
        guard wantsToWrite else { return !isAbandoned }
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
        if !isSendingPieces { answerBeingSent = nil }
        if isClosing { socket.finishSending() }
        return !isAbandoned
    }
}

// MARK: - Answers in pieces

extension ServerConnection {
    /// Queues the head of an answer whose body follows in pieces.
    func begin(_ answer: ServerAnswer) {
        // Without chunks, the end of the connection is the end of the body (RFC 9112 section 6.3).
        keepsAlive = keepsAlive && delivery.allowsChunks
        delivery.isLast = !keepsAlive
        isSendingPieces = true
        append(answer.head(delivery, .pieces))
        if !answer.hasBody { delivery.omitsBody = true }
    }

    /// Queues a piece.
    func send(piece: [UInt8]) {
        guard isSendingPieces, !delivery.omitsBody, !piece.isEmpty else { return }
        guard delivery.allowsChunks else { return append(piece) }
        append(Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8))
    }

    /// Queues the end of the answer.
    func finish() {
        guard isSendingPieces else { return }
        if delivery.allowsChunks, !delivery.omitsBody { append(Array("0\r\n\r\n".utf8)) }
        isSendingPieces = false
        owesAnswer = false
        isClosing = !keepsAlive
        if isClosing, !wantsToWrite { socket.finishSending() }
    }

    /// Breaks the answer off, so that the client knows that it is not whole.
    func abandon() {
        isAbandoned = true
    }
}
#endif
