#if canImport(Musl)
import Musl

/// What differs between the C libraries, under one set of names.
package enum Libc {
    /// The number of the last failed call of this thread.
    ///
    /// Swift's own `errno` would link the libm with it, 100 KB in a static executable.
    package static var errorNumber: Int32 { __errno_location().pointee }

    /// SOCK_CLOEXEC: a process that the handler starts must not inherit the connection.
    static func streamSocket(_ family: Int32) -> Int32 {
        socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)
    }

    static func connect(
        _ descriptor: Int32,
        _ address: UnsafePointer<sockaddr>,
        _ length: socklen_t
    ) -> Int32 {
        Musl.connect(descriptor, address, length)
    }

    /// MSG_NOSIGNAL: a peer that has gone must give EPIPE, not a SIGPIPE that ends the process.
    static func send(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
        Musl.send(descriptor, base, count, Int32(MSG_NOSIGNAL))
    }

    static func receive(
        _ descriptor: Int32,
        _ base: UnsafeMutableRawPointer?,
        _ count: Int
    ) -> Int {
        recv(descriptor, base, count, 0)
    }

    /// Looks without waiting and without taking: 0 is the end of the stream, -1 nothing there.
    static func peek(_ descriptor: Int32) -> Int {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
    }

    static func accept(_ descriptor: Int32) -> Int32 {
        acceptFlagged(descriptor, nil, nil, Int32(SOCK_CLOEXEC))
    }

    static func shutdownBoth(_ descriptor: Int32) {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    static func shutdownSending(_ descriptor: Int32) {
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Nothing to do: each send carries MSG_NOSIGNAL.
    static func suppressBrokenPipeSignal(_ descriptor: Int32) {}

    /// Whether a descriptor is open, and open for writing.
    package static func isWritable(_ descriptor: Int32) -> Bool {
        let flags = fcntl(descriptor, F_GETFL)
        return flags >= 0 && flags & O_ACCMODE != O_RDONLY
    }

    /// Makes every operation on a descriptor return at once.
    static func disableBlocking(_ descriptor: Int32) {
        let flags = fcntl(descriptor, F_GETFL)
        if flags >= 0 { _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) }
    }

    static let tcpProtocol = Int32(IPPROTO_TCP)
    static let streamSocketType = Int32(SOCK_STREAM)

    /// musl's resolver, which works in a static executable too.
    static func resolver() -> Resolver? {
        Resolver(
            look: { getaddrinfo($0, $1, $2, $3) },
            free: { freeaddrinfo($0) }
        )
    }

    /// Nothing to do: musl returns large blocks by itself.
    package static func limitHeap() {}

    /// Nothing to do: musl returns large blocks by itself.
    package static func trimHeap() {}
}

/// `accept4`, which Swift's module of the C library does not show.
@_silgen_name("accept4")
private func acceptFlagged(
    _ descriptor: Int32,
    _ address: UnsafeMutablePointer<sockaddr>?,
    _ length: UnsafeMutablePointer<socklen_t>?,
    _ flags: Int32
) -> Int32
#endif
