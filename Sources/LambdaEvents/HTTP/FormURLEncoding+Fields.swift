import LambdaEventsShared

extension FormURLEncoding {
    /// The values of a parameter in a query as the client sent it, decoded, in their order.
    package static func values(named name: String, in query: String) -> [String] {
        fields(of: query).compactMap { field in
            decode(field.name) == name ? decode(field.value) : nil
        }
    }

    /// The names and values of a form or a query, still encoded.
    ///
    /// A field without an equals sign has an empty value.
    static func fields<Text: StringProtocol>(
        of text: Text
    ) -> [(name: Text.SubSequence, value: Text.SubSequence)] {
        text.split(separator: "&").map { field in
            let equals = field.firstIndex(of: "=") ?? field.endIndex
            let value = field[equals...].dropFirst()
            return (text[field.startIndex..<equals], text[value.startIndex..<value.endIndex])
        }
    }
}
