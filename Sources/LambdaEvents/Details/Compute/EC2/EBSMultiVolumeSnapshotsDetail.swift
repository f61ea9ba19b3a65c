public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// Snapshots of several volumes that were taken at one moment.
///
/// AWS documentation: <https://docs.aws.amazon.com/ebs/latest/userguide/ebs-cloud-watch-events.html>
public struct EBSMultiVolumeSnapshotsDetail: Codable, Hashable, Sendable {
    /// What was to be done: `createSnapshots`.
    ///
    /// `nil` if EBS does not say.
    public var event: EBSSnapshotDetail.Event?

    /// What came of it: a failure if a snapshot failed.
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

    /// When the first snapshot was begun.
    ///
    /// `nil` if EBS does not say.
    public var startTime: Timestamp?

    /// When the last snapshot was done.
    ///
    /// `nil` if EBS does not say.
    public var endTime: Timestamp?

    /// The snapshots.
    ///
    /// Empty if EBS does not list them.
    public var snapshots: [Snapshot]

    /// Creates a status.
    ///
    /// Parameters match the properties of the same name.
    public init(
        event: EBSSnapshotDetail.Event? = nil,
        result: EBSResult,
        cause: String? = nil,
        requestID: String? = nil,
        startTime: Timestamp? = nil,
        endTime: Timestamp? = nil,
        snapshots: [Snapshot] = []
    ) {
        self.event = event
        self.result = result
        self.cause = cause
        self.requestID = requestID
        self.startTime = startTime
        self.endTime = endTime
        self.snapshots = snapshots
    }

    enum CodingKeys: String, CodingKey {
        case event
        case result
        case cause
        case requestID = "request-id"
        case startTime
        case endTime
        case snapshots
    }
}

extension EBSMultiVolumeSnapshotsDetail: EventBridgeDetail {
    /// The service that sends these events.
    public static var sources: [EventBridgeSource] { [.ec2] }

    /// The kinds of events that carry this detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.ebsMultiVolumeSnapshotsCompletionStatus]
    }
}

extension EBSMultiVolumeSnapshotsDetail {
    /// One of the snapshots.
    public struct Snapshot: Codable, Hashable, Sendable {
        /// The ARN of the snapshot.
        ///
        /// `nil` if EBS does not say.
        ///
        /// JSON key: `snapshot_id`, which holds an ARN and no ID.
        public var snapshotID: String?

        /// The ARN of the volume.
        ///
        /// `nil` if EBS does not say.
        public var source: String?

        /// How the snapshot ended: `completed` or `error`.
        ///
        /// `nil` if EBS does not say.
        public var status: String?

        /// Creates a snapshot.
        ///
        /// Parameters match the properties of the same name.
        public init(snapshotID: String? = nil, source: String? = nil, status: String? = nil) {
            self.snapshotID = snapshotID
            self.source = source
            self.status = status
        }

        enum CodingKeys: String, CodingKey {
            case snapshotID = "snapshot_id"
            case source
            case status
        }
    }
}
