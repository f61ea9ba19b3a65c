import LambdaEventsCoding
public import LambdaEventsShared

/// A change of an item as a table writes it to a Kinesis data stream.
///
/// It is the data of a record of the stream, and differs from ``DynamoDBEvent/Record``: it names
/// the table and its time is finer, and it has neither an ARN nor a sequence number of its own.
///
/// ```swift
/// func handle(_ event: KinesisEvent, context: LambdaContext) async throws {
///     for change in try event.decodeData(as: DynamoDBChangeRecord.self) {
///         guard let order = try change.dynamodb.newImage?.decode(Order.self) else { continue }
///         try await ship(order)
///     }
/// }
/// ```
///
/// A stream may have changes twice and out of their order; the time of a change tells.
///
/// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html>
public struct DynamoDBChangeRecord: Codable, Hashable, Sendable {
    /// The region of the table.
    ///
    /// `nil` in handwritten records.
    public var awsRegion: String?

    /// The ID of the change.
    ///
    /// `nil` in handwritten records.
    public var eventID: String?

    /// What happened to the item.
    ///
    /// `nil` in handwritten records.
    public var eventName: DynamoDBEvent.EventName?

    /// Who made the change, if it was DynamoDB itself.
    ///
    /// `nil` for all changes but deletions by the time to live: see ``isTimeToLiveDeletion``.
    public var userIdentity: DynamoDBEvent.UserIdentity?

    /// The format of the record: `application/json`.
    ///
    /// `nil` in handwritten records.
    public var recordFormat: String?

    /// The name of the table.
    ///
    /// `nil` in handwritten records.
    public var tableName: String?

    /// The item before and after.
    public var dynamodb: Change

    /// The service that sent the record: `aws:dynamodb`.
    ///
    /// `nil` in handwritten records.
    public var eventSource: String?

    /// Creates a record.
    ///
    /// Parameters match the properties of the same name.
    public init(
        awsRegion: String? = nil,
        eventID: String? = nil,
        eventName: DynamoDBEvent.EventName?,
        userIdentity: DynamoDBEvent.UserIdentity? = nil,
        recordFormat: String? = "application/json",
        tableName: String? = nil,
        dynamodb: Change,
        eventSource: String? = "aws:dynamodb"
    ) {
        self.awsRegion = awsRegion
        self.eventID = eventID
        self.eventName = eventName
        self.userIdentity = userIdentity
        self.recordFormat = recordFormat
        self.tableName = tableName
        self.dynamodb = dynamodb
        self.eventSource = eventSource
    }

    /// What the change did to the attributes of the item, by name.
    ///
    /// An attribute that stayed the same is not in it. Every attribute of an item that was inserted
    /// or removed is.
    ///
    /// `nil` if the images do not tell.
    public var changedAttributes: [String: AttributeValue.Change]? {
        AttributeValue.Change.between(dynamodb.oldImage, dynamodb.newImage, eventName)
    }

    /// Whether DynamoDB deleted the item because its time to live had passed.
    ///
    /// In the replicas of a global table, such a deletion looks like any other.
    public var isTimeToLiveDeletion: Bool {
        eventName == .remove && userIdentity == .timeToLive
    }
}

extension DynamoDBChangeRecord {
    /// An item before and after a change.
    public struct Change: Codable, Hashable, Sendable {
        /// When the item was changed.
        ///
        /// `nil` in handwritten records. A number of milliseconds or microseconds; which of them
        /// follows from its size, and agrees with ``approximateCreationDateTimePrecision``.
        ///
        /// JSON key: `ApproximateCreationDateTime`.
        public var approximateCreationDateTime: Timestamp?

        /// What ``approximateCreationDateTime`` counts.
        ///
        /// `nil` for streams that were enabled before there was a choice: milliseconds.
        ///
        /// JSON key: `ApproximateCreationDateTimePrecision`.
        public var approximateCreationDateTimePrecision: Precision?

        /// The primary key of the item.
        public var keys: [String: AttributeValue]

        /// The item after the change.
        ///
        /// `nil` if the item was removed.
        public var newImage: [String: AttributeValue]?

        /// The item before the change.
        ///
        /// `nil` if the item was inserted.
        public var oldImage: [String: AttributeValue]?

        /// The size of the record in bytes.
        ///
        /// `nil` in handwritten records.
        public var sizeBytes: Int?

        /// Creates a change.
        ///
        /// Parameters match the properties of the same name.
        public init(
            approximateCreationDateTime: Timestamp? = nil,
            approximateCreationDateTimePrecision: Precision? = nil,
            keys: [String: AttributeValue],
            newImage: [String: AttributeValue]? = nil,
            oldImage: [String: AttributeValue]? = nil,
            sizeBytes: Int? = nil
        ) {
            self.approximateCreationDateTime = approximateCreationDateTime
            self.approximateCreationDateTimePrecision = approximateCreationDateTimePrecision
            self.keys = keys
            self.newImage = newImage
            self.oldImage = oldImage
            self.sizeBytes = sizeBytes
        }

        enum CodingKeys: String, CodingKey {
            case approximateCreationDateTime = "ApproximateCreationDateTime"
            case approximateCreationDateTimePrecision = "ApproximateCreationDateTimePrecision"
            case keys = "Keys"
            case newImage = "NewImage"
            case oldImage = "OldImage"
            case sizeBytes = "SizeBytes"
        }
    }

    /// What the time of a change counts.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_EnableKinesisStreamingConfiguration.html>
    public struct Precision: OpenValue {
        /// The text DynamoDB uses for the unit.
        public let rawValue: String

        /// Creates a unit from the text DynamoDB uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Thousandths of a second.
        public static var millisecond: Self { Self(rawValue: "MILLISECOND") }
        /// Millionths of a second.
        public static var microsecond: Self { Self(rawValue: "MICROSECOND") }
    }
}
