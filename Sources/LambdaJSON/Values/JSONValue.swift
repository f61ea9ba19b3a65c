/// Any JSON value.
///
/// Use it where the shape of a payload is not known, or not worth a type:
///
/// ```swift
/// let event = try LambdaJSONDecoder().decode(JSONValue.self, from: bytes)
/// let name = event["detail"]?["user"]?["name"]?.stringValue
///
/// let answer: JSONValue = ["ok": true, "count": 2, "items": ["a", nil]]
/// ```
///
/// LambdaJSON's coders read and write it natively; numbers that neither `Int64` nor `Double` can
/// hold survive exactly, see ``JSONNumber``. With other coders, Foundation's for one, it goes
/// through `Codable`, and a number is what the coder makes of it as an `Int64`, a `UInt64` or a
/// `Double`: digits beyond those are lost.
///
/// The members of an object have no order. They are written sorted by name.
public enum JSONValue: Hashable, Sendable {
    /// The value `null`.
    case null

    /// The values `true` and `false`.
    case bool(Bool)

    /// A number of any size and precision.
    case number(JSONNumber)

    /// A string.
    case string(String)

    /// An array of values.
    case array([JSONValue])

    /// An object: values by name.
    case object([String: JSONValue])
}

// MARK: - Equality

extension JSONValue {
    /// Compares the values, of whatever kind.
    ///
    /// By hand, as hashing is: what is synthesized has the comparisons and hashes of the standard
    /// library's arrays and dictionaries compiled into it.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (.array(let left), .array(let right)):
            return left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
        case (.object(let left), .object(let right)):
            return left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
        default: return false
        }
    }

    /// Hashes the value, of whatever kind.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): value.hash(into: &hasher)
        case .string(let value): value.hash(into: &hasher)
        case .array(let elements):
            for element in elements { element.hash(into: &hasher) }
            hasher.combine(elements.count)
        case .object(let members):
            // Members have no order, and neither has a sum.
            var sum = members.count
            for (name, value) in members {
                var member = hasher
                name.hash(into: &member)
                value.hash(into: &member)
                sum &+= member.finalize()
            }
            hasher.combine(sum)
        }
    }
}

// MARK: - Access

// What is public here is compiled where it is used, and nowhere else: a function that has no use for
// it does not carry it.

extension JSONValue {
    /// The member of an object with a name.
    ///
    /// `nil` if there is no such member, or the value is not an object. Setting a member of a value
    /// that is not an object makes it one; setting `nil` removes the member.
    @_alwaysEmitIntoClient
    public subscript(key: String) -> JSONValue? {
        get { objectValue?[key] }
        set {
            guard var members = objectValue else {
                if let newValue { self = .object([key: newValue]) }
                return
            }
            // Let go of the storage first, so that the change is made in place.
            self = .null
            members[key] = newValue
            self = .object(members)
        }
    }

    /// The element of an array at a position.
    ///
    /// `nil` if there is no such element, or the value is not an array.
    @_alwaysEmitIntoClient
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else {
            return nil
        }
        return elements[index]
    }

    /// Whether the value is `null`.
    @_alwaysEmitIntoClient
    public var isNull: Bool {
        guard case .null = self else { return false }
        return true
    }

    /// The Boolean.
    ///
    /// `nil` if the value is something else.
    @_alwaysEmitIntoClient
    public var boolValue: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The string.
    ///
    /// `nil` if the value is something else.
    @_alwaysEmitIntoClient
    public var stringValue: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The number.
    ///
    /// `nil` if the value is something else.
    @_alwaysEmitIntoClient
    public var numberValue: JSONNumber? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// The number as an `Int`.
    ///
    /// `nil` if the value is something else, has a fraction, or does not fit.
    @_alwaysEmitIntoClient
    public var intValue: Int? {
        numberValue?.integer(as: Int.self)
    }

    /// The number as the nearest `Double`.
    ///
    /// `nil` if the value is something else.
    @_alwaysEmitIntoClient
    public var doubleValue: Double? {
        numberValue?.doubleValue
    }

    /// The elements of an array.
    ///
    /// `nil` if the value is something else.
    @_alwaysEmitIntoClient
    public var arrayValue: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members of an object.
    ///
    /// `nil` if the value is something else.
    @_alwaysEmitIntoClient
    public var objectValue: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}

// MARK: - Conversion to and from other types

extension JSONValue {
    /// Creates the value that a type encodes as.
    ///
    /// - Throws: What encoding throws.
    @_alwaysEmitIntoClient
    public init<T: Encodable>(encoding value: T) throws {
        self = try LambdaJSONDecoder().decode(from: LambdaJSONEncoder().encode(value))
    }

    /// Decodes the value as a type.
    ///
    /// Byte offsets in errors count from the start of the value's compact JSON text.
    ///
    /// - Throws: `DecodingError` where the value is not one of this type.
    @_alwaysEmitIntoClient
    public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        try LambdaJSONDecoder().decode(type, from: LambdaJSONEncoder().encode(self))
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON text.
    public var description: String {
        let output = OutputBuffer()
        output.append(self)
        return output.string
    }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates `null`.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// Creates a Boolean.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// Creates a number.
    public init(integerLiteral value: Int64) {
        self = .number(JSONNumber(value))
    }

    /// Creates a number.
    public init(floatLiteral value: Double) {
        self = .number(JSONNumber(floatLiteral: value))
    }

    /// Creates a string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Creates an array.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// Creates an object.
    ///
    /// Of members with equal names the last counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
