public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An instance that waits for a lifecycle hook.
///
/// AWS documentation: <https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html>
public struct AutoScalingLifecycleActionDetail: Codable, Hashable, Sendable {
    /// The name of the group.
    public var autoScalingGroupName: String

    /// The name of the hook.
    public var lifecycleHookName: String

    /// The ID of the instance.
    public var ec2InstanceID: String

    /// The token that stands for this wait.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    ///
    /// Pass it to `CompleteLifecycleAction`, or the instance waits until the hook times out.
    public var lifecycleActionToken: String?

    /// Whether the instance is launched or terminated.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var lifecycleTransition: Transition?

    /// What the hook was configured to pass on.
    ///
    /// `nil` if it was configured with nothing.
    public var notificationMetadata: String?

    /// Where the instance comes from.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var origin: AutoScalingPlace?

    /// Where the instance goes to.
    ///
    /// `nil` if EC2 Auto Scaling does not say.
    public var destination: AutoScalingPlace?

    /// Creates an action.
    ///
    /// Parameters match the properties of the same name.
    public init(
        autoScalingGroupName: String,
        lifecycleHookName: String,
        ec2InstanceID: String,
        lifecycleActionToken: String? = nil,
        lifecycleTransition: Transition? = nil,
        notificationMetadata: String? = nil,
        origin: AutoScalingPlace? = nil,
        destination: AutoScalingPlace? = nil
    ) {
        self.autoScalingGroupName = autoScalingGroupName
        self.lifecycleHookName = lifecycleHookName
        self.ec2InstanceID = ec2InstanceID
        self.lifecycleActionToken = lifecycleActionToken
        self.lifecycleTransition = lifecycleTransition
        self.notificationMetadata = notificationMetadata
        self.origin = origin
        self.destination = destination
    }

    enum CodingKeys: String, CodingKey {
        case autoScalingGroupName = "AutoScalingGroupName"
        case lifecycleHookName = "LifecycleHookName"
        case ec2InstanceID = "EC2InstanceId"
        case lifecycleActionToken = "LifecycleActionToken"
        case lifecycleTransition = "LifecycleTransition"
        case notificationMetadata = "NotificationMetadata"
        case origin = "Origin"
        case destination = "Destination"
    }
}

extension AutoScalingLifecycleActionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.autoScaling] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.ec2InstanceLaunchLifecycleAction, .ec2InstanceTerminateLifecycleAction]
    }
}

extension AutoScalingLifecycleActionDetail {
    /// The way an instance goes when a hook stops it.
    public struct Transition: OpenValue {
        /// The text EC2 Auto Scaling uses for the transition.
        public let rawValue: String

        /// Creates a transition from the text EC2 Auto Scaling uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The instance is being launched.
        public static var launching: Self { Self(rawValue: "autoscaling:EC2_INSTANCE_LAUNCHING") }
        /// The instance is being terminated.
        public static var terminating: Self {
            Self(rawValue: "autoscaling:EC2_INSTANCE_TERMINATING")
        }
    }
}
