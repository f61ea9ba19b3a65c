import LambdaEventsShared

/// Cookies as a client sends them (RFC 6265, section 5.4): `session=abc; theme=dark`.
package enum Cookies {
    /// The cookies of a `Cookie` header, each as `name=value`.
    package static func pairs(in header: String) -> [String] {
        header.utf8.split(separator: UInt8(ascii: ";")).compactMap { pair in
            let pair = trimmed(pair)
            return pair.isEmpty ? nil : String(Substring(pair))
        }
    }

    /// The value of a cookie, as it was sent.
    ///
    /// `nil` if there is no cookie of that name, or it has no value. Of several cookies of a name
    /// the first counts: clients send the one with the longest path first.
    package static func value(named name: String, in pairs: some Sequence<String>) -> String? {
        for pair in pairs {
            let pair = pair.utf8
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            guard trimmed(pair[..<equals]).elementsEqual(name.utf8) else { continue }
            return String(Substring(trimmed(pair[pair.index(after: equals)...])))
        }
        return nil
    }

    private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
        func isBlank(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        }
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return text
    }
}
