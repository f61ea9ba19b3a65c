public import LambdaEventsShared

extension KinesisEvent.StreamRecord: EventEnvelope {
    /// Decodes what the data carry in an envelope.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - envelope: The type of the envelope.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the data are not such an envelope, or carry something else.
    public func decodeData<Value: Decodable, Envelope: EventEnvelope>(
        as type: Value.Type = Value.self,
        in envelope: Envelope.Type
    ) throws -> Value {
        try decodeContent(as: type, in: envelope)
    }

    /// Decodes the JSON in the data, like ``decodeData(as:using:)``.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the data are not Base64, not JSON, or JSON of another shape.
    public func decodeContent<Content: Decodable>(as type: Content.Type) throws -> Content {
        try decodeData(as: type)
    }
}

extension KinesisEvent.Record: EventEnvelope {
    /// Decodes the JSON in the data of the record.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the data are not Base64, not JSON, or JSON of another shape.
    public func decodeContent<Content: Decodable>(as type: Content.Type) throws -> Content {
        try kinesis.decodeData(as: type)
    }
}
