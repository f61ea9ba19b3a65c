import LambdaJSON

/// The keyed container of a map.
struct AttributeMapReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let values: [String: AttributeValue]
    let path: AttributePath?
    let settings: AttributeDecodingSettings

    var codingPath: [any CodingKey] { AttributePath.keys(path) }

    var allKeys: [Key] { values.keys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { values[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key) == .null }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try decoder(key).decode(type)
    }

    func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 {
        try decoder(key).decode(type)
    }

    func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 {
        try decoder(key).decode(type)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { superDecoder(AttributeKey.super) }

    func superDecoder(forKey key: Key) throws -> any Decoder { superDecoder(key) }

    private func superDecoder(_ key: any CodingKey) -> AttributeDecoder {
        AttributeDecoder(
            value: values[key.stringValue],
            path: AttributePath(path, key),
            settings: settings
        )
    }

    private func decoder(_ key: Key) throws -> AttributeDecoder {
        AttributeDecoder(
            value: try value(key),
            path: AttributePath(path, key),
            settings: settings
        )
    }

    private func value(_ key: Key) throws -> AttributeValue {
        guard let value = values[key.stringValue] else {
            let problem = LambdaJSONError("Expected a value \"\(key.stringValue)\" in the map")
            throw DecodingError.keyNotFound(key, DecodingError.Context(problem, at: codingPath))
        }
        return value
    }
}
