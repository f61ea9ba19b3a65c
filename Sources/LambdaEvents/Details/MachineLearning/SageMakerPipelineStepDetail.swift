public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// A step of a pipeline of SageMaker that went into another state.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html>
public struct SageMakerPipelineStepDetail: Codable, Hashable, Sendable {
    /// What the step runs, such as the ARN of a job.
    ///
    /// `nil` if SageMaker does not say.
    public var metadata: JSONValue?

    /// When the step began.
    ///
    /// `nil` in handwritten events.
    public var stepStartTime: Timestamp?

    /// When the step ended.
    ///
    /// `nil` if it has not.
    public var stepEndTime: Timestamp?

    /// The name of the step.
    public var stepName: String

    /// What the step does, such as `Training`.
    ///
    /// `nil` in handwritten events.
    public var stepType: String?

    /// The state before.
    ///
    /// `nil` if the step just began.
    public var previousStepStatus: String?

    /// The state now: `Starting`, `Executing`, `Stopping`, `Stopped`, `Failed` or `Succeeded`.
    public var currentStepStatus: String

    /// Why the step failed.
    ///
    /// `nil` if it did not.
    public var failureReason: String?

    /// The execution whose result is used again.
    ///
    /// `nil` if the step runs.
    public var cacheHitResult: JSONValue?

    /// The ARN of the pipeline.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `pipelineArn`.
    public var pipelineARN: String?

    /// The ARN of the execution.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `pipelineExecutionArn`.
    public var pipelineExecutionARN: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        metadata: JSONValue? = nil,
        stepStartTime: Timestamp? = nil,
        stepEndTime: Timestamp? = nil,
        stepName: String,
        stepType: String? = nil,
        previousStepStatus: String? = nil,
        currentStepStatus: String,
        failureReason: String? = nil,
        cacheHitResult: JSONValue? = nil,
        pipelineARN: String? = nil,
        pipelineExecutionARN: String? = nil
    ) {
        self.metadata = metadata
        self.stepStartTime = stepStartTime
        self.stepEndTime = stepEndTime
        self.stepName = stepName
        self.stepType = stepType
        self.previousStepStatus = previousStepStatus
        self.currentStepStatus = currentStepStatus
        self.failureReason = failureReason
        self.cacheHitResult = cacheHitResult
        self.pipelineARN = pipelineARN
        self.pipelineExecutionARN = pipelineExecutionARN
    }

    enum CodingKeys: String, CodingKey {
        case metadata
        case stepStartTime
        case stepEndTime
        case stepName
        case stepType
        case previousStepStatus
        case currentStepStatus
        case failureReason
        case cacheHitResult
        case pipelineARN = "pipelineArn"
        case pipelineExecutionARN = "pipelineExecutionArn"
    }
}

extension SageMakerPipelineStepDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.sageMaker] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.sageMakerPipelineStepStatusChange] }
}
