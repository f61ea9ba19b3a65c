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
