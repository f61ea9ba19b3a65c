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
    package enum Operation: String, Sendable {
        case open = "Opening a socket"
        case connect = "Connecting"
        case send = "Sending"
        case receive = "Receiving"
        case listen = "Listening"
        case accept = "Accepting a connection"
        case resolve = "Looking up the host name"
    }

    package let operation: Operation
    /// The value of `errno`, or of `getaddrinfo`'s result for ``Operation/resolve``.
    package let number: Int32

    package init(_ operation: Operation, _ number: Int32) {
        self.operation = operation
        self.number = number
    }

    /// The time limit of the socket ran out (SO_RCVTIMEO and SO_SNDTIMEO report it so).
    package var isTimeout: Bool {
        number == EAGAIN || number == EWOULDBLOCK || number == ETIMEDOUT || number == EINPROGRESS
    }

    /// Whether the number means a time limit for this operation.
    ///
    /// A connect says EINPROGRESS where a transfer says EAGAIN, which for a connect means that no
    /// local port is left.
    private var hasTimedOut: Bool {
        operation == .connect ? number == EINPROGRESS || number == ETIMEDOUT : isTimeout
    }

    /// The peer is not there any more.
    package var isDisconnection: Bool {
        number == EPIPE || number == ECONNRESET || number == ECONNABORTED || number == ENOTCONN
    }

    /// No host of that name was found, where no system call was involved.
    package static var unknownHost: SocketError { SocketError(.resolve, 0) }

    package var description: String {
        "\(operation.rawValue) failed: \(reason)."
    }

    /// The reason in words, without a full stop.
    package var reason: String {
        if operation == .resolve { return "no address was found" }
        if hasTimedOut { return "the time limit ran out" }
        var text = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &text, text.count - 1) == 0 || text[0] != 0 else {
            return "error \(number)"
        }
        let message = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return message.isEmpty ? "error \(number)" : String(decoding: message, as: UTF8.self)
    }
}
