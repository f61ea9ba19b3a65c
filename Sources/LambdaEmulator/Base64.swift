#if LOCAL_RUNNING
/// Base64 (RFC 4648, section 4), for what HTTP headers and events carry in it.
///
/// The events have a coder of their own, which a function without events does not link.
package enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let padding = UInt8(ascii: "=")

    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = bytes[...]
        while !rest.isEmpty {
            let group = rest.prefix(3)
            rest = rest.dropFirst(3)
            var bits = 0
            for byte in group { bits = bits << 8 | Int(byte) }
            bits <<= 8 * (3 - group.count)
            for index in 0..<4 {
                text.append(
                    index <= group.count ? alphabet[bits >> (18 - 6 * index) & 0x3f] : padding
                )
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` where the text is not Base64.
    ///
    /// The padding may be missing.
    package static func decode(_ text: String) -> [UInt8]? {
        var characters = Array(text.utf8)[...]
        while characters.last == padding { characters = characters.dropLast() }
        guard characters.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for character in characters {
            guard let sextet = alphabet.firstIndex(of: character) else { return nil }
            bits = (bits << 6 | sextet) & 0xffff
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}
#endif
