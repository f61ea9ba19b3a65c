public import LambdaEventsShared

/// An archive tier of Intelligent-Tiering.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html>
public struct S3ObjectAccessTier: OpenValue {
    /// The text AWS uses for the tier.
    public let rawValue: String

    /// Creates a tier from the text AWS uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The Archive Access tier.
    public static var archiveAccess: Self { Self(rawValue: "ARCHIVE_ACCESS") }
    /// The Deep Archive Access tier.
    public static var deepArchiveAccess: Self { Self(rawValue: "DEEP_ARCHIVE_ACCESS") }
}
