/// A keyed container: the members of one object, written as they come.
///
/// All it does itself is to ask a key for its name. What depends on the type of key is compiled for
/// no type in particular, and has to look up at run time what it needs to know about it.
struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let seat: WriterSeat

    @inline(__always)
    init(_ seat: WriterSeat) {
        self.seat = seat
    }

    var codingPath: [any CodingKey] {
        seat.place.writer.path(of: seat.place)
    }

    mutating func encodeNil(forKey key: Key) throws {
        seat.member(key.stringValue) { $0.appendNull() }
    }

    mutating func encode(_ value: Bool, forKey key: Key) throws {
        seat.member(key.stringValue) { $0.append(value) }
    }

    mutating func encode(_ value: String, forKey key: Key) throws {
        seat.member(key.stringValue) { $0.append(string: value) }
    }

    mutating func encode(_ value: Double, forKey key: Key) throws {
        guard value.isFinite else { throw notFinite(value, key) }
        seat.member(key.stringValue) { $0.append(finite: value) }
    }

    mutating func encode(_ value: Float, forKey key: Key) throws {
        guard value.isFinite else { throw notFinite(value, key) }
        seat.member(key.stringValue) { $0.append(finite: value) }
    }

    @inline(never)
    private func notFinite(_ value: Any, _ key: Key) -> EncodingError {
        let place = seat.place
        return place.writer.notFinite(value, at: place, key: pathKey(key.stringValue))
    }

    /// A key that has room for a text takes any name there is, which is payload then.
    private func pathKey(_ name: String) -> PathKey {
        PathKey(
            stringValue: name,
            isPayload: MemoryLayout<Key>.size >= MemoryLayout<String>.size
        )
    }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try seat.encode(value, named: key.stringValue)
    }

    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        guard let value else { return }
        seat.member(key.stringValue) { $0.append(string: value) }
    }

    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        try value.borrowPayload { try seat.encode(copy $0, named: key.stringValue) }
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
        seat.member(key.stringValue) { $0.pushContainer(.object) }.keyedContainer(keyType)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        UnkeyedWriter(seat.member(key.stringValue) { $0.pushContainer(.array) })
    }

    mutating func superEncoder() -> any Encoder {
        superEncoder(named: "super")
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        superEncoder(named: key.stringValue)
    }

    private mutating func superEncoder(named name: String) -> any Encoder {
        seat.beginMember(name)
        let place = seat.place
        return place.writer.superEncoder(of: place, key: pathKey(name))
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
        seat.member(key.stringValue) { $0.append(value) }
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
        seat.member(key.stringValue) { $0.append(value) }
    }

    mutating func encode(_ value: Int128, forKey key: Key) throws {
        seat.member(key.stringValue) { $0.append(text: value.description) }
    }

    mutating func encode(_ value: UInt128, forKey key: Key) throws {
        seat.member(key.stringValue) { $0.append(text: value.description) }
    }
}
