public import LambdaEventsShared
public import LambdaJSON

extension SNSNotification {
    /// One thing the publisher said about a message.
    ///
    /// The value is always a text; which property understands it depends on the type:
    ///
    /// | Type | Property |
    /// |---|---|
    /// | `String` | ``value`` |
    /// | `Number` | ``number`` |
    /// | `String.Array` | ``elements`` |
    /// | `Binary` | ``bytes`` |
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html>
    public struct MessageAttribute: Codable, Hashable, Sendable {
        /// The type of the value.
        public var type: DataType

        /// The value, as the publisher wrote it.
        public var value: String

        /// Creates an attribute.
        ///
        /// Parameters match the properties of the same name.
        public init(type: DataType = .string, value: String) {
            self.type = type
            self.value = value
        }

        /// The number, with all its digits.
        ///
        /// `nil` unless the type is `Number` and the value is one.
        public var number: JSONNumber? { type == .number ? JSONNumber(value) : nil }

        /// The elements of the list: strings, numbers, booleans and nulls.
        ///
        /// `nil` unless the type is `String.Array` and the value is a JSON array.
        public var elements: [JSONValue]? {
            guard type == .stringArray else { return nil }
            return (try? LambdaJSONDecoder().decode(JSONValue.self, from: value))?.arrayValue
        }

        /// The bytes.
        ///
        /// `nil` unless the type is `Binary` and the value is Base64.
        public var bytes: [UInt8]? { type == .binary ? Base64.decode(value) : nil }

        enum CodingKeys: String, CodingKey {
            case type = "Type"
            case value = "Value"
        }
    }

    /// The type of a message attribute.
    public struct DataType: OpenValue {
        /// The text SNS uses for the type.
        public let rawValue: String

        /// Creates a type from the text SNS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A text.
        public static var string: Self { Self(rawValue: "String") }
        /// A JSON array of strings, numbers, booleans and nulls, as text.
        public static var stringArray: Self { Self(rawValue: "String.Array") }
        /// A number, as text.
        public static var number: Self { Self(rawValue: "Number") }
        /// Bytes, in Base64.
        public static var binary: Self { Self(rawValue: "Binary") }
    }
}
