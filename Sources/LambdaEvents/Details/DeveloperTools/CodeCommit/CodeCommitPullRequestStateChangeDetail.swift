public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A pull request that was created, changed, approved, merged or closed.
///
/// AWS documentation: <https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html>
public struct CodeCommitPullRequestStateChangeDetail: Codable, Hashable, Sendable {
    /// What happened.
    public var event: Event

    /// The ID of the pull request.
    public var pullRequestID: String

    /// Whether the pull request is `Open` or `Closed`.
    ///
    /// `nil` if CodeCommit does not say.
    public var pullRequestStatus: String?

    /// The repositories of the pull request.
    ///
    /// Empty if there are none.
    public var repositoryNames: [String]

    /// The title.
    ///
    /// `nil` if CodeCommit does not say.
    public var title: String?

    /// The description.
    ///
    /// `nil` if there is none.
    public var description: String?

    /// The ARN of who created the pull request.
    ///
    /// `nil` if CodeCommit does not say.
    public var author: String?

    /// The ARN of who did it.
    ///
    /// `nil` if CodeCommit does not say.
    public var callerUserARN: String?

    /// The branch to merge, such as `refs/heads/feature`.
    ///
    /// `nil` if CodeCommit does not say.
    public var sourceReference: String?

    /// The commit at the end of that branch.
    ///
    /// `nil` if CodeCommit does not say.
    public var sourceCommit: String?

    /// The branch to merge into.
    ///
    /// `nil` if CodeCommit does not say.
    public var destinationReference: String?

    /// The commit at the end of that branch.
    ///
    /// `nil` if CodeCommit does not say.
    public var destinationCommit: String?

    /// The commit at which the branches part.
    ///
    /// `nil` if CodeCommit does not say.
    public var mergeBase: String?

    /// Whether the pull request is merged.
    ///
    /// `nil` if CodeCommit does not say.
    ///
    /// A Boolean in a string: `True` or `False`.
    public var isMerged: ScalarValue?

    /// How the pull request was merged, such as `FAST_FORWARD_MERGE`.
    ///
    /// `nil` unless it was.
    public var mergeOption: String?

    /// The ID of the revision, which each push to the source branch makes anew.
    ///
    /// `nil` if CodeCommit does not say.
    public var revisionID: String?

    /// Whether the caller approves now: `APPROVE` or `REVOKE`.
    ///
    /// `nil` except for ``Event/pullRequestApprovalStateChanged``.
    public var approvalStatus: String?

    /// Whether the approval rules count: `OVERRIDE` if not, `REVOKE` if so again.
    ///
    /// `nil` except for ``Event/pullRequestApprovalRuleOverridden``.
    public var overrideStatus: String?

    /// The name of the approval rule.
    ///
    /// `nil` except for events of a rule.
    public var approvalRuleName: String?

    /// The ID of the approval rule.
    ///
    /// `nil` except for events of a rule.
    public var approvalRuleID: String?

    /// The SHA-256 digest of the approval rule.
    ///
    /// `nil` except for events of a rule.
    public var approvalRuleContentSHA256: String?

    /// When the pull request was created.
    ///
    /// `nil` if CodeCommit does not say.
    ///
    /// In words, such as `Wed Nov 06 19:10:58 UTC 2019`.
    ///
    /// Use ``creationTimestamp`` for the instant.
    public var creationDate: String?

    /// When the pull request was last changed.
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
        pullRequestID: String,
        pullRequestStatus: String? = nil,
        repositoryNames: [String] = [],
        title: String? = nil,
        description: String? = nil,
        author: String? = nil,
        callerUserARN: String? = nil,
        sourceReference: String? = nil,
        sourceCommit: String? = nil,
        destinationReference: String? = nil,
        destinationCommit: String? = nil,
        mergeBase: String? = nil,
        isMerged: ScalarValue? = nil,
        mergeOption: String? = nil,
        revisionID: String? = nil,
        approvalStatus: String? = nil,
        overrideStatus: String? = nil,
        approvalRuleName: String? = nil,
        approvalRuleID: String? = nil,
        approvalRuleContentSHA256: String? = nil,
        creationDate: String? = nil,
        lastModifiedDate: String? = nil,
        notificationBody: String? = nil
    ) {
        self.event = event
        self.pullRequestID = pullRequestID
        self.pullRequestStatus = pullRequestStatus
        self.repositoryNames = repositoryNames
        self.title = title
        self.description = description
        self.author = author
        self.callerUserARN = callerUserARN
        self.sourceReference = sourceReference
        self.sourceCommit = sourceCommit
        self.destinationReference = destinationReference
        self.destinationCommit = destinationCommit
        self.mergeBase = mergeBase
        self.isMerged = isMerged
        self.mergeOption = mergeOption
        self.revisionID = revisionID
        self.approvalStatus = approvalStatus
        self.overrideStatus = overrideStatus
        self.approvalRuleName = approvalRuleName
        self.approvalRuleID = approvalRuleID
        self.approvalRuleContentSHA256 = approvalRuleContentSHA256
        self.creationDate = creationDate
        self.lastModifiedDate = lastModifiedDate
        self.notificationBody = notificationBody
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case event
        case pullRequestID = "pullRequestId"
        case pullRequestStatus
        case repositoryNames
        case title
        case description
        case author
        case callerUserARN = "callerUserArn"
        case sourceReference
        case sourceCommit
        case destinationReference
        case destinationCommit
        case mergeBase
        case isMerged
        case mergeOption
        case revisionID = "revisionId"
        case approvalStatus
        case overrideStatus
        case approvalRuleName
        case approvalRuleID = "approvalRuleId"
        case approvalRuleContentSHA256 = "approvalRuleContentSha256"
        case creationDate
        case lastModifiedDate
        case notificationBody
    }

    /// When the pull request was created.
    ///
    /// `nil` if CodeCommit does not say, or names a time zone that is not known here.
    public var creationTimestamp: Timestamp? { creationDate.flatMap(DateInWords.timestamp(of:)) }

    /// When the pull request was last changed.
    ///
    /// `nil` if CodeCommit does not say, or names a time zone that is not known here.
    public var lastModifiedTimestamp: Timestamp? {
        lastModifiedDate.flatMap(DateInWords.timestamp(of:))
    }
}

extension CodeCommitPullRequestStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeCommit] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.codeCommitPullRequestStateChange] }
}

extension CodeCommitPullRequestStateChangeDetail {
    /// What can happen to a pull request.
    public struct Event: OpenValue {
        /// The text CodeCommit uses for the event.
        public let rawValue: String

        /// Creates an event from the text CodeCommit uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The pull request was created.
        public static var pullRequestCreated: Self { Self(rawValue: "pullRequestCreated") }
        /// Commits were pushed to the source branch.
        public static var pullRequestSourceBranchUpdated: Self {
            Self(rawValue: "pullRequestSourceBranchUpdated")
        }
        /// The pull request was closed.
        public static var pullRequestStatusChanged: Self {
            Self(rawValue: "pullRequestStatusChanged")
        }
        /// The pull request was merged.
        public static var pullRequestMergeStatusUpdated: Self {
            Self(rawValue: "pullRequestMergeStatusUpdated")
        }
        /// An approval rule was created.
        public static var pullRequestApprovalRuleCreated: Self {
            Self(rawValue: "pullRequestApprovalRuleCreated")
        }
        /// An approval rule was changed.
        public static var pullRequestApprovalRuleUpdated: Self {
            Self(rawValue: "pullRequestApprovalRuleUpdated")
        }
        /// An approval rule was deleted.
        public static var pullRequestApprovalRuleDeleted: Self {
            Self(rawValue: "pullRequestApprovalRuleDeleted")
        }
        /// The approval rules were set aside, or count again.
        public static var pullRequestApprovalRuleOverridden: Self {
            Self(rawValue: "pullRequestApprovalRuleOverridden")
        }
        /// Someone approved, or took that back.
        public static var pullRequestApprovalStateChanged: Self {
            Self(rawValue: "pullRequestApprovalStateChanged")
        }
    }
}
