import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// What CloudWatch tells a topic when an alarm changes its state.
///
/// It is the message of a notification: decode it from an ``SNSEvent``, or from a queue that is
/// subscribed to the topic.
///
/// ```swift
/// let alarm = try record.decodeMessage(as: CloudWatchAlarmMessage.self)
/// if alarm.newStateValue == .alarm {
///     page(alarm.alarmName, because: alarm.newStateReason)
/// }
/// ```
///
/// An alarm on one metric has a ``trigger`` with that metric, an alarm on an expression or an
/// anomaly a trigger with ``Trigger/metrics``, and a composite alarm an ``alarmRule`` instead.
///
/// (An alarm that invokes a function directly, or comes through EventBridge, sends other JSON.)
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html>
public struct CloudWatchAlarmMessage: Codable, Hashable, Sendable {
    /// The name of the alarm.
    public var alarmName: String

    /// The description of the alarm.
    ///
    /// `nil` if the alarm has none.
    public var alarmDescription: String?

    /// The account of the alarm.
    ///
    /// `nil` in handwritten messages.
    ///
    /// JSON key: `AWSAccountId`.
    public var awsAccountID: String?

    /// When the alarm was last configured.
    ///
    /// `nil` in older messages.
    public var alarmConfigurationUpdatedTimestamp: Timestamp?

    /// The state the alarm is in now.
    public var newStateValue: State

    /// Why the alarm is in its new state, in words.
    public var newStateReason: String

    /// Why the alarm is in its new state, as data: the datapoints, or the results of a query.
    ///
    /// `nil` except for alarms on logs.
    public var newStateReasonData: JSONValue?

    /// When the state changed.
    ///
    /// CloudWatch writes the offset without a colon: `2026-03-01T12:00:00.250+0000`.
    public var stateChangeTime: Timestamp

    /// The region of the alarm, by its name for people: `US East (N. Virginia)`.
    ///
    /// `nil` in handwritten messages. Its code is in ``alarm``.
    public var region: String?

    /// The ARN of the alarm.
    ///
    /// `nil` in older messages.
    public var alarmARN: String?

    /// The state the alarm was in before.
    public var oldStateValue: State

    /// The ARNs of what the alarm does when it turns to OK.
    ///
    /// Empty if that is nothing, and in older messages.
    public var okActions: [String]

    /// The ARNs of what the alarm does when it goes off.
    ///
    /// Empty if that is nothing, and in older messages.
    public var alarmActions: [String]

    /// The ARNs of what the alarm does when it lacks data.
    ///
    /// Empty if that is nothing, and in older messages.
    public var insufficientDataActions: [String]

    /// What the alarm watches.
    ///
    /// `nil` for a composite alarm.
    public var trigger: Trigger?

    /// The expression over other alarms that a composite alarm evaluates.
    ///
    /// `nil` for other alarms.
    public var alarmRule: String?

    /// The alarms that made a composite alarm change its state.
    ///
    /// Empty for other alarms.
    public var triggeringChildren: [TriggeringChild]

    /// The ID of the contributor the message is about, for an alarm on several time series.
    ///
    /// `nil` for other alarms.
    public var alarmContributorID: String?

    /// What tells the contributor from others: the labels of its time series.
    ///
    /// Empty if the message is about no contributor.
    public var alarmContributorAttributes: [String: String]

    /// Creates a message.
    ///
    /// Parameters match the properties of the same name.
    public init(
        alarmName: String,
        alarmDescription: String? = nil,
        awsAccountID: String? = nil,
        alarmConfigurationUpdatedTimestamp: Timestamp? = nil,
        newStateValue: State,
        newStateReason: String,
        newStateReasonData: JSONValue? = nil,
        stateChangeTime: Timestamp,
        region: String? = nil,
        alarmARN: String? = nil,
        oldStateValue: State,
        okActions: [String] = [],
        alarmActions: [String] = [],
        insufficientDataActions: [String] = [],
        trigger: Trigger? = nil,
        alarmRule: String? = nil,
        triggeringChildren: [TriggeringChild] = [],
        alarmContributorID: String? = nil,
        alarmContributorAttributes: [String: String] = [:]
    ) {
        self.alarmName = alarmName
        self.alarmDescription = alarmDescription
        self.awsAccountID = awsAccountID
        self.alarmConfigurationUpdatedTimestamp = alarmConfigurationUpdatedTimestamp
        self.newStateValue = newStateValue
        self.newStateReason = newStateReason
        self.newStateReasonData = newStateReasonData
        self.stateChangeTime = stateChangeTime
        self.region = region
        self.alarmARN = alarmARN
        self.oldStateValue = oldStateValue
        self.okActions = okActions
        self.alarmActions = alarmActions
        self.insufficientDataActions = insufficientDataActions
        self.trigger = trigger
        self.alarmRule = alarmRule
        self.triggeringChildren = triggeringChildren
        self.alarmContributorID = alarmContributorID
        self.alarmContributorAttributes = alarmContributorAttributes
    }

    /// The alarm, from ``alarmARN``.
    ///
    /// `nil` in older messages.
    public var alarm: ARN? { alarmARN.map(ARN.init(rawValue:)) }

    enum CodingKeys: String, WritesEmptyCollections {
        case alarmName = "AlarmName"
        case alarmDescription = "AlarmDescription"
        case awsAccountID = "AWSAccountId"
        case alarmConfigurationUpdatedTimestamp = "AlarmConfigurationUpdatedTimestamp"
        case newStateValue = "NewStateValue"
        case newStateReason = "NewStateReason"
        case newStateReasonData = "NewStateReasonData"
        case stateChangeTime = "StateChangeTime"
        case region = "Region"
        case alarmARN = "AlarmArn"
        case oldStateValue = "OldStateValue"
        case okActions = "OKActions"
        case alarmActions = "AlarmActions"
        case insufficientDataActions = "InsufficientDataActions"
        case trigger = "Trigger"
        case alarmRule = "AlarmRule"
        case triggeringChildren = "TriggeringChildren"
        case alarmContributorID = "AlarmContributorId"
        case alarmContributorAttributes = "AlarmContributorAttributes"

        // CloudWatch always sends the actions, the others only where they belong.
        var writesEmpty: Bool { self != .triggeringChildren && self != .alarmContributorAttributes }
    }
}

extension CloudWatchAlarmMessage {
    /// A state of an alarm.
    public struct State: OpenValue {
        /// The text CloudWatch uses for the state.
        public let rawValue: String

        /// Creates a state from the text CloudWatch uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// What the alarm watches is within its bounds.
        public static var ok: Self { Self(rawValue: "OK") }
        /// What the alarm watches is out of bounds.
        public static var alarm: Self { Self(rawValue: "ALARM") }
        /// The alarm is new, or there is not enough data to tell.
        public static var insufficientData: Self { Self(rawValue: "INSUFFICIENT_DATA") }
    }

    /// An alarm that made a composite alarm change its state.
    public struct TriggeringChild: Codable, Hashable, Sendable {
        /// The ARN of the alarm.
        public var arn: String

        /// The state the alarm went to.
        ///
        /// `nil` if CloudWatch does not say.
        public var state: ChildState?

        /// Creates a child.
        ///
        /// Parameters match the properties of the same name.
        public init(arn: String, state: ChildState? = nil) {
            self.arn = arn
            self.state = state
        }

        enum CodingKeys: String, CodingKey {
            case arn = "Arn"
            case state = "State"
        }
    }

    /// The state of an alarm that a composite alarm watches.
    public struct ChildState: Codable, Hashable, Sendable {
        /// The state.
        public var value: State

        /// When the alarm went to it.
        ///
        /// `nil` if CloudWatch does not say.
        public var timestamp: Timestamp?

        /// Creates a state.
        ///
        /// Parameters match the properties of the same name.
        public init(value: State, timestamp: Timestamp? = nil) {
            self.value = value
            self.timestamp = timestamp
        }

        enum CodingKeys: String, CodingKey {
            case value = "Value"
            case timestamp = "Timestamp"
        }
    }
}
