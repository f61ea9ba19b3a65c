public import LambdaJSON

/// The value of an attribute of an item: a string, a number, a map and so on.
///
/// An item is a dictionary of attribute values. Decode it as a type of your own, or take it apart:
///
/// ```swift
/// let order = try record.dynamodb.newImage?.decode(Order.self)
/// let status = record.dynamodb.newImage?["status"]?.stringValue
/// ```
///
/// Values of types that DynamoDB may get one day decode as ``other(_:)`` and encode as they came;
/// no value makes an event undecodable.
///
/// Two values are equal if DynamoDB would call them equal: the order of a set does not matter. A
/// number is the text that stands for it, which DynamoDB writes in one way only.
///
/// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html>
public enum AttributeValue: Sendable {
    /// A string, the type `S`.
    case string(String)

    /// A number of up to 38 digits, the type `N`, as DynamoDB writes it.
    ///
    /// Decode it as a number with ``decode(_:using:)``, or use ``numberValue``.
    case number(String)

    /// Bytes, the type `B`.
    case binary(Binary)

    /// A Boolean, the type `BOOL`.
    case bool(Bool)

    /// Null, the type `NULL`.
    case null

    /// Values by name, the type `M`.
    case map([String: AttributeValue])

    /// Values in order, the type `L`.
    case list([AttributeValue])

    /// Different strings, the type `SS`.
    case stringSet([String])

    /// Different numbers, the type `NS`, as DynamoDB writes them.
    case numberSet([String])

    /// Different values of bytes, the type `BS`.
    case binarySet([Binary])

    /// A value of none of these types, as it stands in the JSON.
    case other(JSONValue)
}

extension AttributeValue: Hashable {
    /// Whether two values are equal.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.binary(let left), .binary(let right)): left == right
        case (.bool(let left), .bool(let right)): left == right
        case (.null, .null): true
        case (.map(let left), .map(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.stringSet(let left), .stringSet(let right)): isSameSet(left, right)
        case (.numberSet(let left), .numberSet(let right)): isSameSet(left, right)
        case (.binarySet(let left), .binarySet(let right)):
            isSameSet(left.map(\.base64), right.map(\.base64))
        case (.other(let left), .other(let right)): left == right
        default: false
        }
    }

    private static func isSameSet<Element: Hashable>(_ left: [Element], _ right: [Element]) -> Bool
    {
        left == right || left.count == right.count && Set(left) == Set(right)
    }

    /// Hashes the value.
    ///
    /// - Parameter hasher: The hasher to feed.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .string(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .binary(let value): hasher.combine(value)
        case .bool(let value): hasher.combine(value)
        case .null: hasher.combine(0)
        case .map(let value): hasher.combine(value)
        case .list(let value): hasher.combine(value)
        case .stringSet(let value): hasher.combine(Set(value))
        case .numberSet(let value): hasher.combine(Set(value))
        case .binarySet(let value): hasher.combine(Set(value.map(\.base64)))
        case .other(let value): hasher.combine(value)
        }
    }
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }

    /// Creates a number.
    public init(integerLiteral value: Int64) { self = .number(value.description) }

    /// Creates a Boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// Creates null.
    public init(nilLiteral: ()) { self = .null }

    /// Creates a list.
    public init(arrayLiteral elements: AttributeValue...) { self = .list(elements) }

    /// Creates a map.
    ///
    /// Of values of the same name the last counts.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self = .map(Dictionary(elements) { _, last in last })
    }
}
