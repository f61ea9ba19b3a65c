import LambdaEventsCoding

/// A batch of records from one shard of a Kinesis data stream, in their order.
///
/// A handler that returns nothing succeeds for the whole batch; one that throws has the whole batch
/// sent again. To have a part of it sent again, return a `StreamBatchResponse` and turn on
/// `ReportBatchItemFailures` for the event source mapping.
///
/// ```swift
/// func handle(_ event: KinesisEvent, context: LambdaContext) async throws {
///     for record in event.records {
///         let click = try record.kinesis.decodeData(as: Click.self)
///         try await count(click)
///     }
/// }
/// ```
///
/// With a tumbling window on the event source mapping, Lambda sends a ``KinesisTimeWindowEvent``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html>
public struct KinesisEvent: Codable, Hashable, Sendable {
    /// The records, in the order of their shard.
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

    /// Decodes the JSON in the data of every record.
    ///
    /// Where DynamoDB writes its changes to the stream, the data are change records:
    ///
    /// ```swift
    /// for change in try event.decodeData(as: DynamoDBChangeRecord.self) { … }
    /// ```
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: A value for each record, in their order.
    /// - Throws: `DecodingError` for the first record whose data are not the JSON of such a value.
    public func decodeData<Value: Decodable>(as type: Value.Type = Value.self) throws -> [Value] {
        try records.map { try $0.kinesis.decodeData(as: type) }
    }
}
