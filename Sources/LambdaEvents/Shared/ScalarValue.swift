import LambdaJSON

/// A value that a service writes as text in one place, and as a number or a Boolean in another.
///
/// CodePipeline numbers the versions of a pipeline `3`, `3.0` and `"3"`; EMR counts instances in
/// strings. A scalar value reads all of these, so that none makes an event undecodable, and writes
/// the form it was read or built in. The form plays no part in comparing: values are equal if their
/// texts are.
///
/// ```swift
/// let version: ScalarValue = "3"
/// version.intValue  // 3
/// version == 3      // true
/// ```
public struct ScalarValue: Sendable {
    private enum Form: Sendable {
        case text
        case number(JSONNumber)
        case bool(Bool)
    }

    /// The text of the value: that of the string, the digits of the number, or `true` or `false`.
    public let text: String

    private let form: Form

    /// Creates a value that is written as a string.
    ///
    /// - Parameter text: The string.
    public init(_ text: String) {
        self.text = text
        self.form = .text
    }

    private init(number: JSONNumber) {
        self.text = number.description
        self.form = .number(number)
    }

    private init(bool: Bool) {
        self.text = bool.description
        self.form = .bool(bool)
    }

    /// The value as an `Int`.
    ///
    /// `nil` if it is something else, has a fraction, or does not fit.
    public var intValue: Int? {
        if case .number(let number) = form { return number.integer(as: Int.self) }
        return JSONNumber(text)?.integer(as: Int.self)
    }

    /// The value as the nearest `Double`.
    ///
    /// `nil` if it is no number.
    public var doubleValue: Double? {
        if case .number(let number) = form { return number.doubleValue }
        return JSONNumber(text)?.doubleValue
    }

    /// The value as a Boolean, in whatever case it is written.
    ///
    /// `nil` if it is something else.
    public var boolValue: Bool? {
        if text.isEqualIgnoringASCIICase(to: "true") { return true }
        return text.isEqualIgnoringASCIICase(to: "false") ? false : nil
    }
}

extension ScalarValue: CustomStringConvertible {
    /// The text of the value.
    public var description: String { text }
}

extension ScalarValue: Hashable {
    /// Whether two values have the same text, in whatever form they are written.
    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    /// Hashes the text.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension ScalarValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral
{
    /// Creates a value that is written as a string.
    public init(stringLiteral text: String) { self.init(text) }

    /// Creates a value that is written as a number.
    public init(integerLiteral number: Int64) { self.init(number: JSONNumber(number)) }

    /// Creates a value that is written as a Boolean.
    public init(booleanLiteral bool: Bool) { self.init(bool: bool) }
}

extension ScalarValue: Codable {
    /// Reads a string, a number or a Boolean.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is none of these.
    public init(from decoder: any Decoder) throws {
        // Our own decoder says what a number is; others have to be asked for one type after the
        // other, the likeliest first.
        if let native = decoder as? JSONValueDecoder, native.isNumber {
            self.init(number: try JSONNumber(from: native))
            return
        }
        let container = try decoder.singleValueContainer()
        do {
            self.init(try container.decode(String.self))
        } catch DecodingError.typeMismatch(let type, let context) {
            if let bool = try? container.decode(Bool.self) {
                self.init(bool: bool)
            } else if let number = try? container.decode(JSONNumber.self) {
                self.init(number: number)
            } else {
                throw DecodingError.typeMismatch(type, context)
            }
        }
    }

    /// Writes the value in the form it was read or built in.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        switch form {
        case .number(let number): try number.encode(to: encoder)
        case .bool(let bool):
            var container = encoder.singleValueContainer()
            try container.encode(bool)
        case .text:
            var container = encoder.singleValueContainer()
            try container.encode(text)
        }
    }
}
