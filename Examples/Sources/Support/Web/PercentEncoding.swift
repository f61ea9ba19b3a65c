/// Text as it stands in a URL.
package enum PercentEncoding {
    /// Encodes all but letters, digits and `-._~`, byte by byte in UTF-8.
    ///
    /// It is what RFC 3986 calls unreserved, and what AWS has in signatures. A space becomes `%20`,
    /// never `+`, and a plus sign `%2B`.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - keepsSlashes: Whether a slash stays one, as between the segments of a path.
    /// - Returns: The encoded text, all ASCII.
    package static func encode(_ text: String, keepsSlashes: Bool = false) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "/") where keepsSlashes:
                encoded.append("/")
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded.append(byte < 16 ? "%0\(digits)" : "%\(digits)")
            }
        }
        return encoded
    }
}
