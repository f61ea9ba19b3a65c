public import LambdaEventsShared
import LambdaJSON

extension SNSNotification: EventEnvelope {
    /// Decodes the JSON in ``message``.
    ///
    /// What S3, CloudWatch or EventBridge publishes is decoded as their event:
    /// `decodeMessage(as: S3Event.self)`, `decodeMessage(as: CloudWatchAlarmMessage.self)`.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the message is not JSON, or JSON of another shape.
    public func decodeMessage<Message: Decodable>(
        as type: Message.Type = Message.self
    ) throws -> Message {
        try LambdaJSONDecoder().decode(type, from: message)
    }

    /// Decodes the JSON in ``message``, like ``decodeMessage(as:)``.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the message is not JSON, or JSON of another shape.
    public func decodeContent<Content: Decodable>(as type: Content.Type) throws -> Content {
        try decodeMessage(as: type)
    }
}
