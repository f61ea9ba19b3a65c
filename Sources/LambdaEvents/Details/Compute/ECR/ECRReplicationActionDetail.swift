public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// An image that was copied to this registry from another region or account.
///
/// The event is sent in the region the image was copied to.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html>
public struct ECRReplicationActionDetail: Codable, Hashable, Sendable {
    /// The name of the repository.
    public var repositoryName: String

    /// Whether the image was copied.
    ///
    /// `nil` if ECR does not say.
    public var result: ECRResult?

    /// What was done: ``ECRActionType/replicate``.
    ///
    /// `nil` if ECR does not say.
    public var actionType: ECRActionType?

    /// The digest of the image.
    ///
    /// `nil` if ECR does not say.
    public var imageDigest: String?

    /// The tag of the image.
    ///
    /// `nil` if the image has none.
    public var imageTag: String?

    /// The account the image comes from.
    ///
    /// `nil` if ECR does not say.
    public var sourceAccount: String?

    /// The region the image comes from.
    ///
    /// `nil` if ECR does not say.
    public var sourceRegion: String?

    /// Creates an action.
    ///
    /// Parameters match the properties of the same name.
    public init(
        repositoryName: String,
        result: ECRResult? = nil,
        actionType: ECRActionType? = nil,
        imageDigest: String? = nil,
        imageTag: String? = nil,
        sourceAccount: String? = nil,
        sourceRegion: String? = nil
    ) {
        self.repositoryName = repositoryName
        self.result = result
        self.actionType = actionType
        self.imageDigest = imageDigest
        self.imageTag = imageTag
        self.sourceAccount = sourceAccount
        self.sourceRegion = sourceRegion
    }

    enum CodingKeys: String, CodingKey {
        case repositoryName = "repository-name"
        case result
        case actionType = "action-type"
        case imageDigest = "image-digest"
        case imageTag = "image-tag"
        case sourceAccount = "source-account"
        case sourceRegion = "source-region"
    }
}

extension ECRReplicationActionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecrReplicationAction] }
}
