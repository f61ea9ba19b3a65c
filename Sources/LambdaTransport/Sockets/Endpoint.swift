/// Where a Runtime API listens: `host:port`, as `AWS_LAMBDA_RUNTIME_API` gives it.
///
/// The host is an IPv4 address, a host name, or an IPv6 address in square brackets.
package struct Endpoint: Equatable, Sendable, CustomStringConvertible {
    /// The host without brackets.
    package let host: String
    package let port: UInt16
    /// The text as it was given, which is also the value of the Host header.
    package let description: String

    /// Why a text is not an endpoint.
    package enum Flaw: Error, Sendable {
        case empty
        case missingPort
        case invalidPort
        case missingHost
        case invalidHost
        /// An IPv6 address without square brackets, whose port cannot be told apart.
        case unbracketedIPv6
        /// The text has a scheme, a path or user information.
        case notHostAndPort
    }

    /// Parses `host:port`.
    @inline(never)
    @_optimize(size)
    package init(_ text: String) throws(Flaw) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        if bytes.contains(UInt8(ascii: "/")) || bytes.contains(UInt8(ascii: "@")) {
            throw .notHostAndPort
        }
        let host: ArraySlice<UInt8>
        let rest: ArraySlice<UInt8>
        if bytes[0] == UInt8(ascii: "[") {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { throw .invalidHost }
            host = bytes[1..<end]
            rest = bytes[(end + 1)...]
            let literal = String(decoding: host, as: UTF8.self)
            guard SocketAddress(literal: literal, port: 0) != nil, host.contains(0x3A)
            else {
                throw .invalidHost
            }
        } else {
            let colons = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }
            if colons.count > 1 { throw .unbracketedIPv6 }
            let end = colons.first ?? bytes.endIndex
            host = bytes[..<end]
            rest = bytes[end...]
            if host.isEmpty { throw .missingHost }
            guard host.allSatisfy(Self.isHostNameByte), host.count <= 253 else {
                throw .invalidHost
            }
        }
        guard rest.first == UInt8(ascii: ":"), rest.count > 1 else { throw .missingPort }
        self.port = try Self.port(rest.dropFirst())
        self.host = String(decoding: host, as: UTF8.self)
        self.description = text
    }

    /// An endpoint on this machine.
    package init(loopbackPort port: UInt16) {
        host = "127.0.0.1"
        self.port = port
        description = "127.0.0.1:\(port)"
    }

    private static func port(_ digits: ArraySlice<UInt8>) throws(Flaw) -> UInt16 {
        guard digits.count <= 5 else { throw .invalidPort }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { throw .invalidPort }
            value = value * 10 + Int(digit - 0x30)
        }
        guard let port = UInt16(exactly: value), port > 0 else { throw .invalidPort }
        return port
    }

    /// Letters, digits, `-`, `.` and, in spite of RFC 952, the `_` of container names.
    private static func isHostNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }

    /// The addresses to try, in order.
    ///
    /// A literal address is taken as it is; only a name needs a look-up.
    package func addresses() throws(SocketError) -> [SocketAddress] {
        if let address = SocketAddress(literal: host, port: port) { return [address] }
        return try HostResolver.addresses(of: host, port: port)
    }
}
