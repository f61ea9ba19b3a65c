/// Identifiers that differ by the place of a record, and are the same in every run.
enum SampleID {
    /// An identifier of the form `8-4-4-4-12`.
    ///
    /// - Parameters:
    ///   - kind: Eight hexadecimal digits, which tell the kinds of identifiers apart.
    ///   - index: The place of the record.
    /// - Returns: The identifier.
    static func uuid(_ kind: String, _ index: Int) -> String {
        "\(kind)-0000-4000-8000-\(hexadecimal(index, digits: 12))"
    }

    /// A number in lower-case hexadecimal digits, with zeros in front.
    static func hexadecimal(_ number: Int, digits: Int) -> String {
        padded(String(UInt64(bitPattern: Int64(number)), radix: 16), to: digits)
    }

    /// A number in decimal digits, with zeros in front.
    static func decimal(_ number: Int, digits: Int) -> String {
        padded(String(number.magnitude), to: digits)
    }

    private static func padded(_ text: String, to digits: Int) -> String {
        String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
