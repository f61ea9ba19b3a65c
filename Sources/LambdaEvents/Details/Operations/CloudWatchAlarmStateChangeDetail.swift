public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared

/// A CloudWatch alarm that went into another state: a metric alarm or a composite one.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html>
public struct CloudWatchAlarmStateChangeDetail: Codable, Hashable, Sendable {
    /// The name of the alarm.
    public var alarmName: String

    /// What the alarm watches.
    ///
    /// `nil` in handwritten events.
    public var configuration: CloudWatchAlarmConfiguration?

    /// The state the alarm was in before.
    ///
    /// `nil` in handwritten events.
    public var previousState: CloudWatchAlarmState?

    /// The state the alarm is in now.
    public var state: CloudWatchAlarmState

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        alarmName: String,
        configuration: CloudWatchAlarmConfiguration? = nil,
        previousState: CloudWatchAlarmState? = nil,
        state: CloudWatchAlarmState
    ) {
        self.alarmName = alarmName
        self.configuration = configuration
        self.previousState = previousState
        self.state = state
    }
}

extension CloudWatchAlarmStateChangeDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.cloudWatch] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.cloudWatchAlarmStateChange] }
}
