import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaStreamsShared

extension DynamoDBEvent {
    /// An item before and after a change, as a stream has it.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html>
    public struct StreamRecord: Codable, Hashable, Sendable {
        /// When the item was changed, rounded down to the second.
        ///
        /// `nil` in handwritten events. A number of seconds; milliseconds and microseconds are read
        /// too, by their size, as in a ``DynamoDBChangeRecord``.
        ///
        /// JSON key: `ApproximateCreationDateTime`.
        public var approximateCreationDateTime: Timestamp?

        /// The primary key of the item.
        public var keys: [String: AttributeValue]

        /// The item after the change.
        ///
        /// `nil` if the item was removed, or the stream's view type leaves it out.
        public var newImage: [String: AttributeValue]?

        /// The item before the change.
        ///
        /// `nil` if the item was inserted, or the stream's view type leaves it out.
        public var oldImage: [String: AttributeValue]?

        /// The place of the change in its shard.
        ///
        /// Empty if the JSON has none; Lambda always sends it.
        public var sequenceNumber: SequenceNumber

        /// The size of the record in bytes.
        ///
        /// `nil` in handwritten events.
        public var sizeBytes: Int?

        /// What of an item the stream has.
        ///
        /// `nil` in handwritten events.
        public var streamViewType: StreamViewType?

        /// Creates a record.
        ///
        /// Parameters match the properties of the same name.
        public init(
            approximateCreationDateTime: Timestamp? = nil,
            keys: [String: AttributeValue],
            newImage: [String: AttributeValue]? = nil,
            oldImage: [String: AttributeValue]? = nil,
            sequenceNumber: SequenceNumber,
            sizeBytes: Int? = nil,
            streamViewType: StreamViewType? = nil
        ) {
            self.approximateCreationDateTime = approximateCreationDateTime
            self.keys = keys
            self.newImage = newImage
            self.oldImage = oldImage
            self.sequenceNumber = sequenceNumber
            self.sizeBytes = sizeBytes
            self.streamViewType = streamViewType
        }

        enum CodingKeys: String, CodingKey {
            case approximateCreationDateTime = "ApproximateCreationDateTime"
            case keys = "Keys"
            case newImage = "NewImage"
            case oldImage = "OldImage"
            case sequenceNumber = "SequenceNumber"
            case sizeBytes = "SizeBytes"
            case streamViewType = "StreamViewType"
        }
    }
}
