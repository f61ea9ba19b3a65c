#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A listening socket on the loopback interface, with a port that the system chose.
package struct Listener: ~Copyable {
    package let descriptor: Int32
    /// The port that the system gave.
    package let port: UInt16

    /// Listens on 127.0.0.1, or on ::1.
    ///
    /// Port 0 lets the system choose a free one.
    @inline(never)
    @_optimize(size)
    package init(
        loopback literal: String = "127.0.0.1",
        port: UInt16 = 0,
        backlog: Int32 = 128
    ) throws(SocketError) {
        guard let address = SocketAddress(literal: literal, port: port) else {
            throw SocketError(.listen, EADDRNOTAVAIL)
        }
        let descriptor = Libc.streamSocket(address.family)
        guard descriptor >= 0 else { throw SocketError(.open, Libc.errorNumber) }
        var on: Int32 = 1
        _ = setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_REUSEADDR,
            &on,
            socklen_t(MemoryLayout<Int32>.size)
        )
        let bound = address.withPointer { bind(descriptor, $0, $1) }
        guard bound == 0, listen(descriptor, backlog) == 0,
            let local = SocketAddress.local(of: descriptor)
        else {
            let number = Libc.errorNumber
            _ = close(descriptor)
            throw SocketError(.listen, number)
        }
        self.descriptor = descriptor
        self.port = local.port
    }

    deinit {
        _ = close(descriptor)
    }

    /// Waits for the next connection.
    ///
    /// The stall limit is as for ``Socket/connect(to:stallLimit:)``.
    package borrowing func accept(
        stallLimit: Duration = .seconds(86_400)
    ) throws(SocketError) -> Socket {
        let socket = Socket(owning: try SocketIO<LiveSystem>.accept(descriptor))
        socket.configure(stallLimit: stallLimit)
        return socket
    }

    /// Ends listening, which wakes a thread that is blocked in ``accept(stallLimit:)``.
    package borrowing func shutdown() {
        Libc.shutdownBoth(descriptor)
    }
}
