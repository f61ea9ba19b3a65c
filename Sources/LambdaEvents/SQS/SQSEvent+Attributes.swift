import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension SQSEvent.Message {
    /// What SQS knows about a message.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html>
    public struct Attributes: Codable, Hashable, Sendable {
        /// How often the message has been received, this time included.
        ///
        /// A number in a string. Use ``receiveCount``.
        public var approximateReceiveCount: String

        /// The trace header of the sender.
        ///
        /// `nil` if the sender does not take part in X-Ray tracing.
        public var awsTraceHeader: String?

        /// When the message was sent.
        public var sentTimestamp: Timestamp

        /// The place of the message in its queue, a number of 20 digits.
        ///
        /// `nil` unless the queue is FIFO. Compare it only within a group.
        public var sequenceNumber: SequenceNumber?

        /// The group of the message.
        ///
        /// A FIFO queue keeps the order within a group; a standard queue shares its capacity fairly
        /// among the groups.
        ///
        /// `nil` if the message has no group.
        public var messageGroupID: String?

        /// The ID of the principal that sent the message.
        public var senderID: String

        /// The token by which a FIFO queue recognizes repeated messages.
        ///
        /// `nil` unless the queue is FIFO.
        public var messageDeduplicationID: String?

        /// When the message was received for the first time.
        public var approximateFirstReceiveTimestamp: Timestamp

        /// The ARN of the dead-letter queue that the message was moved back from.
        ///
        /// `nil` unless the message was redriven. SQS sends it, but does not document it.
        public var deadLetterQueueSourceARN: String?

        /// Creates attributes.
        ///
        /// Parameters match the properties of the same name.
        public init(
            approximateReceiveCount: String,
            awsTraceHeader: String? = nil,
            sentTimestamp: Timestamp,
            sequenceNumber: SequenceNumber? = nil,
            messageGroupID: String? = nil,
            senderID: String,
            messageDeduplicationID: String? = nil,
            approximateFirstReceiveTimestamp: Timestamp,
            deadLetterQueueSourceARN: String? = nil
        ) {
            self.approximateReceiveCount = approximateReceiveCount
            self.awsTraceHeader = awsTraceHeader
            self.sentTimestamp = sentTimestamp
            self.sequenceNumber = sequenceNumber
            self.messageGroupID = messageGroupID
            self.senderID = senderID
            self.messageDeduplicationID = messageDeduplicationID
            self.approximateFirstReceiveTimestamp = approximateFirstReceiveTimestamp
            self.deadLetterQueueSourceARN = deadLetterQueueSourceARN
        }

        /// How often the message has been received, this time included: 1 for the first time.
        ///
        /// `nil` if ``approximateReceiveCount`` is not a number.
        public var receiveCount: Int? { Int(approximateReceiveCount) }

        /// How often the message will be received again if it goes on failing.
        ///
        /// The queue's redrive policy is no part of the event, so the handler has to know its
        /// limit. With 0, this was the last time: after it, SQS moves the message to the dead-letter
        /// queue.
        ///
        /// - Parameter maxReceiveCount: The limit of the redrive policy.
        /// - Returns: The number, or `nil` if ``approximateReceiveCount`` is not one.
        public func remainingReceiveCount(outOf maxReceiveCount: Int) -> Int? {
            guard let receiveCount else { return nil }
            let (rest, overflows) = maxReceiveCount.subtractingReportingOverflow(receiveCount)
            return overflows ? nil : max(0, rest)
        }

        /// The dead-letter queue that the message was moved back from.
        ///
        /// `nil` unless the message was redriven.
        public var deadLetterQueueSource: ARN? { deadLetterQueueSourceARN.map(ARN.init(rawValue:)) }

        enum CodingKeys: String, CodingKey {
            case approximateReceiveCount = "ApproximateReceiveCount"
            case awsTraceHeader = "AWSTraceHeader"
            case sentTimestamp = "SentTimestamp"
            case sequenceNumber = "SequenceNumber"
            case messageGroupID = "MessageGroupId"
            case senderID = "SenderId"
            case messageDeduplicationID = "MessageDeduplicationId"
            case approximateFirstReceiveTimestamp = "ApproximateFirstReceiveTimestamp"
            case deadLetterQueueSourceARN = "DeadLetterQueueSourceArn"
        }
    }

    /// One thing the sender said about a message.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html>
    public struct MessageAttribute: Codable, Hashable, Sendable {
        /// The value, for the types `String` and `Number`.
        ///
        /// `nil` for the type `Binary`.
        public var stringValue: String?

        /// The value in Base64, for the type `Binary`.
        ///
        /// `nil` for the other types. Use ``binaryBytes``.
        public var binaryValue: String?

        /// Reserved by SQS, which sends an empty list.
        ///
        /// `nil` if it is not sent.
        public var stringListValues: [String]?

        /// Reserved by SQS, which sends an empty list.
        ///
        /// `nil` if it is not sent.
        public var binaryListValues: [String]?

        /// The type of the value.
        public var dataType: DataType

        /// Creates an attribute.
        ///
        /// Parameters match the properties of the same name.
        public init(
            stringValue: String? = nil,
            binaryValue: String? = nil,
            stringListValues: [String]? = nil,
            binaryListValues: [String]? = nil,
            dataType: DataType
        ) {
            self.stringValue = stringValue
            self.binaryValue = binaryValue
            self.stringListValues = stringListValues
            self.binaryListValues = binaryListValues
            self.dataType = dataType
        }

        /// The number in ``stringValue``, with all its digits.
        ///
        /// `nil` unless the type is `Number` and the value is one.
        public var number: JSONNumber? {
            dataType.base == .number ? stringValue.flatMap { JSONNumber($0) } : nil
        }

        /// The bytes of ``binaryValue``.
        ///
        /// `nil` if there is no such value, or if it is not Base64.
        public var binaryBytes: [UInt8]? { binaryValue.flatMap(Base64.decode) }
    }

    /// The type of a message attribute: `String`, `Number` or `Binary`.
    ///
    /// A sender can add a label of its own after a dot, as in `Number.byte`.
    public struct DataType: OpenValue {
        /// The text SQS uses for the type, with the sender's label.
        public let rawValue: String

        /// Creates a type from the text SQS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A text.
        public static var string: Self { Self(rawValue: "String") }
        /// A number, as text.
        public static var number: Self { Self(rawValue: "Number") }
        /// Bytes.
        public static var binary: Self { Self(rawValue: "Binary") }

        /// The type without the sender's label.
        public var base: Self { Self(rawValue: String(rawValue.prefix { $0 != "." })) }

        /// The sender's label.
        ///
        /// `nil` if the type has none.
        public var label: String? {
            rawValue.firstIndex(of: ".").map { String(rawValue[rawValue.index(after: $0)...]) }
        }
    }
}
