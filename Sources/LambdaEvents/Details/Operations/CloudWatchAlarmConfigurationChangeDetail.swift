public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared

/// A CloudWatch alarm that was created, changed or deleted.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html>
public struct CloudWatchAlarmConfigurationChangeDetail: Codable, Hashable, Sendable {
    /// The name of the alarm.
    public var alarmName: String

    /// What was done to the alarm.
    ///
    /// `nil` in handwritten events.
    public var operation: Operation?

    /// The state the alarm is in.
    ///
    /// `nil` in handwritten events.
    public var state: CloudWatchAlarmState?

    /// What the alarm watches now, or watched when it was deleted.
    ///
    /// `nil` in handwritten events.
    public var configuration: CloudWatchAlarmConfiguration?

    /// What the alarm watched before.
    ///
    /// `nil` except for ``Operation/update``.
    public var previousConfiguration: CloudWatchAlarmConfiguration?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        alarmName: String,
        operation: Operation? = nil,
        state: CloudWatchAlarmState? = nil,
        configuration: CloudWatchAlarmConfiguration? = nil,
        previousConfiguration: CloudWatchAlarmConfiguration? = nil
    ) {
        self.alarmName = alarmName
        self.operation = operation
        self.state = state
        self.configuration = configuration
        self.previousConfiguration = previousConfiguration
    }
}

extension CloudWatchAlarmConfigurationChangeDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.cloudWatch] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.cloudWatchAlarmConfigurationChange] }
}
