import LambdaEventsShared
import LambdaHTTPShared

/// Paths of URLs (RFC 3986, section 3.3).
enum HTTPPath {
    /// The path with a slash in front, and with escapes for what cannot be in a path without them.
    ///
    /// Escapes that are there stay. A percent sign that begins none is escaped.
    static func normalized(_ path: String) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        var rest = Substring(path).utf8
        guard !isAbsolute || !rest.allSatisfy(isPlain) else { return path }
        var bytes: [UInt8] = isAbsolute ? [] : [UInt8(ascii: "/")]
        bytes.reserveCapacity(path.utf8.count + 16)
        while let byte = rest.popFirst() {
            if isPlain(byte) || byte == UInt8(ascii: "%") && beginsEscape(rest) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xf)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text between the slashes, decoded.
    static func segments(of path: String) -> [String] {
        path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { decoded(String(Substring($0))) }
    }

    /// A text without its escapes.
    ///
    /// Unlike in a query, a plus sign is one.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), let escaped = escapedByte(rest) else {
                bytes.append(byte)
                continue
            }
            bytes.append(escaped)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path behind a stage that it begins with.
    static func path(_ path: String, withoutStage stage: String) -> String {
        let prefix = "/" + stage
        guard path.hasPrefix(prefix) else { return path }
        let rest = path.dropFirst(prefix.count)
        guard rest.isEmpty || rest.first == "/" else { return path }
        return rest.isEmpty ? "/" : String(rest)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            || "/-._~!$&'()*+,;=:@".utf8.contains(byte)
    }

    private static func beginsEscape(_ rest: Substring.UTF8View) -> Bool {
        escapedByte(rest) != nil
    }

    private static func escapedByte(_ rest: Substring.UTF8View) -> UInt8? {
        var digits = rest.prefix(2).makeIterator()
        guard let high = digits.next()?.hexadecimalValue,
            let low = digits.next()?.hexadecimalValue
        else { return nil }
        return high << 4 | low
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + (value & 0xf) - 10
    }
}
