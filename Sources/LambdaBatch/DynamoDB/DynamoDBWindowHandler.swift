import LambdaBatchShared
public import LambdaDynamoDBEvents
public import LambdaRuntime
public import LambdaStreamBatch
public import LambdaStreamsShared

/// A function that sums up the changes of a DynamoDB table over time windows.
///
/// ```swift
/// @main
/// struct SalesPerMinute: DynamoDBWindowHandler {
///     func makeState(for window: TimeWindow) -> Total { Total() }
///
///     func handle(
///         _ change: DynamoDBChange<Sale>,
///         of record: DynamoDBEvent.Record,
///         state: inout Total,
///         context: LambdaContext
///     ) async throws {
///         if let sale = change.new { state.add(sale) }
///     }
///
///     func finish(_ state: Total, of window: TimeWindow, context: LambdaContext) async throws {
///         try await save(state, at: window.start)
///     }
/// }
/// ```
///
/// The event source mapping has a tumbling window. Lambda keeps the state from one invocation of the
/// window to the next, as JSON, up to 1 MB. Records are handled in order, and the first that fails is
/// reported with the state from before it.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html>
public protocol DynamoDBWindowHandler: LambdaHandler
where Event == DynamoDBTimeWindowEvent, Output == TimeWindowResponse {
    /// What the images of an item are decoded to, as in a ``DynamoDBRecordHandler``.
    associatedtype Item: Sendable

    /// What is kept over a window.
    ///
    /// It encodes as a JSON object, as a structure does, or a dictionary with names as keys. An object without
    /// members is what a window begins with: a state that encodes as one is made anew.
    associatedtype State: Codable & Sendable

    /// Makes the state that a window begins with.
    ///
    /// - Parameter window: The window.
    /// - Returns: The state before the first record.
    /// - Throws: Any error, to have Lambda try the invocation again.
    func makeState(for window: TimeWindow) throws -> State

    /// Adds one record to the state.
    ///
    /// - Parameters:
    ///   - change: The item before and after, decoded.
    ///   - record: The record.
    ///   - state: The state so far. What a call that throws has changed is forgotten: the call works on a
    ///     copy, so to change a large collection takes time in proportion to its size.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have Lambda send the record again, and all behind it.
    func handle(
        _ change: DynamoDBChange<Item>,
        of record: DynamoDBEvent.Record,
        state: inout State,
        context: LambdaContext
    ) async throws

    /// Uses the state at the end of a window, after its last record.
    ///
    /// It may be called more than once for a window, and using a state again must do no harm:
    ///
    /// - Lambda tries the last invocation of the window again, with the same state, if it failed or
    ///   timed out, even if that was after this method had done its work.
    /// - A window whose state has become too large ends early, and the rest of its records begin another
    ///   one, with a new state. Each has an end.
    ///
    /// - Parameters:
    ///   - state: The state after all records of the window.
    ///   - window: The window.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have Lambda try the invocation again.
    func finish(_ state: State, of window: TimeWindow, context: LambdaContext) async throws

    /// Decodes an image of an item, as in a ``DynamoDBRecordHandler``.
    ///
    /// - Parameter image: The attributes of the item, before or after the change.
    /// - Returns: The item.
    /// - Throws: Any error, which ``handleUndecodable(_:error:context:)`` is given.
    func decodeItem(_ image: [String: AttributeValue]) throws -> Item

    /// Deals with a change whose images do not decode, as in a ``DynamoDBRecordHandler``.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - error: What ``decodeItem(_:)`` threw.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have Lambda send the change again. The default throws the one it is given.
    func handleUndecodable(
        _ record: DynamoDBEvent.Record,
        error: any Error,
        context: LambdaContext
    ) async throws

    /// How a batch is treated.
    ///
    /// The default is `StreamBatchOptions()`. Records of a window are never handled at once.
    var batchOptions: StreamBatchOptions { get }
}

extension DynamoDBWindowHandler {
    /// The default options.
    public var batchOptions: StreamBatchOptions { StreamBatchOptions() }

    /// Throws the error, so that the record fails.
    public func handleUndecodable(
        _ record: DynamoDBEvent.Record,
        error: any Error,
        context: LambdaContext
    ) async throws {
        throw error
    }

    /// Adds the records of a batch to the state, and finishes the window if it is over.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The new state, and the record from which on to send the shard again.
    /// - Throws: `BatchError` if the batch fails as a whole, `DecodingError` if the state is not one of
    ///   this handler, `EncodingError` if it does not encode as an object, and what ``makeState(for:)`` and ``finish(_:of:context:)`` throw.
    public func handle(
        _ event: DynamoDBTimeWindowEvent,
        context: LambdaContext
    ) async throws -> TimeWindowResponse {
        try await handleRecords(of: event, context: context)
    }

    /// Adds the records of a batch to the state, as ``handle(_:context:)-(DynamoDBTimeWindowEvent,_)`` does.
    ///
    /// For handlers with work to do once for the whole batch: implement `handle(_:context:)`, and call
    /// this method in it.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The new state, and the record from which on to send the shard again.
    /// - Throws: What the handling of the batch throws.
    public func handleRecords(
        of event: DynamoDBTimeWindowEvent,
        context: LambdaContext
    ) async throws -> TimeWindowResponse {
        let state = WindowState(
            try event.decodeState(as: State.self) ?? makeState(for: event.window)
        )
        let numbers = event.records.map(\.dynamodb.sequenceNumber)
        let batch = RecordBatch(
            window: numbers,
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
            try await state.update {
                try await handle(change, of: record, state: &$0, context: context)
            }
        }
        // First, so that a state which Lambda would not take fails before it is used.
        let response = try TimeWindowResponse(
            encoding: state.value,
            failures: StreamBatchResponse(unfinished: unfinished, of: numbers)
        )
        if unfinished.isEmpty, event.isFinalInvokeForWindow {
            try await finish(state.value, of: event.window, context: context)
        }
        return response
    }
}

extension DynamoDBWindowHandler where Item: Decodable {
    /// Decodes an image of an item.
    public func decodeItem(_ image: [String: AttributeValue]) throws -> Item {
        try image.decode(Item.self)
    }
}

extension DynamoDBWindowHandler where Item == [String: AttributeValue] {
    /// Returns an image of an item as it is.
    public func decodeItem(_ image: [String: AttributeValue]) throws -> Item { image }
}
