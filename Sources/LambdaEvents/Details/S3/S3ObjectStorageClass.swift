public import LambdaEventsShared

/// A storage class of S3.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html>
public struct S3ObjectStorageClass: OpenValue {
    /// The text AWS uses for the class.
    public let rawValue: String

    /// Creates a class from the text AWS uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// S3 Standard.
    public static var standard: Self { Self(rawValue: "STANDARD") }
    /// Reduced redundancy.
    public static var reducedRedundancy: Self { Self(rawValue: "REDUCED_REDUNDANCY") }
    /// S3 Standard-Infrequent Access.
    public static var standardIA: Self { Self(rawValue: "STANDARD_IA") }
    /// S3 One Zone-Infrequent Access.
    public static var oneZoneIA: Self { Self(rawValue: "ONEZONE_IA") }
    /// S3 Intelligent-Tiering.
    public static var intelligentTiering: Self { Self(rawValue: "INTELLIGENT_TIERING") }
    /// S3 Glacier Instant Retrieval.
    public static var glacierInstantRetrieval: Self { Self(rawValue: "GLACIER_IR") }
    /// S3 Glacier Flexible Retrieval.
    public static var glacier: Self { Self(rawValue: "GLACIER") }
    /// S3 Glacier Deep Archive.
    public static var deepArchive: Self { Self(rawValue: "DEEP_ARCHIVE") }
}
