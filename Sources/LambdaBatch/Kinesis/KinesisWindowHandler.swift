import LambdaBatchShared
public import LambdaKinesisEvents
public import LambdaRuntime
public import LambdaStreamBatch
public import LambdaStreamsShared

/// A function that sums up the records of a Kinesis data stream over time windows.
///
/// ```swift
/// @main
/// struct SalesPerMinute: KinesisWindowHandler {
///     func makeState(for window: TimeWindow) -> Total { Total() }
///
///     func handle(
///         _ sale: Sale,
///         of record: KinesisEvent.Record,
///         state: inout Total,
///         context: LambdaContext
///     ) async throws {
///         state.add(sale)
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
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html>
public protocol KinesisWindowHandler: LambdaHandler
where Event == KinesisTimeWindowEvent, Output == TimeWindowResponse {
    /// What the data of a record are decoded to, as in a ``KinesisRecordHandler``.
    associatedtype Payload: Sendable

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
    ///   - payload: The data of the record, decoded.
    ///   - record: The record.
    ///   - state: The state so far. What a call that throws has changed is forgotten: the call works on a
    ///     copy, so to change a large collection takes time in proportion to its size.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have Lambda send the record again, and all behind it.
    func handle(
        _ payload: Payload,
        of record: KinesisEvent.Record,
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

    /// Decodes the data of a record, as in a ``KinesisRecordHandler``.
    ///
    /// - Parameter record: The record.
    /// - Returns: What ``handle(_:of:state:context:)`` is given.
    /// - Throws: Any error, which ``handleUndecodable(_:error:context:)`` is given.
    func decodePayload(of record: KinesisEvent.Record) throws -> Payload

    /// Deals with a record whose data do not decode, as in a ``KinesisRecordHandler``.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - error: What ``decodePayload(of:)`` threw.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have Lambda send the record again. The default throws the one it is given.
    func handleUndecodable(
        _ record: KinesisEvent.Record,
        error: any Error,
        context: LambdaContext
    ) async throws

    /// How a batch is treated.
    ///
    /// The default is `StreamBatchOptions()`. Records of a window are never handled at once.
    var batchOptions: StreamBatchOptions { get }
}

extension KinesisWindowHandler {
    /// The default options.
    public var batchOptions: StreamBatchOptions { StreamBatchOptions() }

    /// Throws the error, so that the record fails.
    public func handleUndecodable(
        _ record: KinesisEvent.Record,
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
        _ event: KinesisTimeWindowEvent,
        context: LambdaContext
    ) async throws -> TimeWindowResponse {
        try await handleRecords(of: event, context: context)
    }

    /// Adds the records of a batch to the state, as ``handle(_:context:)-(KinesisTimeWindowEvent,_)`` does.
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
        of event: KinesisTimeWindowEvent,
        context: LambdaContext
    ) async throws -> TimeWindowResponse {
        let state = WindowState(
            try event.decodeState(as: State.self) ?? makeState(for: event.window)
        )
        let numbers = event.records.map(\.kinesis.sequenceNumber)
        let batch = RecordBatch(
            window: numbers,
            options: batchOptions,
            context: context
        )
        let unfinished = try await batch.run { index in
            let record = event.records[index]
            let payload: Payload
            do {
                payload = try decodePayload(of: record)
            } catch {
                return try await RecordBatch.handleUndecodable(as: Payload.self, error) {
                    try await handleUndecodable(record, error: error, context: context)
                }
            }
            try await state.update {
                try await handle(payload, of: record, state: &$0, context: context)
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

extension KinesisWindowHandler where Payload: Decodable {
    /// Decodes the JSON in the data of a record, gzip or not.
    public func decodePayload(of record: KinesisEvent.Record) throws -> Payload {
        try record.kinesis.decodePayload()
    }
}

extension KinesisWindowHandler where Payload == String {
    /// Returns the text of the data of a record.
    public func decodePayload(of record: KinesisEvent.Record) throws -> Payload {
        try record.kinesis.text()
    }
}

extension KinesisWindowHandler where Payload == [UInt8] {
    /// Returns the bytes of the data of a record.
    public func decodePayload(of record: KinesisEvent.Record) throws -> Payload {
        try record.kinesis.bytes()
    }
}
