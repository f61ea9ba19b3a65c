public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An execution of a pipeline of SageMaker that went into another state.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html>
public struct SageMakerPipelineExecutionDetail: Codable, Hashable, Sendable {
    /// The name of the execution.
    ///
    /// `nil` if it has none.
    public var pipelineExecutionDisplayName: String?

    /// The state now: `Executing`, `Stopping`, `Stopped`, `Failed` or `Succeeded`.
    public var currentPipelineExecutionStatus: String

    /// The state before.
    ///
    /// `nil` if the execution just began.
    public var previousPipelineExecutionStatus: String?

    /// When the execution began.
    ///
    /// `nil` in handwritten events.
    public var executionStartTime: Timestamp?

    /// When the execution ended.
    ///
    /// `nil` if it has not.
    public var executionEndTime: Timestamp?

    /// What the execution is for, in the words of who began it.
    ///
    /// `nil` if they said nothing.
    public var pipelineExecutionDescription: String?

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
        pipelineExecutionDisplayName: String? = nil,
        currentPipelineExecutionStatus: String,
        previousPipelineExecutionStatus: String? = nil,
        executionStartTime: Timestamp? = nil,
        executionEndTime: Timestamp? = nil,
        pipelineExecutionDescription: String? = nil,
        pipelineARN: String? = nil,
        pipelineExecutionARN: String? = nil
    ) {
        self.pipelineExecutionDisplayName = pipelineExecutionDisplayName
        self.currentPipelineExecutionStatus = currentPipelineExecutionStatus
        self.previousPipelineExecutionStatus = previousPipelineExecutionStatus
        self.executionStartTime = executionStartTime
        self.executionEndTime = executionEndTime
        self.pipelineExecutionDescription = pipelineExecutionDescription
        self.pipelineARN = pipelineARN
        self.pipelineExecutionARN = pipelineExecutionARN
    }

    enum CodingKeys: String, CodingKey {
        case pipelineExecutionDisplayName
        case currentPipelineExecutionStatus
        case previousPipelineExecutionStatus
        case executionStartTime
        case executionEndTime
        case pipelineExecutionDescription
        case pipelineARN = "pipelineArn"
        case pipelineExecutionARN = "pipelineExecutionArn"
    }
}

extension SageMakerPipelineExecutionDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.sageMaker] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.sageMakerPipelineExecutionStatusChange]
    }
}
