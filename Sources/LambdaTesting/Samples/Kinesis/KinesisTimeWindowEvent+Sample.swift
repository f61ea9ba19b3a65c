public import LambdaEvents
import LambdaJSON

extension KinesisTimeWindowEvent {
    /// Makes a batch within a time window.
    ///
    /// ```swift
    /// let event = try KinesisTimeWindowEvent.sample(
    ///     dataOfRecords: [Sale(amount: 12)],
    ///     state: Total(amount: 30),
    ///     isFinal: true
    /// )
    /// ```
    ///
    /// - Parameters:
    ///   - dataOfRecords: The data of each record: a `String` and a `[UInt8]` as they are, any other
    ///     `Encodable` as JSON. Empty for a final invocation without records.
    ///   - state: What the handler returned from the invocation before. The default is an empty
    ///     object, as for the first invocation of a window.
    ///   - isFinal: Whether this is the last invocation of the window.
    ///   - isTerminatedEarly: Whether the window ends before its time.
    ///   - windowLength: How long the window is. It begins at the last multiple of that.
    ///   - stream: The name of the stream.
    ///   - shardID: The shard.
    ///   - time: When the stream received the records.
    ///   - region: The region of the stream.
    ///   - accountID: The account of the stream.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if data or state do not encode.
    public static func sample(
        dataOfRecords: [any Encodable] = ["Hello"],
        state: (any Encodable)? = nil,
        isFinal: Bool = false,
        isTerminatedEarly: Bool = false,
        windowLength: Duration = .seconds(120),
        stream: String = "clicks",
        shardID: String = "shardId-000000000000",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> KinesisTimeWindowEvent {
        let event = try KinesisEvent.sample(
            dataOfRecords: dataOfRecords,
            stream: stream,
            shardID: shardID,
            time: time,
            region: region,
            accountID: accountID
        )
        return KinesisTimeWindowEvent(
            records: event.records,
            window: TimeWindow.sample(around: time, length: windowLength),
            state: try state.map { try JSONValue(sampleState: $0) } ?? [:],
            shardID: shardID,
            eventSourceARN: region.arn("kinesis", accountID, "stream/\(stream)"),
            isFinalInvokeForWindow: isFinal,
            isWindowTerminatedEarly: isTerminatedEarly
        )
    }
}

extension TimeWindow {
    /// The window that an instant lies in: windows of a length follow each other from the epoch on.
    static func sample(around time: Timestamp, length: Duration) -> TimeWindow {
        let seconds = max(1, length.components.seconds)
        let start = time.secondsSinceEpoch / seconds * seconds
        return TimeWindow(
            start: Timestamp(secondsSinceEpoch: start).withoutFraction,
            end: Timestamp(secondsSinceEpoch: start + seconds).withoutFraction
        )
    }
}

extension JSONValue {
    /// The state that a handler would have returned.
    init(sampleState state: any Encodable) throws {
        do {
            self = try JSONValue(encoding: state)
        } catch {
            throw LambdaTestError.unencodable(type(of: state), error)
        }
    }
}
