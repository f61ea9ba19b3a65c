import LambdaEventsCoding
public import LambdaEventsShared
import LambdaJSON

/// Lines of one stream of a log, as a subscription of CloudWatch Logs passes them on.
///
/// You meet it in a ``CloudWatchLogsEvent``, and compressed in the records of a Kinesis stream:
///
/// ```swift
/// let logs = try record.kinesis.decodeGunzippedData(as: CloudWatchLogsMessage.self)
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html>
public struct CloudWatchLogsMessage: Codable, Hashable, Sendable {
    /// What the message is: lines, or a question whether anyone is there.
    public var messageType: MessageType

    /// The ID of the AWS account of the log.
    ///
    /// `CloudwatchLogs` in a ``MessageType/control`` message.
    public var owner: String

    /// The name of the log group.
    ///
    /// Empty in a ``MessageType/control`` message.
    public var logGroup: String

    /// The name of the stream within the log group.
    ///
    /// Empty in a ``MessageType/control`` message.
    public var logStream: String

    /// The names of the subscription filters that let the lines through.
    ///
    /// Empty in a ``MessageType/control`` message.
    public var subscriptionFilters: [String]

    /// The lines.
    public var logEvents: [LogEvent]

    /// Whether the subscription is that of a log group or of a whole account.
    ///
    /// `nil` in messages that CloudWatch Logs sent before there were subscriptions of accounts.
    public var policyLevel: PolicyLevel?

    /// Creates a message.
    ///
    /// Parameters match the properties of the same name.
    public init(
        messageType: MessageType = .data,
        owner: String,
        logGroup: String,
        logStream: String,
        subscriptionFilters: [String] = [],
        logEvents: [LogEvent],
        policyLevel: PolicyLevel? = nil
    ) {
        self.messageType = messageType
        self.owner = owner
        self.logGroup = logGroup
        self.logStream = logStream
        self.subscriptionFilters = subscriptionFilters
        self.logEvents = logEvents
        self.policyLevel = policyLevel
    }

    enum CodingKeys: String, RequiresCollections, WritesEmptyCollections {
        case messageType, owner, logGroup, logStream, subscriptionFilters, logEvents, policyLevel
    }
}

extension CloudWatchLogsMessage {
    /// One line of a log.
    public struct LogEvent: Codable, Hashable, Sendable {
        /// The ID of the line, the same each time it is delivered.
        ///
        /// Empty in a ``MessageType/control`` message.
        public var id: String

        /// When the line was written, as its writer says.
        public var timestamp: Timestamp

        /// The line.
        ///
        /// Use ``decodeMessage(as:)`` if it is JSON, as those of functions can be.
        public var message: String

        /// The parts of the line that the pattern of the subscription filter gives names to.
        ///
        /// Empty unless it does.
        public var extractedFields: [String: String]

        /// Creates a line.
        ///
        /// Parameters match the properties of the same name.
        public init(
            id: String,
            timestamp: Timestamp,
            message: String,
            extractedFields: [String: String] = [:]
        ) {
            self.id = id
            self.timestamp = timestamp
            self.message = message
            self.extractedFields = extractedFields
        }

        /// Decodes the JSON of the line.
        ///
        /// - Parameter type: The type to decode.
        /// - Returns: The decoded value.
        /// - Throws: `DecodingError` if the line is not JSON, or JSON of another shape.
        public func decodeMessage<Message: Decodable>(
            as type: Message.Type = Message.self
        ) throws -> Message {
            try LambdaJSONDecoder().decode(type, from: message)
        }
    }

    /// What a message is.
    public struct MessageType: OpenValue {
        /// The text CloudWatch Logs uses for the type.
        public let rawValue: String

        /// Creates a type from the text CloudWatch Logs uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Lines of a log.
        public static var data: Self { Self(rawValue: "DATA_MESSAGE") }
        /// Sent to see whether the destination can be reached.
        ///
        /// There is nothing to do.
        public static var control: Self { Self(rawValue: "CONTROL_MESSAGE") }
    }

    /// What a subscription belongs to.
    public struct PolicyLevel: OpenValue {
        /// The text CloudWatch Logs uses for the level.
        public let rawValue: String

        /// Creates a level from the text CloudWatch Logs uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An account, whose policy subscribes to its log groups.
        public static var account: Self { Self(rawValue: "ACCOUNT_LEVEL_POLICY") }
        /// A log group.
        public static var logGroup: Self { Self(rawValue: "LOG_GROUP_LEVEL_POLICY") }
    }
}
