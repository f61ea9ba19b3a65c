public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared

/// A resource whose tags changed.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/tag-editor/latest/userguide/monitor-tag-changes.html>
public struct TagChangeDetail: Codable, Hashable, Sendable {
    /// The keys of the tags that were added, changed or removed.
    ///
    /// Empty in handwritten events.
    ///
    /// JSON key: `changed-tag-keys`.
    public var changedTagKeys: [String]

    /// The service of the resource, such as `ec2`.
    public var service: String

    /// The type of the resource, such as `instance`.
    ///
    /// JSON key: `resource-type`.
    public var resourceType: String

    /// The place of the change in the history of the resource.
    ///
    /// `nil` if the service does not count. It can start again from one; do not compare it across
    /// long times.
    public var version: Int?

    /// The tags of the resource now.
    ///
    /// Empty if there are none left.
    public var tags: [String: String]

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        changedTagKeys: [String] = [],
        service: String,
        resourceType: String,
        version: Int? = nil,
        tags: [String: String] = [:]
    ) {
        self.changedTagKeys = changedTagKeys
        self.service = service
        self.resourceType = resourceType
        self.version = version
        self.tags = tags
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case changedTagKeys = "changed-tag-keys"
        case service
        case resourceType = "resource-type"
        case version
        case tags
    }
}

extension TagChangeDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.tag] }

    /// The kind of event that carries the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.tagChangeOnResource] }
}
