/// Decodes the detail of an event, once it is known what it is.
///
/// Valid until the initializer of the ``EventBridgeDetailChoice`` that was given it returns.
public struct EventBridgeDetailDecoder {
    /// Who sent the event.
    public let source: EventBridgeSource

    /// What kind of event it is.
    public let detailType: EventBridgeDetailType

    let decoder: any Decoder

    /// Decodes the detail as a type.
    ///
    /// - Parameter type: The type to decode, which need not be named where it can be inferred.
    /// - Returns: The decoded detail.
    /// - Throws: `DecodingError` if the detail has another shape.
    public func decode<Detail: Decodable>(as type: Detail.Type = Detail.self) throws -> Detail {
        let container = try decoder.singleValueContainer()
        do {
            return try container.decode(type)
        } catch let error as DecodingError {
            guard let text = try? container.decode(String.self) else { throw error }
            return try DetailText.decode(text, orThrow: error)
        }
    }

    /// Decodes the detail as a type if the source and the detail type of the event are its own.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded detail, or `nil` if the event is of another kind.
    /// - Throws: `DecodingError` if the event is of this kind and its detail has another shape.
    public func decode<Detail: EventBridgeDetail>(ifMatching type: Detail.Type) throws -> Detail? {
        guard type.matches(source: source, detailType: detailType) else { return nil }
        return try decode(as: type)
    }
}
