public import LambdaEventsShared

/// An event that came through an event bus of EventBridge.
///
/// The envelope is the same for all events; what happened is in ``detail``, whose shape depends on
/// ``source`` and ``detailType``. Name the type of the detail if the rule of the function lets one
/// kind of event through. Any `Decodable` type will do, one of this library or one of your own:
///
/// ```swift
/// func handle(
///     _ event: EventBridgeEvent<S3ObjectCreatedDetail>,
///     context: LambdaContext
/// ) async throws {
///     try await index(bucket: event.detail.bucket.name, key: event.detail.object.key)
/// }
/// ```
///
/// For several kinds of events, declare an enum of their details: see ``EventBridgeDetailChoice``.
/// Where the shape is not known at all, take `EventBridgeEvent<JSONValue>`.
///
/// A detail that arrives as a JSON text in a string, as EventBridge Scheduler writes it, decodes
/// like the value in the text, unless the type of the detail takes a string itself (as `String` and
/// `JSONValue` do). It is written as the value.
///
/// A rule with an input transformer, an input path or a constant input sends what they say instead
/// of this envelope. The same holds for the input of a schedule. Handle a type of your own then.
///
/// AWS documentation: <https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html>
public struct EventBridgeEvent<Detail> {
    /// The version of the envelope: `0`.
    ///
    /// `nil` in handwritten events.
    public var version: String?

    /// The ID of the event.
    ///
    /// `nil` in handwritten events. An event that is delivered twice, or replayed, has the same ID
    /// again.
    public var id: String?

    /// What kind of event it is.
    ///
    /// JSON key: `detail-type`.
    public var detailType: EventBridgeDetailType

    /// Who sent the event.
    public var source: EventBridgeSource

    /// The ID of the AWS account that sent the event.
    ///
    /// `nil` in handwritten events.
    public var account: String?

    /// When the event happened, as the sender says.
    ///
    /// `nil` in handwritten events.
    public var time: Timestamp?

    /// The region the event was sent in.
    ///
    /// `nil` in handwritten events.
    public var region: String?

    /// The ARNs of what the event is about.
    ///
    /// Empty if the sender names none.
    public var resources: [String]

    /// What happened.
    public var detail: Detail

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
        detailType: EventBridgeDetailType,
        source: EventBridgeSource,
        account: String? = nil,
        time: Timestamp? = nil,
        region: String? = nil,
        resources: [String] = [],
        detail: Detail,
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

    /// Whether the event was sent again from an archive.
    public var isReplay: Bool { replayName != nil }
}

extension EventBridgeEvent: Equatable where Detail: Equatable {}

extension EventBridgeEvent: Hashable where Detail: Hashable {}

extension EventBridgeEvent: Sendable where Detail: Sendable {}
