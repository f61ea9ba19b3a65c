// An exchange that never blocks
// -----------------------------
// The same request and response as over an ``HTTPConnection``, by steps that each return at once. A
// poller says when there may be something to do, the owner calls ``advance(_:)``, and time that runs
// out is told with ``expire(_:)``:
//
//     begin ─> connecting ─> sending ─> receiving ─> complete
//                  │            │ ▲
//                  │            ▼ │ append
//                  │         waiting for more of the request (a stream)
//                  ▼
//            the next address
//
// Reports of a poller come once per change. So what they said is kept in `mayRead` and `mayWrite`
// until a call says that it would block, and while no exchange is under way a report means that the
// connection has ended, or brings bytes that nobody asked for: it is then given up, before a request
// that must not be repeated goes over it.

/// The client's end of one keep-alive connection, for a thread that serves many of them.
///
/// Whether a failed request may be sent again is for the caller to decide, as with
/// ``HTTPConnection``.
package final class PolledConnection {
    /// How an exchange stands.
    package enum Progress: Sendable {
        /// It waits for the peer.
        case waiting
        /// All that there was of the request has been taken; there is more to come.
        case needsMore
        /// The response is in ``reader``.
        case complete
    }

    private enum Phase {
        case idle
        case connecting
        case sending
        case receiving
    }

    package let endpoint: Endpoint
    /// How long a connection may make no progress, in nanoseconds.
    private let stallLimit: Int64
    private let poller: Poller
    private let number: Int
    package private(set) var reader: HTTPReader

    private var phase = Phase.idle
    private var socket: Socket?
    private var addresses: ArraySlice<SocketAddress> = []
    private var mayRead = false
    private var mayWrite = false
    private var hasEnded = false

    private var request: [UInt8] = []
    private var sent = 0
    private var isRequestWhole = true
    /// Whether the request comes in parts.
    private var isStream = false
    /// Whether a byte of the request has been taken by the kernel.
    private var hasSent = false
    private var patience = HTTPReader.Patience.limited
    private var sendFailure: HTTPFailure?
    private var received = 0

    /// When the exchange has stalled, in nanoseconds of the monotonic clock; never with `Int64.max`.
    package private(set) var deadline = Int64.max

    /// Creates a connection, which is opened by the first request.
    ///
    /// The number is what the poller is to call it.
    package init(
        to endpoint: Endpoint,
        stallLimit: Duration,
        poller: Poller,
        number: Int,
        bodyLimit: Int = HTTPLimits.body
    ) {
        self.endpoint = endpoint
        self.stallLimit = stallLimit.wholeMilliseconds * 1_000_000
        self.poller = poller
        self.number = number
        reader = HTTPReader(role: .response, bodyLimit: bodyLimit)
    }

    package var isOpen: Bool { socket != nil }

    /// Begins an exchange; ``advance(_:)`` does the rest.
    ///
    /// The response before must not be needed any more. The bytes hold the request from the start on, or as
    /// much of it as there is.
    package func begin(
        _ bytes: consuming [UInt8],
        from start: Int = 0,
        isWhole: Bool = true,
        patience: HTTPReader.Patience = .limited,
        now: Int64
    ) {
        forgetMessage()
        request = bytes
        sent = start
        isRequestWhole = isWhole
        isStream = !isWhole
        hasSent = false
        self.patience = patience
        sendFailure = nil
        received = 0
        phase = socket == nil ? .connecting : .sending
        moved(now)
    }

    /// Adds to a request that was not whole.
    package func append(_ bytes: consuming [UInt8], isWhole: Bool, now: Int64) {
        // What was there has been sent, unless the owner does not wait for that.
        if sent == request.count {
            request = bytes
            sent = 0
        } else {
            request += bytes
        }
        isRequestWhole = isWhole
        moved(now)
    }

    /// Takes note of what a poller has said.
    package func note(_ change: SocketChange) {
        if change.mayRead { mayRead = true }
        if change.mayWrite { mayWrite = true }
        if change.hasEnded { hasEnded = true }
        guard phase == .idle, mayRead else { return }
        mayRead = false
        if socket?.isQuiet == false { socket = nil }
    }

    /// Goes as far as it can without waiting.
    package func advance(_ now: Int64) throws(HTTPFailure) -> Progress {
        if phase == .connecting, try connect(now) == .waiting { return .waiting }
        if phase == .sending {
            let progress = try send(now)
            if phase == .sending { return progress }
        }
        return phase == .receiving ? try receive(now) : .complete
    }

    /// A boolean value indicating whether a stream waits for a peer that does not read on.
    package var isHeldBack: Bool { phase == .sending && isStream && hasSent && !mayRead }

    /// Waits for that peer however long it takes.
    package func waitForReader() {
        deadline = .max
    }

    /// Takes note that ``deadline`` has passed.
    ///
    /// - Returns: What the exchange has failed with, `nil` where it goes on.
    @inline(never)
    @_optimize(size)
    package func expire(_ now: Int64) -> HTTPFailure? {
        guard now >= deadline else { return nil }
        var failure: HTTPFailure
        switch phase {
        case .idle: return nil
        case .connecting: return connectNext(after: .timeout(.connect), now)
        case .sending:
            // The answer of a server that reads no further may be there.
            if hasSent, mayRead {
                sendFailure = HTTPFailure(.send(.timeout(.send)))
                phase = .receiving
                moved(now)
                return nil
            }
            failure = HTTPFailure(.send(.timeout(.send)), isCertainlyUnprocessed: !hasSent)
        case .receiving:
            failure = sendFailure ?? HTTPFailure(.stalled)
            failure.hasBegunResponse = reader.buffer.count > 0
        }
        abandon()
        return failure
    }

    /// Gives the memory of the response back as soon as nothing of it is needed any more.
    package func forgetMessage() {
        if isOpen { reader.next() } else { reader.reset() }
    }

    package func close() {
        abandon()
        reader.reset()
    }

    /// Ends the connection and leaves the reader as it is: its head may name an invocation that can
    /// be answered.
    private func abandon() {
        socket = nil
        finish()
    }

    private func finish() {
        phase = .idle
        deadline = .max
        request = []
        sent = 0
        // A report of data and end comes once for both.
        mayRead = hasEnded
        if hasEnded { socket = nil }
    }

    private func moved(_ now: Int64) {
        deadline = now &+ stallLimit
    }
}

// MARK: - Connecting

extension PolledConnection {
    @inline(never)
    @_optimize(size)
    private func connect(_ now: Int64) throws(HTTPFailure) -> Progress {
        var last = SocketError.unknownHost
        if socket != nil {
            guard mayWrite else { return .waiting }
            guard let error = socket?.pendingError else {
                phase = .sending
                moved(now)
                return .complete
            }
            last = error
        } else {
            do throws(SocketError) {
                addresses = try endpoint.addresses()[...]
            } catch {
                addresses = []
                last = error
            }
        }
        if let failure = connectNext(after: last, now) { throw failure }
        return .waiting
    }

    /// Begins to connect to the next address.
    ///
    /// - Returns: What connecting has failed with, `nil` where it goes on.
    @inline(never)
    @_optimize(size)
    private func connectNext(after error: SocketError, _ now: Int64) -> HTTPFailure? {
        socket = nil
        var last = error
        while let address = addresses.popFirst() {
            do throws(SocketError) {
                try begin(address)
                moved(now)
                return nil
            } catch {
                last = error
            }
        }
        abandon()
        return HTTPFailure(.connect(last), isCertainlyUnprocessed: true)
    }

    @inline(never)
    @_optimize(size)
    private func begin(_ address: SocketAddress) throws(SocketError) {
        let new = try Socket.beginConnect(to: address)
        mayRead = false
        mayWrite = false
        hasEnded = false
        let failure = poller.add(new, as: number)
        if failure != 0 { throw SocketError(.open, failure) }
        socket = consume new
    }
}

// MARK: - Sending and receiving

extension PolledConnection {
    private func send(_ now: Int64) throws(HTTPFailure) -> Progress {
        if hasEarlyAnswer() {
            phase = .receiving
            moved(now)
            return .waiting
        }
        if sent < request.count, mayWrite {
            do throws(SendFailure) {
                try sendRest()
                sent = request.count
                hasSent = true
                moved(now)
            } catch {
                if error.accepted > 0 {
                    sent += error.accepted
                    hasSent = true
                    moved(now)
                }
                mayWrite = false
                if !error.error.isTimeout { try sendFailed(error.error) }
            }
        }
        if sent < request.count || phase != .sending { return .waiting }
        // Whoever hands in the parts of a stream gets their memory back for the next one.
        request = []
        sent = 0
        if isRequestWhole {
            phase = .receiving
            return .waiting
        }
        // A pause in a stream is the handler's, not the peer's.
        deadline = .max
        return .needsMore
    }

    /// Whether the peer answers a stream before its end, or has gone.
    private func hasEarlyAnswer() -> Bool {
        guard isStream, hasSent, mayRead else { return false }
        if socket?.isQuiet == true { mayRead = false }
        return mayRead
    }

    private func sendRest() throws(SendFailure) {
        var failure: SendFailure?
        request.withUnsafeBytes { bytes in
            let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
            do throws(SendFailure) {
                try socket?.sendAll(rest)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// A server may answer before it has read a large request, and then close: the answer, a 413
    /// perhaps, is in the receive queue and says more than a broken pipe.
    @inline(never)
    @_optimize(size)
    private func sendFailed(_ error: SocketError) throws(HTTPFailure) {
        let failure = HTTPFailure(.send(error), isCertainlyUnprocessed: !hasSent)
        guard hasSent, error.isDisconnection else {
            abandon()
            throw failure
        }
        sendFailure = failure
        mayRead = true
        phase = .receiving
    }

    private func receive(_ now: Int64) throws(HTTPFailure) -> Progress {
        guard mayRead else { return awaitMore(now) }
        do throws(HTTPFailure) {
            guard let isWhole = try receiveAvailable() else { return awaitMore(now) }
            if !isWhole { throw HTTPFailure(.closed) }
        } catch {
            var failure = error
            failure.hasBegunResponse = reader.buffer.count > 0
            if !failure.hasBegunResponse, let sendFailure { failure = sendFailure }
            abandon()
            throw failure
        }
        let isUsable = sendFailure == nil && isRequestWhole && sent == request.count
        if !isUsable || !reader.parser.keepsAlive || reader.hasSurplus { socket = nil }
        finish()
        return .complete
    }

    /// Receives what is there.
    ///
    /// - Returns: `nil` where that is not all, `false` where the peer has closed the connection
    ///   before the first byte.
    private func receiveAvailable() throws(HTTPFailure) -> Bool? {
        switch socket {
        case .some(let live):
            do throws(HTTPFailure) {
                return try reader.receive(from: live)
            } catch {
                // What would block fails as a time limit does.
                guard case .stalled = error.reason else { throw error }
                mayRead = false
                return nil
            }
        case .none:
            return false
        }
    }

    private func awaitMore(_ now: Int64) -> Progress {
        let count = reader.buffer.count
        // A poll takes as long as it takes, until its answer has begun.
        if count == 0, patience.isUnlimited, sendFailure == nil {
            deadline = .max
        } else if count != received {
            moved(now)
        }
        received = count
        return .waiting
    }
}
