public import LambdaEventBridgeEvents
import LambdaEventsCoding
public import LambdaEventsShared

/// Something that happened to a database of RDS or Aurora.
///
/// One shape serves them all: instances, clusters, snapshots, parameter groups, security groups,
/// proxies and others. What happened is in ``eventID``, by which AWS documents the events, and for
/// people in ``message``.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html>
public struct RDSEventDetail: Codable, Hashable, Sendable {
    /// What kind of thing happened, such as `backup` or `failover`.
    ///
    /// Empty if RDS does not say.
    ///
    /// JSON key: `EventCategories`.
    public var eventCategories: [String]

    /// What it happened to.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `SourceType`.
    public var sourceType: SourceType?

    /// The ARN of what it happened to.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `SourceArn`.
    public var sourceARN: String?

    /// When it happened.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `Date`.
    public var date: Timestamp?

    /// What happened, for people to read.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `Message`.
    public var message: String?

    /// The name of what it happened to.
    ///
    /// JSON key: `SourceIdentifier`.
    public var sourceIdentifier: String

    /// What happened, such as `RDS-EVENT-0087`.
    ///
    /// `nil` in older events.
    ///
    /// JSON key: `EventID`.
    public var eventID: String?

    /// The tags of what it happened to.
    ///
    /// Empty if there are none, and in older events.
    ///
    /// JSON key: `Tags`.
    public var tags: [String: String]

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        eventCategories: [String] = [],
        sourceType: SourceType? = nil,
        sourceARN: String? = nil,
        date: Timestamp? = nil,
        message: String? = nil,
        sourceIdentifier: String,
        eventID: String? = nil,
        tags: [String: String] = [:]
    ) {
        self.eventCategories = eventCategories
        self.sourceType = sourceType
        self.sourceARN = sourceARN
        self.date = date
        self.message = message
        self.sourceIdentifier = sourceIdentifier
        self.eventID = eventID
        self.tags = tags
    }

    enum CodingKeys: String, CodingKey {
        case eventCategories = "EventCategories"
        case sourceType = "SourceType"
        case sourceARN = "SourceArn"
        case date = "Date"
        case message = "Message"
        case sourceIdentifier = "SourceIdentifier"
        case eventID = "EventID"
        case tags = "Tags"
    }
}

extension RDSEventDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.rds] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] {
        [
            .rdsDBInstanceEvent, .rdsDBClusterEvent, .rdsDBSnapshotEvent,
            .rdsDBClusterSnapshotEvent, .rdsDBParameterGroupEvent, .rdsDBSecurityGroupEvent,
            .rdsDBProxyEvent, .rdsBlueGreenDeploymentEvent, .rdsCustomEngineVersionEvent,
        ]
    }
}
