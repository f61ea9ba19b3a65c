/// A keyed container: the members of one object, written as they come.
struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private var place: JSONWriter.Place

    init(_ place: JSONWriter.Place) {
        self.place = place
    }

    var codingPath: [any CodingKey] {
        place.writer.path(of: place)
    }

    /// Makes the container the top one, and writes the name of its next member.
    @inline(__always)
    mutating func begin(_ key: Key) -> JSONWriter {
        place.writer.claim(&place, .object)
        place.writer.beginMember(key.stringValue, of: place.record)
        return place.writer
    }

    mutating func encodeNil(forKey key: Key) throws {
        begin(key).append(literal: "null")
    }

    mutating func encode(_ value: Bool, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: String, forKey key: Key) throws {
        begin(key).append(string: value)
    }

    mutating func encode(_ value: Double, forKey key: Key) throws {
        guard value.isFinite else { throw notFinite(value, key) }
        begin(key).append(finite: value)
    }

    mutating func encode(_ value: Float, forKey key: Key) throws {
        guard value.isFinite else { throw notFinite(value, key) }
        begin(key).append(finite: value)
    }

    private func notFinite(_ value: Any, _ key: Key) -> EncodingError {
        place.writer.notFinite(value, at: place, key: PathKey(stringValue: key.stringValue))
    }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        place.writer.claim(&place, .object)
        let writer = place.writer
        let mark = writer.mark(in: place.record)
        writer.beginMember(key.stringValue, of: place.record)
        do {
            try writer.encode(value)
        } catch {
            writer.rollBack(to: mark, in: place.record)
            throw error
        }
    }

    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        if let value { begin(key).append(string: value) }
    }

    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        try value.borrowPayload { try encode(copy $0, forKey: key) }
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
        KeyedEncodingContainer(KeyedWriter<NestedKey>(begin(key).pushContainer(.object)))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        UnkeyedWriter(begin(key).pushContainer(.array))
    }

    mutating func superEncoder() -> any Encoder {
        superEncoder(named: "super")
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        superEncoder(named: key.stringValue)
    }

    private mutating func superEncoder(named name: String) -> any Encoder {
        place.writer.claim(&place, .object)
        place.writer.beginMember(name, of: place.record)
        return place.writer.superEncoder(of: place, key: PathKey(stringValue: name))
    }
}

// MARK: - Integers

extension KeyedWriter {
    mutating func encode(_ value: Int, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: Int8, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: Int16, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: Int32, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: Int64, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: UInt, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: UInt8, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: UInt16, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: UInt32, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: UInt64, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: Int128, forKey key: Key) throws {
        begin(key).append(value)
    }

    mutating func encode(_ value: UInt128, forKey key: Key) throws {
        begin(key).append(value)
    }
}
