public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An EC2 instance that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instance-state-changes.html>
public struct EC2InstanceStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the instance.
    public var instanceID: String

    /// The state the instance is in now.
    public var state: State

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(instanceID: String, state: State) {
        self.instanceID = instanceID
        self.state = state
    }

    enum CodingKeys: String, CodingKey {
        case instanceID = "instance-id"
        case state
    }
}

extension EC2InstanceStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ec2InstanceStateChange] }
}

extension EC2InstanceStateChangeDetail {
    /// A state of an EC2 instance.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html>
    public struct State: OpenValue {
        /// The text EC2 uses for the state.
        public let rawValue: String

        /// Creates a state from the text EC2 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The instance is being launched, or started again.
        public static var pending: Self { Self(rawValue: "pending") }
        /// The instance runs.
        public static var running: Self { Self(rawValue: "running") }
        /// The instance is being stopped or hibernated.
        public static var stopping: Self { Self(rawValue: "stopping") }
        /// The instance is stopped and can be started again.
        public static var stopped: Self { Self(rawValue: "stopped") }
        /// The instance is being terminated.
        public static var shuttingDown: Self { Self(rawValue: "shutting-down") }
        /// The instance is gone for good.
        public static var terminated: Self { Self(rawValue: "terminated") }
    }
}
