public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// A stage of a pipeline that changed its state.
///
/// AWS documentation: <https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html>
public struct CodePipelineStageExecutionStateChangeDetail: Codable, Hashable, Sendable {
    /// The name of the pipeline.
    public var pipeline: String

    /// The ID of the execution of the pipeline.
    public var executionID: String

    /// The name of the stage.
    ///
    /// `nil` if CodePipeline does not say.
    public var stage: String?

    /// The state the stage is in now.
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

    /// When the stage was last tried again.
    ///
    /// `nil` unless it is tried again.
    public var stageLastRetryAttemptTime: Timestamp?

    /// What the sources brought, as CodePipeline sends it.
    ///
    /// `nil` if it sends nothing.
    public var sourceActions: JSONValue?

    /// How many actions failed.
    ///
    /// `nil` unless the stage failed.
    public var failedActionCount: ScalarValue?

    /// The actions that failed, as CodePipeline sends them.
    ///
    /// `nil` unless the stage failed.
    public var failedActions: JSONValue?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        pipeline: String,
        executionID: String,
        stage: String? = nil,
        state: CodePipelineState,
        version: ScalarValue? = nil,
        startTime: Timestamp? = nil,
        pipelineExecutionAttempt: ScalarValue? = nil,
        stageLastRetryAttemptTime: Timestamp? = nil,
        sourceActions: JSONValue? = nil,
        failedActionCount: ScalarValue? = nil,
        failedActions: JSONValue? = nil
    ) {
        self.pipeline = pipeline
        self.executionID = executionID
        self.stage = stage
        self.state = state
        self.version = version
        self.startTime = startTime
        self.pipelineExecutionAttempt = pipelineExecutionAttempt
        self.stageLastRetryAttemptTime = stageLastRetryAttemptTime
        self.sourceActions = sourceActions
        self.failedActionCount = failedActionCount
        self.failedActions = failedActions
    }

    enum CodingKeys: String, CodingKey {
        case pipeline
        case executionID = "execution-id"
        case stage
        case state
        case version
        case startTime = "start-time"
        case pipelineExecutionAttempt = "pipeline-execution-attempt"
        case stageLastRetryAttemptTime = "stage-last-retry-attempt-time"
        case sourceActions = "source-actions"
        case failedActionCount = "failed-action-count"
        case failedActions = "failed-actions"
    }
}

extension CodePipelineStageExecutionStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codePipeline] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.codePipelineStageExecutionStateChange]
    }
}
