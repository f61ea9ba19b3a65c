import LambdaEventsShared
public import LambdaJSON

extension AttributeValue {
    /// The string.
    ///
    /// `nil` if the value is something else.
    public var stringValue: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The number, with all its digits.
    ///
    /// `nil` if the value is something else.
    public var numberValue: JSONNumber? {
        guard case .number(let text) = self else { return nil }
        return JSONNumber(text)
    }

    /// The number as an `Int`.
    ///
    /// `nil` if the value is something else, has a fraction, or does not fit.
    public var intValue: Int? { numberValue?.integer(as: Int.self) }

    /// The number as the nearest `Double`.
    ///
    /// `nil` if the value is something else.
    public var doubleValue: Double? { numberValue?.doubleValue }

    /// The bytes.
    ///
    /// `nil` if the value is something else.
    public var binaryValue: Binary? {
        guard case .binary(let value) = self else { return nil }
        return value
    }

    /// The Boolean.
    ///
    /// `nil` if the value is something else.
    public var boolValue: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// Whether the value is null.
    public var isNull: Bool { self == .null }

    /// The values by name.
    ///
    /// `nil` if the value is something else.
    public var mapValue: [String: AttributeValue]? {
        guard case .map(let value) = self else { return nil }
        return value
    }

    /// The values in order.
    ///
    /// `nil` if the value is something else, such as a set.
    public var listValue: [AttributeValue]? {
        guard case .list(let value) = self else { return nil }
        return value
    }

    /// The value of a map with a name.
    ///
    /// `nil` if there is none, or the value is no map.
    ///
    /// - Parameter name: The name.
    public subscript(name: String) -> AttributeValue? { mapValue?[name] }

    /// The element of a list at a position.
    ///
    /// `nil` if there is none, or the value is no list.
    ///
    /// - Parameter index: The position, from 0.
    public subscript(index: Int) -> AttributeValue? {
        guard let list = listValue, list.indices.contains(index) else { return nil }
        return list[index]
    }
}

extension AttributeValue {
    /// Bytes in a value of an attribute.
    ///
    /// DynamoDB writes them in Base64, which is decoded on demand only.
    public struct Binary: Hashable, Sendable {
        /// The bytes in Base64, as they stand in the JSON.
        public var base64: String

        /// Creates a value of text in Base64.
        ///
        /// - Parameter base64: The bytes in Base64.
        public init(base64: String) {
            self.base64 = base64
        }

        /// Creates a value of bytes.
        ///
        /// - Parameter bytes: The bytes.
        public init(_ bytes: some Sequence<UInt8>) {
            base64 = Base64.encode(bytes)
        }

        /// The bytes.
        ///
        /// `nil` if ``base64`` is not Base64.
        public var bytes: [UInt8]? { Base64.decode(base64) }
    }
}
