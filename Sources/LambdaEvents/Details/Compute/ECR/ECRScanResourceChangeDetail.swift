public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// Repositories that enhanced scanning looks at more or less often.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html>
public struct ECRScanResourceChangeDetail: Codable, Hashable, Sendable {
    /// What changed.
    public var actionType: ECRActionType

    /// The repositories.
    ///
    /// Empty if there are none.
    public var repositories: [Repository]

    /// What the event is about: `REPOSITORY`.
    ///
    /// `nil` if ECR does not say.
    public var resourceType: String?

    /// The kind of scanning: `ENHANCED`.
    ///
    /// `nil` if ECR does not say.
    public var scanType: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        actionType: ECRActionType,
        repositories: [Repository] = [],
        resourceType: String? = nil,
        scanType: String? = nil
    ) {
        self.actionType = actionType
        self.repositories = repositories
        self.resourceType = resourceType
        self.scanType = scanType
    }

    enum CodingKeys: String, CodingKey {
        case actionType = "action-type"
        case repositories
        case resourceType = "resource-type"
        case scanType = "scan-type"
    }
}

extension ECRScanResourceChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecrScanResourceChange] }
}

extension ECRScanResourceChangeDetail {
    /// A repository whose scanning changed.
    public struct Repository: Codable, Hashable, Sendable {
        /// The name of the repository.
        ///
        /// `nil` if ECR does not say.
        public var name: String?

        /// The ARN of the repository.
        ///
        /// `nil` if ECR does not say.
        public var arn: String?

        /// How often images are scanned now.
        ///
        /// `nil` if ECR does not say.
        public var scanFrequency: ScanFrequency?

        /// How often images were scanned before.
        ///
        /// `nil` if ECR does not say.
        public var previousScanFrequency: ScanFrequency?

        /// Creates a repository.
        ///
        /// Parameters match the properties of the same name.
        public init(
            name: String? = nil,
            arn: String? = nil,
            scanFrequency: ScanFrequency? = nil,
            previousScanFrequency: ScanFrequency? = nil
        ) {
            self.name = name
            self.arn = arn
            self.scanFrequency = scanFrequency
            self.previousScanFrequency = previousScanFrequency
        }

        enum CodingKeys: String, CodingKey {
            case name = "repository-name"
            case arn = "repository-arn"
            case scanFrequency = "scan-frequency"
            case previousScanFrequency = "previous-scan-frequency"
        }
    }

    /// How often the images of a repository are scanned.
    public struct ScanFrequency: OpenValue {
        /// The text ECR uses for the frequency.
        public let rawValue: String

        /// Creates a frequency from the text ECR uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// When they are pushed.
        public static var scanOnPush: Self { Self(rawValue: "SCAN_ON_PUSH") }
        /// When they are pushed, and whenever a new vulnerability is known.
        public static var continuousScan: Self { Self(rawValue: "CONTINUOUS_SCAN") }
        /// When someone asks for it.
        public static var manual: Self { Self(rawValue: "MANUAL") }
    }
}
