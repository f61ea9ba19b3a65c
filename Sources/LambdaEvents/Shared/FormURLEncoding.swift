/// The encoding of HTML forms, which S3 uses for object keys and clients use in queries: a space is
/// `+`, any other byte can be `%` and two hexadecimal digits.
package enum FormURLEncoding {
    /// Decodes text.
    ///
    /// What is no valid escape stays as it is, and bytes that are no UTF-8 become U+FFFD: a client
    /// can send anything, and no text of it may stop a handler.
    package static func decode(_ text: some StringProtocol) -> String {
        let bytes = text.utf8
        guard bytes.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%") }) else {
            return String(text)
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            if byte == UInt8(ascii: "+") {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let escaped = escapedByte(in: bytes[index...]) {
                decoded.append(escaped)
                index = bytes.index(index, offsetBy: 2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The byte that two hexadecimal digits at the start of a text stand for.
    private static func escapedByte(in text: some Collection<UInt8>) -> UInt8? {
        var digits = text.prefix(2).makeIterator()
        guard
            let high = digits.next()?.hexadecimalValue,
            let low = digits.next()?.hexadecimalValue
        else { return nil }
        return high << 4 | low
    }
}
