import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension SQSEvent {
    /// One message.
    public struct Message: Codable, Hashable, Sendable {
        /// The ID of the message, the same each time it is received.
        public var messageID: String

        /// The handle of this receipt, with which the message can be deleted.
        ///
        /// Lambda deletes the messages of a batch that succeeded; a handler rarely needs it.
        public var receiptHandle: String

        /// The text the sender sent.
        ///
        /// Empty if the JSON has none; SQS sends at least one character. Use ``decodeBody(as:using:)`` if
        /// the text is JSON.
        public var body: String

        /// What SQS knows about the message.
        public var attributes: Attributes

        /// What the sender said about the message, by name.
        ///
        /// Empty if the sender said nothing.
        public var messageAttributes: [String: MessageAttribute]

        /// The MD5 digest of ``messageAttributes``.
        ///
        /// `nil` if there are none.
        public var md5OfMessageAttributes: String?

        /// The MD5 digest of ``body``.
        public var md5OfBody: String

        /// The service that sent the event: `aws:sqs`.
        public var eventSource: String

        /// The ARN of the queue.
        public var eventSourceARN: String

        /// The region of the queue.
        public var awsRegion: String

        /// Creates a message.
        ///
        /// Parameters match the properties of the same name.
        public init(
            messageID: String,
            receiptHandle: String,
            body: String,
            attributes: Attributes,
            messageAttributes: [String: MessageAttribute] = [:],
            md5OfMessageAttributes: String? = nil,
            md5OfBody: String,
            eventSource: String = "aws:sqs",
            eventSourceARN: String,
            awsRegion: String
        ) {
            self.messageID = messageID
            self.receiptHandle = receiptHandle
            self.body = body
            self.attributes = attributes
            self.messageAttributes = messageAttributes
            self.md5OfMessageAttributes = md5OfMessageAttributes
            self.md5OfBody = md5OfBody
            self.eventSource = eventSource
            self.eventSourceARN = eventSourceARN
            self.awsRegion = awsRegion
        }

        enum CodingKeys: String, WritesEmptyCollections, DefaultsStrings {
            case messageID = "messageId"
            case receiptHandle
            case body
            case attributes
            case messageAttributes
            case md5OfMessageAttributes
            case md5OfBody
            case eventSource
            case eventSourceARN
            case awsRegion

            // SQS always sends a body; handwritten events leave it out. An Optional would make
            // every handler unwrap it.
            var defaultString: String? { self == .body ? "" : nil }
        }

        /// The queue, from ``eventSourceARN``.
        public var queue: ARN { ARN(eventSourceARN) }

        /// The region of the queue, from ``awsRegion``.
        public var region: AWSRegion { AWSRegion(rawValue: awsRegion) }
    }
}

extension SQSEvent.Message: EventEnvelope {
    /// Decodes the JSON in ``body``.
    ///
    /// A message that S3 or EventBridge sent to the queue holds their JSON: decode it as that event.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The decoder. One of `LambdaFoundation` knows dates and decimal numbers.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the body is not JSON, or JSON of another shape.
    public func decodeBody<Body: Decodable>(
        as type: Body.Type = Body.self,
        using decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> Body {
        try decoder.decode(type, from: body)
    }

    /// Decodes what ``body`` carries in an envelope.
    ///
    /// A message that came to the queue through a topic holds a notification, which holds what was
    /// published:
    ///
    /// ```swift
    /// let upload = try message.decodeBody(as: S3Event.self, in: SNSNotification.self)
    /// ```
    ///
    /// With raw message delivery, there is no notification around it: use ``decodeBody(as:using:)``.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - envelope: The type of the envelope.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the body is not such an envelope, or carries something else.
    public func decodeBody<Body: Decodable, Envelope: EventEnvelope>(
        as type: Body.Type = Body.self,
        in envelope: Envelope.Type
    ) throws -> Body {
        try decodeContent(as: type, in: envelope)
    }

    /// Decodes the JSON in ``body``, like ``decodeBody(as:using:)``.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the body is not JSON, or JSON of another shape.
    public func decodeContent<Content: Decodable>(as type: Content.Type) throws -> Content {
        try decodeBody(as: type)
    }
}
