// The encoder of a value is also its single value container.

extension JSONValueEncoder: SingleValueEncodingContainer {
    @inline(__always)
    private func begin() throws -> JSONWriter {
        try place.writer.beginScalar(at: place)
        return place.writer
    }

    @inline(never)
    private func notFinite(_ value: Any) -> EncodingError {
        place.writer.notFinite(value, at: place, key: nil)
    }

    package func encodeNil() throws {
        try begin().appendNull()
    }

    package func encode(_ value: String) throws {
        try begin().append(string: value)
    }

    package func encode(_ value: Double) throws {
        guard value.isFinite else { throw notFinite(value) }
        try begin().append(finite: value)
    }

    package func encode(_ value: Float) throws {
        guard value.isFinite else { throw notFinite(value) }
        try begin().append(finite: value)
    }

    package func encode<T: Encodable>(_ value: T) throws {
        let writer = try begin()
        let mark = writer.mark(in: place.record)
        do {
            try writer.encode(value)
        } catch {
            writer.cancelScalar(at: place, to: mark)
            throw error
        }
    }

    package func encode(_ value: Bool) throws {
        try begin().append(value)
    }

    package func encode(_ value: Int) throws {
        try encode(Int64(value))
    }

    package func encode(_ value: Int8) throws {
        try encode(Int64(value))
    }

    package func encode(_ value: Int16) throws {
        try encode(Int64(value))
    }

    package func encode(_ value: Int32) throws {
        try encode(Int64(value))
    }

    package func encode(_ value: Int64) throws {
        try begin().append(value)
    }

    package func encode(_ value: UInt) throws {
        try encode(UInt64(value))
    }

    package func encode(_ value: UInt8) throws {
        try encode(Int64(value))
    }

    package func encode(_ value: UInt16) throws {
        try encode(Int64(value))
    }

    package func encode(_ value: UInt32) throws {
        try encode(Int64(value))
    }

    package func encode(_ value: UInt64) throws {
        try begin().append(value)
    }

    package func encode(_ value: Int128) throws {
        try begin().append(text: value.description)
    }

    package func encode(_ value: UInt128) throws {
        try begin().append(text: value.description)
    }
}
