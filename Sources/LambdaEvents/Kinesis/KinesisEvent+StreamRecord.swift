import LambdaEventsCoding
public import LambdaEventsShared
import LambdaStreamsShared

extension KinesisEvent {
    /// A record as a data stream has it.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Record.html>
    public struct StreamRecord: Codable, Hashable, Sendable {
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
        /// Empty if the JSON has none; Lambda always sends it.
        public var sequenceNumber: SequenceNumber

        /// The data in Base64.
        ///
        /// Use ``decodeData(as:using:)``, ``dataText`` or ``dataBytes``.
        public var data: String

        /// When the stream received the record, to the millisecond.
        ///
        /// `nil` in handwritten events. A number of seconds, with up to three decimal places.
        public var approximateArrivalTimestamp: Timestamp?

        /// How the record is encrypted in the stream.
        ///
        /// `nil` where Lambda does not say, which is the rule. What the handler gets is never
        /// encrypted.
        public var encryptionType: EncryptionType?

        /// Creates a record.
        ///
        /// Parameters match the properties of the same name.
        public init(
            kinesisSchemaVersion: String? = "1.0",
            partitionKey: String,
            sequenceNumber: SequenceNumber,
            data: String,
            approximateArrivalTimestamp: Timestamp? = nil,
            encryptionType: EncryptionType? = nil
        ) {
            self.kinesisSchemaVersion = kinesisSchemaVersion
            self.partitionKey = partitionKey
            self.sequenceNumber = sequenceNumber
            self.data = data
            self.approximateArrivalTimestamp = approximateArrivalTimestamp
            self.encryptionType = encryptionType
        }

        /// Creates a record of bytes.
        ///
        /// Other parameters match the properties of the same name.
        ///
        /// - Parameters:
        ///   - partitionKey: The partition key.
        ///   - sequenceNumber: The sequence number.
        ///   - dataBytes: The bytes of the data.
        ///   - approximateArrivalTimestamp: The time of arrival.
        public init(
            partitionKey: String,
            sequenceNumber: SequenceNumber,
            dataBytes: some Sequence<UInt8>,
            approximateArrivalTimestamp: Timestamp? = nil
        ) {
            self.init(
                partitionKey: partitionKey,
                sequenceNumber: sequenceNumber,
                data: Base64.encode(dataBytes),
                approximateArrivalTimestamp: approximateArrivalTimestamp
            )
        }

        enum CodingKeys: String, DefaultsStrings {
            case kinesisSchemaVersion
            case partitionKey
            case sequenceNumber
            case data
            case approximateArrivalTimestamp
            case encryptionType

            // Kinesis always sends a partition key; handwritten events leave it out. An Optional
            // would make every handler unwrap it.
            var defaultString: String? { self == .partitionKey ? "" : nil }
        }
    }

    /// How Kinesis encrypts a record.
    public struct EncryptionType: OpenValue {
        /// The text Kinesis uses for the type.
        public let rawValue: String

        /// Creates a type from the text Kinesis uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Not at all.
        public static var none: Self { Self(rawValue: "NONE") }
        /// With a key of AWS KMS.
        public static var kms: Self { Self(rawValue: "KMS") }
    }
}
