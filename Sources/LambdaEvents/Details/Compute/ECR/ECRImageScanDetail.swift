public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An image that basic scanning has looked at.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html>
public struct ECRImageScanDetail: Codable, Hashable, Sendable {
    /// The name of the repository.
    public var repositoryName: String

    /// How the scan ended.
    public var scanStatus: ScanStatus

    /// The digest of the image.
    ///
    /// `nil` if ECR does not say.
    public var imageDigest: String?

    /// The tags of the image.
    ///
    /// Empty if there are none.
    public var imageTags: [String]

    /// How many findings there are of each severity.
    ///
    /// A severity without findings is missing, or 0.
    ///
    /// Use ``findingCount(of:)`` to get 0 for those.
    public var findingSeverityCounts: [String: Int]

    /// Creates a scan.
    ///
    /// Parameters match the properties of the same name.
    public init(
        repositoryName: String,
        scanStatus: ScanStatus,
        imageDigest: String? = nil,
        imageTags: [String] = [],
        findingSeverityCounts: [String: Int] = [:]
    ) {
        self.repositoryName = repositoryName
        self.scanStatus = scanStatus
        self.imageDigest = imageDigest
        self.imageTags = imageTags
        self.findingSeverityCounts = findingSeverityCounts
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case repositoryName = "repository-name"
        case scanStatus = "scan-status"
        case imageDigest = "image-digest"
        case imageTags = "image-tags"
        case findingSeverityCounts = "finding-severity-counts"
    }

    /// Counts the findings of a severity.
    ///
    /// - Parameter severity: The severity.
    /// - Returns: The number of findings, 0 for a severity that is not listed.
    public func findingCount(of severity: Severity) -> Int {
        findingSeverityCounts[severity.rawValue] ?? 0
    }
}

extension ECRImageScanDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ecr] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ecrImageScan] }
}

extension ECRImageScanDetail {
    /// How a scan ended.
    public struct ScanStatus: OpenValue {
        /// The text ECR uses for the status.
        public let rawValue: String

        /// Creates a status from the text ECR uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The image was scanned.
        public static var complete: Self { Self(rawValue: "COMPLETE") }
        /// The image could not be scanned.
        public static var failed: Self { Self(rawValue: "FAILED") }
    }

    /// How serious a finding is.
    public struct Severity: OpenValue {
        /// The text ECR uses for the severity.
        public let rawValue: String

        /// Creates a severity from the text ECR uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Critical.
        public static var critical: Self { Self(rawValue: "CRITICAL") }
        /// High.
        public static var high: Self { Self(rawValue: "HIGH") }
        /// Medium.
        public static var medium: Self { Self(rawValue: "MEDIUM") }
        /// Low.
        public static var low: Self { Self(rawValue: "LOW") }
        /// Good to know.
        public static var informational: Self { Self(rawValue: "INFORMATIONAL") }
        /// Not rated.
        public static var undefined: Self { Self(rawValue: "UNDEFINED") }
    }
}
