import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension BatchJobStateChangeDetail {
    /// An attempt to run a job.
    public struct Attempt: Codable, Hashable, Sendable {
        /// When the attempt began.
        ///
        /// `nil` if Batch does not say.
        ///
        /// Milliseconds since 1970.
        public var startedAt: Timestamp?

        /// When the attempt ended.
        ///
        /// `nil` if Batch does not say.
        ///
        /// Milliseconds since 1970.
        public var stoppedAt: Timestamp?

        /// Why the attempt ended.
        ///
        /// `nil` if Batch does not say.
        public var statusReason: String?

        /// The container of the attempt.
        ///
        /// `nil` if Batch does not say.
        public var container: AttemptContainer?

        /// The ECS tasks of the attempt, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var taskProperties: JSONValue?

        /// Creates an attempt.
        ///
        /// Parameters match the properties of the same name.
        public init(
            startedAt: Timestamp? = nil,
            stoppedAt: Timestamp? = nil,
            statusReason: String? = nil,
            container: AttemptContainer? = nil,
            taskProperties: JSONValue? = nil
        ) {
            self.startedAt = startedAt
            self.stoppedAt = stoppedAt
            self.statusReason = statusReason
            self.container = container
            self.taskProperties = taskProperties
        }
    }

    /// The container of an attempt.
    public struct AttemptContainer: Codable, Hashable, Sendable {
        /// What the container exited with.
        ///
        /// `nil` if it never ran.
        public var exitCode: Int?

        /// What is to be said about the container.
        ///
        /// `nil` if nothing is.
        public var reason: String?

        /// The log stream of the container.
        ///
        /// `nil` if it never ran.
        public var logStreamName: String?

        /// The ARN of the ECS task.
        ///
        /// `nil` if there was none.
        public var taskARN: String?

        /// The ARN of the container instance.
        ///
        /// `nil` on Fargate.
        public var containerInstanceARN: String?

        /// The network interfaces of the container, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var networkInterfaces: JSONValue?

        /// Creates a container.
        ///
        /// Parameters match the properties of the same name.
        public init(
            exitCode: Int? = nil,
            reason: String? = nil,
            logStreamName: String? = nil,
            taskARN: String? = nil,
            containerInstanceARN: String? = nil,
            networkInterfaces: JSONValue? = nil
        ) {
            self.exitCode = exitCode
            self.reason = reason
            self.logStreamName = logStreamName
            self.taskARN = taskARN
            self.containerInstanceARN = containerInstanceARN
            self.networkInterfaces = networkInterfaces
        }

        enum CodingKeys: String, CodingKey {
            case exitCode
            case reason
            case logStreamName
            case taskARN = "taskArn"
            case containerInstanceARN = "containerInstanceArn"
            case networkInterfaces
        }
    }

    /// How often a job is tried.
    public struct RetryStrategy: Codable, Hashable, Sendable {
        /// The number of attempts.
        ///
        /// `nil` if Batch does not say.
        public var attempts: Int?

        /// Which ends are tried again, as Batch sends it.
        ///
        /// `nil` if there is none.
        public var evaluateOnExit: JSONValue?

        /// Creates a strategy.
        ///
        /// Parameters match the properties of the same name.
        public init(attempts: Int? = nil, evaluateOnExit: JSONValue? = nil) {
            self.attempts = attempts
            self.evaluateOnExit = evaluateOnExit
        }
    }

    /// How long an attempt may take.
    public struct Timeout: Codable, Hashable, Sendable {
        /// The seconds after which Batch ends an attempt.
        ///
        /// `nil` if Batch does not say.
        public var attemptDurationSeconds: Int?

        /// Creates a limit.
        ///
        /// Parameters match the properties of the same name.
        public init(attemptDurationSeconds: Int? = nil) {
            self.attemptDurationSeconds = attemptDurationSeconds
        }
    }

    /// A job that must end before another begins.
    public struct JobDependency: Codable, Hashable, Sendable {
        /// The ID of the job.
        ///
        /// `nil` for a dependency within an array of jobs.
        public var jobID: String?

        /// How jobs of arrays depend on each other: `N_TO_N` or `SEQUENTIAL`.
        ///
        /// `nil` for other jobs.
        public var type: String?

        /// Creates a dependency.
        ///
        /// Parameters match the properties of the same name.
        public init(jobID: String? = nil, type: String? = nil) {
            self.jobID = jobID
            self.type = type
        }

        enum CodingKeys: String, CodingKey {
            case jobID = "jobId"
            case type
        }
    }

    /// What makes a job an array of jobs, or one of them.
    public struct ArrayProperties: Codable, Hashable, Sendable {
        /// How many jobs the array has.
        ///
        /// `nil` for one of the jobs.
        public var size: Int?

        /// Which job of the array it is, from 0.
        ///
        /// `nil` for the array.
        public var index: Int?

        /// How many jobs of the array are in each state.
        ///
        /// Empty for one of the jobs.
        public var statusSummary: [String: Int]

        /// Creates the properties.
        ///
        /// Parameters match the properties of the same name.
        public init(size: Int? = nil, index: Int? = nil, statusSummary: [String: Int] = [:]) {
            self.size = size
            self.index = index
            self.statusSummary = statusSummary
        }
    }
}
