import LambdaEventsCoding
import LambdaEventsShared

/// The object that a detail of S3 is about, as it is after the event.
public struct S3ObjectReference: Codable, Hashable, Sendable {
    /// The key of the object, as the S3 API wants it.
    ///
    /// Not URL-encoded, unlike the key in an `S3Event`: a `+` is a plus sign.
    public var key: String

    /// The size of the object in bytes.
    ///
    /// `nil` where the event says nothing about the content, as for deletions and changes of tags.
    public var size: Int?

    /// The entity tag of the object, without quotes.
    ///
    /// `nil` for an object that was deleted for good.
    ///
    /// JSON key: `etag`.
    public var eTag: String?

    /// The version of the object.
    ///
    /// `nil` in a bucket without versioning.
    ///
    /// JSON key: `version-id`.
    public var versionID: String?

    /// The place of the event in the history of its key.
    ///
    /// `nil` for restorations, transitions and changes of tags. Compare only the sequencers of
    /// events on the same key.
    public var sequencer: S3ObjectSequencer?

    /// Whether the object was copied together with annotations.
    ///
    /// `nil` except for objects that were written with ``S3ObjectReason/copyObject``.
    ///
    /// JSON key: `has-object-annotation`.
    public var hasObjectAnnotation: Bool?

    /// Creates a reference.
    ///
    /// Parameters match the properties of the same name.
    public init(
        key: String,
        size: Int? = nil,
        eTag: String? = nil,
        versionID: String? = nil,
        sequencer: S3ObjectSequencer? = nil,
        hasObjectAnnotation: Bool? = nil
    ) {
        self.key = key
        self.size = size
        self.eTag = eTag
        self.versionID = versionID
        self.sequencer = sequencer
        self.hasObjectAnnotation = hasObjectAnnotation
    }

    enum CodingKeys: String, CodingKey {
        case key
        case size
        case eTag = "etag"
        case versionID = "version-id"
        case sequencer
        case hasObjectAnnotation = "has-object-annotation"
    }
}
