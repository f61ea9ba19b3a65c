extension LambdaResponseStream {
    /// Writes a value, as the handler's encoder has it: as JSON, unless it says otherwise.
    ///
    /// - Throws: What the encoder throws, and as ``write(_:)-(String)``.
    public nonisolated(nonsending) func write<Value: Encodable>(
        encoding value: Value
    ) async throws {
        var bytes: [UInt8] = []
        try encoder.encode(value, into: &bytes)
        try await write(bytes)
    }

    /// Writes a value and a line feed: newline-delimited JSON, for readers that take a response
    /// line by line.
    ///
    /// - Throws: What the encoder throws, and as ``write(_:)-(String)``.
    public nonisolated(nonsending) func writeLine<Value: Encodable>(
        encoding value: Value
    ) async throws {
        var bytes: [UInt8] = []
        try encoder.encode(value, into: &bytes)
        bytes.append(0x0A)
        try await write(bytes)
    }
}
