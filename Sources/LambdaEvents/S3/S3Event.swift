import LambdaEventsCoding
public import LambdaEventsShared

/// A notification that S3 sends when something happens to objects in a bucket.
///
/// Lambda passes it on as S3 wrote it. Through a queue or a topic, the same JSON is the text of the
/// message:
///
/// ```swift
/// try message.decodeBody(as: S3Event.self)                            // S3 → queue
/// try record.decodeMessage(as: S3Event.self)                          // S3 → topic
/// try message.decodeBody(as: S3Event.self, in: SNSNotification.self)  // S3 → topic → queue
/// ```
///
/// (Through EventBridge, S3 sends another format.)
///
/// ```swift
/// func handle(_ event: S3Event, context: LambdaContext) async throws {
///     for record in event.records where record.category == .objectCreated {
///         try await index(bucket: record.s3.bucket.name, key: record.s3.object.decodedKey)
///     }
/// }
/// ```
///
/// S3 delivers at least once and in no particular order; ``Object/sequencer`` orders the events of
/// one key. Members that S3 added over time (format 2.0 to 2.6) are Optional or empty where it did
/// not send them yet.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html>
public struct S3Event: Hashable, Sendable {
    /// What happened, one record for each object.
    ///
    /// Empty for a test event.
    ///
    /// JSON key: `Records`.
    public var records: [Record]

    /// What S3 sends to a queue or topic to try a new notification configuration.
    ///
    /// `nil` for a real event.
    public var testEvent: TestEvent?

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(records: [Record] = [], testEvent: TestEvent? = nil) {
        self.records = records
        self.testEvent = testEvent
    }
}

extension S3Event: Codable {
    private enum CodingKeys: String, RequiresCollections, WritesEmptyCollections {
        case records = "Records"
        case event = "Event"
    }

    /// Reads an event, or a test event, which has no records.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is neither, or a member has another type.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if try container.decodeIfPresent(String.self, forKey: .event) != nil {
            records = []
            testEvent = try TestEvent(from: decoder)
        } else {
            records = try container.decode([Record].self, forKey: .records)
            testEvent = nil
        }
    }

    /// Writes the event as S3 does: the members of a test event, or the records.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        if let testEvent {
            try testEvent.encode(to: encoder)
        } else {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(records, forKey: .records)
        }
    }
}

extension S3Event {
    /// The message with which S3 tries a new notification configuration.
    ///
    /// S3 sends it once, when the configuration is saved, to the queue or topic that is its target.
    /// A function that reads the queue meets it among the real events.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html>
    public struct TestEvent: Codable, Hashable, Sendable {
        /// The name of the service: `Amazon S3`.
        public var service: String

        /// The name of the event: `s3:TestEvent`.
        public var event: String

        /// When the configuration was saved.
        public var time: Timestamp

        /// The name of the bucket.
        public var bucket: String

        /// The ID of the request that saved the configuration.
        public var requestID: String

        /// The S3 host that handled the request.
        public var hostID: String

        /// Creates a test event.
        ///
        /// Parameters match the properties of the same name.
        public init(
            service: String = "Amazon S3",
            event: String = "s3:TestEvent",
            time: Timestamp,
            bucket: String,
            requestID: String,
            hostID: String
        ) {
            self.service = service
            self.event = event
            self.time = time
            self.bucket = bucket
            self.requestID = requestID
            self.hostID = hostID
        }

        enum CodingKeys: String, CodingKey {
            case service = "Service"
            case event = "Event"
            case time = "Time"
            case bucket = "Bucket"
            case requestID = "RequestId"
            case hostID = "HostId"
        }
    }
}
