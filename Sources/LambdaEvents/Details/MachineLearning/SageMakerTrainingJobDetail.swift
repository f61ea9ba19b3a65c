public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// A training job of SageMaker that went into another state.
///
/// The time is written as ISO 8601 text, as a number, or as a number in a string; a `Timestamp`
/// reads each.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html>
public struct SageMakerTrainingJobDetail: Codable, Hashable, Sendable {
    /// The name of the job.
    ///
    /// JSON key: `TrainingJobName`.
    public var trainingJobName: String

    /// The ARN of the job.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `TrainingJobArn`.
    public var trainingJobARN: String?

    /// The state of the job: `InProgress`, `Completed`, `Failed`, `Stopping` or `Stopped`.
    ///
    /// JSON key: `TrainingJobStatus`.
    public var trainingJobStatus: String

    /// What the job is doing, such as `Training`.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `SecondaryStatus`.
    public var secondaryStatus: String?

    /// Why the job failed.
    ///
    /// `nil` if it did not.
    ///
    /// JSON key: `FailureReason`.
    public var failureReason: String?

    /// Where the model is.
    ///
    /// `nil` until there is one.
    ///
    /// JSON key: `ModelArtifacts`.
    public var modelArtifacts: JSONValue?

    /// The parameters of the algorithm.
    ///
    /// Empty if there are none.
    ///
    /// JSON key: `HyperParameters`.
    public var hyperParameters: [String: String]

    /// The algorithm.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `AlgorithmSpecification`.
    public var algorithmSpecification: JSONValue?

    /// The ARN of the role of the job.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `RoleArn`.
    public var roleARN: String?

    /// Where the data is.
    ///
    /// `nil` if there is none.
    ///
    /// JSON key: `InputDataConfig`.
    public var inputDataConfig: JSONValue?

    /// Where the result goes.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `OutputDataConfig`.
    public var outputDataConfig: JSONValue?

    /// The machines of the job.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `ResourceConfig`.
    public var resourceConfig: JSONValue?

    /// The network of the job.
    ///
    /// `nil` if it has none of its own.
    ///
    /// JSON key: `VpcConfig`.
    public var vpcConfig: JSONValue?

    /// When the job is stopped.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `StoppingCondition`.
    public var stoppingCondition: JSONValue?

    /// When the job was created.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `CreationTime`.
    public var creationTime: Timestamp?

    /// When the training began.
    ///
    /// `nil` if it has not.
    ///
    /// JSON key: `TrainingStartTime`.
    public var trainingStartTime: Timestamp?

    /// When the training ended.
    ///
    /// `nil` if it has not.
    ///
    /// JSON key: `TrainingEndTime`.
    public var trainingEndTime: Timestamp?

    /// When the state changed.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `LastModifiedTime`.
    public var lastModifiedTime: Timestamp?

    /// What the job has done so far.
    ///
    /// Empty if SageMaker does not say.
    ///
    /// JSON key: `SecondaryStatusTransitions`.
    public var secondaryStatusTransitions: [JSONValue]

    /// The tags of the job.
    ///
    /// `nil` if SageMaker does not say.
    ///
    /// JSON key: `Tags`.
    public var tags: JSONValue?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        trainingJobName: String,
        trainingJobARN: String? = nil,
        trainingJobStatus: String,
        secondaryStatus: String? = nil,
        failureReason: String? = nil,
        modelArtifacts: JSONValue? = nil,
        hyperParameters: [String: String] = [:],
        algorithmSpecification: JSONValue? = nil,
        roleARN: String? = nil,
        inputDataConfig: JSONValue? = nil,
        outputDataConfig: JSONValue? = nil,
        resourceConfig: JSONValue? = nil,
        vpcConfig: JSONValue? = nil,
        stoppingCondition: JSONValue? = nil,
        creationTime: Timestamp? = nil,
        trainingStartTime: Timestamp? = nil,
        trainingEndTime: Timestamp? = nil,
        lastModifiedTime: Timestamp? = nil,
        secondaryStatusTransitions: [JSONValue] = [],
        tags: JSONValue? = nil
    ) {
        self.trainingJobName = trainingJobName
        self.trainingJobARN = trainingJobARN
        self.trainingJobStatus = trainingJobStatus
        self.secondaryStatus = secondaryStatus
        self.failureReason = failureReason
        self.modelArtifacts = modelArtifacts
        self.hyperParameters = hyperParameters
        self.algorithmSpecification = algorithmSpecification
        self.roleARN = roleARN
        self.inputDataConfig = inputDataConfig
        self.outputDataConfig = outputDataConfig
        self.resourceConfig = resourceConfig
        self.vpcConfig = vpcConfig
        self.stoppingCondition = stoppingCondition
        self.creationTime = creationTime
        self.trainingStartTime = trainingStartTime
        self.trainingEndTime = trainingEndTime
        self.lastModifiedTime = lastModifiedTime
        self.secondaryStatusTransitions = secondaryStatusTransitions
        self.tags = tags
    }

    enum CodingKeys: String, CodingKey {
        case trainingJobName = "TrainingJobName"
        case trainingJobARN = "TrainingJobArn"
        case trainingJobStatus = "TrainingJobStatus"
        case secondaryStatus = "SecondaryStatus"
        case failureReason = "FailureReason"
        case modelArtifacts = "ModelArtifacts"
        case hyperParameters = "HyperParameters"
        case algorithmSpecification = "AlgorithmSpecification"
        case roleARN = "RoleArn"
        case inputDataConfig = "InputDataConfig"
        case outputDataConfig = "OutputDataConfig"
        case resourceConfig = "ResourceConfig"
        case vpcConfig = "VpcConfig"
        case stoppingCondition = "StoppingCondition"
        case creationTime = "CreationTime"
        case trainingStartTime = "TrainingStartTime"
        case trainingEndTime = "TrainingEndTime"
        case lastModifiedTime = "LastModifiedTime"
        case secondaryStatusTransitions = "SecondaryStatusTransitions"
        case tags = "Tags"
    }
}

extension SageMakerTrainingJobDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.sageMaker] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.sageMakerTrainingJobStateChange] }
}
