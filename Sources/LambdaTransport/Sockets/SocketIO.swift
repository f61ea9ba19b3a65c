#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The loops over the system calls: interruptions and short transfers are normal, and handled here.
///
/// Generic so that tests can inject them; see ``SystemCalls``.
enum SocketIO<Calls: SystemCalls> {
    /// Sends all the bytes, and throws how far it came when it could not.
    static func sendAll(
        _ descriptor: Int32,
        _ bytes: UnsafeRawBufferPointer
    ) throws(SendFailure) {
        var sent = 0
        while sent < bytes.count {
            let count = Calls.send(descriptor, UnsafeRawBufferPointer(rebasing: bytes[sent...]))
            if count > 0 {
                sent += count
            } else if count == 0 || Calls.errorNumber != EINTR {
                // No stream socket takes 0 of more than 0 bytes; were one to, this must not spin.
                let number = count == 0 ? EPIPE : Calls.errorNumber
                throw SendFailure(accepted: sent, error: SocketError(.send, number))
            }
        }
    }

    /// Receives what there is, at least one byte; 0 is the end of the stream.
    static func receive(
        _ descriptor: Int32,
        into bytes: UnsafeMutableRawBufferPointer
    ) throws(SocketError) -> Int {
        while true {
            let count = Calls.receive(descriptor, into: bytes)
            if count >= 0 { return count }
            let number = Calls.errorNumber
            if number != EINTR { throw SocketError(.receive, number) }
        }
    }

    /// Connects, and waits for a connect that a signal interrupted.
    static func connect(
        _ descriptor: Int32,
        to address: SocketAddress,
        timeoutMilliseconds: Int32
    ) throws(SocketError) {
        if Calls.connect(descriptor, to: address) == 0 { return }
        let number = Calls.errorNumber
        // After EINTR the connect goes on by itself; a second connect would fail with EALREADY.
        guard number == EINTR else { throw SocketError(.connect, number) }
        while true {
            let ready = Calls.waitUntilWritable(descriptor, milliseconds: timeoutMilliseconds)
            if ready > 0 { break }
            if ready == 0 { throw SocketError(.connect, ETIMEDOUT) }
            let number = Calls.errorNumber
            if number != EINTR { throw SocketError(.connect, number) }
        }
        let pending = Calls.pendingError(descriptor)
        if pending != 0 { throw SocketError(.connect, pending) }
    }

    /// Takes the next connection.
    static func accept(_ descriptor: Int32) throws(SocketError) -> Int32 {
        while true {
            let accepted = Calls.accept(descriptor)
            if accepted >= 0 { return accepted }
            let number = Calls.errorNumber
            // ECONNABORTED: that client has gone already. The next one has not.
            if number != EINTR && number != ECONNABORTED { throw SocketError(.accept, number) }
        }
    }
}

/// A send that did not go through.
package struct SendFailure: Error, Sendable {
    /// How many bytes the kernel had taken before.
    ///
    /// With 0 the peer cannot have seen any of them.
    package let accepted: Int
    package let error: SocketError
}
