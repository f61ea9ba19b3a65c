#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The system calls of the machine.
enum LiveSystem: SystemCalls {
    static func connect(_ descriptor: Int32, to address: borrowing SocketAddress) -> Int32 {
        address.withPointer { Libc.connect(descriptor, $0, $1) }
    }

    static func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        Libc.send(descriptor, bytes.baseAddress, bytes.count)
    }

    static func receive(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer) -> Int {
        Libc.receive(descriptor, bytes.baseAddress, bytes.count)
    }

    static func accept(_ descriptor: Int32) -> Int32 {
        Libc.accept(descriptor)
    }

    static func waitUntilWritable(_ descriptor: Int32, milliseconds: Int32) -> Int32 {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&entry, 1, milliseconds)
    }

    static func pendingError(_ descriptor: Int32) -> Int32 {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &value, &length) == 0
            ? value : Libc.errorNumber
    }

    static var errorNumber: Int32 { Libc.errorNumber }
}
