public import LambdaDynamoDBEvents
public import LambdaRuntime
public import LambdaStreamBatch

/// A function that handles the changes of a DynamoDB table one by one.
///
/// ```swift
/// @main
/// struct OrderIndex: DynamoDBRecordHandler {
///     func handle(
///         _ change: DynamoDBChange<Order>,
///         of record: DynamoDBEvent.Record,
///         context: LambdaContext
///     ) async throws {
///         guard let order = change.new else { return }
///         try await index(order)
///     }
/// }
/// ```
///
/// Changes are handled in order. The first whose handling throws is reported to Lambda, which
/// sends the shard again from there; what follows it is not handled. Turn on
/// `ReportBatchItemFailures` for the event source mapping: without it, Lambda takes the changes for
/// done. With a `maximumConcurrency` above 1, the order is kept for each item,
/// and the failure with the lowest sequence number is reported.
///
/// Lambda delivers at least once: handling a change again must do no harm.
///
/// For an event source mapping with a tumbling window, see ``DynamoDBWindowHandler``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html>
public protocol DynamoDBRecordHandler: LambdaHandler
where Event == DynamoDBEvent, Output == StreamBatchResponse {
    /// What the images of an item are decoded to.
    ///
    /// `[String: AttributeValue]` is an image as it is.
    associatedtype Item: Sendable

    /// Handles one change.
    ///
    /// - Parameters:
    ///   - change: The item before and after, decoded.
    ///   - record: The record.
    ///   - context: The context of the invocation, which handles other changes too.
    /// - Throws: Any error, to have Lambda send the change again, and all behind it. Its type is logged
    ///   with the sequence number.
    func handle(
        _ change: DynamoDBChange<Item>,
        of record: DynamoDBEvent.Record,
        context: LambdaContext
    ) async throws

    /// Decodes an image of an item.
    ///
    /// The default decodes the attributes as the coder of `AttributeValue` does. Implement it for items in
    /// another form. It is called once for each image that the record has.
    ///
    /// - Parameter image: The attributes of the item, before or after the change.
    /// - Returns: The item.
    /// - Throws: Any error, which ``handleUndecodable(_:error:context:)`` is given.
    func decodeItem(_ image: [String: AttributeValue]) throws -> Item

    /// Deals with a change whose images do not decode.
    ///
    /// The default throws the error, and the change fails like any other. It blocks its shard until
    /// Lambda discards it. To go on, put the record aside and return.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - error: What ``decodeItem(_:)`` threw.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have Lambda send the change again.
    func handleUndecodable(
        _ record: DynamoDBEvent.Record,
        error: any Error,
        context: LambdaContext
    ) async throws

    /// How a batch is treated.
    ///
    /// The default is `StreamBatchOptions()`.
    var batchOptions: StreamBatchOptions { get }
}

extension DynamoDBRecordHandler {
    /// The default options.
    public var batchOptions: StreamBatchOptions { StreamBatchOptions() }

    /// Throws the error, so that the change fails.
    public func handleUndecodable(
        _ record: DynamoDBEvent.Record,
        error: any Error,
        context: LambdaContext
    ) async throws {
        throw error
    }

    /// Handles the changes of a batch, each with ``handle(_:of:context:)``.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The change from which on to send the shard again.
    /// - Throws: `BatchError` if the batch fails as a whole.
    public func handle(
        _ event: DynamoDBEvent,
        context: LambdaContext
    ) async throws -> StreamBatchResponse {
        try await handleRecords(of: event, context: context)
    }

    /// Handles the changes of a batch, as ``handle(_:context:)-(DynamoDBEvent,_)`` does.
    ///
    /// For handlers with work to do once for the whole batch: implement `handle(_:context:)`, and call
    /// this method in it.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The change from which on to send the shard again.
    /// - Throws: `BatchError` if the batch fails as a whole.
    public func handleRecords(
        of event: DynamoDBEvent,
        context: LambdaContext
    ) async throws -> StreamBatchResponse {
        let numbers = event.records.map(\.dynamodb.sequenceNumber)
        let batch = RecordBatch(
            sequenceNumbers: numbers,
            keys: event.records.map(\.dynamodb.keys),
            options: batchOptions,
            context: context
        )
        let unfinished = try await batch.run { index in
            let record = event.records[index]
            let change: DynamoDBChange<Item>
            do {
                change = try record.change(decodeItem)
            } catch {
                return try await RecordBatch.handleUndecodable(as: Item.self, error) {
                    try await handleUndecodable(record, error: error, context: context)
                }
            }
            try await handle(change, of: record, context: context)
            try RecordBatch.checkCancellation()
        }
        return StreamBatchResponse(unfinished: unfinished, of: numbers)
    }
}

extension DynamoDBRecordHandler where Item: Decodable {
    /// Decodes an image of an item.
    public func decodeItem(_ image: [String: AttributeValue]) throws -> Item {
        try image.decode(Item.self)
    }
}

extension DynamoDBRecordHandler where Item == [String: AttributeValue] {
    /// Returns an image of an item as it is.
    public func decodeItem(_ image: [String: AttributeValue]) throws -> Item { image }
}

extension DynamoDBEvent.Record {
    /// The change, with its images as a type.
    func change<Item>(
        _ decode: ([String: AttributeValue]) throws -> Item
    ) rethrows -> DynamoDBChange<Item> {
        DynamoDBChange(
            eventName: eventName,
            old: try dynamodb.oldImage.map(decode),
            new: try dynamodb.newImage.map(decode)
        )
    }
}
