#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A connected TCP socket, closed when it goes out of scope.
package struct Socket: ~Copyable {
    package let descriptor: Int32

    /// Takes ownership of a connected socket.
    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        // Not repeated after EINTR: Linux has closed the descriptor by then.
        _ = close(descriptor)
    }

    /// Connects to an address.
    ///
    /// The stall limit says how long a single receive or send may make no progress, for the life of
    /// the socket. It is set once, so that no call is needed per message. Linux applies it to the
    /// connect as well, while Darwin gives up on that after its own 75 seconds.
    package static func connect(
        to address: SocketAddress,
        stallLimit: Duration
    ) throws(SocketError) -> Socket {
        let descriptor = Libc.streamSocket(address.family)
        guard descriptor >= 0 else { throw SocketError(.open, Libc.errorNumber) }
        let socket = Socket(owning: descriptor)
        socket.configure(stallLimit: stallLimit)
        let milliseconds = Int32(clamping: stallLimit.wholeMilliseconds)
        try SocketIO<LiveSystem>.connect(
            descriptor,
            to: address,
            timeoutMilliseconds: milliseconds
        )
        return socket
    }

    /// Begins to connect to an address, and makes every operation return at once.
    ///
    /// The connection is there, or has failed with ``pendingError``, when it can be written to.
    package static func beginConnect(
        to address: SocketAddress
    ) throws(SocketError) -> Socket {
        let descriptor = Libc.streamSocket(address.family)
        guard descriptor >= 0 else { throw SocketError(.open, Libc.errorNumber) }
        let socket = Socket(owning: descriptor)
        socket.configure(stallLimit: nil)
        Libc.disableBlocking(descriptor)
        if LiveSystem.connect(descriptor, to: address) != 0 {
            let number = Libc.errorNumber
            // After EINTR a connect goes on by itself, as one that was begun does.
            if number != EINPROGRESS, number != EINTR { throw SocketError(.connect, number) }
        }
        return socket
    }

    /// The error with which a connect that was begun has failed, `nil` where it has not.
    package var pendingError: SocketError? {
        let number = LiveSystem.pendingError(descriptor)
        return number == 0 ? nil : SocketError(.connect, number)
    }

    /// Sets the options that every connection of ours has.
    func configure(stallLimit: Duration?) {
        // A head and its body leave in one write, but the next request must not wait for the
        // acknowledgement of the last (Nagle and delayed ACK together cost 40 ms).
        set(Libc.tcpProtocol, TCP_NODELAY, Int32(1))
        Libc.suppressBrokenPipeSignal(descriptor)
        guard let milliseconds = stallLimit?.wholeMilliseconds else { return }
        var limit = timeval()
        limit.tv_sec = .init(milliseconds / 1000)
        limit.tv_usec = .init(milliseconds % 1000 * 1000)
        set(SOL_SOCKET, SO_RCVTIMEO, limit)
        set(SOL_SOCKET, SO_SNDTIMEO, limit)
    }

    private func set<Value>(_ level: Int32, _ option: Int32, _ value: Value) {
        // A refused option costs speed or a time limit, not the connection.
        withUnsafePointer(to: value) {
            _ = setsockopt(
                descriptor,
                level,
                option,
                $0,
                socklen_t(MemoryLayout<Value>.size)
            )
        }
    }

    package borrowing func sendAll(_ bytes: UnsafeRawBufferPointer) throws(SendFailure) {
        try SocketIO<LiveSystem>.sendAll(descriptor, bytes)
    }

    /// Receives at least one byte; 0 is the end of the stream.
    package borrowing func receive(
        into bytes: UnsafeMutableRawBufferPointer
    ) throws(SocketError) -> Int {
        try SocketIO<LiveSystem>.receive(descriptor, into: bytes)
    }

    /// A boolean value indicating whether the idle connection can still take a request.
    ///
    /// Between messages a server sends nothing: what can be read is the end of the stream, an
    /// error, or bytes that nobody asked for.
    package var isQuiet: Bool {
        let count = Libc.peek(descriptor)
        return count < 0 && (Libc.errorNumber == EAGAIN || Libc.errorNumber == EWOULDBLOCK)
    }

    /// Ends both directions, which wakes a thread that is blocked on the socket.
    package borrowing func shutdown() {
        Libc.shutdownBoth(descriptor)
    }

    /// Tells the peer that nothing more will be sent.
    package borrowing func finishSending() {
        Libc.shutdownSending(descriptor)
    }

    /// Makes closing the socket send a reset instead of an orderly end.
    package borrowing func resetOnClose() {
        setLinger(seconds: 0)
    }

    /// Makes closing the socket wait until the peer's system has received the end.
    package borrowing func waitOnClose() {
        setLinger(seconds: 5)
    }

    private func setLinger(seconds: Int32) {
        var option = linger()
        option.l_onoff = 1
        option.l_linger = seconds
        set(SOL_SOCKET, SO_LINGER, option)
    }
}

extension Duration {
    /// The duration in milliseconds, at least 1 and at most 600 000 000, nearly a week.
    package var wholeMilliseconds: Int64 {
        // `components` and the comparisons of durations are calls, for which the first connection would load
        // further pieces of the executable. 600 000 s of 2^15 attoseconds fit into a word.
        let attoseconds = attoseconds
        if attoseconds <= 0 { return 1 }
        if attoseconds >= 600_000_000_000_000_000_000_000 { return 600_000_000 }
        return max(1, Int64(UInt64(truncatingIfNeeded: attoseconds >> 15) / 30_517_578_125))
    }
}
