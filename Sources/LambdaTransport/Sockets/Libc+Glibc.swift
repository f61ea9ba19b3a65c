#if canImport(Glibc)
import Glibc

/// What differs between the C libraries, under one set of names.
package enum Libc {
    /// The number of the last failed call of this thread.
    ///
    /// Swift's own `errno` would link the libm with it, 100 KB in a static executable.
    package static var errorNumber: Int32 { __errno_location().pointee }

    /// SOCK_CLOEXEC: a process that the handler starts must not inherit the connection.
    static func streamSocket(_ family: Int32) -> Int32 {
        socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    }

    static func connect(
        _ descriptor: Int32,
        _ address: UnsafePointer<sockaddr>,
        _ length: socklen_t
    ) -> Int32 {
        Glibc.connect(descriptor, address, length)
    }

    /// MSG_NOSIGNAL: a peer that has gone must give EPIPE, not a SIGPIPE that ends the process.
    static func send(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
        Glibc.send(descriptor, base, count, Int32(MSG_NOSIGNAL))
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
        acceptFlagged(descriptor, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
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
        let flags = fileControl(descriptor, F_GETFL, 0)
        return flags >= 0 && flags & O_ACCMODE != O_RDONLY
    }

    /// Makes every operation on a descriptor return at once.
    static func disableBlocking(_ descriptor: Int32) {
        let flags = fileControl(descriptor, F_GETFL, 0)
        if flags >= 0 { _ = fileControl(descriptor, F_SETFL, flags | O_NONBLOCK) }
    }

    static let tcpProtocol = Int32(IPPROTO_TCP)
    static let streamSocketType = Int32(SOCK_STREAM.rawValue)

    /// The resolver of a dynamically linked executable.
    ///
    /// A static one has none.
    ///
    /// glibc's resolver loads modules at run time: linked statically it adds 130 KB, a warning to
    /// each user's build, and fails where the machine has another glibc. So it is only looked for
    /// among what the process has anyway.
    static func resolver() -> Resolver? {
        guard let look = dlsym(nil, "getaddrinfo"), let free = dlsym(nil, "freeaddrinfo") else {
            return nil
        }
        return Resolver(
            look: unsafeBitCast(look, to: Resolver.Look.self),
            free: unsafeBitCast(free, to: Resolver.Free.self)
        )
    }

    /// Makes the heap return large blocks to the system when they are freed.
    ///
    /// By default glibc keeps blocks as large as the largest that was ever freed, and twice as much
    /// at the end of the heap: after one event of 6 MB a process would hold 12 MB for good. Fixed
    /// limits switch that off.
    package static func limitHeap() {
        let (trimThreshold, mapThreshold): (Int32, Int32) = (-1, -3)
        _ = mallocOption(trimThreshold, 1 << 20)
        _ = mallocOption(mapThreshold, 1 << 20)
    }

    /// Returns the free pages between small blocks to the system, after a large event.
    package static func trimHeap() {
        _ = mallocTrim(0)
    }
}

/// `fcntl` for commands that take a number.
///
/// Swift's wrapper of the variadic function would link the libm with it, as its `errno` does.
@_silgen_name("fcntl")
private func fileControl(_ descriptor: Int32, _ command: Int32, _ value: Int32) -> Int32

/// `accept4`, which Swift's module of the C library does not show.
@_silgen_name("accept4")
private func acceptFlagged(
    _ descriptor: Int32,
    _ address: UnsafeMutablePointer<sockaddr>?,
    _ length: UnsafeMutablePointer<socklen_t>?,
    _ flags: Int32
) -> Int32

@_silgen_name("mallopt")
private func mallocOption(_ name: Int32, _ value: Int32) -> Int32

@_silgen_name("malloc_trim")
private func mallocTrim(_ padding: Int) -> Int32
#endif
