import LambdaJSON

/// A `DecodingError` or `EncodingError` in words that carry no value of the payload.
struct DecodingProblem {
    /// Where, as in `Records[0].s3.object.size`.
    ///
    /// Empty at the top level.
    let path: String
    /// What was expected, as a sentence that begins in lower case.
    let text: String
    /// The text as a sentence of its own.
    var sentence: String { text.prefix(1).uppercased() + text.dropFirst() }

    /// Describes an error that a decoder threw, `nil` when it is not one of the standard ones.
    init?(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            path = Self.path(context.codingPath)
            text = "the key \"\(key.stringValue)\" is missing."
        case .typeMismatch(let type, let context):
            path = Self.path(context.codingPath)
            text = Self.reason(context.underlyingError) ?? "expected \(type)."
        case .valueNotFound(let type, let context):
            path = Self.path(context.codingPath)
            text = Self.reason(context.underlyingError) ?? "expected \(type), found null."
        case .dataCorrupted(let context):
            path = Self.path(context.codingPath)
            text =
                Self.reason(context.underlyingError)
                ?? (path.isEmpty ? "the payload is not valid." : "the value is not valid.")
        @unknown default: return nil
        }
    }

    /// Describes an error that an encoder threw, `nil` when it is not one of the standard ones.
    init?(_ error: EncodingError) {
        switch error {
        case .invalidValue(let value, let context):
            path = Self.path(context.codingPath)
            text =
                Self.reason(context.underlyingError)
                ?? "a value of type \(type(of: value)) has no JSON form."
        @unknown default: return nil
        }
    }

    init(path: String = "", text: String) {
        self.path = path
        self.text = text
    }

    /// Only our own coder's words are known to be free of payload values.
    private static func reason(_ error: (any Error)?) -> String? {
        guard let error = error as? LambdaJSONError else { return nil }
        return lowercasedFirst(error.description)
    }

    private static func lowercasedFirst(_ text: String) -> String {
        guard let first = text.first else { return text }
        let second = text.dropFirst().first
        // "JSON" and the like stay as they are.
        if second?.isUppercase == true { return text }
        return first.lowercased() + text.dropFirst()
    }

    /// Writes a coding path as one would write it in a program.
    static func path(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                if !text.isEmpty { text += "." }
                text += key.stringValue
            }
        }
        return text
    }
}
