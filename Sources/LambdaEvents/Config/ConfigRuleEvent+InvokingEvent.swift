import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension ConfigRuleEvent {
    /// What has happened: a change of a resource, or the time at which a rule is evaluated.
    ///
    /// It is the JSON in ``ConfigRuleEvent/invokingEvent``.
    ///
    /// AWS documentation:
    /// <https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_example-events.html>
    public struct InvokingEvent: Codable, Hashable, Sendable {
        /// What has happened.
        public var messageType: MessageType

        /// The resource as it is now.
        ///
        /// `nil` unless a resource has changed, and for a change that is too large for an event.
        public var configurationItem: ConfigurationItem?

        /// What has changed, by the path of the property.
        ///
        /// `nil` where AWS Config does not say.
        public var configurationItemDiff: JSONValue?

        /// The resource whose change is too large for an event, without its configuration.
        ///
        /// `nil` for other events. Ask AWS Config for the rest with `GetResourceConfigHistory`.
        public var configurationItemSummary: ConfigurationItem?

        /// The account of the rule.
        ///
        /// `nil` when a resource has changed: the account is in its item.
        ///
        /// JSON key: `awsAccountId`.
        public var awsAccountID: String?

        /// When AWS Config wrote the message.
        ///
        /// `nil` in some messages about a change.
        public var notificationCreationTime: Timestamp?

        /// The version of the format, such as `1.0`.
        ///
        /// `nil` in some messages about a change.
        public var recordVersion: String?

        /// The identifier of the snapshot that was delivered.
        ///
        /// `nil` for other events.
        ///
        /// JSON key: `configSnapshotId`.
        public var configSnapshotID: String?

        /// The bucket that the snapshot was delivered to.
        ///
        /// `nil` for other events.
        public var s3Bucket: String?

        /// The key of the snapshot in its bucket.
        ///
        /// `nil` for other events.
        public var s3ObjectKey: String?

        /// Creates an invoking event.
        ///
        /// Parameters match the properties of the same name.
        public init(
            messageType: MessageType,
            configurationItem: ConfigurationItem? = nil,
            configurationItemDiff: JSONValue? = nil,
            configurationItemSummary: ConfigurationItem? = nil,
            awsAccountID: String? = nil,
            notificationCreationTime: Timestamp? = nil,
            recordVersion: String? = nil,
            configSnapshotID: String? = nil,
            s3Bucket: String? = nil,
            s3ObjectKey: String? = nil
        ) {
            self.messageType = messageType
            self.configurationItem = configurationItem
            self.configurationItemDiff = configurationItemDiff
            self.configurationItemSummary = configurationItemSummary
            self.awsAccountID = awsAccountID
            self.notificationCreationTime = notificationCreationTime
            self.recordVersion = recordVersion
            self.configSnapshotID = configSnapshotID
            self.s3Bucket = s3Bucket
            self.s3ObjectKey = s3ObjectKey
        }

        /// The resource that has changed, without its configuration where the change is too large.
        ///
        /// `nil` unless a resource has changed.
        public var item: ConfigurationItem? { configurationItem ?? configurationItemSummary }

        enum CodingKeys: String, CodingKey {
            case messageType
            case configurationItem
            case configurationItemDiff
            case configurationItemSummary
            case awsAccountID = "awsAccountId"
            case notificationCreationTime
            case recordVersion
            case configSnapshotID = "configSnapshotId"
            case s3Bucket
            case s3ObjectKey
        }
    }
}

extension ConfigRuleEvent.InvokingEvent {
    /// Why a rule is evaluated.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/config/latest/APIReference/API_SourceDetail.html>
    public struct MessageType: OpenValue {
        /// The text AWS Config uses for the type.
        public let rawValue: String

        /// Creates a type from the text AWS Config uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A resource has changed.
        public static var configurationItemChange: Self {
            Self(rawValue: "ConfigurationItemChangeNotification")
        }
        /// A resource has changed, and the change is too large for an event.
        public static var oversizedConfigurationItemChange: Self {
            Self(rawValue: "OversizedConfigurationItemChangeNotification")
        }
        /// The time has come for a rule that is evaluated at intervals.
        public static var scheduled: Self { Self(rawValue: "ScheduledNotification") }
        /// A snapshot of all resources has been delivered.
        public static var configurationSnapshotDeliveryCompleted: Self {
            Self(rawValue: "ConfigurationSnapshotDeliveryCompleted")
        }
    }
}
