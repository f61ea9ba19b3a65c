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
    @inline(never)
    @_optimize(size)
    static func addresses(of name: String, port: UInt16, in table: [UInt8]) -> [SocketAddress] {
        let wanted = name.lowercased()
        var found: [SocketAddress] = []
        var address: SocketAddress?
        var isFirst = true
        var isComment = false
        var word: [UInt8] = []
        for byte in table + [lineFeed] {
            if byte == 0x23 { isComment = true }
            guard isComment || byte <= 0x20 else {
                word.append(byte)
                continue
            }
            if !word.isEmpty {
                let text = String(decoding: word, as: UTF8.self)
                if isFirst {
                    address = SocketAddress(literal: text, port: port)
                } else if let match = address, text.lowercased() == wanted {
                    found.append(match)
                    address = nil
                }
                isFirst = false
                word.removeAll(keepingCapacity: true)
            }
            if byte == lineFeed {
                address = nil
                isFirst = true
                isComment = false
            }
        }
        return found
    }

    private static let lineFeed: UInt8 = 0x0A

    private static func read(_ path: String) -> [UInt8] {
        // Through stdio: `open` is variadic in C, and its Swift overlay links the libm with it.
        guard let file = fopen(path, "re") else { return [] }
        defer { _ = fclose(file) }
        return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = fread(buffer.baseAddress, 1, limit, file)
        }
    }
}
