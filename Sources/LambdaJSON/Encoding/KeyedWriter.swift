/// A keyed container: the members of one object, written as they come.
///
/// All it does itself is to ask a key for its name. What depends on the type of key is compiled for
/// no type in particular, and has to look up at run time what it needs to know about it.
struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private var place: JSONWriter.Place

    init(_ place: JSONWriter.Place) {
        self.place = place
    }

    var codingPath: [any CodingKey] {
        place.writer.path(of: place)
    }

    mutating func encodeNil(forKey key: Key) throws {
        place.beginMember(key.stringValue)
        place.writer.appendNull()
    }

    mutating func encode(_ value: Bool, forKey key: Key) throws {
        place.beginMember(key.stringValue)
        place.writer.append(value)
    }

    mutating func encode(_ value: String, forKey key: Key) throws {
        place.beginMember(key.stringValue)
        place.writer.append(string: value)
    }

    mutating func encode(_ value: Double, forKey key: Key) throws {
        guard value.isFinite else { throw notFinite(value, key) }
        place.beginMember(key.stringValue)
        place.writer.append(finite: value)
    }

    mutating func encode(_ value: Float, forKey key: Key) throws {
        guard value.isFinite else { throw notFinite(value, key) }
        place.beginMember(key.stringValue)
        place.writer.append(finite: value)
    }

    @inline(never)
    private func notFinite(_ value: Any, _ key: Key) -> EncodingError {
        place.writer.notFinite(value, at: place, key: PathKey(stringValue: key.stringValue))
    }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try place.encode(value, named: key.stringValue)
    }

    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        guard let value else { return }
        place.beginMember(key.stringValue)
        place.writer.append(string: value)
    }

    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        try value.borrowPayload { try place.encode(copy $0, named: key.stringValue) }
    }
}

extension Optional where Wrapped: ~Copyable {
    /// Calls a function with the payload, if there is one.
    ///
    /// In generic code, `if let` copies the whole optional, and the metadata of its type has to be
    /// looked up for that, which was an eighth of encoding an S3 event. What may not be copyable is
    /// looked at where it is.
    @inline(__always)
    fileprivate borrowing func borrowPayload(_ body: (borrowing Wrapped) throws -> Void) rethrows {
        switch self {
        case .some(let payload): try body(payload)
        case .none: return
        }
    }
}

// MARK: - Containers in members

extension KeyedWriter {
    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        place.beginMember(key.stringValue)
        return KeyedEncodingContainer(KeyedWriter<NestedKey>(place.writer.pushContainer(.object)))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        place.beginMember(key.stringValue)
        return UnkeyedWriter(place.writer.pushContainer(.array))
    }

    mutating func superEncoder() -> any Encoder {
        superEncoder(named: "super")
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        superEncoder(named: key.stringValue)
    }

    private mutating func superEncoder(named name: String) -> any Encoder {
        place.beginMember(name)
        return place.writer.superEncoder(of: place, key: PathKey(stringValue: name))
    }
}

// MARK: - Integers

extension KeyedWriter {
    mutating func encode(_ value: Int, forKey key: Key) throws {
        try encode(Int64(value), forKey: key)
    }

    mutating func encode(_ value: Int8, forKey key: Key) throws {
        try encode(Int64(value), forKey: key)
    }

    mutating func encode(_ value: Int16, forKey key: Key) throws {
        try encode(Int64(value), forKey: key)
    }

    mutating func encode(_ value: Int32, forKey key: Key) throws {
        try encode(Int64(value), forKey: key)
    }

    mutating func encode(_ value: Int64, forKey key: Key) throws {
        place.beginMember(key.stringValue)
        place.writer.append(value)
    }

    mutating func encode(_ value: UInt, forKey key: Key) throws {
        try encode(UInt64(value), forKey: key)
    }

    mutating func encode(_ value: UInt8, forKey key: Key) throws {
        try encode(Int64(value), forKey: key)
    }

    mutating func encode(_ value: UInt16, forKey key: Key) throws {
        try encode(Int64(value), forKey: key)
    }

    mutating func encode(_ value: UInt32, forKey key: Key) throws {
        try encode(Int64(value), forKey: key)
    }

    mutating func encode(_ value: UInt64, forKey key: Key) throws {
        place.beginMember(key.stringValue)
        place.writer.append(value)
    }

    mutating func encode(_ value: Int128, forKey key: Key) throws {
        place.beginMember(key.stringValue)
        place.writer.append(text: value.description)
    }

    mutating func encode(_ value: UInt128, forKey key: Key) throws {
        place.beginMember(key.stringValue)
        place.writer.append(text: value.description)
    }
}
