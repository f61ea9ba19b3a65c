extension [UInt8] {
    /// Appends text without the machinery of strings, most of which an echo never touches.
    ///
    /// Not inlined, as the others are not: they are used wherever a line or a body is written.
    @inline(never)
    mutating func append(_ text: StaticString) {
        append(
            contentsOf: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    /// Appends a string.
    @inline(never)
    mutating func append(text: String) {
        append(contentsOf: text.utf8)
    }

    /// The bytes of a string: to go over these is a tenth of the code of going over `utf8`.
    @inline(never)
    init(text: String) {
        self.init(text.utf8)
    }

    /// Appends a byte.
    @inline(never)
    mutating func append(byte: UInt8) {
        append(byte)
    }
}
