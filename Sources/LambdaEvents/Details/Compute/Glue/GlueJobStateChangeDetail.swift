public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A run of a Glue job that ended, or that takes longer than it should.
///
/// AWS documentation: <https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html>
public struct GlueJobStateChangeDetail: Codable, Hashable, Sendable {
    /// The name of the job.
    public var jobName: String

    /// The ID of the run.
    public var jobRunID: String

    /// The state the run is in now.
    public var state: State

    /// How serious it is.
    ///
    /// `nil` if Glue does not say.
    public var severity: EventSeverity?

    /// What happened, in a sentence.
    ///
    /// `nil` if Glue does not say.
    public var message: String?

    /// After how long Glue was to say that the run goes on.
    ///
    /// `nil` unless the run takes longer than it should.
    public var notificationCondition: NotificationCondition?

    /// When the run began.
    ///
    /// `nil` unless the run takes longer than it should.
    public var startedOn: Timestamp?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        jobName: String,
        jobRunID: String,
        state: State,
        severity: EventSeverity? = nil,
        message: String? = nil,
        notificationCondition: NotificationCondition? = nil,
        startedOn: Timestamp? = nil
    ) {
        self.jobName = jobName
        self.jobRunID = jobRunID
        self.state = state
        self.severity = severity
        self.message = message
        self.notificationCondition = notificationCondition
        self.startedOn = startedOn
    }

    enum CodingKeys: String, CodingKey {
        case jobName
        case jobRunID = "jobRunId"
        case state
        case severity
        case message
        case notificationCondition
        case startedOn
    }
}

extension GlueJobStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.glue] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.glueJobStateChange, .glueJobRunStatus]
    }
}

extension GlueJobStateChangeDetail {
    /// A state of a run of a job.
    public struct State: OpenValue {
        /// The text Glue uses for the state.
        public let rawValue: String

        /// Creates a state from the text Glue uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The run is being started.
        public static var starting: Self { Self(rawValue: "STARTING") }
        /// The run goes on.
        public static var running: Self { Self(rawValue: "RUNNING") }
        /// The run was told to stop.
        public static var stopping: Self { Self(rawValue: "STOPPING") }
        /// The run was stopped.
        public static var stopped: Self { Self(rawValue: "STOPPED") }
        /// The run succeeded.
        public static var succeeded: Self { Self(rawValue: "SUCCEEDED") }
        /// The run failed.
        public static var failed: Self { Self(rawValue: "FAILED") }
        /// The run took too long.
        public static var timeout: Self { Self(rawValue: "TIMEOUT") }
        /// The run could not be carried out.
        public static var error: Self { Self(rawValue: "ERROR") }
    }

    /// After how long Glue says that a run goes on.
    public struct NotificationCondition: Codable, Hashable, Sendable {
        /// The minutes after which it does.
        ///
        /// `nil` if Glue does not say.
        public var notifyDelayAfter: Double?

        /// Creates a condition.
        ///
        /// Parameters match the properties of the same name.
        public init(notifyDelayAfter: Double? = nil) {
            self.notifyDelayAfter = notifyDelayAfter
        }

        enum CodingKeys: String, CodingKey {
            case notifyDelayAfter = "NotifyDelayAfter"
        }
    }
}
