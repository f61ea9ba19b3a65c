public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An execution of a pipeline that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html>
public struct CodePipelineExecutionStateChangeDetail: Codable, Hashable, Sendable {
    /// The name of the pipeline.
    public var pipeline: String

    /// The ID of the execution of the pipeline.
    public var executionID: String

    /// The state the execution is in now.
    public var state: CodePipelineState

    /// The version of the pipeline.
    ///
    /// `nil` if CodePipeline does not say.
    ///
    /// A number, which AWS writes `3`, `3.0` and `"3"`.
    public var version: ScalarValue?

    /// When the execution of the pipeline began.
    ///
    /// `nil` if CodePipeline does not say.
    public var startTime: Timestamp?

    /// Which attempt at the execution it is.
    ///
    /// `nil` if CodePipeline does not say.
    ///
    /// A number, which AWS writes `1`, `1.0` and `"1"`.
    public var pipelineExecutionAttempt: ScalarValue?

    /// What started the execution.
    ///
    /// `nil` except when it starts.
    public var executionTrigger: Trigger?

    /// What was said about stopping.
    ///
    /// `nil` unless the execution was stopped with a comment.
    public var stopExecutionComments: String?

    /// How executions of the pipeline make way for each other, such as `SUPERSEDED`.
    ///
    /// `nil` if CodePipeline does not say.
    public var executionMode: String?

    /// Whether the execution is a `STANDARD` one or a `ROLLBACK`.
    ///
    /// `nil` if CodePipeline does not say.
    public var executionType: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        pipeline: String,
        executionID: String,
        state: CodePipelineState,
        version: ScalarValue? = nil,
        startTime: Timestamp? = nil,
        pipelineExecutionAttempt: ScalarValue? = nil,
        executionTrigger: Trigger? = nil,
        stopExecutionComments: String? = nil,
        executionMode: String? = nil,
        executionType: String? = nil
    ) {
        self.pipeline = pipeline
        self.executionID = executionID
        self.state = state
        self.version = version
        self.startTime = startTime
        self.pipelineExecutionAttempt = pipelineExecutionAttempt
        self.executionTrigger = executionTrigger
        self.stopExecutionComments = stopExecutionComments
        self.executionMode = executionMode
        self.executionType = executionType
    }

    enum CodingKeys: String, CodingKey {
        case pipeline
        case executionID = "execution-id"
        case state
        case version
        case startTime = "start-time"
        case pipelineExecutionAttempt = "pipeline-execution-attempt"
        case executionTrigger = "execution-trigger"
        case stopExecutionComments = "stop-execution-comments"
        case executionMode = "execution-mode"
        case executionType = "execution-type"
    }
}

extension CodePipelineExecutionStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codePipeline] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.codePipelineExecutionStateChange] }
}

extension CodePipelineExecutionStateChangeDetail {
    /// What started an execution.
    public struct Trigger: Codable, Hashable, Sendable {
        /// The kind of trigger, such as `StartPipelineExecution` or `Webhook`.
        ///
        /// `nil` if CodePipeline does not say.
        public var triggerType: String?

        /// Who or what it was, such as an ARN.
        ///
        /// `nil` if CodePipeline does not say.
        public var triggerDetail: String?

        /// The address of the author of the commit.
        ///
        /// `nil` unless a commit started the execution.
        public var authorEmail: String?

        /// The name of the author of the commit.
        ///
        /// `nil` unless a commit started the execution.
        public var authorDisplayName: String?

        /// The ID of the author of the commit.
        ///
        /// `nil` unless a commit started the execution.
        public var authorID: String?

        /// When the commit was made.
        ///
        /// `nil` unless a commit started the execution.
        ///
        /// As the provider of the source writes it.
        public var authorDate: String?

        /// The commit.
        ///
        /// `nil` unless a commit started the execution.
        public var commitID: String?

        /// What the commit says.
        ///
        /// `nil` unless a commit started the execution.
        public var commitMessage: String?

        /// The first line of what the commit says.
        ///
        /// `nil` unless a commit started the execution.
        public var commitMessageOnly: String?

        /// The branch.
        ///
        /// `nil` unless a commit started the execution.
        public var branchName: String?

        /// The repository, such as `example/orders`.
        ///
        /// `nil` unless a commit started the execution.
        public var fullRepositoryName: String?

        /// Where the repository is, such as `GitHub`.
        ///
        /// `nil` unless a commit started the execution.
        public var providerType: String?

        /// The ARN of the connection to the repository.
        ///
        /// `nil` unless a commit started the execution.
        public var connectionARN: String?

        /// Creates a trigger.
        ///
        /// Parameters match the properties of the same name.
        public init(
            triggerType: String? = nil,
            triggerDetail: String? = nil,
            authorEmail: String? = nil,
            authorDisplayName: String? = nil,
            authorID: String? = nil,
            authorDate: String? = nil,
            commitID: String? = nil,
            commitMessage: String? = nil,
            commitMessageOnly: String? = nil,
            branchName: String? = nil,
            fullRepositoryName: String? = nil,
            providerType: String? = nil,
            connectionARN: String? = nil
        ) {
            self.triggerType = triggerType
            self.triggerDetail = triggerDetail
            self.authorEmail = authorEmail
            self.authorDisplayName = authorDisplayName
            self.authorID = authorID
            self.authorDate = authorDate
            self.commitID = commitID
            self.commitMessage = commitMessage
            self.commitMessageOnly = commitMessageOnly
            self.branchName = branchName
            self.fullRepositoryName = fullRepositoryName
            self.providerType = providerType
            self.connectionARN = connectionARN
        }

        enum CodingKeys: String, CodingKey {
            case triggerType = "trigger-type"
            case triggerDetail = "trigger-detail"
            case authorEmail = "author-email"
            case authorDisplayName = "author-display-name"
            case authorID = "author-id"
            case authorDate = "author-date"
            case commitID = "commit-id"
            case commitMessage = "commit-message"
            case commitMessageOnly = "commit-message-only"
            case branchName = "branch-name"
            case fullRepositoryName = "full-repository-name"
            case providerType = "provider-type"
            case connectionARN = "connection-arn"
        }
    }
}
