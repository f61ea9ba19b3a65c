#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A socket operation that failed, with the number that the system gave.
package struct SocketError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was attempted.
    package enum Operation: Sendable {
        case open
        case connect
        case send
        case receive
        case listen
        case accept
        case resolve

        /// The operation as the subject of a sentence.
        var name: String {
            switch self {
            case .open: "Opening a socket"
            case .connect: "Connecting"
            case .send: "Sending"
            case .receive: "Receiving"
            case .listen: "Listening"
            case .accept: "Accepting a connection"
            case .resolve: "Looking up the host name"
            }
        }
    }

    package let operation: Operation
    /// The value of `errno`, or of `getaddrinfo`'s result for ``Operation/resolve``.
    package let number: Int32

    package init(_ operation: Operation, _ number: Int32) {
        self.operation = operation
        self.number = number
    }

    /// The time limit of the socket ran out, or a socket that never blocks would have to.
    ///
    /// With SO_RCVTIMEO and SO_SNDTIMEO, a connect says EINPROGRESS where a transfer says EAGAIN, which
    /// for a connect means that no local port is left. ETIMEDOUT is the system's own limit: of a connect,
    /// or for the peer to confirm what was sent, after which the connection has ended.
    package var isTimeout: Bool {
        switch operation {
        case .connect: number == EINPROGRESS || number == ETIMEDOUT
        case .send, .receive, .accept: number == EAGAIN || number == EWOULDBLOCK
        case .open, .listen, .resolve: false
        }
    }

    /// The peer is not there any more.
    package var isDisconnection: Bool {
        switch number {
        case EPIPE, ECONNRESET, ECONNABORTED, ENOTCONN: true
        case ETIMEDOUT: operation != .connect
        default: false
        }
    }

    /// No host of that name was found, where no system call was involved.
    package static var unknownHost: SocketError { SocketError(.resolve, 0) }

    /// No progress was made within the time limit, where no system call said so.
    static func timeout(_ operation: Operation) -> SocketError {
        SocketError(operation, operation == .connect ? ETIMEDOUT : EAGAIN)
    }

    package var description: String {
        operation.name + " failed: " + reason + "."
    }

    /// The reason in words, without a full stop.
    package var reason: String {
        if operation == .resolve { return "no address was found" }
        if isTimeout { return "the time limit ran out" }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
            guard let start = text.baseAddress else { return "error \(number)" }
            start.initialize(repeating: 0, count: text.count)
            _ = strerror_r(number, start, text.count - 1)
            return start[0] == 0 ? "error \(number)" : String(cString: start)
        }
    }
}
