import LambdaEventsCoding
import LambdaEventsShared

/// An annotation, which is named content that belongs to an object.
public struct S3ObjectAnnotationReference: Codable, Hashable, Sendable {
    /// The name of the annotation.
    public var name: String

    /// The size of the annotation in bytes.
    ///
    /// `nil` if the annotation was deleted.
    public var size: Int?

    /// The entity tag of the annotation, without quotes.
    ///
    /// `nil` if the annotation was deleted.
    ///
    /// JSON key: `etag`.
    public var eTag: String?

    /// Creates a reference.
    ///
    /// Parameters match the properties of the same name.
    public init(
        name: String,
        size: Int? = nil,
        eTag: String? = nil
    ) {
        self.name = name
        self.size = size
        self.eTag = eTag
    }

    enum CodingKeys: String, CodingKey {
        case name
        case size
        case eTag = "etag"
    }
}
