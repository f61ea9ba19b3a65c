public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// Something suspicious that GuardDuty found.
///
/// GuardDuty sends an event when it finds something, and again when it finds more of the same. What
/// the finding is about, and how it was found, differs from one type of finding to the next:
/// ``resource`` and ``service`` are the JSON that GuardDuty sends.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-format.html>
public struct GuardDutyFindingDetail: Codable, Hashable, Sendable {
    /// The version of the format: `2.0`.
    ///
    /// `nil` in handwritten events.
    public var schemaVersion: String?

    /// The ID of the account the finding is in.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `accountId`.
    public var accountID: String?

    /// The region the finding is in.
    ///
    /// `nil` in handwritten events.
    public var region: String?

    /// The partition, such as `aws`.
    ///
    /// `nil` in handwritten events.
    public var partition: String?

    /// The ID of the finding.
    ///
    /// `nil` in handwritten events.
    public var id: String?

    /// The ARN of the finding.
    ///
    /// `nil` in handwritten events.
    public var arn: String?

    /// What was found, such as `UnauthorizedAccess:EC2/SSHBruteForce`.
    public var type: String

    /// What the finding is about.
    ///
    /// `nil` in handwritten events. Use ``resourceType``.
    public var resource: JSONValue?

    /// How it was found, and how often.
    ///
    /// `nil` in handwritten events. Use ``count``, ``firstSeen`` and ``lastSeen``.
    public var service: JSONValue?

    /// How bad it is: from 1 to 10.
    ///
    /// 1 to 3.9 is low, 4 to 6.9 medium, 7 to 8.9 high, 9 and above critical.
    public var severity: Double

    /// When it was first found.
    ///
    /// `nil` in handwritten events.
    public var createdAt: Timestamp?

    /// When it was last found.
    ///
    /// `nil` in handwritten events.
    public var updatedAt: Timestamp?

    /// What was found, in one line.
    ///
    /// `nil` in handwritten events.
    public var title: String?

    /// What was found, for people to read.
    ///
    /// `nil` in handwritten events.
    public var description: String?

    /// How sure GuardDuty is.
    ///
    /// `nil` if it does not say.
    public var confidence: Double?

    /// The ARN of the attack the finding is a part of.
    ///
    /// `nil` if it is a part of none.
    ///
    /// JSON key: `associatedAttackSequenceArn`.
    public var associatedAttackSequenceARN: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        schemaVersion: String? = nil,
        accountID: String? = nil,
        region: String? = nil,
        partition: String? = nil,
        id: String? = nil,
        arn: String? = nil,
        type: String,
        resource: JSONValue? = nil,
        service: JSONValue? = nil,
        severity: Double,
        createdAt: Timestamp? = nil,
        updatedAt: Timestamp? = nil,
        title: String? = nil,
        description: String? = nil,
        confidence: Double? = nil,
        associatedAttackSequenceARN: String? = nil
    ) {
        self.schemaVersion = schemaVersion
        self.accountID = accountID
        self.region = region
        self.partition = partition
        self.id = id
        self.arn = arn
        self.type = type
        self.resource = resource
        self.service = service
        self.severity = severity
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.title = title
        self.description = description
        self.confidence = confidence
        self.associatedAttackSequenceARN = associatedAttackSequenceARN
    }

    enum CodingKeys: String, CodingKey {
        case schemaVersion
        case accountID = "accountId"
        case region
        case partition
        case id
        case arn
        case type
        case resource
        case service
        case severity
        case createdAt
        case updatedAt
        case title
        case description
        case confidence
        case associatedAttackSequenceARN = "associatedAttackSequenceArn"
    }

    /// What the finding is about, such as `Instance` or `AccessKey`.
    ///
    /// `nil` if GuardDuty does not say.
    public var resourceType: String? { resource?["resourceType"]?.stringValue }

    /// How often it was found.
    ///
    /// `nil` if GuardDuty does not say.
    public var count: Int? { service?["count"]?.intValue }

    /// When it was first seen.
    ///
    /// `nil` if GuardDuty does not say.
    public var firstSeen: Timestamp? {
        service?["eventFirstSeen"]?.stringValue.flatMap { Timestamp(iso8601: $0) }
    }

    /// When it was last seen.
    ///
    /// `nil` if GuardDuty does not say.
    public var lastSeen: Timestamp? {
        service?["eventLastSeen"]?.stringValue.flatMap { Timestamp(iso8601: $0) }
    }

    /// Whether the finding was put aside.
    public var isArchived: Bool { service?["archived"]?.boolValue ?? false }
}

extension GuardDutyFindingDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.guardDuty] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.guardDutyFinding] }
}
