import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaJSON

/// The event with which a schedule starts a function.
///
/// A rule with a schedule sends it, and so does EventBridge Scheduler for a schedule without an
/// input of its own:
///
/// ```swift
/// func handle(_ event: ScheduledEvent, context: LambdaContext) async throws {
///     try await report(until: event.time)
/// }
/// ```
///
/// A schedule with an input sends that input and nothing else: handle a type of your own then.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html>
public struct ScheduledEvent: Codable, Hashable, Sendable {
    /// The version of the envelope: `0`.
    ///
    /// `nil` in the sample events of the Lambda console and the SAM CLI.
    public var version: String?

    /// The ID of the event.
    ///
    /// `nil` in handwritten events. An event that is delivered twice has the same ID again.
    public var id: String?

    /// What kind of event it is: ``EventBridgeDetailType/scheduledEvent``.
    ///
    /// JSON key: `detail-type`.
    public var detailType: EventBridgeDetailType

    /// Who sent the event: ``EventBridgeSource/events`` for a rule, ``EventBridgeSource/scheduler``
    /// for EventBridge Scheduler.
    public var source: EventBridgeSource

    /// The ID of the AWS account of the schedule.
    ///
    /// `nil` in handwritten events.
    public var account: String?

    /// The time the function was scheduled for, to the minute or close to it.
    public var time: Timestamp

    /// The region of the schedule.
    ///
    /// `nil` in handwritten events.
    public var region: String?

    /// The ARN of the rule or of the schedule, alone in an array.
    ///
    /// Empty in handwritten events. Use ``scheduleARN``.
    public var resources: [String]

    /// Nothing: an empty object from a rule, the string `{}` from EventBridge Scheduler.
    public var detail: JSONValue

    /// The name of the replay that sent the event again from an archive.
    ///
    /// `nil` for an event that is sent for the first time.
    ///
    /// JSON key: `replay-name`.
    public var replayName: String?

    /// When EventBridge received the event.
    ///
    /// `nil` almost always: a rule passes it on only if its input transformer asks for it.
    ///
    /// JSON key: `ingestion-time`.
    public var ingestionTime: Timestamp?

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String? = "0",
        id: String? = nil,
        detailType: EventBridgeDetailType = .scheduledEvent,
        source: EventBridgeSource = .events,
        account: String? = nil,
        time: Timestamp,
        region: String? = nil,
        resources: [String] = [],
        detail: JSONValue = [:],
        replayName: String? = nil,
        ingestionTime: Timestamp? = nil
    ) {
        self.version = version
        self.id = id
        self.detailType = detailType
        self.source = source
        self.account = account
        self.time = time
        self.region = region
        self.resources = resources
        self.detail = detail
        self.replayName = replayName
        self.ingestionTime = ingestionTime
    }

    private typealias CodingKeys = EventBridgeKeys
}

extension ScheduledEvent {
    /// The ARN of the rule, or of the schedule, whose time has come.
    ///
    /// `nil` in handwritten events.
    public var scheduleARN: String? { resources.first }

    /// The name of the rule, or of the schedule, whose time has come: what follows the last slash
    /// of the ARN.
    ///
    /// `nil` in handwritten events.
    public var scheduleName: String? {
        guard let arn = scheduleARN, let slash = arn.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return nil
        }
        return String(arn[arn.utf8.index(after: slash)...])
    }
}
