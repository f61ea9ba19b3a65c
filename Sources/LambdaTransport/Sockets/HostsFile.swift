#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The table of host names of this machine, `/etc/hosts`.
enum HostsFile {
    /// What is read of the file at most; a table has a few hundred bytes.
    private static let limit = 64 * 1024

    /// The addresses that the table has for a name, in its order.
    static func addresses(of name: String, port: UInt16) -> [SocketAddress] {
        addresses(of: name, port: port, in: read("/etc/hosts"))
    }

    /// Each line has an address, then the names of it; `#` begins a comment.
    static func addresses(of name: String, port: UInt16, in table: [UInt8]) -> [SocketAddress] {
        let wanted = name.lowercased()
        var found: [SocketAddress] = []
        for line in table.split(separator: 0x0A) {
            let fields = line.prefix { $0 != 0x23 }
                .split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                .map { String(decoding: $0, as: UTF8.self) }
            guard let literal = fields.first,
                fields.dropFirst().contains(where: { $0.lowercased() == wanted }),
                let address = SocketAddress(literal: literal, port: port)
            else { continue }
            found.append(address)
        }
        return found
    }

    private static func read(_ path: String) -> [UInt8] {
        // Through stdio: `open` is variadic in C, and its Swift overlay links the libm with it.
        guard let file = fopen(path, "re") else { return [] }
        defer { _ = fclose(file) }
        return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = fread(buffer.baseAddress, 1, limit, file)
        }
    }
}
