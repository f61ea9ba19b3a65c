public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// A branch or a tag of a repository that was created, moved or deleted.
///
/// AWS documentation: <https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html>
public struct CodeCommitRepositoryStateChangeDetail: Codable, Hashable, Sendable {
    /// What happened.
    public var event: Event

    /// The name of the repository.
    public var repositoryName: String

    /// The ID of the repository.
    ///
    /// `nil` if CodeCommit does not say.
    public var repositoryID: String?

    /// Whether it is a `branch` or a `tag`.
    ///
    /// `nil` for a commit that no reference leads to.
    public var referenceType: String?

    /// The name of the branch or the tag.
    ///
    /// `nil` for a commit that no reference leads to.
    public var referenceName: String?

    /// The full name, such as `refs/heads/main`.
    ///
    /// `nil` for a commit that no reference leads to.
    public var referenceFullName: String?

    /// The commit it is at now.
    ///
    /// `nil` if it was deleted.
    public var commitID: String?

    /// The commit it was at before.
    ///
    /// `nil` if it was created.
    public var oldCommitID: String?

    /// The commit at which the merged branches part.
    ///
    /// `nil` unless branches were merged.
    public var baseCommitID: String?

    /// The commit that was merged.
    ///
    /// `nil` unless branches were merged.
    public var sourceCommitID: String?

    /// The commit it was merged into.
    ///
    /// `nil` unless branches were merged.
    public var destinationCommitID: String?

    /// How branches were merged, such as `FAST_FORWARD_MERGE`.
    ///
    /// `nil` unless they were.
    public var mergeOption: String?

    /// How finely conflicts were looked for, such as `LINE_LEVEL`.
    ///
    /// `nil` unless branches were merged.
    public var conflictDetailsLevel: String?

    /// How conflicts were resolved, such as `AUTOMERGE`.
    ///
    /// `nil` unless branches were merged.
    public var conflictResolutionStrategy: String?

    /// The ARN of who did it.
    ///
    /// `nil` if CodeCommit does not say.
    public var callerUserARN: String?

    /// Creates the detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        event: Event,
        repositoryName: String,
        repositoryID: String? = nil,
        referenceType: String? = nil,
        referenceName: String? = nil,
        referenceFullName: String? = nil,
        commitID: String? = nil,
        oldCommitID: String? = nil,
        baseCommitID: String? = nil,
        sourceCommitID: String? = nil,
        destinationCommitID: String? = nil,
        mergeOption: String? = nil,
        conflictDetailsLevel: String? = nil,
        conflictResolutionStrategy: String? = nil,
        callerUserARN: String? = nil
    ) {
        self.event = event
        self.repositoryName = repositoryName
        self.repositoryID = repositoryID
        self.referenceType = referenceType
        self.referenceName = referenceName
        self.referenceFullName = referenceFullName
        self.commitID = commitID
        self.oldCommitID = oldCommitID
        self.baseCommitID = baseCommitID
        self.sourceCommitID = sourceCommitID
        self.destinationCommitID = destinationCommitID
        self.mergeOption = mergeOption
        self.conflictDetailsLevel = conflictDetailsLevel
        self.conflictResolutionStrategy = conflictResolutionStrategy
        self.callerUserARN = callerUserARN
    }

    enum CodingKeys: String, CodingKey {
        case event
        case repositoryName
        case repositoryID = "repositoryId"
        case referenceType
        case referenceName
        case referenceFullName
        case commitID = "commitId"
        case oldCommitID = "oldCommitId"
        case baseCommitID = "baseCommitId"
        case sourceCommitID = "sourceCommitId"
        case destinationCommitID = "destinationCommitId"
        case mergeOption
        case conflictDetailsLevel
        case conflictResolutionStrategy
        case callerUserARN = "callerUserArn"
    }
}

extension CodeCommitRepositoryStateChangeDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.codeCommit] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.codeCommitRepositoryStateChange] }
}

extension CodeCommitRepositoryStateChangeDetail {
    /// What can happen to a reference.
    public struct Event: OpenValue {
        /// The text CodeCommit uses for the event.
        public let rawValue: String

        /// Creates an event from the text CodeCommit uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A branch or a tag was created.
        public static var referenceCreated: Self { Self(rawValue: "referenceCreated") }
        /// A branch or a tag was moved, by a push or a merge.
        public static var referenceUpdated: Self { Self(rawValue: "referenceUpdated") }
        /// A branch or a tag was deleted.
        public static var referenceDeleted: Self { Self(rawValue: "referenceDeleted") }
        /// A merge was tried out.
        public static var unreferencedMergeCommitCreated: Self {
            Self(rawValue: "unreferencedMergeCommitCreated")
        }
    }
}
