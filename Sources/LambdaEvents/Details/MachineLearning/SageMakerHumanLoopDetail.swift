public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A review by people, in Amazon Augmented AI, that ended.
///
/// AWS documentation: <https://docs.aws.amazon.com/sagemaker/latest/dg/a2i-cloudwatch-events.html>
public struct SageMakerHumanLoopDetail: Codable, Hashable, Sendable {
    /// When the review began.
    ///
    /// `nil` in handwritten events.
    public var creationTime: Timestamp?

    /// Why the review failed.
    ///
    /// `nil` if it did not.
    public var failureCode: String?

    /// Why the review failed, for people to read.
    ///
    /// `nil` if it did not.
    public var failureReason: String?

    /// The ARN of the workflow.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `flowDefinitionArn`.
    public var flowDefinitionARN: String?

    /// The ARN of the review.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `humanLoopArn`.
    public var humanLoopARN: String?

    /// The name of the review.
    public var humanLoopName: String

    /// Where the result is.
    ///
    /// `nil` if the review failed.
    public var humanLoopOutput: Output?

    /// What became of the review: `Completed`, `Failed` or `Stopped`.
    public var humanLoopStatus: String

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        creationTime: Timestamp? = nil,
        failureCode: String? = nil,
        failureReason: String? = nil,
        flowDefinitionARN: String? = nil,
        humanLoopARN: String? = nil,
        humanLoopName: String,
        humanLoopOutput: Output? = nil,
        humanLoopStatus: String
    ) {
        self.creationTime = creationTime
        self.failureCode = failureCode
        self.failureReason = failureReason
        self.flowDefinitionARN = flowDefinitionARN
        self.humanLoopARN = humanLoopARN
        self.humanLoopName = humanLoopName
        self.humanLoopOutput = humanLoopOutput
        self.humanLoopStatus = humanLoopStatus
    }

    enum CodingKeys: String, CodingKey {
        case creationTime
        case failureCode
        case failureReason
        case flowDefinitionARN = "flowDefinitionArn"
        case humanLoopARN = "humanLoopArn"
        case humanLoopName
        case humanLoopOutput
        case humanLoopStatus
    }
}

extension SageMakerHumanLoopDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.sageMaker] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.sageMakerHumanLoopStatusChange] }
}
