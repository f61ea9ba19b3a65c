extension JSONWriter.Place {
    /// Makes the container the top one, and writes the name of its next member.
    @inline(never)
    mutating func beginMember(_ name: String) {
        writer.claim(&self, .object)
        writer.beginMember(name, of: record)
    }

    /// Encodes a member.
    ///
    /// An error leaves nothing behind.
    mutating func encode<T: Encodable>(_ value: T, named name: String) throws {
        writer.claim(&self, .object)
        let mark = writer.mark(in: record)
        writer.beginMember(name, of: record)
        do {
            try writer.encode(value)
        } catch {
            writer.rollBack(to: mark, in: record)
            throw error
        }
    }
}

extension JSONWriter {
    /// Writes what must stand in front of a member of the top container, and its name.
    @inline(never)
    func beginMember(_ name: String, of object: Int) {
        let record = records + object
        if count != record.pointee.contentStart { append(byte: Ascii.comma) }
        record.pointee.current = count
        if record.pointee.isSorted { memberStarts.append(count) }
        append(string: name)
        append(byte: Ascii.colon)
    }
}
