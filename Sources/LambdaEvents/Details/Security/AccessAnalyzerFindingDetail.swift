public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// A resource that IAM Access Analyzer found to be open to someone outside, or what changed about
/// such a finding.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html>
public struct AccessAnalyzerFindingDetail: Codable, Hashable, Sendable {
    /// The version of the format: `1.0`.
    ///
    /// `nil` in handwritten events.
    public var version: String?

    /// The ID of the finding.
    public var id: String

    /// Whether the finding is to be looked at.
    public var status: Status

    /// The type of the resource, such as `AWS::S3::Bucket`.
    ///
    /// `nil` in handwritten events.
    public var resourceType: String?

    /// The ARN of the resource.
    ///
    /// `nil` in handwritten events.
    public var resource: String?

    /// When it was found.
    ///
    /// `nil` in handwritten events.
    public var createdAt: Timestamp?

    /// When the resource was last looked at.
    ///
    /// `nil` in handwritten events.
    public var analyzedAt: Timestamp?

    /// When the finding last changed.
    ///
    /// `nil` in handwritten events.
    public var updatedAt: Timestamp?

    /// The ID of the account of the resource.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `accountId`.
    public var accountID: String?

    /// The region of the resource.
    ///
    /// `nil` in handwritten events.
    public var region: String?

    /// Who has access, by kind of principal.
    ///
    /// Empty if the finding names no one.
    public var principal: [String: String]

    /// What they may do.
    ///
    /// Empty if the finding does not say.
    public var action: [String]

    /// Under which conditions they may do it.
    ///
    /// Empty if there are none.
    public var condition: [String: JSONValue]

    /// How they got access.
    ///
    /// Empty if the finding does not say.
    public var sources: [JSONValue]

    /// Whether the finding was deleted.
    ///
    /// `false` if the JSON has none.
    public var isDeleted: Bool

    /// Whether anyone has access.
    ///
    /// `nil` if the finding does not say.
    public var isPublic: Bool?

    /// Why the resource could not be looked at.
    ///
    /// `nil` if it could.
    public var error: String?

    /// Whether a resource control policy restricts the access.
    ///
    /// `nil` in older events.
    public var resourceControlPolicyRestriction: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String? = nil,
        id: String,
        status: Status,
        resourceType: String? = nil,
        resource: String? = nil,
        createdAt: Timestamp? = nil,
        analyzedAt: Timestamp? = nil,
        updatedAt: Timestamp? = nil,
        accountID: String? = nil,
        region: String? = nil,
        principal: [String: String] = [:],
        action: [String] = [],
        condition: [String: JSONValue] = [:],
        sources: [JSONValue] = [],
        isDeleted: Bool = false,
        isPublic: Bool? = nil,
        error: String? = nil,
        resourceControlPolicyRestriction: String? = nil
    ) {
        self.version = version
        self.id = id
        self.status = status
        self.resourceType = resourceType
        self.resource = resource
        self.createdAt = createdAt
        self.analyzedAt = analyzedAt
        self.updatedAt = updatedAt
        self.accountID = accountID
        self.region = region
        self.principal = principal
        self.action = action
        self.condition = condition
        self.sources = sources
        self.isDeleted = isDeleted
        self.isPublic = isPublic
        self.error = error
        self.resourceControlPolicyRestriction = resourceControlPolicyRestriction
    }

    enum CodingKeys: String, CodingKey {
        case version
        case id
        case status
        case resourceType
        case resource
        case createdAt
        case analyzedAt
        case updatedAt
        case accountID = "accountId"
        case region
        case principal
        case action
        case condition
        case sources
        case isDeleted
        case isPublic
        case error
        case resourceControlPolicyRestriction
    }
}

extension AccessAnalyzerFindingDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.accessAnalyzer] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.accessAnalyzerFinding] }
}
