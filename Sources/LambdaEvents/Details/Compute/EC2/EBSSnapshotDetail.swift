public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// An EBS snapshot that was created, copied, shared, archived, restored or locked, or was not.
///
/// AWS documentation: <https://docs.aws.amazon.com/ebs/latest/userguide/ebs-cloud-watch-events.html>
public struct EBSSnapshotDetail: Codable, Hashable, Sendable {
    /// What was to be done with the snapshot.
    public var event: Event

    /// What came of it.
    public var result: EBSResult

    /// Why it failed.
    ///
    /// `nil` if EBS does not say.
    ///
    /// Empty unless it failed.
    public var cause: String?

    /// The ID of the request.
    ///
    /// `nil` if EBS does not say.
    ///
    /// Empty if EBS does not know it.
    public var requestID: String?

    /// The ARN of the snapshot.
    ///
    /// `nil` if EBS does not say.
    ///
    /// JSON key: `snapshot_id`, which holds an ARN and no ID.
    public var snapshotID: String?

    /// What the snapshot was made of: the ARN of a volume, or of a snapshot in another region.
    ///
    /// `nil` for events that make no snapshot.
    ///
    /// For a snapshot that was shared, the account it belongs to, which AWS shows as a number.
    public var source: ScalarValue?

    /// When the action began.
    ///
    /// `nil` if EBS does not say.
    public var startTime: Timestamp?

    /// When the action ended.
    ///
    /// `nil` if EBS does not say.
    public var endTime: Timestamp?

    /// Whether a copy holds just the blocks that an earlier copy does not.
    ///
    /// `nil` except for copies.
    ///
    /// A Boolean in a string.
    public var incremental: ScalarValue?

    /// When the snapshot leaves the Recycle Bin, if it is deleted.
    ///
    /// `nil` except for events of the archive.
    public var recycleBinExitTime: Timestamp?

    /// When a snapshot that is restored for a time goes back to the archive.
    ///
    /// `nil` except for ``Event/temporaryRestoreSnapshot``.
    public var restoreExpiryTime: Timestamp?

    /// How the snapshot is locked, such as `compliance-cooloff`.
    ///
    /// `nil` except for events of a lock.
    public var lockState: String?

    /// How many days the lock lasts.
    ///
    /// `nil` except for events of a lock.
    public var lockDuration: ScalarValue?

    /// When the snapshot was locked.
    ///
    /// `nil` except for events of a lock.
    public var lockCreatedOn: Timestamp?

    /// When the lock ends.
    ///
    /// `nil` except for events of a lock.
    public var lockExpiresOn: Timestamp?

    /// When the duration of the lock began.
    ///
    /// `nil` except for events of a lock.
    public var lockDurationStartTime: Timestamp?

    /// How many hours the lock can still be undone.
    ///
    /// `nil` except for locks in compliance mode.
    public var coolOffPeriod: ScalarValue?

    /// Until when the lock can be undone.
    ///
    /// `nil` except for locks in compliance mode.
    public var coolOffPeriodExpiresOn: Timestamp?

    /// Creates a notification.
    ///
    /// Parameters match the properties of the same name.
    public init(
        event: Event,
        result: EBSResult,
        cause: String? = nil,
        requestID: String? = nil,
        snapshotID: String? = nil,
        source: ScalarValue? = nil,
        startTime: Timestamp? = nil,
        endTime: Timestamp? = nil,
        incremental: ScalarValue? = nil,
        recycleBinExitTime: Timestamp? = nil,
        restoreExpiryTime: Timestamp? = nil,
        lockState: String? = nil,
        lockDuration: ScalarValue? = nil,
        lockCreatedOn: Timestamp? = nil,
        lockExpiresOn: Timestamp? = nil,
        lockDurationStartTime: Timestamp? = nil,
        coolOffPeriod: ScalarValue? = nil,
        coolOffPeriodExpiresOn: Timestamp? = nil
    ) {
        self.event = event
        self.result = result
        self.cause = cause
        self.requestID = requestID
        self.snapshotID = snapshotID
        self.source = source
        self.startTime = startTime
        self.endTime = endTime
        self.incremental = incremental
        self.recycleBinExitTime = recycleBinExitTime
        self.restoreExpiryTime = restoreExpiryTime
        self.lockState = lockState
        self.lockDuration = lockDuration
        self.lockCreatedOn = lockCreatedOn
        self.lockExpiresOn = lockExpiresOn
        self.lockDurationStartTime = lockDurationStartTime
        self.coolOffPeriod = coolOffPeriod
        self.coolOffPeriodExpiresOn = coolOffPeriodExpiresOn
    }

    enum CodingKeys: String, CodingKey {
        case event
        case result
        case cause
        case requestID = "request-id"
        case snapshotID = "snapshot_id"
        case source
        case startTime
        case endTime
        case incremental = "Incremental"
        case recycleBinExitTime
        case restoreExpiryTime
        case lockState
        case lockDuration
        case lockCreatedOn
        case lockExpiresOn
        case lockDurationStartTime
        case coolOffPeriod
        case coolOffPeriodExpiresOn
    }
}

extension EBSSnapshotDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] { [.ebsSnapshotNotification] }
}

extension EBSSnapshotDetail {
    /// What can be done with a snapshot.
    public struct Event: OpenValue {
        /// The text EBS uses for the event.
        public let rawValue: String

        /// Creates an event from the text EBS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A snapshot was made of a volume.
        public static var createSnapshot: Self { Self(rawValue: "createSnapshot") }
        /// A snapshot was copied.
        public static var copySnapshot: Self { Self(rawValue: "copySnapshot") }
        /// Another account shared a snapshot with this one.
        public static var shareSnapshot: Self { Self(rawValue: "shareSnapshot") }
        /// A snapshot was moved to the archive.
        public static var archiveSnapshot: Self { Self(rawValue: "archiveSnapshot") }
        /// A snapshot was moved back from the archive.
        public static var permanentRestoreSnapshot: Self {
            Self(rawValue: "permanentRestoreSnapshot")
        }
        /// A snapshot was restored from the archive for a time.
        public static var temporaryRestoreSnapshot: Self {
            Self(rawValue: "temporaryRestoreSnapshot")
        }
        /// The time of a restored snapshot is over.
        public static var restoreExpiry: Self { Self(rawValue: "restoreExpiry") }
        /// A snapshot was locked.
        public static var lockSnapshot: Self { Self(rawValue: "lockSnapshot") }
        /// The duration of a lock was changed.
        public static var modifyLockDuration: Self { Self(rawValue: "modifyLockDuration") }
        /// The duration of a lock is over.
        public static var lockDurationExpiry: Self { Self(rawValue: "lockDurationExpiry") }
    }
}
