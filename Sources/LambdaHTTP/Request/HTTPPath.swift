import LambdaEventsShared
import LambdaHTTPShared

/// Paths of URLs (RFC 3986, section 3.3).
enum HTTPPath {
    /// The path with a slash in front, and with escapes for what cannot be in a path without them.
    ///
    /// Escapes that are there stay. A percent sign that begins none is escaped.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - isDecoded: Whether escapes have been undone, as an HTTP API does. It leaves that of a slash, which would
    ///     divide the path, so `%2F` is one, and `%25` is taken for one; any other percent sign is itself.
    /// - Returns: The path as it can be in a URL.
    static func normalized(_ path: String, isDecoded: Bool = false) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        guard !isAbsolute || !path.utf8.allSatisfy(isPlain) else { return path }
        var rest = Array(path.utf8)[...]
        var bytes: [UInt8] = isAbsolute ? [] : [UInt8(ascii: "/")]
        bytes.reserveCapacity(path.utf8.count + 16)
        while let byte = rest.popFirst() {
            if isPlain(byte) || byte == UInt8(ascii: "%") && beginsEscape(rest, isDecoded) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xf)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text between the slashes, decoded.
    static func segments(of path: String) -> [String] {
        Array(path.utf8).dropFirst()
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { decoded($0) }
    }

    /// A text without its escapes.
    ///
    /// Unlike in a query, a plus sign is one.
    static func decoded(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "%")) ? decoded(Array(text.utf8)[...]) : text
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(UInt8(ascii: "%")) else { return String(decoding: text, as: UTF8.self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text
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
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            // From & to ; are the digits, and ' ( ) * + , - . / : beside them.
            UInt8(ascii: "&")...UInt8(ascii: ";"), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "@"):
            true
        default: false
        }
    }

    private static func beginsEscape(_ rest: ArraySlice<UInt8>, _ isDecoded: Bool) -> Bool {
        guard let byte = escapedByte(rest) else { return false }
        return !isDecoded || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%")
    }

    private static func escapedByte(_ rest: ArraySlice<UInt8>) -> UInt8? {
        guard rest.count >= 2, let high = rest[rest.startIndex].hexadecimalValue,
            let low = rest[rest.startIndex + 1].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + (value & 0xf) - 10
    }
}
