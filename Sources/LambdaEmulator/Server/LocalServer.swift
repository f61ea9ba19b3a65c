#if LOCAL_RUNNING
package import LambdaTransport

/// What a ``LocalServer`` asks and tells.
package protocol ServerHandler: AnyObject {
    /// Answers a request.
    ///
    /// `nil` where the answer comes later, through ``LocalServer/send(_:to:_:as:)``.
    func answer(to request: ServerRequest, from connection: Int) -> ServerAnswer?
    /// Decides whether the body of a request is taken in pieces, by its head.
    ///
    /// Only asked where the head says that the body is a response in pieces.
    func takesPieces(of head: ServerRequest, from connection: Int) -> Bool
    /// Takes a piece of such a body.
    ///
    /// - Returns: What to answer instead of taking the rest. `nil` for going on.
    func take(_ piece: [UInt8], from connection: Int) -> ServerAnswer?
    /// Answers what is no request that could be handled.
    func answer(to refusal: ServerRefusal) -> ServerAnswer
    /// Takes note of the end of a connection, and of the name of the answer that was not sent whole.
    func connectionEnded(_ connection: Int, unsent: String?)
}

extension ServerHandler {
    /// Takes all bodies whole.
    package func takesPieces(of head: ServerRequest, from connection: Int) -> Bool { false }
    /// Takes nothing.
    package func take(_ piece: [UInt8], from connection: Int) -> ServerAnswer? { nil }
}

/// Why a request is not handled.
package enum ServerRefusal: Equatable, Sendable {
    case bodyTooLarge
    /// It is not HTTP, or breaks a limit, for this reason.
    case malformed(String)
}

/// An HTTP/1.1 server of many connections, and of no thread.
///
/// It never blocks: its owner waits for what ``prepare(_:)`` asks for, and lets it
/// ``advance(_:_:)``. Closes all its sockets when it goes away.
package final class LocalServer {
    private let listener: Listener
    /// Oldest first, so that a closed one is noticed before the one that replaces it.
    private var connections: [ServerConnection] = []
    private var connectionCount = 0
    /// A boolean value indicating whether the next wait is for new connections too.
    private var isAccepting = true
    /// The longest wait that is not.
    private static let acceptPause = Duration.milliseconds(50)

    /// The most connections at once: those of the largest concurrency that Lambda offers, and some.
    private static let connectionLimit = 2048

    /// A boolean value indicating whether a client that sends nothing more may still wait for an answer.
    ///
    /// From here, it looks like one that has gone. That is noticed, then, when it is sent something.
    package var answersHalfClosed = false

    /// A boolean value indicating whether bodies that are taken in pieces have to wait.
    package var holdsPieces = false

    /// Where the entries of the last ``prepare(_:)`` begin, and whose they are.
    private var firstEntry = 0
    private var prepared: [ServerConnection] = []

    /// Starts listening.
    ///
    /// - Parameters:
    ///   - host: An IP address of this machine.
    ///   - port: 0 lets the system choose a free one.
    /// - Throws: ``SocketError`` where the port is taken, or the address is another machine's.
    package init(host: String = "127.0.0.1", port: UInt16 = 0) throws(SocketError) {
        listener = try Listener(loopback: host, port: port)
        listener.disableBlocking()
    }

    package var port: UInt16 { listener.port }

    /// Adds what the server waits for.
    package func prepare(_ readiness: inout Readiness) {
        firstEntry = readiness.count
        prepared = connections
        readiness.add(
            listener.descriptor,
            reading: isAccepting && connections.count < Self.connectionLimit
        )
        for connection in connections {
            readiness.add(
                connection.descriptor,
                reading: connection.wantsToRead && !(holdsPieces && connection.isTakingPieces),
                writing: connection.wantsToWrite
            )
        }
        if !isAccepting { readiness.limit(to: Self.acceptPause) }
        isAccepting = true
    }

    /// Handles all that has happened while its owner waited.
    package func advance(_ readiness: Readiness, _ handler: any ServerHandler) {
        for (index, connection) in prepared.enumerated()
        where readiness.isReady(firstEntry + 1 + index) { serve(connection, handler) }
        if readiness.isReady(firstEntry) { acceptAll(handler) }
        prepared = []
    }

    /// Sends an answer that a connection waits for.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - connection: The number of the connection, which may have ended.
    ///   - handler: Is asked what to do with a request that was read in the meantime.
    ///   - name: What ``ServerHandler/connectionEnded(_:unsent:)`` is told if it is not sent whole.
    package func send(
        _ answer: ServerAnswer,
        to connection: Int,
        _ handler: any ServerHandler,
        as name: String? = nil
    ) {
        guard let connection = connections.first(where: { $0.id == connection }) else { return }
        connection.answerBeingSent = name
        connection.send(answer)
        serve(connection, handler)
    }

    /// Does something with an answer that goes out in pieces, and sends what it can of it.
    private func change(
        _ connection: Int,
        _ handler: any ServerHandler,
        _ body: (ServerConnection) -> Void
    ) {
        guard let connection = connections.first(where: { $0.id == connection }) else { return }
        body(connection)
        serve(connection, handler)
    }

    /// Sends the head of an answer that a connection waits for; its body follows in pieces.
    ///
    /// The body of the answer itself is not sent.
    package func begin(
        _ answer: ServerAnswer,
        to connection: Int,
        _ handler: any ServerHandler
    ) {
        change(connection, handler) { $0.begin(answer) }
    }

    /// Sends a piece of an answer that has begun.
    package func send(piece: [UInt8], to connection: Int, _ handler: any ServerHandler) {
        change(connection, handler) { $0.send(piece: piece) }
    }

    /// Ends an answer that has begun.
    package func finish(_ connection: Int, _ handler: any ServerHandler) {
        change(connection, handler) { $0.finish() }
    }

    /// Breaks off an answer that has begun, in such a way that the client notices.
    package func abandon(_ connection: Int, _ handler: any ServerHandler) {
        change(connection, handler) { $0.abandon() }
    }

    /// How many bytes a client has yet to take.
    package func backlog(of connection: Int) -> Int {
        connections.first { $0.id == connection }?.backlog ?? 0
    }

    /// Names the answer that a request is about to be given.
    func nameAnswer(of connection: Int, _ name: String) {
        connections.first { $0.id == connection }?.answerBeingSent = name
    }

    private func acceptAll(_ handler: any ServerHandler) {
        while connections.count < Self.connectionLimit {
            do throws(SocketError) {
                connectionCount += 1
                let connection = ServerConnection(
                    id: connectionCount,
                    socket: try listener.accept(),
                    answersHalfClosed: answersHalfClosed
                )
                connections.append(connection)
                serve(connection, handler)
            } catch {
                // Out of descriptors: the listener stays readable, so it is left alone for one wait.
                if !error.isTimeout { isAccepting = false }
                return
            }
        }
    }

    private func serve(_ connection: ServerConnection, _ handler: any ServerHandler) {
        while connection.flush() {
            switch connection.receive() {
            case .request(let request):
                if let answer = handler.answer(to: request, from: connection.id) {
                    connection.send(answer)
                }
            case .head(let head):
                connection.takePieces(handler.takesPieces(of: head, from: connection.id))
            case .piece(let piece):
                if let answer = handler.take(piece, from: connection.id) {
                    connection.refuseRest(with: answer)
                } else if !connection.hasWholeRequest {
                    // One in each round, so that nobody has to wait for the end of a long body.
                    return
                }
            case .refused(let refusal): connection.send(handler.answer(to: refusal))
            case .nothing: return
            case .closed: return drop(connection, handler)
            }
        }
        drop(connection, handler)
    }

    private func drop(_ connection: ServerConnection, _ handler: any ServerHandler) {
        // It may have been dropped before, by an answer within this round.
        guard let index = connections.firstIndex(where: { $0 === connection }) else { return }
        connections.remove(at: index)
        handler.connectionEnded(connection.id, unsent: connection.answerBeingSent)
    }
}
#endif
