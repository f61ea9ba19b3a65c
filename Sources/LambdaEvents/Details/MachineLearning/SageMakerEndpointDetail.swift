public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// An endpoint of SageMaker that went into another state, or is being deployed to.
///
/// The time is written as ISO 8601 text, as a number, or as a number in a string; a `Timestamp`
/// reads each.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html>
public struct SageMakerEndpointDetail: Codable, Hashable, Sendable {
    /// The name of the endpoint.
    ///
    /// JSON key: `EndpointName`.
    public var endpointName: String

    /// The ARN of the endpoint.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `EndpointArn`.
    public var endpointARN: String?

    /// The name of its configuration.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `EndpointConfigName`.
    public var endpointConfigName: String?

    /// The models it serves.
    ///
    /// Empty if there are none.
    ///
    /// JSON key: `ProductionVariants`.
    public var productionVariants: [JSONValue]

    /// The state of the endpoint, such as `IN_SERVICE`.
    ///
    /// JSON key: `EndpointStatus`.
    public var endpointStatus: String

    /// Why the endpoint failed.
    ///
    /// `nil` if it did not.
    ///
    /// JSON key: `FailureReason`.
    public var failureReason: String?

    /// When the endpoint was created.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `CreationTime`.
    public var creationTime: Timestamp?

    /// When the state changed.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `LastModifiedTime`.
    public var lastModifiedTime: Timestamp?

    /// What is being deployed.
    ///
    /// `nil` if nothing is.
    ///
    /// JSON key: `PendingDeploymentSummary`.
    public var pendingDeploymentSummary: JSONValue?

    /// The tags of the endpoint.
    ///
    /// `nil` if SageMaker does not say.
    ///
    /// JSON key: `Tags`.
    public var tags: JSONValue?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        endpointName: String,
        endpointARN: String? = nil,
        endpointConfigName: String? = nil,
        productionVariants: [JSONValue] = [],
        endpointStatus: String,
        failureReason: String? = nil,
        creationTime: Timestamp? = nil,
        lastModifiedTime: Timestamp? = nil,
        pendingDeploymentSummary: JSONValue? = nil,
        tags: JSONValue? = nil
    ) {
        self.endpointName = endpointName
        self.endpointARN = endpointARN
        self.endpointConfigName = endpointConfigName
        self.productionVariants = productionVariants
        self.endpointStatus = endpointStatus
        self.failureReason = failureReason
        self.creationTime = creationTime
        self.lastModifiedTime = lastModifiedTime
        self.pendingDeploymentSummary = pendingDeploymentSummary
        self.tags = tags
    }

    enum CodingKeys: String, CodingKey {
        case endpointName = "EndpointName"
        case endpointARN = "EndpointArn"
        case endpointConfigName = "EndpointConfigName"
        case productionVariants = "ProductionVariants"
        case endpointStatus = "EndpointStatus"
        case failureReason = "FailureReason"
        case creationTime = "CreationTime"
        case lastModifiedTime = "LastModifiedTime"
        case pendingDeploymentSummary = "PendingDeploymentSummary"
        case tags = "Tags"
    }
}

extension SageMakerEndpointDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.sageMaker] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.sageMakerEndpointStateChange, .sageMakerEndpointDeploymentStateChange]
    }
}
