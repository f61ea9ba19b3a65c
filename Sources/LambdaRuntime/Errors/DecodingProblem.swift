import LambdaJSON

/// A `DecodingError` or `EncodingError` in words that carry no value of the payload.
package struct DecodingProblem {
    /// Where, as in `Records[0].s3.object.size`.
    ///
    /// Empty at the top level. The key of a dictionary is payload, and stands there as `[…]`.
    package let path: String
    /// What was expected, as a sentence that begins in lower case.
    package let text: String
    /// The text as a sentence of its own.
    var sentence: String {
        // Our own words begin with a letter of ASCII, and nothing else gets here.
        var bytes = [UInt8](text: text)
        if let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first - 0x20 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Describes an error that a decoder threw, `nil` when it is not one of the standard ones.
    @inline(never)
    @_optimize(size)
    package init?(_ error: DecodingError) {
        let context: DecodingError.Context
        let words: String
        switch error {
        case .keyNotFound(let key, let found):
            context = found
            words =
                Self.isPayload(key)
                ? "a key is missing." : "the key \"" + key.stringValue + "\" is missing."
        case .typeMismatch(let type, let found):
            context = found
            words = "expected " + String(describing: type) + "."
        case .valueNotFound(let type, let found):
            context = found
            words = "expected " + String(describing: type) + ", found null."
        case .dataCorrupted(let found):
            context = found
            words =
                found.codingPath.isEmpty
                ? "the payload is not valid." : "the value is not valid."
        @unknown default: return nil
        }
        path = Self.path(context.codingPath)
        if case .keyNotFound = error {
            text = words
        } else {
            text = Self.reason(context.underlyingError) ?? words
        }
    }

    /// Describes an error that an encoder threw, `nil` when it is not one of the standard ones.
    @inline(never)
    @_optimize(size)
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

    @inline(never)
    @_optimize(size)
    private static func lowercasedFirst(_ text: String) -> String {
        var bytes = [UInt8](text: text)
        let capitals: ClosedRange<UInt8> = 0x41...0x5A
        guard let first = bytes.first, capitals.contains(first) else { return text }
        // "JSON" and the like stay as they are.
        if bytes.count > 1, capitals.contains(bytes[1]) { return text }
        bytes[0] = first + 0x20
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes that a path is cut to.
    static let pathLimit = 200

    /// Writes a coding path as one would write it in a program.
    @inline(never)
    @_optimize(size)
    static func path(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path where text.utf8.count <= pathLimit {
            if let index = key.intValue {
                text += "[\(index)]"
            } else if isPayload(key) {
                text += "[…]"
            } else {
                if !text.isEmpty { text += "." }
                text += key.stringValue
            }
        }
        return ErrorReport.limited(text, to: pathLimit)
    }

    /// Whether a key is a name that its type does not know, and so a value of the payload.
    ///
    /// Our decoder says so. With others, a key that has room for a text takes any name there is; the cases of an
    /// enumeration have none.
    @inline(never)
    @_optimize(size)
    private static func isPayload<Key: CodingKey>(_ key: Key) -> Bool {
        if let key = key as? PathKey { return key.isPayload }
        return MemoryLayout<Key>.size >= MemoryLayout<String>.size
    }
}
