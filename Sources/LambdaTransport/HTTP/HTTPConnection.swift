/// The client's end of one keep-alive connection: connects when needed, one request at a time.
///
/// It blocks, and belongs to one thread. Whether a failed request may be sent again is for the
/// caller to decide: ``HTTPFailure/isCertainlyUnprocessed`` says what is known.
package struct HTTPConnection: ~Copyable {
    package let endpoint: Endpoint
    /// How long a connection may make no progress before it counts as stalled.
    package let stallLimit: Duration
    package private(set) var reader: HTTPReader
    private var socket: Socket?

    /// Creates a connection, which is opened by the first request.
    package init(
        to endpoint: Endpoint,
        stallLimit: Duration = .seconds(30),
        bodyLimit: Int = HTTPLimits.body
    ) {
        self.endpoint = endpoint
        self.stallLimit = stallLimit
        reader = HTTPReader(role: .response, bodyLimit: bodyLimit)
    }

    package var isOpen: Bool { socket != nil }

    /// Sends a request and receives its response, which is then in ``reader``.
    ///
    /// The response before must not be needed any more.
    package mutating func exchange(
        _ request: UnsafeRawBufferPointer,
        patience: HTTPReader.Patience
    ) throws(HTTPFailure) {
        if try !sendFirst(request) { try receiveResponse(patience: patience) }
    }

    /// Sends a request, or the first part of one.
    ///
    /// - Returns: Whether the server has answered already, and reads no further.
    package mutating func sendFirst(
        _ part: UnsafeRawBufferPointer
    ) throws(HTTPFailure) -> Bool {
        endMessage()
        try open()
        return try send(part, isFirst: true)
    }

    /// Sends a further part of a request.
    ///
    /// - Returns: Whether the server has answered already, and need not read any further.
    package mutating func sendNext(
        _ part: UnsafeRawBufferPointer
    ) throws(HTTPFailure) -> Bool {
        if socket?.isQuiet == false {
            try receiveResponse(patience: .limited)
            return true
        }
        return try send(part, isFirst: false)
    }

    private mutating func send(
        _ part: UnsafeRawBufferPointer,
        isFirst: Bool
    ) throws(HTTPFailure) -> Bool {
        do {
            try sendAll(part)
            return false
        } catch {
            var failure = HTTPFailure(.send(error.error))
            failure.isCertainlyUnprocessed = isFirst && error.accepted == 0
            // A server may answer before it has read a large request, and then close or read no
            // further: the answer, a 413 perhaps, is in the receive queue and says more than a
            // broken pipe or a full one.
            let mayHaveAnswered =
                error.error.isDisconnection || error.error.isTimeout && socket?.isQuiet == false
            guard mayHaveAnswered, !failure.isCertainlyUnprocessed else {
                close()
                throw failure
            }
            do throws(HTTPFailure) {
                try receiveResponse(patience: .limited)
            } catch {
                if error.hasBegunResponse { throw error }
                close()
                throw failure
            }
            socket = nil
            return true
        }
    }

    /// Receives the response, which is then in ``reader``.
    package mutating func receiveResponse(patience: HTTPReader.Patience) throws(HTTPFailure) {
        do {
            try receive(patience: patience)
        } catch {
            var failure = error
            failure.hasBegunResponse = reader.buffer.count > 0
            // The reader is left as it is: its head may name an invocation that can be answered.
            socket = nil
            throw failure
        }
        if !reader.parser.keepsAlive || reader.hasSurplus { socket = nil }
    }

    /// Gives up the connection if it has ended while no request was under way.
    ///
    /// Costs a system call; worth it after a pause, before a request that must not be repeated.
    package mutating func closeIfStale() {
        guard isOpen, !reader.hasSurplus else { return }
        if socket?.isQuiet == false { socket = nil }
    }

    package mutating func close() {
        socket = nil
        reader.reset()
    }

    /// Forgets the last response and gives the memory of a large one back.
    ///
    /// - Returns: Whether it was a large one.
    @discardableResult
    package mutating func endMessage() -> Bool {
        if isOpen { return reader.next() }
        let wasLarge = reader.buffer.capacity > ReceiveBuffer.restingCapacity
        reader.reset()
        return wasLarge
    }

    private mutating func open() throws(HTTPFailure) {
        guard socket == nil else { return }
        do throws(SocketError) {
            socket = try connect()
        } catch {
            var failure = HTTPFailure(.connect(error))
            failure.isCertainlyUnprocessed = true
            throw failure
        }
    }

    /// Tries the addresses of the endpoint in their order.
    private func connect() throws(SocketError) -> Socket {
        var last = SocketError.unknownHost
        for address in try endpoint.addresses() {
            do throws(SocketError) {
                return try Socket.connect(to: address, stallLimit: stallLimit)
            } catch {
                last = error
            }
        }
        throw last
    }

    private func sendAll(_ request: UnsafeRawBufferPointer) throws(SendFailure) {
        try socket?.sendAll(request)
    }

    private mutating func receive(patience: HTTPReader.Patience) throws(HTTPFailure) {
        switch socket {
        case .some(let live):
            let isWhole = try reader.receive(from: live, patience: patience)
            if !isWhole { throw HTTPFailure(.closed) }
        case .none:
            throw HTTPFailure(.closed)
        }
    }
}
