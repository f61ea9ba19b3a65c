public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A reaction to a comment that was made or changed.
///
/// AWS documentation: <https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html>
public struct CodeCommitCommentReactionDetail: Codable, Hashable, Sendable {
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

    /// The ARN of who did it.
    ///
    /// `nil` if CodeCommit does not say.
    public var callerUserARN: String?

    /// The reaction as emoji.
    ///
    /// Empty if there are none.
    public var reactionEmojis: [String]

    /// The reaction as shortcodes, such as `:smile:`.
    ///
    /// Empty if there are none.
    public var reactionShortcodes: [String]

    /// The reaction as code points, such as `U+1F604`.
    ///
    /// Empty if there are none.
    public var reactionUnicodes: [String]

    /// What happened, in sentences meant for people.
    ///
    /// `nil` if CodeCommit does not say.
    public var notificationBody: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        event: Event,
        repositoryName: String,
        repositoryID: String? = nil,
        commentID: String,
        callerUserARN: String? = nil,
        reactionEmojis: [String] = [],
        reactionShortcodes: [String] = [],
        reactionUnicodes: [String] = [],
        notificationBody: String? = nil
    ) {
        self.event = event
        self.repositoryName = repositoryName
        self.repositoryID = repositoryID
        self.commentID = commentID
        self.callerUserARN = callerUserARN
        self.reactionEmojis = reactionEmojis
        self.reactionShortcodes = reactionShortcodes
        self.reactionUnicodes = reactionUnicodes
        self.notificationBody = notificationBody
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case event
        case repositoryName
        case repositoryID = "repositoryId"
        case commentID = "commentId"
        case callerUserARN = "callerUserArn"
        case reactionEmojis
        case reactionShortcodes
        case reactionUnicodes
        case notificationBody
    }
}

extension CodeCommitCommentReactionDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeCommit] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.codeCommitCommentReactionChange] }
}

extension CodeCommitCommentReactionDetail {
    /// What can happen to a reaction.
    public struct Event: OpenValue {
        /// The text CodeCommit uses for the event.
        public let rawValue: String

        /// Creates an event from the text CodeCommit uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A reaction was made.
        public static var commentReactionCreated: Self { Self(rawValue: "commentReactionCreated") }
        /// A reaction was changed.
        public static var commentReactionUpdated: Self { Self(rawValue: "commentReactionUpdated") }
    }
}
