public import LambdaEventsShared

/// Where an instance of an Auto Scaling group comes from, or goes to.
///
/// AWS documentation: <https://docs.aws.amazon.com/autoscaling/ec2/userguide/warm-pools-eventbridge-events.html>
public struct AutoScalingPlace: OpenValue {
    /// The text EC2 Auto Scaling uses for the place.
    public let rawValue: String

    /// Creates a place from the text EC2 Auto Scaling uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// EC2: the instance is launched or terminated.
    public static var ec2: Self { Self(rawValue: "EC2") }
    /// The group.
    public static var autoScalingGroup: Self { Self(rawValue: "AutoScalingGroup") }
    /// The warm pool of the group.
    public static var warmPool: Self { Self(rawValue: "WarmPool") }
}
