#if LOCAL_RUNNING
/// Texts of URLs.
enum PercentDecoding {
    /// Undoes the escapes of a text.
    ///
    /// What is no escape stays as it is, and bytes that are no UTF-8 become U+FFFD. A plus sign is a space
    /// in a query, but not in a path (RFC 3986 section 3.3 gives it no meaning there).
    /// The escape of a slash can be left alone.
    static func decode(
        _ text: String,
        plusIsSpace: Bool,
        keepingSlashes: Bool = false
    ) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let escaped = escapedByte(rest),
                !(keepingSlashes && escaped == UInt8(ascii: "/"))
            {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escapedByte(_ text: Substring.UTF8View) -> UInt8? {
        var digits = text.prefix(2).makeIterator()
        guard let high = digits.next().flatMap(Hexadecimal.value),
            let low = digits.next().flatMap(Hexadecimal.value)
        else { return nil }
        return high << 4 | low
    }
}
#endif
