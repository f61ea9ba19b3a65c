import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaStreamsShared

/// A record of a Kinesis data stream as EventBridge Pipes sends it.
///
/// A pipe sends an array of records to the function that is its target or its enrichment, and does
/// not nest what the stream has: `data` is a member of the record itself.
///
/// ```swift
/// func handle(_ event: [KinesisPipeRecord], context: LambdaContext) async throws {
///     for record in event { try await count(record.kinesis.decodeData(as: Click.self)) }
/// }
/// ```
///
/// A pipe with an input transformation sends whatever that makes of the records.
///
/// AWS documentation: <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html>
public struct KinesisPipeRecord: Codable, Hashable, Sendable {
    /// The version of the format: `1.0`.
    ///
    /// `nil` in handwritten events.
    public var kinesisSchemaVersion: String?

    /// The key that decided to which shard the record went.
    ///
    /// Empty if the JSON has none; Kinesis demands at least one character.
    public var partitionKey: String

    /// The place of the record in its shard.
    ///
    /// Empty if the JSON has none; a pipe always sends it.
    public var sequenceNumber: SequenceNumber

    /// The data in Base64.
    ///
    /// Use ``kinesis`` to decode it.
    public var data: String

    /// When the stream received the record, to the millisecond.
    ///
    /// `nil` in handwritten events. A number of seconds, with up to three decimal places.
    public var approximateArrivalTimestamp: Timestamp?

    /// How the record is encrypted in the stream.
    ///
    /// `nil` where the pipe does not say.
    public var encryptionType: KinesisEvent.EncryptionType?

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
    /// `nil` in handwritten events.
    public var eventID: String?

    /// The name of the event: `aws:kinesis:record`.
    ///
    /// `nil` in handwritten events.
    public var eventName: String?

    /// The ARN of the role with which the pipe reads the stream.
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
        kinesisSchemaVersion: String? = "1.0",
        partitionKey: String,
        sequenceNumber: SequenceNumber,
        data: String,
        approximateArrivalTimestamp: Timestamp? = nil,
        encryptionType: KinesisEvent.EncryptionType? = nil,
        eventSource: String? = "aws:kinesis",
        eventVersion: String? = "1.0",
        eventID: String? = nil,
        eventName: String? = "aws:kinesis:record",
        invokeIdentityARN: String? = nil,
        awsRegion: String? = nil,
        eventSourceARN: String? = nil
    ) {
        self.kinesisSchemaVersion = kinesisSchemaVersion
        self.partitionKey = partitionKey
        self.sequenceNumber = sequenceNumber
        self.data = data
        self.approximateArrivalTimestamp = approximateArrivalTimestamp
        self.encryptionType = encryptionType
        self.eventSource = eventSource
        self.eventVersion = eventVersion
        self.eventID = eventID
        self.eventName = eventName
        self.invokeIdentityARN = invokeIdentityARN
        self.awsRegion = awsRegion
        self.eventSourceARN = eventSourceARN
    }

    /// Creates a record of a stream as a pipe sends it.
    ///
    /// - Parameter record: The record as Lambda's event source mapping sends it.
    public init(_ record: KinesisEvent.Record) {
        kinesisSchemaVersion = record.kinesis.kinesisSchemaVersion
        partitionKey = record.kinesis.partitionKey
        sequenceNumber = record.kinesis.sequenceNumber
        data = record.kinesis.data
        approximateArrivalTimestamp = record.kinesis.approximateArrivalTimestamp
        encryptionType = record.kinesis.encryptionType
        eventSource = record.eventSource
        eventVersion = record.eventVersion
        eventID = record.eventID
        eventName = record.eventName
        invokeIdentityARN = record.invokeIdentityARN
        awsRegion = record.awsRegion
        eventSourceARN = record.eventSourceARN
    }

    /// The record as the stream has it.
    public var kinesis: KinesisEvent.StreamRecord {
        KinesisEvent.StreamRecord(
            kinesisSchemaVersion: kinesisSchemaVersion,
            partitionKey: partitionKey,
            sequenceNumber: sequenceNumber,
            data: data,
            approximateArrivalTimestamp: approximateArrivalTimestamp,
            encryptionType: encryptionType
        )
    }

    enum CodingKeys: String, DefaultsStrings {
        case kinesisSchemaVersion
        case partitionKey
        case sequenceNumber
        case data
        case approximateArrivalTimestamp
        case encryptionType
        case eventSource
        case eventVersion
        case eventID
        case eventName
        case invokeIdentityARN = "invokeIdentityArn"
        case awsRegion
        case eventSourceARN

        // As in an event of Lambda's own.
        var defaultString: String? { self == .partitionKey ? "" : nil }
    }
}
