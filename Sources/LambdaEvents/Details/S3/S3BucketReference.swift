import LambdaEventsCoding
import LambdaEventsShared

/// The bucket that a detail of S3 is about.
public struct S3BucketReference: Codable, Hashable, Sendable {
    /// The name of the bucket.
    public var name: String

    /// The tags AWS put on the bucket, such as `aws:cloudformation:stack-name`.
    ///
    /// Empty if there are none, in events of cross-Region replication, and before version 1.1.
    ///
    /// JSON key: `aws-generated-tags`.
    public var awsGeneratedTags: [String: String]

    /// Creates a reference.
    ///
    /// Parameters match the properties of the same name.
    public init(
        name: String,
        awsGeneratedTags: [String: String] = [:]
    ) {
        self.name = name
        self.awsGeneratedTags = awsGeneratedTags
    }

    enum CodingKeys: String, CodingKey {
        case name
        case awsGeneratedTags = "aws-generated-tags"
    }
}
