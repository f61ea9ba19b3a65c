public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A Spot Instance that EC2 will take back in two minutes.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html>
public struct EC2SpotInterruptionWarningDetail: Codable, Hashable, Sendable {
    /// The ID of the instance.
    public var instanceID: String

    /// What EC2 will do to the instance.
    ///
    /// `nil` if EC2 does not say.
    public var instanceAction: Action?

    /// Creates a warning.
    ///
    /// Parameters match the properties of the same name.
    public init(instanceID: String, instanceAction: Action? = nil) {
        self.instanceID = instanceID
        self.instanceAction = instanceAction
    }

    enum CodingKeys: String, CodingKey {
        case instanceID = "instance-id"
        case instanceAction = "instance-action"
    }
}

extension EC2SpotInterruptionWarningDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ec2SpotInstanceInterruptionWarning] }
}

extension EC2SpotInterruptionWarningDetail {
    /// What EC2 does to a Spot Instance it takes back.
    public struct Action: OpenValue {
        /// The text EC2 uses for the action.
        public let rawValue: String

        /// Creates an action from the text EC2 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The instance hibernates, which begins at once, without the two minutes.
        public static var hibernate: Self { Self(rawValue: "hibernate") }
        /// The instance is stopped.
        public static var stop: Self { Self(rawValue: "stop") }
        /// The instance is terminated.
        public static var terminate: Self { Self(rawValue: "terminate") }
    }
}
