#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Finds the addresses of a host name.
///
/// Lambda gives an address, so this is for names in tests and containers: `localhost`, then what
/// `/etc/hosts` has, then the system's resolver.
enum HostResolver {
    @inline(never)
    @_optimize(size)
    static func addresses(of name: String, port: UInt16) throws(SocketError) -> [SocketAddress] {
        // RFC 6761 §6.3: localhost is the loopback address; no resolver is needed to know it.
        if isLocalhost(name) {
            var addresses: [SocketAddress] = []
            for literal in ["127.0.0.1", "::1"] {
                guard let address = SocketAddress(literal: literal, port: port) else { continue }
                addresses.append(address)
            }
            return addresses
        }
        let known = HostsFile.addresses(of: name, port: port)
        if !known.isEmpty { return known }
        return try lookUp(name, port: port)
    }

    static func isLocalhost(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return lowered == "localhost" || lowered.hasSuffix(".localhost")
    }

    @inline(never)
    @_optimize(size)
    private static func lookUp(_ name: String, port: UInt16) throws(SocketError) -> [SocketAddress]
    {
        guard let resolver = Libc.resolver() else { throw .unknownHost }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Libc.streamSocketType
        var list: UnsafeMutablePointer<addrinfo>?
        let result = resolver.look(name, String(port), &hints, &list)
        guard result == 0 else { throw SocketError(.resolve, result) }
        defer { resolver.free(list) }
        var found: [SocketAddress] = []
        var entry = list
        while let current = entry {
            if let pointer = current.pointee.ai_addr,
                let address = SocketAddress(copying: pointer, length: current.pointee.ai_addrlen)
            {
                found.append(address)
            }
            entry = current.pointee.ai_next
        }
        guard !found.isEmpty else { throw .unknownHost }
        return found
    }
}

/// The system's resolver, where there is one.
struct Resolver {
    typealias Look =
        @convention(c) (
            UnsafePointer<CChar>?,
            UnsafePointer<CChar>?,
            UnsafePointer<addrinfo>?,
            UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>?
        ) -> Int32
    typealias Free = @convention(c) (UnsafeMutablePointer<addrinfo>?) -> Void

    let look: Look
    let free: Free
}
