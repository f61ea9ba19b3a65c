import LambdaJSON

/// What all encoders of one call share.
final class AttributeEncodingSettings {
    let userInfo: [CodingUserInfoKey: Any]
    let hook: (any JSONEncodingHook)?

    init(_ encoder: LambdaJSONEncoder) {
        userInfo = encoder.userInfo
        hook = encoder.hook
    }
}

/// A value that is being encoded.
///
/// A tree of them, because Codable lets a program write to a container after others, and to the
/// encoder of a base class at any time.
final class AttributeNode {
    private enum Content {
        case vacant
        case scalar(AttributeValue)
        case map([String: AttributeNode])
        case list([AttributeNode])
    }

    private var content = Content.vacant

    /// The finished value.
    ///
    /// A type that encoded nothing is an empty map.
    var value: AttributeValue {
        switch content {
        case .vacant: .map([:])
        case .scalar(let value): value
        case .map(let members): .map(members.mapValues(\.value))
        case .list(let elements): .list(elements.map(\.value))
        }
    }

    func set(_ value: AttributeValue) { content = .scalar(value) }

    /// Makes the value a map, unless it is one.
    func openMap() {
        if case .map = content { return }
        content = .map([:])
    }

    /// Makes the value a list, unless it is one.
    func openList() {
        if case .list = content { return }
        content = .list([])
    }

    /// Adds a value to a map, in place of one of that name.
    func setMember(_ name: String, _ node: AttributeNode) {
        openMap()
        guard case .map(var members) = content else { return }
        // Let go of the storage first, so that the change is made in place.
        content = .vacant
        members[name] = node
        content = .map(members)
    }

    /// Adds a value to a list.
    func append(_ node: AttributeNode) {
        openList()
        guard case .list(var elements) = content else { return }
        content = .vacant
        elements.append(node)
        content = .list(elements)
    }

    /// How many values a list has.
    var count: Int {
        if case .list(let elements) = content { elements.count } else { 0 }
    }
}

/// The encoder of one value, which is also its single value container.
struct AttributeEncoder: Encoder, SingleValueEncodingContainer {
    let node: AttributeNode
    let path: AttributePath?
    let settings: AttributeEncodingSettings

    var codingPath: [any CodingKey] { AttributePath.keys(path) }

    var userInfo: [CodingUserInfoKey: Any] { settings.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.openMap()
        return KeyedEncodingContainer(
            AttributeMapWriter(node: node, path: path, settings: settings)
        )
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.openList()
        return AttributeListWriter(node: node, path: path, settings: settings)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() { node.set(.null) }

    /// Encodes a value of any type.
    ///
    /// This one method is all that the protocol asks for, but for the two largest integers, which
    /// the standard library would otherwise refuse on its own.
    func encode<T: Encodable>(_ value: T) throws {
        if let scalar = try scalar(value) ?? bytes(value) ?? set(value) {
            node.set(scalar)
        } else if settings.hook == nil {
            try value.encode(to: self)
        } else if let scalar = try encodeWithHook(value) {
            node.set(scalar)
        } else {
            try value.encode(to: self)
        }
    }

    func encode(_ value: Int128) { node.set(.number(value.description)) }

    func encode(_ value: UInt128) { node.set(.number(value.description)) }
}

// MARK: - Scalars

extension AttributeEncoder {
    /// The attribute value of a type that needs no encoder.
    ///
    /// `nil` for other types.
    private func scalar<T>(_ value: T) throws -> AttributeValue? {
        let type = T.self
        if type == String.self { return (value as? String).map { .string($0) } }
        if type == Bool.self { return (value as? Bool).map { .bool($0) } }
        if type == AttributeValue.self { return value as? AttributeValue }
        if type == Double.self { return try (value as? Double).map { try number($0, type) } }
        if type == Float.self { return try (value as? Float).map { try number($0, type) } }
        guard isInteger(type) || type == JSONNumber.self,
            let number = value as? any CustomStringConvertible
        else { return nil }
        return .number(number.description)
    }

    private func isInteger(_ type: Any.Type) -> Bool {
        type == Int.self || type == Int64.self || type == UInt8.self || type == Int32.self
            || type == UInt.self || type == UInt64.self || type == UInt32.self
            || type == Int16.self || type == UInt16.self || type == Int8.self
            || type == Int128.self || type == UInt128.self
    }

    /// The attribute value of a floating-point number: the shortest text that reads back as it.
    private func number(
        _ value: some BinaryFloatingPoint & CustomStringConvertible,
        _ type: Any.Type
    ) throws -> AttributeValue {
        guard let number = JSONNumber(value.description) else {
            let problem = LambdaJSONError(
                "Expected a finite number, found NaN or an infinity, which DynamoDB does not have; "
                    + "leave it out or encode it as a string"
            )
            throw EncodingError.unencodable(type, problem, at: codingPath)
        }
        return .number(number.description)
    }

    /// The attribute value of `[UInt8]`, `Data` and the like.
    ///
    /// `nil` for other types.
    private func bytes<T>(_ value: T) throws -> AttributeValue? {
        (value as? any RangeReplaceableCollection<UInt8>).map { .binary(.init($0)) }
    }

    /// The attribute value of a set.
    ///
    /// `nil` for other types, and for a set that DynamoDB does not have.
    private func set<T>(_ value: T) throws -> AttributeValue? {
        try (value as? any EncodableSet)?.attributeValue(for: self)
    }
}

/// A `Set`, whatever its elements are.
private protocol EncodableSet {
    func attributeValue(for encoder: AttributeEncoder) throws -> AttributeValue?
}

extension Set: EncodableSet where Element: Encodable {
    /// The elements, sorted so that the same set is always written the same way.
    fileprivate func attributeValue(for encoder: AttributeEncoder) throws -> AttributeValue? {
        var strings: [String] = []
        var numbers: [String] = []
        var binaries: [AttributeValue.Binary] = []
        for element in self {
            let node = AttributeNode()
            let position = strings.count + numbers.count + binaries.count
            let path = AttributePath(encoder.path, AttributeKey(intValue: position))
            try AttributeEncoder(node: node, path: path, settings: encoder.settings)
                .encode(element)
            switch node.value {
            case .string(let text): strings.append(text)
            case .number(let text): numbers.append(text)
            case .binary(let data): binaries.append(data)
            default: return nil
            }
        }
        switch count {
        case 0: return nil
        case strings.count: return .stringSet(strings.sorted())
        case numbers.count: return .numberSet(numbers.sorted())
        case binaries.count: return .binarySet(binaries.sorted { $0.base64 < $1.base64 })
        default: return nil
        }
    }
}
