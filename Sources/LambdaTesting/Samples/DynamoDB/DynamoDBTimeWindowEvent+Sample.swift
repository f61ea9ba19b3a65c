public import LambdaEvents
import LambdaJSON

extension DynamoDBTimeWindowEvent {
    /// Makes a batch within a time window.
    ///
    /// ```swift
    /// let event = try DynamoDBTimeWindowEvent.sample(
    ///     records: [.sample(newImage: order)],
    ///     state: Total(orders: 3)
    /// )
    /// ```
    ///
    /// - Parameters:
    ///   - records: The changes. The default is none, as for a final invocation without any.
    ///   - state: What the handler returned from the invocation before. The default is an empty
    ///     object, as for the first invocation of a window.
    ///   - isFinal: Whether this is the last invocation of the window.
    ///   - isTerminatedEarly: Whether the window ends before its time.
    ///   - windowLength: How long the window is. It begins at the last multiple of that.
    ///   - table: The name of the table.
    ///   - shardID: The shard.
    ///   - time: An instant of the window.
    ///   - region: The region of the table.
    ///   - accountID: The account of the table.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the state does not encode.
    public static func sample(
        records: [DynamoDBEvent.Record] = [],
        state: (any Encodable)? = nil,
        isFinal: Bool = false,
        isTerminatedEarly: Bool = false,
        windowLength: Duration = .seconds(120),
        table: String = "Orders",
        shardID: String = "shardId-00000001772366400250-0a1b2c3d",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> DynamoDBTimeWindowEvent {
        DynamoDBTimeWindowEvent(
            records: records,
            window: TimeWindow.sample(around: time, length: windowLength),
            state: try state.map { try JSONValue(sampleState: $0) } ?? [:],
            shardID: shardID,
            eventSourceARN: region.arn(
                "dynamodb",
                accountID,
                "table/\(table)/stream/2026-01-01T09:30:00.123"
            ),
            isFinalInvokeForWindow: isFinal,
            isWindowTerminatedEarly: isTerminatedEarly
        )
    }
}
