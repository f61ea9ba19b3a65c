public import LambdaJSON

extension EventBridgeEvent {
    /// Whether the source and the detail type of the event are those of a detail.
    ///
    /// - Parameter type: The type of the detail.
    /// - Returns: Whether the detail lists them.
    public func matches<Other: EventBridgeDetail>(_ type: Other.Type) -> Bool {
        type.matches(source: source, detailType: detailType)
    }
}

extension EventBridgeEvent where Detail == JSONValue {
    /// Decodes the detail as a type, whatever the source and the detail type of the event.
    ///
    /// ```swift
    /// switch (event.source, event.detailType) {
    /// case (.s3, .s3ObjectCreated):
    ///     try await index(event.decodeDetail(as: S3ObjectCreatedDetail.self))
    /// case ("com.example.orders", "OrderPlaced"):
    ///     try await ship(event.decodeDetail(as: Order.self))
    /// default:
    ///     context.logger.info("Ignoring an event", ["type": "\(event.detailType)"])
    /// }
    /// ```
    ///
    /// This takes the detail to JSON text and back. An ``EventBridgeDetailChoice`` decodes the text
    /// of the event right away.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded detail.
    /// - Throws: `DecodingError` if the detail has another shape.
    public func decodeDetail<Other: Decodable>(as type: Other.Type = Other.self) throws -> Other {
        do {
            return try detail.decode(type)
        } catch let error as DecodingError {
            guard case .string(let text) = detail else { throw error }
            return try DetailText.decode(text, orThrow: error)
        }
    }

    /// Decodes the detail as a type if the source and the detail type of the event are its own.
    ///
    /// ```swift
    /// if let upload = try event.decodeDetail(ifMatching: S3ObjectCreatedDetail.self) {
    ///     try await index(upload)
    /// }
    /// ```
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded detail, or `nil` if the event is of another kind.
    /// - Throws: `DecodingError` if the event is of this kind and its detail has another shape.
    public func decodeDetail<Other: EventBridgeDetail>(
        ifMatching type: Other.Type
    ) throws -> Other? {
        matches(type) ? try decodeDetail(as: type) : nil
    }
}
