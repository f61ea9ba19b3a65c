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

    /// The descriptor of the connection, to wait on.
    ///
    /// `nil` while there is none.
    package var descriptor: Int32? {
        switch socket {
        case .some(let live): live.descriptor
        case .none: nil
        }
    }

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
    /// - Parameters:
    ///   - part: The bytes.
    ///   - isPatient: Asked when nothing has moved for as long as the stall limit. Until it says no,
    ///     the server is taken to be slow.
    /// - Returns: Whether the server has answered already, and reads no further.
    /// - Throws: Why it could not be sent.
    package mutating func sendFirst(
        _ part: UnsafeRawBufferPointer,
        whileStalled isPatient: () -> Bool = { false }
    ) throws(HTTPFailure) -> Bool {
        endMessage()
        try open()
        return try send(part, isFirst: true, isPatient)
    }

    /// Sends a further part of a request.
    ///
    /// - Returns: Whether the server has answered already, and need not read any further.
    package mutating func sendNext(
        _ part: UnsafeRawBufferPointer,
        whileStalled isPatient: () -> Bool = { false }
    ) throws(HTTPFailure) -> Bool {
        if socket?.isQuiet == false {
            try receiveResponse(patience: .limited)
            return true
        }
        return try send(part, isFirst: false, isPatient)
    }

    private mutating func send(
        _ part: UnsafeRawBufferPointer,
        isFirst: Bool,
        _ isPatient: () -> Bool
    ) throws(HTTPFailure) -> Bool {
        var sent = 0
        while true {
            do {
                try sendAll(UnsafeRawBufferPointer(rebasing: part[sent...]))
                return false
            } catch {
                sent += error.accepted
                if error.error.isTimeout, socket?.isQuiet == true, isPatient() { continue }
                return try sendingFailed(error.error, isUnseen: isFirst && sent == 0)
            }
        }
    }

    /// A server may answer before it has read a large request, and then close or read no further:
    /// the answer, a 413 perhaps, is in the receive queue and says more than a broken pipe or a full
    /// one.
    private mutating func sendingFailed(
        _ error: SocketError,
        isUnseen: Bool
    ) throws(HTTPFailure) -> Bool {
        let failure = HTTPFailure(.send(error), isCertainlyUnprocessed: isUnseen)
        let mayHaveAnswered = error.isDisconnection || error.isTimeout && socket?.isQuiet == false
        guard mayHaveAnswered, !isUnseen else {
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

    /// Receives the response, which is then in ``reader``.
    ///
    /// - Parameters:
    ///   - patience: What the stall limit means before the first byte.
    ///   - isPatient: Asked when that limit has passed, as ``sendFirst(_:whileStalled:)`` does.
    /// - Throws: Why there is none.
    package mutating func receiveResponse(
        patience: HTTPReader.Patience,
        whileStalled isPatient: () -> Bool = { false }
    ) throws(HTTPFailure) {
        do {
            try receive(patience: patience, isPatient)
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
            throw HTTPFailure(.connect(error), isCertainlyUnprocessed: true)
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

    private mutating func receive(
        patience: HTTPReader.Patience,
        _ isPatient: () -> Bool
    ) throws(HTTPFailure) {
        switch socket {
        case .some(let live):
            while true {
                do throws(HTTPFailure) {
                    if try reader.receive(from: live, patience: patience) { return }
                } catch {
                    guard case .stalled = error.reason, reader.buffer.count == 0, isPatient() else {
                        throw error
                    }
                    continue
                }
                throw HTTPFailure(.closed)
            }
        case .none:
            throw HTTPFailure(.closed)
        }
    }
}
