public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared

/// What S3 says through EventBridge about an object whose tags or access control list changed.
///
/// The detail type of the event says which. The new values are not part of it.
///
/// The key of the object is not URL-encoded, unlike in an `S3Event`: pass it to the S3 API as it
/// is.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html>
public struct S3ObjectPropertiesDetail: Codable, Hashable, Sendable {
    /// Always `0`; the version of the detail is ``eventVersion``.
    ///
    /// `nil` in handwritten events.
    public var version: String?

    /// The version of the detail, such as `1.1`.
    ///
    /// `nil` before version 1.1. A major version other than 1 would be another format; a higher
    /// minor version only adds members.
    ///
    /// JSON key: `event-version`.
    public var eventVersion: String?

    /// The bucket.
    public var bucket: S3BucketReference

    /// The object.
    public var object: S3ObjectReference

    /// The ID of the request, as the response of S3 has it.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `request-id`.
    public var requestID: String?

    /// Who caused the event: the ID of an AWS account, or a service such as `s3.amazonaws.com`.
    ///
    /// `nil` in handwritten events.
    public var requester: String?

    /// The IP address the request came from.
    ///
    /// `nil` if S3 acted on its own, as a lifecycle rule makes it.
    ///
    /// JSON key: `source-ip-address`.
    public var sourceIPAddress: String?

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String? = nil,
        eventVersion: String? = nil,
        bucket: S3BucketReference,
        object: S3ObjectReference,
        requestID: String? = nil,
        requester: String? = nil,
        sourceIPAddress: String? = nil
    ) {
        self.version = version
        self.eventVersion = eventVersion
        self.bucket = bucket
        self.object = object
        self.requestID = requestID
        self.requester = requester
        self.sourceIPAddress = sourceIPAddress
    }

    enum CodingKeys: String, CodingKey {
        case version
        case eventVersion = "event-version"
        case bucket
        case object
        case requestID = "request-id"
        case requester
        case sourceIPAddress = "source-ip-address"
    }
}

extension S3ObjectPropertiesDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.s3] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [.s3ObjectACLUpdated, .s3ObjectTagsAdded, .s3ObjectTagsDeleted]
    }
}
