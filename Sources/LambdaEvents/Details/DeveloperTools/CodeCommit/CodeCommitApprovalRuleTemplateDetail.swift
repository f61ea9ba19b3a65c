public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A template for approval rules that was changed, or joined to repositories.
///
/// AWS documentation: <https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html>
public struct CodeCommitApprovalRuleTemplateDetail: Codable, Hashable, Sendable {
    /// What happened.
    public var event: Event

    /// The ID of the template.
    public var approvalRuleTemplateID: String

    /// The name of the template.
    ///
    /// `nil` if CodeCommit does not say.
    public var approvalRuleTemplateName: String?

    /// The SHA-256 digest of the template.
    ///
    /// `nil` if CodeCommit does not say.
    public var approvalRuleTemplateContentSHA256: String?

    /// The repositories, the ID of each by its name.
    ///
    /// Empty if there are none.
    public var repositories: [String: String]

    /// The ARN of who did it.
    ///
    /// `nil` if CodeCommit does not say.
    public var callerUserARN: String?

    /// When the template was created.
    ///
    /// `nil` if CodeCommit does not say.
    ///
    /// In words, such as `Wed Nov 06 19:10:58 UTC 2019`.
    ///
    /// Use ``creationTimestamp`` for the instant.
    public var creationDate: String?

    /// When the template was last changed.
    ///
    /// `nil` if CodeCommit does not say.
    ///
    /// In words, such as `Wed Nov 06 19:10:58 UTC 2019`.
    ///
    /// Use ``lastModifiedTimestamp`` for the instant.
    public var lastModifiedDate: String?

    /// What happened, in sentences meant for people.
    ///
    /// `nil` if CodeCommit does not say.
    public var notificationBody: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        event: Event,
        approvalRuleTemplateID: String,
        approvalRuleTemplateName: String? = nil,
        approvalRuleTemplateContentSHA256: String? = nil,
        repositories: [String: String] = [:],
        callerUserARN: String? = nil,
        creationDate: String? = nil,
        lastModifiedDate: String? = nil,
        notificationBody: String? = nil
    ) {
        self.event = event
        self.approvalRuleTemplateID = approvalRuleTemplateID
        self.approvalRuleTemplateName = approvalRuleTemplateName
        self.approvalRuleTemplateContentSHA256 = approvalRuleTemplateContentSHA256
        self.repositories = repositories
        self.callerUserARN = callerUserARN
        self.creationDate = creationDate
        self.lastModifiedDate = lastModifiedDate
        self.notificationBody = notificationBody
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case event
        case approvalRuleTemplateID = "approvalRuleTemplateId"
        case approvalRuleTemplateName
        case approvalRuleTemplateContentSHA256 = "approvalRuleTemplateContentSha256"
        case repositories
        case callerUserARN = "callerUserArn"
        case creationDate
        case lastModifiedDate
        case notificationBody
    }

    /// When the template was created.
    ///
    /// `nil` if CodeCommit does not say, or names a time zone that is not known here.
    public var creationTimestamp: Timestamp? { creationDate.flatMap(DateInWords.timestamp(of:)) }

    /// When the template was last changed.
    ///
    /// `nil` if CodeCommit does not say, or names a time zone that is not known here.
    public var lastModifiedTimestamp: Timestamp? {
        lastModifiedDate.flatMap(DateInWords.timestamp(of:))
    }
}

extension CodeCommitApprovalRuleTemplateDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeCommit] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.codeCommitApprovalRuleTemplateChange]
    }
}

extension CodeCommitApprovalRuleTemplateDetail {
    /// What can happen to a template.
    public struct Event: OpenValue {
        /// The text CodeCommit uses for the event.
        public let rawValue: String

        /// Creates an event from the text CodeCommit uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The template was created.
        public static var created: Self { Self(rawValue: "approvalRuleTemplateCreated") }
        /// The template was changed.
        public static var updated: Self { Self(rawValue: "approvalRuleTemplateUpdated") }
        /// The template was deleted.
        public static var deleted: Self { Self(rawValue: "approvalRuleTemplateDeleted") }
        /// The template was joined to a repository.
        public static var associated: Self {
            Self(rawValue: "approvalRuleTemplateAssociatedWithRepository")
        }
        /// The template was parted from a repository.
        public static var disassociated: Self {
            Self(rawValue: "approvalRuleTemplateDisassociatedFromRepository")
        }
        /// The template was joined to repositories.
        public static var batchAssociated: Self {
            Self(rawValue: "batchAssociateApprovalRuleTemplateWithRepositories")
        }
        /// The template was parted from repositories.
        public static var batchDisassociated: Self {
            Self(rawValue: "batchDisassociateApprovalRuleTemplateFromRepositories")
        }
    }
}
