/// An unkeyed container: the elements of one array, written as they come.
struct UnkeyedWriter: UnkeyedEncodingContainer {
    private var place: JSONWriter.Place

    init(_ place: JSONWriter.Place) {
        self.place = place
    }

    var codingPath: [any CodingKey] {
        place.writer.path(of: place)
    }

    var count: Int {
        place.writer.elementCount(of: place)
    }

    /// Makes the container the top one, and goes to its next element.
    @inline(never)
    private mutating func begin() {
        place.writer.claim(&place, .array)
        place.writer.beginElement(of: place.record)
    }

    mutating func encodeNil() throws {
        begin()
        place.writer.appendNull()
    }

    mutating func encode(_ value: Bool) throws {
        begin()
        place.writer.append(value)
    }

    mutating func encode(_ value: String) throws {
        begin()
        place.writer.append(string: value)
    }

    mutating func encode(_ value: Double) throws {
        guard value.isFinite else { throw notFinite(value) }
        begin()
        place.writer.append(finite: value)
    }

    mutating func encode(_ value: Float) throws {
        guard value.isFinite else { throw notFinite(value) }
        begin()
        place.writer.append(finite: value)
    }

    @inline(never)
    private func notFinite(_ value: Any) -> EncodingError {
        place.writer.notFinite(value, at: place, key: PathKey(intValue: count))
    }

    mutating func encode<T: Encodable>(_ value: T) throws {
        place.writer.claim(&place, .array)
        let writer = place.writer
        let mark = writer.mark(in: place.record)
        writer.beginElement(of: place.record)
        do {
            try writer.encode(value)
        } catch {
            writer.rollBack(to: mark, in: place.record)
            throw error
        }
    }
}

// MARK: - Containers in elements

extension UnkeyedWriter {
    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        begin()
        return place.writer.pushContainer(.object).keyedContainer(keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return UnkeyedWriter(place.writer.pushContainer(.array))
    }

    mutating func superEncoder() -> any Encoder {
        place.writer.claim(&place, .array)
        let key = PathKey(intValue: count)
        place.writer.beginElement(of: place.record)
        return place.writer.superEncoder(of: place, key: key)
    }
}

// MARK: - Integers

extension UnkeyedWriter {
    mutating func encode(_ value: Int) throws {
        try encode(Int64(value))
    }

    mutating func encode(_ value: Int8) throws {
        try encode(Int64(value))
    }

    mutating func encode(_ value: Int16) throws {
        try encode(Int64(value))
    }

    mutating func encode(_ value: Int32) throws {
        try encode(Int64(value))
    }

    mutating func encode(_ value: Int64) throws {
        begin()
        place.writer.append(value)
    }

    mutating func encode(_ value: UInt) throws {
        try encode(UInt64(value))
    }

    mutating func encode(_ value: UInt8) throws {
        try encode(Int64(value))
    }

    mutating func encode(_ value: UInt16) throws {
        try encode(Int64(value))
    }

    mutating func encode(_ value: UInt32) throws {
        try encode(Int64(value))
    }

    mutating func encode(_ value: UInt64) throws {
        begin()
        place.writer.append(value)
    }

    mutating func encode(_ value: Int128) throws {
        begin()
        place.writer.append(text: value.description)
    }

    mutating func encode(_ value: UInt128) throws {
        begin()
        place.writer.append(text: value.description)
    }
}
