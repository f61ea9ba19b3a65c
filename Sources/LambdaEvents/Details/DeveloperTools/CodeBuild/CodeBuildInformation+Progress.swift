import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

extension CodeBuildInformation {
    /// Where the log of a build is.
    public struct Logs: Codable, Hashable, Sendable {
        /// The log group.
        ///
        /// `nil` if the log is not in CloudWatch, and before it is there.
        public var groupName: String?

        /// The log stream.
        ///
        /// `nil` if the log is not in CloudWatch, and before it is there.
        public var streamName: String?

        /// The log in the console.
        ///
        /// `nil` if CodeBuild does not say.
        public var deepLink: String?

        /// The log in the console of S3.
        ///
        /// `nil` if the log is not in S3.
        public var s3DeepLink: String?

        /// The ARN of the object.
        ///
        /// `nil` if the log is not in S3.
        public var s3LogsARN: String?

        /// The ARN of the log stream.
        ///
        /// `nil` if CodeBuild does not say.
        public var cloudWatchLogsARN: String?

        /// What was configured of CloudWatch, as CodeBuild sends it.
        ///
        /// `nil` if there is none.
        public var cloudWatchLogs: JSONValue?

        /// What was configured of S3, as CodeBuild sends it.
        ///
        /// `nil` if there is none.
        public var s3Logs: JSONValue?

        /// Creates the logs.
        ///
        /// Parameters match the properties of the same name.
        public init(
            groupName: String? = nil,
            streamName: String? = nil,
            deepLink: String? = nil,
            s3DeepLink: String? = nil,
            s3LogsARN: String? = nil,
            cloudWatchLogsARN: String? = nil,
            cloudWatchLogs: JSONValue? = nil,
            s3Logs: JSONValue? = nil
        ) {
            self.groupName = groupName
            self.streamName = streamName
            self.deepLink = deepLink
            self.s3DeepLink = s3DeepLink
            self.s3LogsARN = s3LogsARN
            self.cloudWatchLogsARN = cloudWatchLogsARN
            self.cloudWatchLogs = cloudWatchLogs
            self.s3Logs = s3Logs
        }

        enum CodingKeys: String, CodingKey {
            case groupName = "group-name"
            case streamName = "stream-name"
            case deepLink = "deep-link"
            case s3DeepLink = "s3-deep-link"
            case s3LogsARN = "s3-logs-arn"
            case cloudWatchLogsARN = "cloud-watch-logs-arn"
            case cloudWatchLogs = "cloud-watch-logs"
            case s3Logs = "s3-logs"
        }
    }

    /// A phase of a build.
    public struct Phase: Codable, Hashable, Sendable {
        /// Which phase it is.
        public var type: CodeBuildPhase

        /// How the phase ended.
        ///
        /// `nil` until it has, and for ``CodeBuildPhase/completed``.
        public var status: CodeBuildStatus?

        /// What the phase has to say, such as an error.
        ///
        /// `nil` until it has ended, and for ``CodeBuildPhase/completed``.
        public var context: [String]?

        /// When the phase began.
        ///
        /// `nil` if CodeBuild does not say.
        ///
        /// In words, such as `Sep 1, 2017 4:12:29 PM`, in UTC.
        ///
        /// Use ``startTimestamp`` for the instant.
        public var startTime: String?

        /// When the phase ended.
        ///
        /// `nil` until it has, and for ``CodeBuildPhase/completed``.
        ///
        /// In words, such as `Sep 1, 2017 4:12:29 PM`, in UTC.
        ///
        /// Use ``endTimestamp`` for the instant.
        public var endTime: String?

        /// How long the phase took.
        ///
        /// `nil` until it has ended, and for ``CodeBuildPhase/completed``.
        public var durationInSeconds: Double?

        /// Creates a phase.
        ///
        /// Parameters match the properties of the same name.
        public init(
            type: CodeBuildPhase,
            status: CodeBuildStatus? = nil,
            context: [String]? = nil,
            startTime: String? = nil,
            endTime: String? = nil,
            durationInSeconds: Double? = nil
        ) {
            self.type = type
            self.status = status
            self.context = context
            self.startTime = startTime
            self.endTime = endTime
            self.durationInSeconds = durationInSeconds
        }

        enum CodingKeys: String, CodingKey {
            case type = "phase-type"
            case status = "phase-status"
            case context = "phase-context"
            case startTime = "start-time"
            case endTime = "end-time"
            case durationInSeconds = "duration-in-seconds"
        }

        /// When the phase began.
        ///
        /// `nil` if CodeBuild does not say, or in other words than it uses to.
        public var startTimestamp: Timestamp? { startTime.flatMap(DateInWords.timestamp(of:)) }

        /// When the phase ended.
        ///
        /// `nil` until it has, or if CodeBuild uses other words than it uses to.
        public var endTimestamp: Timestamp? { endTime.flatMap(DateInWords.timestamp(of:)) }
    }
}
