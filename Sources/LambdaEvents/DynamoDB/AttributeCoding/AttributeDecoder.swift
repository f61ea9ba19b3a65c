import LambdaJSON

/// What all decoders of one call share.
final class AttributeDecodingSettings {
    let userInfo: [CodingUserInfoKey: Any]
    let hook: (any JSONDecodingHook)?

    init(_ decoder: LambdaJSONDecoder) {
        userInfo = decoder.userInfo
        hook = decoder.hook
    }
}

/// The decoder of one value, which is also its single value container.
struct AttributeDecoder: Decoder, SingleValueDecodingContainer {
    /// The value.
    ///
    /// `nil` for the super decoder of an object that has no such member: what the base class asks of
    /// it decides whether that is an error.
    let value: AttributeValue?
    let path: AttributePath?
    let settings: AttributeDecodingSettings

    init(
        value: AttributeValue?,
        path: AttributePath? = nil,
        settings: AttributeDecodingSettings
    ) {
        self.value = value
        self.path = path
        self.settings = settings
    }

    var codingPath: [any CodingKey] { AttributePath.keys(path) }

    var userInfo: [CodingUserInfoKey: Any] { settings.userInfo }

    func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        guard case .map(let values) = value else {
            throw mismatch([String: AttributeValue].self, "a map")
        }
        return KeyedDecodingContainer(
            AttributeMapReader(values: values, path: path, settings: settings)
        )
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        AttributeListReader(elements: try elements(), path: path, settings: settings)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { value == nil || value == .null }

    /// Decodes a value of any type.
    ///
    /// This one method is all that the protocol asks for, but for the two largest integers, which
    /// the standard library would otherwise refuse on its own.
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        if let value = try scalar(type) ?? number(type) ?? wholeValue(type) { return value }
        if settings.hook != nil, let value = try decodeWithHook(type) { return value }
        return try T(from: self)
    }

    func decode(_ type: Int128.Type) throws -> Int128 { try integer(type) }

    func decode(_ type: UInt128.Type) throws -> UInt128 { try integer(type) }
}

// MARK: - Scalars

extension AttributeDecoder {
    private func string() throws -> String {
        guard case .string(let text) = value else { throw mismatch(String.self, "a string") }
        return text
    }

    private func bool() throws -> Bool {
        guard case .bool(let bool) = value else { throw mismatch(Bool.self, "a Boolean") }
        return bool
    }

    private func jsonNumber(_ type: Any.Type) throws -> JSONNumber {
        guard case .number(let text) = value else { throw mismatch(type, "a number") }
        guard let number = JSONNumber(text) else {
            throw corrupted("Expected the text of a number")
        }
        return number
    }

    private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
        guard let integer = try jsonNumber(type).integer(as: type) else {
            throw corrupted("Expected an integer that \(type) can hold")
        }
        return integer
    }

    private func floatingPoint<T: BinaryFloatingPoint & LosslessStringConvertible>(
        _ type: T.Type
    ) throws -> T {
        guard let value = T(try jsonNumber(type).description), value.isFinite else {
            throw corrupted("Expected a number that \(type) can hold")
        }
        return value
    }

    /// Decodes the types that most members have.
    ///
    /// `nil` for other types. What a cast costs is paid once the type is known to be right.
    private func scalar<T>(_ type: T.Type) throws -> T? {
        if type == String.self { return try string() as? T }
        if type == Int.self { return try integer(Int.self) as? T }
        if type == Bool.self { return try bool() as? T }
        if type == Double.self { return try floatingPoint(Double.self) as? T }
        return nil
    }

    /// Decodes a value that is an attribute value itself, JSON, or bytes.
    ///
    /// `nil` for other types.
    private func wholeValue<T>(_ type: T.Type) throws -> T? {
        guard let value else { return nil }
        if type == AttributeValue.self { return value as? T }
        if type == JSONValue.self { return value.json as? T }
        if type == [UInt8].self, case .binary(let data) = value { return try bytes(of: data) as? T }
        return nil
    }

    /// Decodes the numbers that are rarer than `Int` and `Double`.
    ///
    /// `nil` for a type that is none.
    private func number<T>(_ type: T.Type) throws -> T? {
        if type == Int64.self { return try integer(Int64.self) as? T }
        if type == UInt8.self { return try integer(UInt8.self) as? T }
        if type == Int32.self { return try integer(Int32.self) as? T }
        if type == UInt.self { return try integer(UInt.self) as? T }
        if type == UInt64.self { return try integer(UInt64.self) as? T }
        if type == UInt32.self { return try integer(UInt32.self) as? T }
        if type == Int16.self { return try integer(Int16.self) as? T }
        if type == UInt16.self { return try integer(UInt16.self) as? T }
        if type == Int8.self { return try integer(Int8.self) as? T }
        if type == Int128.self { return try integer(Int128.self) as? T }
        if type == UInt128.self { return try integer(UInt128.self) as? T }
        if type == Float.self { return try floatingPoint(Float.self) as? T }
        if type == JSONNumber.self { return try jsonNumber(type) as? T }
        return nil
    }

    private func bytes(of data: AttributeValue.Binary) throws -> [UInt8] {
        guard let bytes = data.bytes else { throw corrupted("Expected Base64") }
        return bytes
    }

    /// The elements of a list, of a set, and of bytes, which is how `Data` reads itself.
    private func elements() throws -> AttributeListReader.Elements {
        switch value {
        case .list(let values): .values(values)
        case .stringSet(let texts): .values(texts.map { .string($0) })
        case .numberSet(let texts): .values(texts.map { .number($0) })
        case .binarySet(let data): .values(data.map { .binary($0) })
        case .binary(let data): .bytes(try bytes(of: data))
        default: throw mismatch([AttributeValue].self, "a list or a set")
        }
    }
}

// MARK: - Errors

extension AttributeDecoder {
    private func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
        let context = context("Expected \(expected), found \(value?.phrase ?? "nothing")")
        return decodeNil() ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    func corrupted(_ reason: String) -> DecodingError { .dataCorrupted(context(reason)) }

    func context(_ reason: String) -> DecodingError.Context {
        DecodingError.Context(LambdaJSONError(reason), at: codingPath)
    }
}

extension AttributeValue {
    /// What the value is called in an error.
    var phrase: String {
        switch self {
        case .string: "a string"
        case .number: "a number"
        case .binary: "bytes"
        case .bool: "a Boolean"
        case .null: "null"
        case .map: "a map"
        case .list: "a list"
        case .stringSet: "a set of strings"
        case .numberSet: "a set of numbers"
        case .binarySet: "a set of bytes"
        case .other: "a value of an unknown type"
        }
    }

    /// The value as JSON would have it: bytes in Base64, sets as arrays.
    fileprivate var json: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .number(let text): JSONNumber(text).map { .number($0) } ?? .string(text)
        case .binary(let data): .string(data.base64)
        case .bool(let value): .bool(value)
        case .null: .null
        case .map(let values): .object(values.mapValues(\.json))
        case .list(let values): .array(values.map(\.json))
        case .stringSet(let texts): .array(texts.map { .string($0) })
        case .numberSet(let texts): .array(texts.map { AttributeValue.number($0).json })
        case .binarySet(let data): .array(data.map { .string($0.base64) })
        case .other(let value): value
        }
    }
}
