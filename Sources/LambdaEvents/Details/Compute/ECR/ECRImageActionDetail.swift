public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An image, or an artifact that refers to one, that was pushed, deleted, archived or restored.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html>
public struct ECRImageActionDetail: Codable, Hashable, Sendable {
    /// The name of the repository.
    public var repositoryName: String

    /// What was done.
    public var actionType: ECRActionType

    /// What came of it.
    ///
    /// `nil` if ECR does not say.
    public var result: ECRResult?

    /// The digest of the image.
    ///
    /// `nil` if ECR does not say.
    public var imageDigest: String?

    /// The tag of the image.
    ///
    /// `nil` if the image was pushed or deleted without a tag.
    public var imageTag: String?

    /// The storage class the image is in now.
    ///
    /// `nil` unless it changed.
    public var targetStorageClass: StorageClass?

    /// The media type of the manifest.
    ///
    /// `nil` for pushes and deletions.
    public var manifestMediaType: String?

    /// The media type of the artifact.
    ///
    /// `nil` for pushes and deletions.
    public var artifactMediaType: String?

    /// When the image was last restored.
    ///
    /// `nil` unless it was restored.
    public var lastActivatedAt: Timestamp?

    /// Creates an action.
    ///
    /// Parameters match the properties of the same name.
    public init(
        repositoryName: String,
        actionType: ECRActionType,
        result: ECRResult? = nil,
        imageDigest: String? = nil,
        imageTag: String? = nil,
        targetStorageClass: StorageClass? = nil,
        manifestMediaType: String? = nil,
        artifactMediaType: String? = nil,
        lastActivatedAt: Timestamp? = nil
    ) {
        self.repositoryName = repositoryName
        self.actionType = actionType
        self.result = result
        self.imageDigest = imageDigest
        self.imageTag = imageTag
        self.targetStorageClass = targetStorageClass
        self.manifestMediaType = manifestMediaType
        self.artifactMediaType = artifactMediaType
        self.lastActivatedAt = lastActivatedAt
    }

    enum CodingKeys: String, CodingKey {
        case repositoryName = "repository-name"
        case actionType = "action-type"
        case result
        case imageDigest = "image-digest"
        case imageTag = "image-tag"
        case targetStorageClass = "target-storage-class"
        case manifestMediaType = "manifest-media-type"
        case artifactMediaType = "artifact-media-type"
        case lastActivatedAt = "last-activated-at"
    }
}

extension ECRImageActionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.ecrImageAction, .ecrReferrerAction]
    }
}

extension ECRImageActionDetail {
    /// A storage class of ECR.
    public struct StorageClass: OpenValue {
        /// The text ECR uses for the storage class.
        public let rawValue: String

        /// Creates a storage class from the text ECR uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The image can be pulled.
        public static var standard: Self { Self(rawValue: "STANDARD") }
        /// The image is archived.
        public static var archive: Self { Self(rawValue: "ARCHIVE") }
    }
}
