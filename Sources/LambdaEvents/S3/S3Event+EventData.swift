import LambdaEventsCoding
public import LambdaEventsShared

extension S3Event {
    /// What a record says about an archived object.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html>
    public struct GlacierEventData: Codable, Hashable, Sendable {
        /// The restored copy of the object.
        ///
        /// `nil` if the event is not about a copy.
        public var restoreEventData: RestoreEventData?

        /// Creates the data.
        ///
        /// Parameters match the properties of the same name.
        public init(restoreEventData: RestoreEventData? = nil) {
            self.restoreEventData = restoreEventData
        }
    }

    /// The restored copy of an archived object.
    public struct RestoreEventData: Codable, Hashable, Sendable {
        /// When the copy expires.
        ///
        /// `nil` for objects of Intelligent-Tiering, which are not copied but moved back.
        public var lifecycleRestorationExpiryTime: Timestamp?

        /// The storage class the object was restored from.
        ///
        /// `nil` if S3 does not say.
        public var lifecycleRestoreStorageClass: StorageClass?

        /// Creates the data.
        ///
        /// Parameters match the properties of the same name.
        public init(
            lifecycleRestorationExpiryTime: Timestamp? = nil,
            lifecycleRestoreStorageClass: StorageClass? = nil
        ) {
            self.lifecycleRestorationExpiryTime = lifecycleRestorationExpiryTime
            self.lifecycleRestoreStorageClass = lifecycleRestoreStorageClass
        }
    }

    /// What became of the replication of an object.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-metrics.html>
    public struct ReplicationEventData: Codable, Hashable, Sendable {
        /// The ID of the replication rule.
        ///
        /// `nil` if S3 does not say.
        public var replicationRuleID: String?

        /// The ARN of the bucket to replicate to.
        ///
        /// `nil` if S3 does not say.
        public var destinationBucket: String?

        /// What was to be replicated.
        ///
        /// `nil` if S3 does not say.
        public var s3Operation: ReplicationOperation?

        /// When the operation was requested.
        ///
        /// `nil` if S3 does not say.
        public var requestTime: Timestamp?

        /// Why the replication failed.
        ///
        /// `nil` except for ``EventName/replicationOperationFailed``.
        public var failureReason: ReplicationFailureReason?

        /// The threshold of replication time control, in minutes.
        ///
        /// `nil` for events that are not about the threshold.
        ///
        /// A number in a string.
        public var threshold: String?

        /// How long the replication took, in minutes.
        ///
        /// `nil` for objects that are not replicated.
        ///
        /// A number in a string.
        public var replicationTime: String?

        /// Creates the data.
        ///
        /// Parameters match the properties of the same name.
        public init(
            replicationRuleID: String? = nil,
            destinationBucket: String? = nil,
            s3Operation: ReplicationOperation? = nil,
            requestTime: Timestamp? = nil,
            failureReason: ReplicationFailureReason? = nil,
            threshold: String? = nil,
            replicationTime: String? = nil
        ) {
            self.replicationRuleID = replicationRuleID
            self.destinationBucket = destinationBucket
            self.s3Operation = s3Operation
            self.requestTime = requestTime
            self.failureReason = failureReason
            self.threshold = threshold
            self.replicationTime = replicationTime
        }

        enum CodingKeys: String, CodingKey {
            case replicationRuleID = "replicationRuleId"
            case destinationBucket
            case s3Operation
            case requestTime
            case failureReason
            case threshold
            case replicationTime
        }
    }

    /// The access tier Intelligent-Tiering moved an object to.
    public struct IntelligentTieringEventData: Codable, Hashable, Sendable {
        /// The tier the object is in now.
        ///
        /// `nil` if S3 does not say.
        public var destinationAccessTier: AccessTier?

        /// Creates the data.
        ///
        /// Parameters match the properties of the same name.
        public init(destinationAccessTier: AccessTier? = nil) {
            self.destinationAccessTier = destinationAccessTier
        }
    }

    /// What a record says about a lifecycle rule.
    public struct LifecycleEventData: Codable, Hashable, Sendable {
        /// The move to another storage class.
        ///
        /// `nil` if the event is not about a move.
        public var transitionEventData: TransitionEventData?

        /// Creates the data.
        ///
        /// Parameters match the properties of the same name.
        public init(transitionEventData: TransitionEventData? = nil) {
            self.transitionEventData = transitionEventData
        }
    }

    /// The move of an object to another storage class.
    public struct TransitionEventData: Codable, Hashable, Sendable {
        /// The class the object is in now.
        ///
        /// `nil` if S3 does not say.
        public var destinationStorageClass: StorageClass?

        /// Creates the data.
        ///
        /// Parameters match the properties of the same name.
        public init(destinationStorageClass: StorageClass? = nil) {
            self.destinationStorageClass = destinationStorageClass
        }
    }

    /// The retention that was put on an object.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html>
    public struct ObjectRetentionEventData: Codable, Hashable, Sendable {
        /// How strictly the object is kept.
        ///
        /// `nil` if S3 does not say.
        public var mode: RetentionMode?

        /// Until when the object is kept.
        ///
        /// `nil` if the retention has no date yet.
        public var retainUntilDate: Timestamp?

        /// Whether the retention waits for an event.
        ///
        /// `nil` for a retention with a fixed date.
        public var eventHold: EventHold?

        /// How long the object is kept after the event, by unit: `["days": 90]` or `["years": 3]`.
        ///
        /// Empty for a retention with a fixed date.
        public var eventHoldDuration: [String: Int]

        /// Creates the data.
        ///
        /// Parameters match the properties of the same name.
        public init(
            mode: RetentionMode? = nil,
            retainUntilDate: Timestamp? = nil,
            eventHold: EventHold? = nil,
            eventHoldDuration: [String: Int] = [:]
        ) {
            self.mode = mode
            self.retainUntilDate = retainUntilDate
            self.eventHold = eventHold
            self.eventHoldDuration = eventHoldDuration
        }
    }
}
