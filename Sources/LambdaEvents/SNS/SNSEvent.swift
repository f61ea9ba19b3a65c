import LambdaEventsCoding
public import LambdaEventsShared

/// A notification of an SNS topic.
///
/// Lambda sends one record in each event. A handler that throws is invoked again, up to the limit of
/// the function's retries.
///
/// ```swift
/// func handle(_ event: SNSEvent, context: LambdaContext) async throws {
///     for record in event.records {
///         let order = try record.sns.decodeMessage(as: Order.self)
///         try await ship(order)
///     }
/// }
/// ```
///
/// FIFO topics do not deliver to functions, but to queues: see ``SNSNotification``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html>
public struct SNSEvent: Codable, Hashable, Sendable {
    /// The notifications.
    ///
    /// Lambda sends exactly one.
    ///
    /// JSON key: `Records`.
    public var records: [Record]

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(records: [Record] = []) {
        self.records = records
    }

    enum CodingKeys: String, RequiresCollections, WritesEmptyCollections {
        case records = "Records"
    }
}

extension SNSEvent {
    /// One notification, and the subscription it came through.
    public struct Record: Codable, Hashable, Sendable {
        /// The service that sent the event: `aws:sns`.
        public var eventSource: String

        /// The version of the format: `1.0`.
        public var eventVersion: String

        /// The ARN of the subscription of the function.
        ///
        /// JSON key: `EventSubscriptionArn`.
        public var eventSubscriptionARN: String

        /// The notification.
        public var sns: SNSNotification

        /// Creates a record.
        ///
        /// Parameters match the properties of the same name.
        public init(
            eventSource: String = "aws:sns",
            eventVersion: String = "1.0",
            eventSubscriptionARN: String,
            sns: SNSNotification
        ) {
            self.eventSource = eventSource
            self.eventVersion = eventVersion
            self.eventSubscriptionARN = eventSubscriptionARN
            self.sns = sns
        }

        /// The subscription, from ``eventSubscriptionARN``.
        public var subscription: ARN { ARN(eventSubscriptionARN) }

        enum CodingKeys: String, CodingKey {
            case eventSource = "EventSource"
            case eventVersion = "EventVersion"
            case eventSubscriptionARN = "EventSubscriptionArn"
            case sns = "Sns"
        }

        /// Writes the record as SNS does: in events, it spells the notification in its own way.
        ///
        /// - Parameter encoder: The encoder to write to.
        /// - Throws: `EncodingError` if the encoder cannot write a value.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(eventSource, forKey: .eventSource)
            try container.encode(eventVersion, forKey: .eventVersion)
            try container.encode(eventSubscriptionARN, forKey: .eventSubscriptionARN)
            try container.encode(sns.spelled(.event), forKey: .sns)
        }
    }
}

extension SNSEvent.Record: EventEnvelope {
    /// Decodes the JSON in the message of the notification.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the message is not JSON, or JSON of another shape.
    public func decodeMessage<Message: Decodable>(
        as type: Message.Type = Message.self
    ) throws -> Message {
        try sns.decodeMessage(as: type)
    }

    /// Decodes the JSON in the message of the notification, like ``decodeMessage(as:)``.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the message is not JSON, or JSON of another shape.
    public func decodeContent<Content: Decodable>(as type: Content.Type) throws -> Content {
        try sns.decodeMessage(as: type)
    }
}
