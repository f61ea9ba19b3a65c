public import LambdaEventsShared

extension S3Event {
    /// What happened to an object, such as `ObjectCreated:Put`.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html>
    public struct EventName: OpenValue {
        /// The text S3 uses for the event.
        public let rawValue: String

        /// Creates a name from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The part of the name before the colon.
        ///
        /// A leading `s3:`, which the names have in a notification configuration, is no part of it.
        public var category: Category {
            let name = rawValue.hasPrefix("s3:") ? rawValue.dropFirst(3) : rawValue[...]
            return Category(rawValue: String(name.prefix { $0 != ":" }))
        }
    }
}

extension S3Event.EventName {
    /// Sent when an object was written with `PutObject`.
    public static var objectCreatedPut: Self { Self(rawValue: "ObjectCreated:Put") }
    /// Sent when an object was written with an HTML form.
    public static var objectCreatedPost: Self { Self(rawValue: "ObjectCreated:Post") }
    /// Sent when an object was written with `CopyObject`.
    public static var objectCreatedCopy: Self { Self(rawValue: "ObjectCreated:Copy") }
    /// Sent when a multipart upload was completed.
    public static var objectCreatedCompleteMultipartUpload: Self {
        Self(rawValue: "ObjectCreated:CompleteMultipartUpload")
    }

    /// Sent when an object, or a version of one, was deleted for good.
    public static var objectRemovedDelete: Self { Self(rawValue: "ObjectRemoved:Delete") }
    /// Sent when deleting an object of a versioned bucket left a delete marker.
    public static var objectRemovedDeleteMarkerCreated: Self {
        Self(rawValue: "ObjectRemoved:DeleteMarkerCreated")
    }

    /// Sent when the restoration of an archived object began.
    public static var objectRestorePost: Self { Self(rawValue: "ObjectRestore:Post") }
    /// Sent when an archived object is restored.
    public static var objectRestoreCompleted: Self { Self(rawValue: "ObjectRestore:Completed") }
    /// Sent when the restored copy of an archived object expired.
    public static var objectRestoreDelete: Self { Self(rawValue: "ObjectRestore:Delete") }

    /// Sent when S3 lost an object of the reduced redundancy class.
    public static var reducedRedundancyLostObject: Self {
        Self(rawValue: "ReducedRedundancyLostObject")
    }

    /// Sent when an object could not be replicated.
    public static var replicationOperationFailed: Self {
        Self(rawValue: "Replication:OperationFailedReplication")
    }
    /// Sent when replication with time control took longer than its threshold.
    public static var replicationOperationMissedThreshold: Self {
        Self(rawValue: "Replication:OperationMissedThreshold")
    }
    /// Sent when an object was replicated after the threshold had passed.
    public static var replicationOperationReplicatedAfterThreshold: Self {
        Self(rawValue: "Replication:OperationReplicatedAfterThreshold")
    }
    /// Sent when replication metrics no longer track an object.
    public static var replicationOperationNotTracked: Self {
        Self(rawValue: "Replication:OperationNotTracked")
    }

    /// Sent when a lifecycle rule deleted an object for good.
    public static var lifecycleExpirationDelete: Self {
        Self(rawValue: "LifecycleExpiration:Delete")
    }
    /// Sent when a lifecycle rule left a delete marker.
    public static var lifecycleExpirationDeleteMarkerCreated: Self {
        Self(rawValue: "LifecycleExpiration:DeleteMarkerCreated")
    }
    /// Sent when a lifecycle rule moved an object to another storage class.
    public static var lifecycleTransition: Self { Self(rawValue: "LifecycleTransition") }
    /// Sent when Intelligent-Tiering moved an object to an archive tier.
    public static var intelligentTiering: Self { Self(rawValue: "IntelligentTiering") }

    /// Sent when tags were put on an object.
    public static var objectTaggingPut: Self { Self(rawValue: "ObjectTagging:Put") }
    /// Sent when the tags of an object were deleted.
    public static var objectTaggingDelete: Self { Self(rawValue: "ObjectTagging:Delete") }
    /// Sent when the access control list of an object changed.
    public static var objectACLPut: Self { Self(rawValue: "ObjectAcl:Put") }
    /// Sent when a retention was put on an object.
    public static var objectRetentionPut: Self { Self(rawValue: "ObjectRetention:Put") }
    /// Sent when an annotation was put on an object.
    public static var objectAnnotationPut: Self { Self(rawValue: "ObjectAnnotation:Put") }
    /// Sent when an annotation of an object was deleted.
    public static var objectAnnotationDelete: Self { Self(rawValue: "ObjectAnnotation:Delete") }
}

extension S3Event.EventName {
    /// The kind of thing that happened, whichever way it came about.
    public struct Category: OpenValue {
        /// The text S3 uses for the category.
        public let rawValue: String

        /// Creates a category from the text S3 uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An object was written.
        public static var objectCreated: Self { Self(rawValue: "ObjectCreated") }
        /// An object was deleted by a request.
        public static var objectRemoved: Self { Self(rawValue: "ObjectRemoved") }
        /// An archived object is being restored, is restored, or its copy expired.
        public static var objectRestore: Self { Self(rawValue: "ObjectRestore") }
        /// S3 lost an object.
        public static var reducedRedundancyLostObject: Self {
            Self(rawValue: "ReducedRedundancyLostObject")
        }
        /// The replication of an object failed, was late, or is no longer tracked.
        public static var replication: Self { Self(rawValue: "Replication") }
        /// An object was deleted by a lifecycle rule.
        public static var lifecycleExpiration: Self { Self(rawValue: "LifecycleExpiration") }
        /// An object was moved by a lifecycle rule.
        public static var lifecycleTransition: Self { Self(rawValue: "LifecycleTransition") }
        /// An object was moved by Intelligent-Tiering.
        public static var intelligentTiering: Self { Self(rawValue: "IntelligentTiering") }
        /// The tags of an object changed.
        public static var objectTagging: Self { Self(rawValue: "ObjectTagging") }
        /// The access control list of an object changed.
        public static var objectACL: Self { Self(rawValue: "ObjectAcl") }
        /// The retention of an object changed.
        public static var objectRetention: Self { Self(rawValue: "ObjectRetention") }
        /// The annotations of an object changed.
        public static var objectAnnotation: Self { Self(rawValue: "ObjectAnnotation") }
    }
}
