public import LambdaEventBridgeEvents
import LambdaEventsCoding
import LambdaEventsShared
public import LambdaJSON

/// What AWS Health says about a service, a region or resources of an account: an issue, a scheduled
/// change, a notification, or abuse.
///
/// The times are written for people, as in `Sat, 05 Jun 2027 15:10:09 GMT`; ``startTimestamp`` and
/// its like read them. An event about many resources comes in several pages, which are events of
/// their own with the same ``communicationID``.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html>
public struct HealthEventDetail: Codable, Hashable, Sendable {
    /// The ARN of the event of AWS Health, the same in each of its updates.
    ///
    /// JSON key: `eventArn`.
    public var eventARN: String

    /// The service that is affected, such as `EC2`.
    public var service: String

    /// What it is, such as `AWS_EC2_INSTANCE_STOP_SCHEDULED`.
    public var eventTypeCode: String

    /// What kind of event it is.
    public var eventTypeCategory: Category

    /// Whether the event is about the account or about everyone.
    ///
    /// `nil` in handwritten events.
    public var eventScopeCode: Scope?

    /// The ID of this message about the event.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `communicationId`.
    public var communicationID: String?

    /// When it began, or will begin.
    ///
    /// `nil` if AWS Health does not say. Use ``startTimestamp``.
    public var startTime: String?

    /// When it ended, or will end.
    ///
    /// `nil` if AWS Health does not say. Use ``endTimestamp``.
    public var endTime: String?

    /// When AWS Health last said something about it.
    ///
    /// `nil` in handwritten events. Use ``lastUpdatedTimestamp``.
    public var lastUpdatedTime: String?

    /// Whether it is over.
    ///
    /// `nil` in handwritten events.
    public var statusCode: Status?

    /// The region that is affected.
    ///
    /// `nil` if none is in particular.
    public var eventRegion: String?

    /// What it is, for people to read, in one language or several.
    ///
    /// Empty in handwritten events.
    public var eventDescription: [Description]

    /// What else AWS Health says.
    ///
    /// Empty if it says nothing else.
    public var eventMetadata: [String: String]

    /// The resources that are affected.
    ///
    /// Empty if none are, or AWS Health does not know which.
    public var affectedEntities: [Entity]

    /// The ID of the account that is affected.
    ///
    /// `nil` in handwritten events.
    public var affectedAccount: String?

    /// Which page of the resources this is, counted from one: a number in a string.
    ///
    /// `nil` in handwritten events.
    public var page: String?

    /// How many pages there are: a number in a string.
    ///
    /// `nil` in handwritten events.
    public var totalPages: String?

    /// Whether this is a copy of an event that was sent in another region.
    ///
    /// `nil` if it is not.
    public var backupEvent: JSONValue?

    /// Whether something is to be done, such as `ACTION_REQUIRED`.
    ///
    /// `nil` if AWS Health does not say.
    public var actionability: String?

    /// Whom the event concerns, such as `OPERATIONS` or `SECURITY`.
    ///
    /// Empty if AWS Health does not say.
    public var personas: [String]

    /// Creates a detail.
    ///
    /// Parameters match the properties of the same name.
    public init(
        eventARN: String,
        service: String,
        eventTypeCode: String,
        eventTypeCategory: Category,
        eventScopeCode: Scope? = nil,
        communicationID: String? = nil,
        startTime: String? = nil,
        endTime: String? = nil,
        lastUpdatedTime: String? = nil,
        statusCode: Status? = nil,
        eventRegion: String? = nil,
        eventDescription: [Description] = [],
        eventMetadata: [String: String] = [:],
        affectedEntities: [Entity] = [],
        affectedAccount: String? = nil,
        page: String? = nil,
        totalPages: String? = nil,
        backupEvent: JSONValue? = nil,
        actionability: String? = nil,
        personas: [String] = []
    ) {
        self.eventARN = eventARN
        self.service = service
        self.eventTypeCode = eventTypeCode
        self.eventTypeCategory = eventTypeCategory
        self.eventScopeCode = eventScopeCode
        self.communicationID = communicationID
        self.startTime = startTime
        self.endTime = endTime
        self.lastUpdatedTime = lastUpdatedTime
        self.statusCode = statusCode
        self.eventRegion = eventRegion
        self.eventDescription = eventDescription
        self.eventMetadata = eventMetadata
        self.affectedEntities = affectedEntities
        self.affectedAccount = affectedAccount
        self.page = page
        self.totalPages = totalPages
        self.backupEvent = backupEvent
        self.actionability = actionability
        self.personas = personas
    }

    enum CodingKeys: String, CodingKey {
        case eventARN = "eventArn"
        case service
        case eventTypeCode
        case eventTypeCategory
        case eventScopeCode
        case communicationID = "communicationId"
        case startTime
        case endTime
        case lastUpdatedTime
        case statusCode
        case eventRegion
        case eventDescription
        case eventMetadata
        case affectedEntities
        case affectedAccount
        case page
        case totalPages
        case backupEvent
        case actionability
        case personas
    }
}

extension HealthEventDetail: EventBridgeDetail {
    /// The service that sends the event.
    public static var sources: [EventBridgeSource] { [.health] }

    /// The kinds of events that carry the detail.
    public static var detailTypes: [EventBridgeDetailType] { [.healthEvent, .healthAbuseEvent] }
}
