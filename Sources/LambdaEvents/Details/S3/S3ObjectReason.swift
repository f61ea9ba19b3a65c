public import LambdaEventsShared

/// What made S3 write or delete an object: an operation of its API, or a rule.
public struct S3ObjectReason: OpenValue {
    /// The text AWS uses for the reason.
    public let rawValue: String

    /// Creates a reason from the text AWS uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The object was written with `PutObject`.
    public static var putObject: Self { Self(rawValue: "PutObject") }
    /// The object was written with an HTML form.
    public static var postObject: Self { Self(rawValue: "POST Object") }
    /// The object was written with `CopyObject`.
    public static var copyObject: Self { Self(rawValue: "CopyObject") }
    /// A multipart upload was completed.
    public static var completeMultipartUpload: Self { Self(rawValue: "CompleteMultipartUpload") }
    /// The object was deleted through the API.
    public static var deleteObject: Self { Self(rawValue: "DeleteObject") }
    /// The object was deleted by a lifecycle rule.
    public static var lifecycleExpiration: Self { Self(rawValue: "Lifecycle Expiration") }
    /// An annotation was written.
    public static var putObjectAnnotation: Self { Self(rawValue: "PutObjectAnnotation") }
    /// An annotation was deleted.
    public static var deleteObjectAnnotation: Self { Self(rawValue: "DeleteObjectAnnotation") }
}
