extension [UInt8] {
    /// Appends text without the machinery of strings, most of which an echo never touches.
    package mutating func append(_ text: StaticString) {
        append(
            contentsOf: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }
}
