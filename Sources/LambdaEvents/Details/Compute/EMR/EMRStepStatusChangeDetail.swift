public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A step of an EMR cluster that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-cloudwatch-events.html>
public struct EMRStepStatusChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the cluster.
    public var clusterID: String

    /// The ID of the step.
    public var stepID: String

    /// The name of the step.
    ///
    /// `nil` if EMR does not say.
    public var name: String?

    /// The state the step is in now.
    public var state: State

    /// How serious it is.
    ///
    /// `nil` if EMR does not say.
    public var severity: EventSeverity?

    /// What EMR does if the step fails: `CONTINUE`, `CANCEL_AND_WAIT` or `TERMINATE_CLUSTER`.
    ///
    /// `nil` if EMR does not say.
    public var actionOnFailure: String?

    /// What happened, in a sentence, which EMR may word differently any day.
    ///
    /// `nil` if EMR does not say.
    public var message: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        clusterID: String,
        stepID: String,
        name: String? = nil,
        state: State,
        severity: EventSeverity? = nil,
        actionOnFailure: String? = nil,
        message: String? = nil
    ) {
        self.clusterID = clusterID
        self.stepID = stepID
        self.name = name
        self.state = state
        self.severity = severity
        self.actionOnFailure = actionOnFailure
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case clusterID = "clusterId"
        case stepID = "stepId"
        case name
        case state
        case severity
        case actionOnFailure
        case message
    }
}

extension EMRStepStatusChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.emr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.emrStepStatusChange] }
}

extension EMRStepStatusChangeDetail {
    /// A state of a step.
    public struct State: OpenValue {
        /// The text EMR uses for the state.
        public let rawValue: String

        /// Creates a state from the text EMR uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The step waits for its turn.
        public static var pending: Self { Self(rawValue: "PENDING") }
        /// The step is being cancelled.
        public static var cancelPending: Self { Self(rawValue: "CANCEL_PENDING") }
        /// The step runs.
        public static var running: Self { Self(rawValue: "RUNNING") }
        /// The step is done.
        public static var completed: Self { Self(rawValue: "COMPLETED") }
        /// The step was cancelled.
        public static var cancelled: Self { Self(rawValue: "CANCELLED") }
        /// The step failed.
        public static var failed: Self { Self(rawValue: "FAILED") }
        /// The cluster ended before the step did.
        public static var interrupted: Self { Self(rawValue: "INTERRUPTED") }
    }
}
