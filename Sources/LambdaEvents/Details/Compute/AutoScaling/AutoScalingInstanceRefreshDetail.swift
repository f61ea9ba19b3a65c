public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A replacement of the instances of a group that began, ended or reached a checkpoint.
///
/// The detail type of the event says what happened.
///
/// AWS documentation: <https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-eventbridge-events.html>
public struct AutoScalingInstanceRefreshDetail: Codable, Hashable, Sendable {
    /// The name of the group.
    public var autoScalingGroupName: String

    /// The ID of the replacement.
    public var instanceRefreshID: String

    /// How much of the group is replaced, in percent.
    ///
    /// `nil` except for checkpoints.
    ///
    /// A number in a string.
    public var checkpointPercentage: ScalarValue?

    /// How long the replacement waits, in seconds.
    ///
    /// `nil` except for checkpoints.
    ///
    /// A number in a string.
    public var checkpointDelay: ScalarValue?

    /// Creates a replacement.
    ///
    /// Parameters match the properties of the same name.
    public init(
        autoScalingGroupName: String,
        instanceRefreshID: String,
        checkpointPercentage: ScalarValue? = nil,
        checkpointDelay: ScalarValue? = nil
    ) {
        self.autoScalingGroupName = autoScalingGroupName
        self.instanceRefreshID = instanceRefreshID
        self.checkpointPercentage = checkpointPercentage
        self.checkpointDelay = checkpointDelay
    }

    enum CodingKeys: String, CodingKey {
        case autoScalingGroupName = "AutoScalingGroupName"
        case instanceRefreshID = "InstanceRefreshId"
        case checkpointPercentage = "CheckpointPercentage"
        case checkpointDelay = "CheckpointDelay"
    }
}

extension AutoScalingInstanceRefreshDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.autoScaling] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [
            .ec2AutoScalingInstanceRefreshCheckpointReached,
            .ec2AutoScalingInstanceRefreshStarted,
            .ec2AutoScalingInstanceRefreshSucceeded,
            .ec2AutoScalingInstanceRefreshFailed,
            .ec2AutoScalingInstanceRefreshCancelled,
            .ec2AutoScalingInstanceRefreshRollbackStarted,
            .ec2AutoScalingInstanceRefreshRollbackSucceeded,
            .ec2AutoScalingInstanceRefreshRollbackFailed,
        ]
    }
}
