public import LambdaEventBridgeEvents
import LambdaEventsCoding

/// An image that ECR fetched from another registry, or failed to.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html>
public struct ECRPullThroughCacheActionDetail: Codable, Hashable, Sendable {
    /// The name of the repository that caches the image.
    ///
    /// `nil` if ECR does not say.
    public var repositoryName: String?

    /// Whether the image was fetched.
    public var syncStatus: ECRResult

    /// The prefix of the names of the repositories of the rule.
    ///
    /// `nil` if ECR does not say.
    public var ecrRepositoryPrefix: String?

    /// The registry the image comes from.
    ///
    /// `nil` if ECR does not say.
    public var upstreamRegistryURL: String?

    /// The tag of the image.
    ///
    /// `nil` if it was pulled by its digest.
    public var imageTag: String?

    /// The digest of the image.
    ///
    /// `nil` if ECR does not say.
    public var imageDigest: String?

    /// The kind of failure.
    ///
    /// `nil` unless fetching failed.
    public var failureCode: String?

    /// Why fetching failed.
    ///
    /// `nil` unless it failed.
    public var failureReason: String?

    /// The version of the rule.
    ///
    /// `nil` if ECR does not say.
    public var ruleVersion: String?

    /// Creates an action.
    ///
    /// Parameters match the properties of the same name.
    public init(
        repositoryName: String? = nil,
        syncStatus: ECRResult,
        ecrRepositoryPrefix: String? = nil,
        upstreamRegistryURL: String? = nil,
        imageTag: String? = nil,
        imageDigest: String? = nil,
        failureCode: String? = nil,
        failureReason: String? = nil,
        ruleVersion: String? = nil
    ) {
        self.repositoryName = repositoryName
        self.syncStatus = syncStatus
        self.ecrRepositoryPrefix = ecrRepositoryPrefix
        self.upstreamRegistryURL = upstreamRegistryURL
        self.imageTag = imageTag
        self.imageDigest = imageDigest
        self.failureCode = failureCode
        self.failureReason = failureReason
        self.ruleVersion = ruleVersion
    }

    enum CodingKeys: String, CodingKey {
        case repositoryName = "repository-name"
        case syncStatus = "sync-status"
        case ecrRepositoryPrefix = "ecr-repository-prefix"
        case upstreamRegistryURL = "upstream-registry-url"
        case imageTag = "image-tag"
        case imageDigest = "image-digest"
        case failureCode = "failure-code"
        case failureReason = "failure-reason"
        case ruleVersion = "rule-version"
    }
}

extension ECRPullThroughCacheActionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecrPullThroughCacheAction] }
}
