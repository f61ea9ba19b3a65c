#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An IPv4 or IPv6 address with a port, in the form that the system calls take.
package struct SocketAddress: Sendable {
    private var storage: sockaddr_storage
    private var length: socklen_t

    /// Makes an address from an IPv4 or IPv6 literal, `nil` when the text is neither.
    ///
    /// It never asks a resolver.
    package init?(literal: String, port: UInt16) {
        var v4 = sockaddr_in()
        // As an argument, a string is copied to an array.
        if literal.withCString({ inet_pton(AF_INET, $0, &v4.sin_addr) }) == 1 {
            #if canImport(Darwin)
            v4.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
            #endif
            v4.sin_family = sa_family_t(AF_INET)
            v4.sin_port = port.bigEndian
            self.init(copying: v4)
            return
        }
        var v6 = sockaddr_in6()
        guard literal.withCString({ inet_pton(AF_INET6, $0, &v6.sin6_addr) }) == 1 else {
            return nil
        }
        #if canImport(Darwin)
        v6.sin6_len = UInt8(MemoryLayout<sockaddr_in6>.size)
        #endif
        v6.sin6_family = sa_family_t(AF_INET6)
        v6.sin6_port = port.bigEndian
        self.init(copying: v6)
    }

    /// Copies what a resolver found, `nil` when it is larger than any address.
    init?(copying pointer: UnsafePointer<sockaddr>, length: socklen_t) {
        guard Int(length) <= MemoryLayout<sockaddr_storage>.size else { return nil }
        storage = sockaddr_storage()
        self.length = length
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: Int(length)))
        }
    }

    private init<Address>(copying address: Address) {
        storage = sockaddr_storage()
        length = socklen_t(MemoryLayout<Address>.size)
        withUnsafeMutableBytes(of: &storage) { target in
            withUnsafeBytes(of: address) { target.copyMemory(from: $0) }
        }
    }

    /// The address family, AF_INET or AF_INET6.
    var family: Int32 { Int32(storage.ss_family) }

    /// The port, 0 for a family that has none.
    var port: UInt16 {
        // sin_port and sin6_port lie at the same place.
        withUnsafeBytes(of: storage) { UInt16($0[2]) << 8 | UInt16($0[3]) }
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    /// The address that a listening socket was given.
    static func local(of descriptor: Int32) -> SocketAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                guard getsockname(descriptor, $0, &length) == 0 else { return nil }
                return SocketAddress(copying: $0, length: length)
            }
        }
    }
}
