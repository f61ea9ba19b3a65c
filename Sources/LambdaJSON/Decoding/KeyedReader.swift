/// A keyed container: the members of one object.
///
/// It is all but stateless. Where the last search ended is noted in the tape, where every container
/// of the same object can profit from it.
struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let document: JSONDocument
    let object: Int

    var codingPath: [any CodingKey] {
        document.path(to: object, in: Tape.parent(document.tape[object + 1]))
    }

    var allKeys: [Key] {
        var keys: [Key] = []
        for name in document.names(in: object) {
            if let key = Key(stringValue: name) { keys.append(key) }
        }
        return keys
    }

    func contains(_ key: Key) -> Bool {
        find(key) != nil
    }

    /// The index of a member's value.
    @inline(__always)
    func find(_ key: Key) -> Int? {
        var name = key.stringValue
        return document.find(&name, in: object)
    }

    /// The index of the value of a member that must be there.
    @inline(__always)
    func index(_ key: Key) throws -> Int {
        guard let index = find(key) else { throw document.missing(key, in: object) }
        return index
    }

    /// The index of the value of a member that is there and is not null.
    @inline(__always)
    func indexIfPresent(_ key: Key) -> Int? {
        guard let index = find(key), document.kind(at: index) != .null else { return nil }
        return index
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        document.kind(at: try index(key)) == .null
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try document.decode(type, at: index(key), in: object)
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let index = indexIfPresent(key) else { return nil }
        return try document.decode(type, at: index, in: object)
    }
}

// MARK: - Containers in members

extension KeyedReader {
    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try document.keyedContainer(type, at: index(key), in: object)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try document.unkeyedContainer(at: index(key), in: object)
    }

    func superDecoder() throws -> any Decoder {
        superDecoder(named: "super")
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        superDecoder(named: key.stringValue)
    }

    /// A decoder of a member, and of null if there is none: what the base class asks of it decides
    /// whether that is an error.
    private func superDecoder(named name: String) -> any Decoder {
        var name = name
        if let index = document.find(&name, in: object) {
            return JSONValueDecoder(document: document, index: index, parent: object)
        }
        let index = AbsentMember.firstIndex + document.absentNames.count
        document.absentNames.append(name)
        return JSONValueDecoder(document: document, index: index, parent: object)
    }
}
