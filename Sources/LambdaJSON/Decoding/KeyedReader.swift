/// A keyed container: the members of one object.
///
/// It has no state of its own. Where the last search ended is noted in the tape, where every
/// container of the same object can profit from it.
struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    #if os(Linux)
    /// The position lies with the shelf that the container goes back to.
    private let place: UnsafeMutablePointer<ReaderPosition>

    @inline(__always)
    init(_ place: UnsafeMutablePointer<ReaderPosition>) {
        self.place = place
    }

    @inline(__always)
    private var position: ReaderPosition { place.pointee }
    #else
    private let position: ReaderPosition

    init(_ position: ReaderPosition) {
        self.position = position
    }
    #endif

    @inline(__always)
    var document: JSONDocument { position.document }

    @inline(__always)
    var object: Int { Int(position.object) }

    /// Whether the call that the container belongs to has not returned yet.
    @inline(__always)
    private var isCurrent: Bool { document.generation == position.generation }

    var codingPath: [any CodingKey] {
        guard isCurrent else { return [] }
        return document.path(to: object, in: Tape.parent(document.tape[object + 1]))
    }

    var allKeys: [Key] {
        guard isCurrent else { return [] }
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
    ///
    /// What looks for a member is not inlined: it would be so into each of the methods of the
    /// protocol.
    @inline(never)
    func find(_ key: Key) -> Int? {
        guard isCurrent else { return nil }
        return document.find(key.stringValue, in: object)
    }

    /// The index of the value of a member that must be there.
    @inline(never)
    func index(_ key: Key) throws -> Int {
        if let index = find(key) { return index }
        throw isCurrent ? document.missing(key, in: object) : JSONDocument.outOfUse
    }

    /// The index of the value of a member that is there and is not null.
    @inline(never)
    func indexIfPresent(_ key: Key) throws -> Int? {
        guard let index = find(key) else {
            if isCurrent { return nil }
            throw JSONDocument.outOfUse
        }
        return document.kind(at: index) == .null ? nil : index
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        document.kind(at: try index(key)) == .null
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try document.decode(type, at: index(key), in: object)
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let index = try indexIfPresent(key) else { return nil }
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
        try superDecoder(named: "super")
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        try superDecoder(named: key.stringValue)
    }

    /// A decoder of a member, and of null if there is none: what the base class asks of it decides
    /// whether that is an error.
    private func superDecoder(named name: String) throws -> any Decoder {
        guard isCurrent else { throw JSONDocument.outOfUse }
        let index = document.find(name, in: object) ?? document.addAbsentName(name)
        return JSONValueDecoder(document: document, index: index, parent: object)
    }
}
