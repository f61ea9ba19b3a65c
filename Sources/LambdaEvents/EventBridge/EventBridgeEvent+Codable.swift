import LambdaEventsCoding
import LambdaEventsShared

/// The members of the envelope.
///
/// Outside the generic event, so that there is one such type, and not one for each type of detail.
enum EventBridgeKeys: String, CodingKey, WritesEmptyCollections {
    case version
    case id
    case detailType = "detail-type"
    case source
    case account
    case time
    case region
    case resources
    case detail
    case replayName = "replay-name"
    case ingestionTime = "ingestion-time"
}

extension EventBridgeEvent: Decodable where Detail: Decodable {
    /// Reads an event.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the source, the detail type or the detail is missing, or a
    ///   member has another type. What the detail throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: EventBridgeKeys.self)
        version = try container.decodeIfPresent(String.self, forKey: .version)
        id = try container.decodeIfPresent(String.self, forKey: .id)
        detailType = EventBridgeDetailType(
            rawValue: try container.decode(String.self, forKey: .detailType)
        )
        source = EventBridgeSource(rawValue: try container.decode(String.self, forKey: .source))
        account = try container.decodeIfPresent(String.self, forKey: .account)
        time = try container.decodeIfPresent(Timestamp.self, forKey: .time)
        region = try container.decodeIfPresent(String.self, forKey: .region)
        resources = try container.decode([String].self, forKey: .resources)
        do {
            detail = try container.decode(Detail.self, forKey: .detail)
        } catch let request as DetailChoiceRequest {
            detail = try request.detail(
                of: EventBridgeDetailDecoder(
                    source: source,
                    detailType: detailType,
                    decoder: container.superDecoder(forKey: .detail)
                )
            )
        } catch let error as DecodingError {
            // Whether the detail is a text is asked last, because it hardly ever is.
            guard let text = try? container.decode(String.self, forKey: .detail) else {
                throw error
            }
            detail = try DetailText.decode(text, orThrow: error)
        }
        replayName = try container.decodeIfPresent(String.self, forKey: .replayName)
        ingestionTime = try container.decodeIfPresent(Timestamp.self, forKey: .ingestionTime)
    }
}

extension EventBridgeEvent: Encodable where Detail: Encodable {
    /// Writes the event.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value. What the detail throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EventBridgeKeys.self)
        try container.encodeIfPresent(version, forKey: .version)
        try container.encodeIfPresent(id, forKey: .id)
        try container.encode(detailType.rawValue, forKey: .detailType)
        try container.encode(source.rawValue, forKey: .source)
        try container.encodeIfPresent(account, forKey: .account)
        try container.encodeIfPresent(time, forKey: .time)
        try container.encodeIfPresent(region, forKey: .region)
        try container.encode(resources, forKey: .resources)
        try container.encode(detail, forKey: .detail)
        try container.encodeIfPresent(replayName, forKey: .replayName)
        try container.encodeIfPresent(ingestionTime, forKey: .ingestionTime)
    }
}
