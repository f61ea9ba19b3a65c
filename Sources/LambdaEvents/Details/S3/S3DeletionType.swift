public import LambdaEventsShared

/// Whether a deleted object is gone, or hidden by a delete marker.
public struct S3DeletionType: OpenValue {
    /// The text AWS uses for the kind of deletion.
    public let rawValue: String

    /// Creates a kind of deletion from the text AWS uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The object, or the version of it, is gone.
    public static var permanentlyDeleted: Self { Self(rawValue: "Permanently Deleted") }
    /// The bucket has versioning: the object is hidden, and its versions are kept.
    public static var deleteMarkerCreated: Self { Self(rawValue: "Delete Marker Created") }
}
