public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A comment on a commit or a pull request that was made or changed.
///
/// AWS documentation: <https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html>
public struct CodeCommitCommentDetail: Codable, Hashable, Sendable {
    /// What happened.
    public var event: Event

    /// The name of the repository.
    public var repositoryName: String

    /// The ID of the repository.
    ///
    /// `nil` if CodeCommit does not say.
    public var repositoryID: String?

    /// The ID of the comment.
    public var commentID: String

    /// The ID of the comment it replies to.
    ///
    /// `nil` for a comment that is no reply.
    public var inReplyTo: String?

    /// The ID of the pull request.
    ///
    /// `nil` for a comment on a commit.
    public var pullRequestID: String?

    /// The commit that is compared.
    ///
    /// `nil` for a comment on the first commit.
    public var beforeCommitID: String?

    /// The commit it is compared with.
    ///
    /// `nil` if CodeCommit does not say.
    public var afterCommitID: String?

    /// The ARN of who did it.
    ///
    /// `nil` if CodeCommit does not say.
    public var callerUserARN: String?

    /// The name of who made the comment.
    ///
    /// `nil` if CodeCommit does not know it.
    public var displayName: String?

    /// The address of who made the comment.
    ///
    /// `nil` if CodeCommit does not know it.
    public var emailAddress: String?

    /// What happened, in sentences meant for people.
    ///
    /// `nil` if CodeCommit does not say.
    public var notificationBody: String?

    /// Creates a comment.
    ///
    /// Parameters match the properties of the same name.
    public init(
        event: Event,
        repositoryName: String,
        repositoryID: String? = nil,
        commentID: String,
        inReplyTo: String? = nil,
        pullRequestID: String? = nil,
        beforeCommitID: String? = nil,
        afterCommitID: String? = nil,
        callerUserARN: String? = nil,
        displayName: String? = nil,
        emailAddress: String? = nil,
        notificationBody: String? = nil
    ) {
        self.event = event
        self.repositoryName = repositoryName
        self.repositoryID = repositoryID
        self.commentID = commentID
        self.inReplyTo = inReplyTo
        self.pullRequestID = pullRequestID
        self.beforeCommitID = beforeCommitID
        self.afterCommitID = afterCommitID
        self.callerUserARN = callerUserARN
        self.displayName = displayName
        self.emailAddress = emailAddress
        self.notificationBody = notificationBody
    }

    enum CodingKeys: String, CodingKey {
        case event
        case repositoryName
        case repositoryID = "repositoryId"
        case commentID = "commentId"
        case inReplyTo
        case pullRequestID = "pullRequestId"
        case beforeCommitID = "beforeCommitId"
        case afterCommitID = "afterCommitId"
        case callerUserARN = "callerUserArn"
        case displayName
        case emailAddress
        case notificationBody
    }
}

extension CodeCommitCommentDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeCommit] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.codeCommitCommentOnCommit, .codeCommitCommentOnPullRequest]
    }
}

extension CodeCommitCommentDetail {
    /// What can happen to a comment.
    public struct Event: OpenValue {
        /// The text CodeCommit uses for the event.
        public let rawValue: String

        /// Creates an event from the text CodeCommit uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A comment was made on a commit.
        public static var commentOnCommitCreated: Self { Self(rawValue: "commentOnCommitCreated") }
        /// A comment on a commit was changed, or replied to.
        public static var commentOnCommitUpdated: Self { Self(rawValue: "commentOnCommitUpdated") }
        /// A comment was made on a pull request.
        public static var commentOnPullRequestCreated: Self {
            Self(rawValue: "commentOnPullRequestCreated")
        }
        /// A comment on a pull request was changed, or replied to.
        public static var commentOnPullRequestUpdated: Self {
            Self(rawValue: "commentOnPullRequestUpdated")
        }
    }
}
