/// The encoding of HTML forms, which S3 uses for object keys and clients use in queries: a space is
/// `+`, any other byte can be `%` and two hexadecimal digits.
package enum FormURLEncoding {
    /// Decodes text.
    ///
    /// What is no valid escape stays as it is, and bytes that are no UTF-8 become U+FFFD: a client
    /// can send anything, and no text of it may stop a handler.
    package static func decode(_ text: some StringProtocol) -> String {
        decode(String(text))
    }

    /// Decodes text.
    ///
    /// Not generic, and over an array: in the queries of HTTP requests this is most of the work.
    package static func decode(_ text: String) -> String {
        guard text.utf8.contains(where: isEncoded) else { return text }
        return decode(Array(text.utf8)[...])
    }

    /// Decodes the bytes of a text.
    package static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(where: isEncoded) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let escaped = escapedByte(in: rest) {
                decoded.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func isEncoded(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
    }

    /// The byte that two hexadecimal digits at the start of a text stand for.
    private static func escapedByte(in text: ArraySlice<UInt8>) -> UInt8? {
        guard text.count >= 2, let high = text[text.startIndex].hexadecimalValue,
            let low = text[text.startIndex + 1].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }
}
