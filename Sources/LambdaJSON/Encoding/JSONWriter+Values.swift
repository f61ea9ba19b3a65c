extension JSONWriter {
    /// Encodes the value at the top level.
    func encodeRoot<T: Encodable>(_ value: T) throws {
        guard try encode(value) else {
            count = 0
            throw error("Expected \(T.self) to encode a value, found none", T.self, path: [])
        }
        try session.throwFailure()
    }

    /// Encodes a value of any type at the end of the text.
    ///
    /// An error leaves behind what was written. `rollBack(to:in:)` takes it away.
    ///
    /// - Returns: Whether the value encoded anything. One that did not is an empty object.
    @discardableResult
    func encode<T: Encodable>(_ value: T) throws -> Bool {
        if encodeDirectly(value) { return true }
        if try encodeCollection(value) { return true }
        let record = recordCount
        let id = push(.vacant)
        try encode(value, in: record, id)
        let isVacant = records[record].kind == .vacant
        finish(record)
        return !isVacant
    }

    private func encode<T: Encodable>(_ value: T, in record: Int, _ id: Int) throws {
        let encoder = JSONValueEncoder(Place(writer: self, record: record, id: id))
        if session.hasHook, let hook = session.hook, try hook.encode(value, to: encoder) { return }
        try value.encode(to: encoder)
    }

    /// Encodes the types that need neither a container nor an encoder.
    @inline(__always)
    private func encodeDirectly<T: Encodable>(_ value: T) -> Bool {
        if T.self == String.self {
            append(string: same(value) as String)
        } else if T.self == [String: String].self {
            append(same(value) as [String: String])
        } else if T.self == [String].self {
            append(same(value) as [String])
        } else if T.self == Int.self {
            append(Int64(same(value) as Int))
        } else if T.self == JSONValue.self {
            append(same(value) as JSONValue)
        } else if T.self == JSONNumber.self {
            append(same(value) as JSONNumber)
        } else {
            return false
        }
        return true
    }

    /// Encodes arrays and dictionaries, which would otherwise ask for a container of their own.
    ///
    /// To find out whether a type is one of them takes a look at the runtime's table of
    /// conformances. Both are one pointer, which spares most other types the question.
    ///
    /// - Returns: Whether the value was one of them.
    @inline(__always)
    private func encodeCollection<T: Encodable>(_ value: T) throws -> Bool {
        guard MemoryLayout<T>.size == MemoryLayout<[Int]>.size,
            let type = T.self as? any NativelyEncodableCollection.Type
        else { return false }
        try encode(value, as: type)
        return true
    }

    private func encode<T, C: NativelyEncodableCollection>(_ value: T, as type: C.Type) throws {
        try type.encode(same(value), to: self)
    }
}
