public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
import LambdaJSON

/// An EMR cluster that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-cloudwatch-events.html>
public struct EMRClusterStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the cluster.
    public var clusterID: String

    /// The name of the cluster.
    ///
    /// `nil` if EMR does not say.
    public var name: String?

    /// The state the cluster is in now.
    public var state: State

    /// How serious it is.
    ///
    /// `nil` if EMR does not say.
    public var severity: EventSeverity?

    /// Why the state changed, as JSON in a string.
    ///
    /// `nil` if EMR does not say.
    ///
    /// Use ``reason`` to read it.
    public var stateChangeReason: String?

    /// What happened, in a sentence, which EMR may word differently any day.
    ///
    /// `nil` if EMR does not say.
    public var message: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        clusterID: String,
        name: String? = nil,
        state: State,
        severity: EventSeverity? = nil,
        stateChangeReason: String? = nil,
        message: String? = nil
    ) {
        self.clusterID = clusterID
        self.name = name
        self.state = state
        self.severity = severity
        self.stateChangeReason = stateChangeReason
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case clusterID = "clusterId"
        case name
        case state
        case severity
        case stateChangeReason
        case message
    }

    /// Why the state changed.
    ///
    /// `nil` if EMR does not say, or in words that are not JSON.
    public var reason: Reason? {
        stateChangeReason.flatMap { try? LambdaJSONDecoder().decode(Reason.self, from: $0) }
    }
}

extension EMRClusterStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.emr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.emrClusterStateChange] }
}

extension EMRClusterStateChangeDetail {
    /// A state of a cluster.
    public struct State: OpenValue {
        /// The text EMR uses for the state.
        public let rawValue: String

        /// Creates a state from the text EMR uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The instances are being launched.
        public static var starting: Self { Self(rawValue: "STARTING") }
        /// The bootstrap actions run.
        public static var bootstrapping: Self { Self(rawValue: "BOOTSTRAPPING") }
        /// A step runs.
        public static var running: Self { Self(rawValue: "RUNNING") }
        /// The cluster waits for steps.
        public static var waiting: Self { Self(rawValue: "WAITING") }
        /// The cluster is being terminated.
        public static var terminating: Self { Self(rawValue: "TERMINATING") }
        /// The cluster was terminated.
        public static var terminated: Self { Self(rawValue: "TERMINATED") }
        /// The cluster was terminated for an error.
        public static var terminatedWithErrors: Self { Self(rawValue: "TERMINATED_WITH_ERRORS") }
    }

    /// Why a cluster changed its state.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/emr/latest/APIReference/API_ClusterStateChangeReason.html>
    public struct Reason: Codable, Hashable, Sendable {
        /// The kind of reason, such as `USER_REQUEST`.
        ///
        /// `nil` if EMR does not say.
        ///
        /// Empty if there is none to give.
        public var code: String?

        /// The reason in a sentence.
        ///
        /// `nil` if EMR does not say.
        public var message: String?

        /// Creates a reason.
        ///
        /// Parameters match the properties of the same name.
        public init(code: String? = nil, message: String? = nil) {
            self.code = code
            self.message = message
        }
    }
}
