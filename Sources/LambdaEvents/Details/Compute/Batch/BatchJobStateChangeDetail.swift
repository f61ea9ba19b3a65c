public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// A Batch job that changed its state, or that blocks its queue.
///
/// The detail resembles the `JobDetail` of the Batch API.
///
/// AWS documentation: <https://docs.aws.amazon.com/batch/latest/userguide/batch_job_events.html>
public struct BatchJobStateChangeDetail: Codable, Hashable, Sendable {
    /// The ID of the job.
    public var jobID: String

    /// The name of the job.
    public var jobName: String

    /// The state the job is in now.
    public var status: Status

    /// The ARN of the queue of the job.
    ///
    /// `nil` if Batch does not say.
    public var jobQueue: String?

    /// The ARN of the job.
    ///
    /// `nil` if Batch does not say.
    public var jobARN: String?

    /// The ARN of the job definition, with its revision.
    ///
    /// `nil` if Batch does not say.
    public var jobDefinition: String?

    /// Why the job is in its state, or why it blocks its queue.
    ///
    /// `nil` if there is no reason to give.
    public var statusReason: String?

    /// When the job was submitted.
    ///
    /// `nil` if Batch does not say.
    ///
    /// Milliseconds since 1970.
    public var createdAt: Timestamp?

    /// When the job began to run.
    ///
    /// `nil` before that.
    ///
    /// Milliseconds since 1970.
    public var startedAt: Timestamp?

    /// When the job ended.
    ///
    /// `nil` before that.
    ///
    /// Milliseconds since 1970.
    public var stoppedAt: Timestamp?

    /// The attempts to run the job that have ended.
    ///
    /// Empty if there are none.
    public var attempts: [Attempt]

    /// How often the job is tried.
    ///
    /// `nil` if Batch does not say.
    public var retryStrategy: RetryStrategy?

    /// How long an attempt may take.
    ///
    /// `nil` if there is no limit.
    public var timeout: Timeout?

    /// The jobs that must end first.
    ///
    /// Empty if there are none.
    public var dependsOn: [JobDependency]

    /// The values for the placeholders of the job definition.
    ///
    /// Empty if there are none.
    public var parameters: [String: String]

    /// The container of the job.
    ///
    /// `nil` for jobs of several nodes, and of EKS.
    public var container: Container?

    /// What makes the job an array of jobs, or one of them.
    ///
    /// `nil` for other jobs.
    public var arrayProperties: ArrayProperties?

    /// The share the job is scheduled by.
    ///
    /// `nil` if the queue has no shares.
    public var shareIdentifier: String?

    /// The priority of the job within its share.
    ///
    /// `nil` if the queue has no shares.
    public var schedulingPriority: Int?

    /// Whether the ECS task gets the tags of the job.
    ///
    /// `nil` if Batch does not say.
    public var propagateTags: Bool?

    /// What the job can run on: `EC2` or `FARGATE`.
    ///
    /// Empty if the job definition does not say.
    public var platformCapabilities: [String]

    /// The tags of the job.
    ///
    /// Empty if there are none.
    public var tags: [String: String]

    /// Whether someone cancelled the job.
    ///
    /// `nil` if Batch does not say.
    public var isCancelled: Bool?

    /// Whether someone terminated the job.
    ///
    /// `nil` if Batch does not say.
    public var isTerminated: Bool?

    /// What makes the job one of several nodes, as Batch sends it.
    ///
    /// `nil` if there is none.
    public var nodeProperties: JSONValue?

    /// Which node the job is, as Batch sends it.
    ///
    /// `nil` if there is none.
    public var nodeDetails: JSONValue?

    /// The pod of the job, as Batch sends it.
    ///
    /// `nil` if there is none.
    public var eksProperties: JSONValue?

    /// The attempts to run the pod, as Batch sends it.
    ///
    /// `nil` if there is none.
    public var eksAttempts: JSONValue?

    /// The ECS task of the job, as Batch sends it.
    ///
    /// `nil` if there is none.
    public var ecsProperties: JSONValue?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        jobID: String,
        jobName: String,
        status: Status,
        jobQueue: String? = nil,
        jobARN: String? = nil,
        jobDefinition: String? = nil,
        statusReason: String? = nil,
        createdAt: Timestamp? = nil,
        startedAt: Timestamp? = nil,
        stoppedAt: Timestamp? = nil,
        attempts: [Attempt] = [],
        retryStrategy: RetryStrategy? = nil,
        timeout: Timeout? = nil,
        dependsOn: [JobDependency] = [],
        parameters: [String: String] = [:],
        container: Container? = nil,
        arrayProperties: ArrayProperties? = nil,
        shareIdentifier: String? = nil,
        schedulingPriority: Int? = nil,
        propagateTags: Bool? = nil,
        platformCapabilities: [String] = [],
        tags: [String: String] = [:],
        isCancelled: Bool? = nil,
        isTerminated: Bool? = nil,
        nodeProperties: JSONValue? = nil,
        nodeDetails: JSONValue? = nil,
        eksProperties: JSONValue? = nil,
        eksAttempts: JSONValue? = nil,
        ecsProperties: JSONValue? = nil
    ) {
        self.jobID = jobID
        self.jobName = jobName
        self.status = status
        self.jobQueue = jobQueue
        self.jobARN = jobARN
        self.jobDefinition = jobDefinition
        self.statusReason = statusReason
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.stoppedAt = stoppedAt
        self.attempts = attempts
        self.retryStrategy = retryStrategy
        self.timeout = timeout
        self.dependsOn = dependsOn
        self.parameters = parameters
        self.container = container
        self.arrayProperties = arrayProperties
        self.shareIdentifier = shareIdentifier
        self.schedulingPriority = schedulingPriority
        self.propagateTags = propagateTags
        self.platformCapabilities = platformCapabilities
        self.tags = tags
        self.isCancelled = isCancelled
        self.isTerminated = isTerminated
        self.nodeProperties = nodeProperties
        self.nodeDetails = nodeDetails
        self.eksProperties = eksProperties
        self.eksAttempts = eksAttempts
        self.ecsProperties = ecsProperties
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case jobID = "jobId"
        case jobName
        case status
        case jobQueue
        case jobARN = "jobArn"
        case jobDefinition
        case statusReason
        case createdAt
        case startedAt
        case stoppedAt
        case attempts
        case retryStrategy
        case timeout
        case dependsOn
        case parameters
        case container
        case arrayProperties
        case shareIdentifier
        case schedulingPriority
        case propagateTags
        case platformCapabilities
        case tags
        case isCancelled
        case isTerminated
        case nodeProperties
        case nodeDetails
        case eksProperties
        case eksAttempts
        case ecsProperties
    }
}

extension BatchJobStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.batch] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.batchJobStateChange, .batchJobQueueBlocked]
    }
}

extension BatchJobStateChangeDetail {
    /// A state of a job.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/batch/latest/userguide/job_states.html>
    public struct Status: OpenValue {
        /// The text Batch uses for the state.
        public let rawValue: String

        /// Creates a state from the text Batch uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The job was submitted; its dependencies are not known to be met yet.
        public static var submitted: Self { Self(rawValue: "SUBMITTED") }
        /// The job waits for other jobs.
        public static var pending: Self { Self(rawValue: "PENDING") }
        /// The job waits for capacity.
        public static var runnable: Self { Self(rawValue: "RUNNABLE") }
        /// The container of the job is being started.
        public static var starting: Self { Self(rawValue: "STARTING") }
        /// The job runs.
        public static var running: Self { Self(rawValue: "RUNNING") }
        /// The job exited with 0.
        public static var succeeded: Self { Self(rawValue: "SUCCEEDED") }
        /// All attempts have failed.
        public static var failed: Self { Self(rawValue: "FAILED") }
    }
}
