import LambdaEventsCoding
public import LambdaJSON
public import LambdaStreamsShared

/// A batch of records from one shard of a Kinesis data stream, within a time window.
///
/// Lambda sends it in place of a ``KinesisEvent`` if the event source mapping has a tumbling window.
/// The handler gets the state it returned from the invocation before, and returns a new one in a
/// `TimeWindowResponse`.
///
/// ```swift
/// func handle(
///     _ event: KinesisTimeWindowEvent,
///     context: LambdaContext
/// ) async throws -> TimeWindowResponse {
///     var total = try event.decodeState(as: Total.self) ?? Total()
///     for record in event.records { total.add(try record.kinesis.decodeData(as: Sale.self)) }
///     if event.isFinalInvokeForWindow { try await save(total) }
///     return try TimeWindowResponse(encoding: total)
/// }
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html>
public struct KinesisTimeWindowEvent: Codable, Hashable, Sendable {
    /// The records, in the order of their shard.
    ///
    /// Empty for a final invocation that comes without any.
    ///
    /// JSON key: `Records`.
    public var records: [KinesisEvent.Record]

    /// The window.
    public var window: TimeWindow

    /// What the handler returned as state from the invocation before.
    ///
    /// An empty object, or `nil`, for the first invocation of a window. Use ``decodeState(as:)``.
    public var state: JSONValue?

    /// The shard of the records.
    ///
    /// `nil` in handwritten events.
    ///
    /// JSON key: `shardId`.
    public var shardID: String?

    /// The ARN of the stream, or of the consumer that has a throughput of its own.
    ///
    /// `nil` in handwritten events.
    public var eventSourceARN: String?

    /// Whether this is the last invocation of the window.
    public var isFinalInvokeForWindow: Bool

    /// Whether the window ends before its time, because the state has become too large.
    public var isWindowTerminatedEarly: Bool

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(
        records: [KinesisEvent.Record] = [],
        window: TimeWindow,
        state: JSONValue? = [:],
        shardID: String? = nil,
        eventSourceARN: String? = nil,
        isFinalInvokeForWindow: Bool = false,
        isWindowTerminatedEarly: Bool = false
    ) {
        self.records = records
        self.window = window
        self.state = state
        self.shardID = shardID
        self.eventSourceARN = eventSourceARN
        self.isFinalInvokeForWindow = isFinalInvokeForWindow
        self.isWindowTerminatedEarly = isWindowTerminatedEarly
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case records = "Records"
        case window
        case state
        case shardID = "shardId"
        case eventSourceARN
        case isFinalInvokeForWindow
        case isWindowTerminatedEarly
    }

    /// Decodes ``state`` as a type.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The state. `nil` for the first invocation of a window, which has none.
    /// - Throws: `DecodingError` if the state is not one of this type.
    public func decodeState<State: Decodable>(as type: State.Type = State.self) throws -> State? {
        try state?.decodeState(as: type)
    }
}
