import LambdaEventsCoding

/// A batch of changes of a DynamoDB table, from one shard of its stream, in their order.
///
/// A handler that returns nothing succeeds for the whole batch; one that throws has the whole batch
/// sent again. To have a part of it sent again, return a `StreamBatchResponse` and turn on
/// `ReportBatchItemFailures` for the event source mapping.
///
/// ```swift
/// func handle(_ event: DynamoDBEvent, context: LambdaContext) async throws {
///     for record in event.records where record.eventName == .insert {
///         guard let order = try record.dynamodb.newImage?.decode(Order.self) else { continue }
///         try await ship(order)
///     }
/// }
/// ```
///
/// With a tumbling window on the event source mapping, Lambda sends a ``DynamoDBTimeWindowEvent``.
/// A table that writes its changes to a Kinesis data stream sends ``DynamoDBChangeRecord``s.
/// EventBridge Pipes sends an array of ``Record``s: `[DynamoDBEvent.Record]`.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
public struct DynamoDBEvent: Codable, Hashable, Sendable {
    /// The changes, in the order of their shard.
    ///
    /// Lambda sends at least one.
    ///
    /// JSON key: `Records`.
    public var records: [Record]

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(records: [Record] = []) {
        self.records = records
    }

    enum CodingKeys: String, RequiresCollections, WritesEmptyCollections {
        case records = "Records"
    }
}
