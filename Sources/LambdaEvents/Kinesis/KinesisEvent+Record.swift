public import LambdaStreamsShared

extension KinesisEvent {
    /// One record, and where it comes from.
    ///
    /// Lambda always sends all members. Those beside ``kinesis`` are Optional because handwritten
    /// test events often leave them out.
    public struct Record: Codable, Hashable, Sendable {
        /// The record as the stream has it.
        public var kinesis: StreamRecord

        /// The service that sent the event: `aws:kinesis`.
        ///
        /// `nil` in handwritten events.
        public var eventSource: String?

        /// The version of the format: `1.0`.
        ///
        /// `nil` in handwritten events.
        public var eventVersion: String?

        /// The shard and the sequence number, with a colon between them.
        ///
        /// `nil` in handwritten events. Use ``shardID`` for the shard.
        public var eventID: String?

        /// The name of the event: `aws:kinesis:record`.
        ///
        /// `nil` in handwritten events.
        public var eventName: String?

        /// The ARN of the role with which Lambda reads the stream.
        ///
        /// `nil` in handwritten events.
        ///
        /// JSON key: `invokeIdentityArn`.
        public var invokeIdentityARN: String?

        /// The region of the stream.
        ///
        /// `nil` in handwritten events.
        public var awsRegion: String?

        /// The ARN of the stream, or of the consumer that has a throughput of its own.
        ///
        /// `nil` in handwritten events.
        public var eventSourceARN: String?

        /// Creates a record.
        ///
        /// Parameters match the properties of the same name.
        public init(
            kinesis: StreamRecord,
            eventSource: String? = "aws:kinesis",
            eventVersion: String? = "1.0",
            eventID: String? = nil,
            eventName: String? = "aws:kinesis:record",
            invokeIdentityARN: String? = nil,
            awsRegion: String? = nil,
            eventSourceARN: String? = nil
        ) {
            self.kinesis = kinesis
            self.eventSource = eventSource
            self.eventVersion = eventVersion
            self.eventID = eventID
            self.eventName = eventName
            self.invokeIdentityARN = invokeIdentityARN
            self.awsRegion = awsRegion
            self.eventSourceARN = eventSourceARN
        }

        /// The shard of the record, such as `shardId-000000000006`.
        ///
        /// `nil` if ``eventID`` does not say.
        public var shardID: String? {
            guard let eventID, let colon = eventID.firstIndex(of: ":") else { return nil }
            return String(eventID[..<colon])
        }

        enum CodingKeys: String, CodingKey {
            case kinesis
            case eventSource
            case eventVersion
            case eventID
            case eventName
            case invokeIdentityARN = "invokeIdentityArn"
            case awsRegion
            case eventSourceARN
        }
    }
}

extension StreamBatchResponse {
    /// Creates a response that says from which record on the batch failed.
    ///
    /// - Parameter record: The first record that failed.
    public init(failedFrom record: KinesisEvent.Record) {
        self.init(failedFrom: record.kinesis.sequenceNumber)
    }

    /// Creates a response that says which records failed.
    ///
    /// Lambda retries everything from the one with the lowest sequence number on.
    ///
    /// - Parameter records: The records that failed.
    public init(failed records: some Sequence<KinesisEvent.Record>) {
        self.init(batchItemFailures: records.map { ItemFailure($0.kinesis.sequenceNumber) })
    }

    /// Adds a record to those that failed.
    ///
    /// - Parameter record: The record that failed.
    public mutating func addFailure(of record: KinesisEvent.Record) {
        batchItemFailures.append(ItemFailure(record.kinesis.sequenceNumber))
    }
}
