/// A payload that carries another one: a message of a queue, a notification of a topic.
///
/// Services hand events on to each other, and each puts what it got into a text of its own. The
/// types that carry such a text conform, and have a method named after it:
///
/// | Envelope | Method |
/// |---|---|
/// | `SQSEvent.Message` | `decodeBody(as:)` |
/// | `SNSNotification`, `SNSEvent.Record` | `decodeMessage(as:)` |
/// | `KinesisEvent.StreamRecord` | `decodeData(as:)` |
///
/// Where the content is itself in an envelope, name that one too. What S3 tells a topic, and the
/// topic tells a queue, is one call:
///
/// ```swift
/// let upload = try message.decodeBody(as: S3Event.self, in: SNSNotification.self)
/// ```
///
/// Code that takes any source writes ``decodeContent(as:)``:
///
/// ```swift
/// func orders(in envelopes: some Sequence<some EventEnvelope>) throws -> [Order] {
///     try envelopes.map { try $0.decodeContent(as: Order.self) }
/// }
/// ```
///
/// A type of your own conforms by decoding what it carries.
public protocol EventEnvelope: Decodable, Sendable {
    /// Decodes what the envelope carries.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the content is not JSON, or JSON of another shape.
    func decodeContent<Content: Decodable>(as type: Content.Type) throws -> Content
}

extension EventEnvelope {
    /// Decodes what the envelope carries within another envelope.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - envelope: The type of the envelope that is the content of this one.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the content is not such an envelope, or carries something else.
    public func decodeContent<Content: Decodable, Envelope: EventEnvelope>(
        as type: Content.Type,
        in envelope: Envelope.Type
    ) throws -> Content {
        try decodeContent(as: envelope).decodeContent(as: type)
    }
}
