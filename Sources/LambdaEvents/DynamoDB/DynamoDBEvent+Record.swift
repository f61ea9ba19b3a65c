public import LambdaStreamsShared

extension DynamoDBEvent {
    /// One change of one item.
    ///
    /// Lambda always sends the members up to ``eventSourceARN``. Those beside ``dynamodb`` are
    /// Optional because handwritten test events often leave them out.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html>
    public struct Record: Codable, Hashable, Sendable {
        /// The ID of the change, the same each time it is sent.
        ///
        /// `nil` in handwritten events.
        public var eventID: String?

        /// What happened to the item.
        ///
        /// `nil` in handwritten events.
        public var eventName: EventName?

        /// The version of the format: `1.0` or `1.1`.
        ///
        /// `nil` in handwritten events. It may grow at any time.
        public var eventVersion: String?

        /// The service that sent the event: `aws:dynamodb`.
        ///
        /// `nil` in handwritten events.
        public var eventSource: String?

        /// The region of the table.
        ///
        /// `nil` in handwritten events.
        public var awsRegion: String?

        /// The item before and after.
        public var dynamodb: StreamRecord

        /// The ARN of the stream.
        ///
        /// `nil` in handwritten events. Use ``tableName`` for the table.
        public var eventSourceARN: String?

        /// Who made the change, if it was DynamoDB itself.
        ///
        /// `nil` for all changes but deletions by the time to live: see ``isTimeToLiveDeletion``.
        public var userIdentity: UserIdentity?

        /// Creates a record.
        ///
        /// Parameters match the properties of the same name.
        public init(
            eventID: String? = nil,
            eventName: EventName?,
            eventVersion: String? = "1.1",
            eventSource: String? = "aws:dynamodb",
            awsRegion: String? = nil,
            dynamodb: StreamRecord,
            eventSourceARN: String? = nil,
            userIdentity: UserIdentity? = nil
        ) {
            self.eventID = eventID
            self.eventName = eventName
            self.eventVersion = eventVersion
            self.eventSource = eventSource
            self.awsRegion = awsRegion
            self.dynamodb = dynamodb
            self.eventSourceARN = eventSourceARN
            self.userIdentity = userIdentity
        }
    }
}

extension DynamoDBEvent.Record {
    /// What the change did to the attributes of the item, by name.
    ///
    /// An attribute that stayed the same is not in it. Every attribute of an item that was inserted
    /// or removed is.
    ///
    /// `nil` if the stream does not say: one whose view type is not `NEW_AND_OLD_IMAGES` has at
    /// most one of the images, which tells nothing about a modification.
    public var changedAttributes: [String: AttributeValue.Change]? {
        AttributeValue.Change.between(dynamodb.oldImage, dynamodb.newImage, eventName)
    }

    /// Whether DynamoDB deleted the item because its time to live had passed.
    ///
    /// In the replicas of a global table, such a deletion looks like any other.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html>
    public var isTimeToLiveDeletion: Bool {
        eventName == .remove && userIdentity == .timeToLive
    }

    /// The name of the table, taken from ``eventSourceARN``.
    ///
    /// `nil` if that is not the ARN of a table or its stream.
    public var tableName: String? {
        guard let parts = eventSourceARN?.split(separator: "/", maxSplits: 2), parts.count > 1,
            parts[0].hasSuffix(":table")
        else { return nil }
        return String(parts[1])
    }
}

extension StreamBatchResponse {
    /// Creates a response that says from which record on the batch failed.
    ///
    /// - Parameter record: The first record that failed.
    public init(failedFrom record: DynamoDBEvent.Record) {
        self.init(failedFrom: record.dynamodb.sequenceNumber)
    }

    /// Creates a response that says which records failed.
    ///
    /// Lambda retries everything from the one with the lowest sequence number on.
    ///
    /// - Parameter records: The records that failed.
    public init(failed records: some Sequence<DynamoDBEvent.Record>) {
        self.init(batchItemFailures: records.map { ItemFailure($0.dynamodb.sequenceNumber) })
    }

    /// Adds a record to those that failed.
    ///
    /// - Parameter record: The record that failed.
    public mutating func addFailure(of record: DynamoDBEvent.Record) {
        batchItemFailures.append(ItemFailure(record.dynamodb.sequenceNumber))
    }
}
