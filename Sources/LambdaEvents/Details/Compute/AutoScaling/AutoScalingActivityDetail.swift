public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// An instance that an Auto Scaling group launched or terminated, or failed to.
///
/// The detail type of the event says whether it succeeded.
///
/// AWS documentation: <https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html>
public struct AutoScalingActivityDetail: Codable, Hashable, Sendable {
    /// The name of the group.
    public var autoScalingGroupName: String

    /// The ID of the instance.
    ///
    /// `nil` if no instance was launched.
    ///
    /// Empty in some events of failed launches.
    public var ec2InstanceID: String?

    /// The ID of the activity.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var activityID: String?

    /// The ID of the request, the same as ``activityID``.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var requestID: String?

    /// How far the activity is.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var statusCode: StatusCode?

    /// Why the activity failed.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    ///
    /// Empty unless it failed.
    public var statusMessage: String?

    /// The activity in a sentence.
    ///
    /// `nil` for failures.
    public var activityDescription: String?

    /// Why the group was scaled.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var cause: String?

    /// When the activity began.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var startTime: Timestamp?

    /// When the activity ended.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var endTime: Timestamp?

    /// More about the activity, by names such as `Availability Zone`, `Subnet ID` and
    /// `InvokingAlarms`.
    ///
    /// Empty if there is no more.
    public var details: [String: JSONValue]

    /// Where the instance comes from.
    ///
    /// `nil` if the group does not say.
    public var origin: AutoScalingPlace?

    /// Where the instance goes to.
    ///
    /// `nil` if the group does not say.
    public var destination: AutoScalingPlace?

    /// Creates an activity.
    ///
    /// Parameters match the properties of the same name.
    public init(
        autoScalingGroupName: String,
        ec2InstanceID: String? = nil,
        activityID: String? = nil,
        requestID: String? = nil,
        statusCode: StatusCode? = nil,
        statusMessage: String? = nil,
        activityDescription: String? = nil,
        cause: String? = nil,
        startTime: Timestamp? = nil,
        endTime: Timestamp? = nil,
        details: [String: JSONValue] = [:],
        origin: AutoScalingPlace? = nil,
        destination: AutoScalingPlace? = nil
    ) {
        self.autoScalingGroupName = autoScalingGroupName
        self.ec2InstanceID = ec2InstanceID
        self.activityID = activityID
        self.requestID = requestID
        self.statusCode = statusCode
        self.statusMessage = statusMessage
        self.activityDescription = activityDescription
        self.cause = cause
        self.startTime = startTime
        self.endTime = endTime
        self.details = details
        self.origin = origin
        self.destination = destination
    }

    enum CodingKeys: String, CodingKey {
        case autoScalingGroupName = "AutoScalingGroupName"
        case ec2InstanceID = "EC2InstanceId"
        case activityID = "ActivityId"
        case requestID = "RequestId"
        case statusCode = "StatusCode"
        case statusMessage = "StatusMessage"
        case activityDescription = "Description"
        case cause = "Cause"
        case startTime = "StartTime"
        case endTime = "EndTime"
        case details = "Details"
        case origin = "Origin"
        case destination = "Destination"
    }

    /// The availability zone of the instance.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var availabilityZone: String? { details["Availability Zone"]?.stringValue }

    /// The ID of the subnet of the instance.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var subnetID: String? { details["Subnet ID"]?.stringValue }
}

extension AutoScalingActivityDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.autoScaling] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [
            .ec2InstanceLaunchSuccessful,
            .ec2InstanceLaunchUnsuccessful,
            .ec2InstanceTerminateSuccessful,
            .ec2InstanceTerminateUnsuccessful,
        ]
    }
}

extension AutoScalingActivityDetail {
    /// How far an activity is.
    public struct StatusCode: OpenValue {
        /// The text EC2 Auto Scaling uses for the status.
        public let rawValue: String

        /// Creates a status from the text EC2 Auto Scaling uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The activity goes on, which is what successes say.
        public static var inProgress: Self { Self(rawValue: "InProgress") }
        /// The activity failed.
        public static var failed: Self { Self(rawValue: "Failed") }
        /// The activity is done.
        public static var successful: Self { Self(rawValue: "Successful") }
        /// The activity was cancelled.
        public static var cancelled: Self { Self(rawValue: "Cancelled") }
    }
}
