/// The keyed container of a map.
struct AttributeMapWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: AttributeNode
    let path: AttributePath?
    let settings: AttributeEncodingSettings

    var codingPath: [any CodingKey] { AttributePath.keys(path) }

    func encodeNil(forKey key: Key) { member(key).encodeNil() }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        // A value that fails leaves nothing behind.
        let encoder = encoder(key)
        try encoder.encode(value)
        node.setMember(key.stringValue, encoder.node)
    }

    func encode(_ value: Int128, forKey key: Key) { member(key).encode(value) }

    func encode(_ value: UInt128, forKey key: Key) { member(key).encode(value) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        member(key).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        member(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { member(AttributeKey.super) }

    func superEncoder(forKey key: Key) -> any Encoder { member(key) }

    private func member(_ key: any CodingKey) -> AttributeEncoder {
        let encoder = encoder(key)
        node.setMember(key.stringValue, encoder.node)
        return encoder
    }

    private func encoder(_ key: any CodingKey) -> AttributeEncoder {
        AttributeEncoder(
            node: AttributeNode(),
            path: AttributePath(path, key),
            settings: settings
        )
    }
}

/// The unkeyed container of a list.
struct AttributeListWriter: UnkeyedEncodingContainer {
    let node: AttributeNode
    let path: AttributePath?
    let settings: AttributeEncodingSettings

    var codingPath: [any CodingKey] { AttributePath.keys(path) }

    var count: Int { node.count }

    func encodeNil() { element().encodeNil() }

    func encode<T: Encodable>(_ value: T) throws {
        // A value that fails leaves nothing behind.
        let encoder = encoder()
        try encoder.encode(value)
        node.append(encoder.node)
    }

    func encode(_ value: Int128) { element().encode(value) }

    func encode(_ value: UInt128) { element().encode(value) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        element().container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }

    func superEncoder() -> any Encoder { element() }

    private func element() -> AttributeEncoder {
        let encoder = encoder()
        node.append(encoder.node)
        return encoder
    }

    private func encoder() -> AttributeEncoder {
        let path = AttributePath(path, AttributeKey(intValue: node.count))
        return AttributeEncoder(node: AttributeNode(), path: path, settings: settings)
    }
}
