#if canImport(Darwin)
import Darwin

/// What differs between the C libraries, under one set of names.
package enum Libc {
    /// The number of the last failed call of this thread.
    ///
    /// Swift's own `errno` would link the libm with it, 100 KB in a static executable.
    package static var errorNumber: Int32 { __error().pointee }

    static func streamSocket(_ family: Int32) -> Int32 {
        let descriptor = socket(family, SOCK_STREAM, 0)
        if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return descriptor
    }

    static func connect(
        _ descriptor: Int32,
        _ address: UnsafePointer<sockaddr>,
        _ length: socklen_t
    ) -> Int32 {
        Darwin.connect(descriptor, address, length)
    }

    static func send(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
        Darwin.send(descriptor, base, count, 0)
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
        return recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT)
    }

    static func accept(_ descriptor: Int32) -> Int32 {
        let accepted = Darwin.accept(descriptor, nil, nil)
        if accepted >= 0 { _ = fcntl(accepted, F_SETFD, FD_CLOEXEC) }
        return accepted
    }

    static func shutdownBoth(_ descriptor: Int32) {
        _ = shutdown(descriptor, SHUT_RDWR)
    }

    static func shutdownSending(_ descriptor: Int32) {
        _ = shutdown(descriptor, SHUT_WR)
    }

    /// SO_NOSIGPIPE is Darwin's way to get EPIPE instead of a SIGPIPE that ends the process.
    static func suppressBrokenPipeSignal(_ descriptor: Int32) {
        var on: Int32 = 1
        _ = setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_NOSIGPIPE,
            &on,
            socklen_t(MemoryLayout<Int32>.size)
        )
    }

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

    static let tcpProtocol = IPPROTO_TCP
    static let streamSocketType = SOCK_STREAM

    /// Darwin's resolver.
    static func resolver() -> Resolver? {
        Resolver(
            look: { getaddrinfo($0, $1, $2, $3) },
            free: { freeaddrinfo($0) }
        )
    }

    /// Nothing to do: Darwin returns large blocks by itself.
    package static func limitHeap() {}

    /// Nothing to do: Darwin returns large blocks by itself.
    package static func trimHeap() {}
}
#endif
