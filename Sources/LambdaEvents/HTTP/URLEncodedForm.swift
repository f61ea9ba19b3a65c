import LambdaEventsShared

/// The fields of an HTML form, or the parameters of a query: names and values, in their order.
///
/// ```swift
/// if let form = request.bodyForm {
///     let email = form["email"]
///     let tags = form.values(named: "tag")
/// }
/// ```
///
/// Names and values are decoded: a plus sign is a space, and escapes such as `%C3%A9` are bytes of
/// UTF-8. Escapes that are not valid stay as they are.
public struct URLEncodedForm: Hashable, Sendable {
    private var fields: [Field]

    private struct Field: Hashable {
        var name: String
        var value: String
    }

    /// Reads the fields of a text such as `name=Ada+Lovelace&tag=a&tag=b`.
    ///
    /// A field without an equals sign has the value `""`. No text is an error.
    ///
    /// - Parameter text: The body of a form, or a query without its question mark.
    public init(parsing text: some StringProtocol) {
        fields = Self.fields(of: String(text))
    }

    /// Byte by byte: every request has a query, and few of them are long.
    private static func fields(of text: String) -> [Field] {
        Array(text.utf8).split(separator: UInt8(ascii: "&")).map { field in
            let equals = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
            return Field(
                name: FormURLEncoding.decode(field[..<equals]),
                value: FormURLEncoding.decode(field[equals...].dropFirst())
            )
        }
    }

    /// Creates a form from names and values.
    ///
    /// - Parameter fields: The names and values, in order, not encoded.
    public init(_ fields: some Sequence<(String, String)>) {
        self.fields = fields.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value of a field.
    ///
    /// `nil` if there is no field of that name.
    ///
    /// - Parameter name: The name, in the case it was sent in.
    public subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Finds all values of a field.
    ///
    /// - Parameter name: The name, in the case it was sent in.
    /// - Returns: The values, in their order. Empty if there is no field of that name.
    public func values(named name: String) -> [String] {
        fields.compactMap { $0.name == name ? $0.value : nil }
    }
}

extension URLEncodedForm: Sequence {
    /// The names and values, in their order.
    ///
    /// - Returns: An iterator over pairs.
    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        fields.lazy.map { (name: $0.name, value: $0.value) }.makeIterator()
    }

    /// The number of fields.
    public var count: Int { fields.count }

    /// Whether there are no fields.
    public var isEmpty: Bool { fields.isEmpty }
}

extension URLEncodedForm: CustomStringConvertible {
    /// The names of the fields.
    ///
    /// Values can be secrets and are left out.
    public var description: String {
        "URLEncodedForm(" + fields.map(\.name).joined(separator: ", ") + ")"
    }
}
