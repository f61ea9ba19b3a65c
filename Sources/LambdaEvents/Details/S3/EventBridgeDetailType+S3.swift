public import LambdaEventBridgeEvents
import LambdaEventsShared

extension EventBridgeDetailType {
    /// Sent by S3 when an object was written.
    public static var s3ObjectCreated: Self { "Object Created" }
    /// Sent by S3 when an object was deleted, or hidden by a delete marker.
    public static var s3ObjectDeleted: Self { "Object Deleted" }
    /// Sent by S3 when the restoration of an archived object began.
    public static var s3ObjectRestoreInitiated: Self { "Object Restore Initiated" }
    /// Sent by S3 when an archived object is restored.
    public static var s3ObjectRestoreCompleted: Self { "Object Restore Completed" }
    /// Sent by S3 when the restored copy of an archived object was deleted.
    public static var s3ObjectRestoreExpired: Self { "Object Restore Expired" }
    /// Sent by S3 when an object moved to another storage class.
    public static var s3ObjectStorageClassChanged: Self { "Object Storage Class Changed" }
    /// Sent by S3 when Intelligent-Tiering moved an object to an archive tier.
    public static var s3ObjectAccessTierChanged: Self { "Object Access Tier Changed" }
    /// Sent by S3 when the access control list of an object changed.
    public static var s3ObjectACLUpdated: Self { "Object ACL Updated" }
    /// Sent by S3 when an object got tags.
    public static var s3ObjectTagsAdded: Self { "Object Tags Added" }
    /// Sent by S3 when the tags of an object were removed.
    public static var s3ObjectTagsDeleted: Self { "Object Tags Deleted" }
    /// Sent by S3 when an annotation of an object was written.
    public static var s3ObjectAnnotationCreated: Self { "Object Annotation Created" }
    /// Sent by S3 when an annotation of an object was deleted.
    public static var s3ObjectAnnotationRemoved: Self { "Object Annotation Removed" }
}
