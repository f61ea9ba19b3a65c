public import LambdaKinesisEvents
public import LambdaRuntime
public import LambdaStreamBatch

/// A function that handles the records of a Kinesis data stream one by one.
///
/// ```swift
/// @main
/// struct ClickCounter: KinesisRecordHandler {
///     func handle(
///         _ click: Click,
///         of record: KinesisEvent.Record,
///         context: LambdaContext
///     ) async throws {
///         try await count(click)
///     }
/// }
/// ```
///
/// Records are handled in order. The first whose handling throws is reported to Lambda, which
/// sends the shard again from there; what follows it is not handled. Turn on
/// `ReportBatchItemFailures` for the event source mapping: without it, Lambda takes the records for
/// done. With a `maximumConcurrency` above 1, the order is kept within each
/// partition key, and the failure with the lowest sequence number is reported.
///
/// Lambda delivers at least once: handling a record again must do no harm.
///
/// For an event source mapping with a tumbling window, see ``KinesisWindowHandler``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html>
public protocol KinesisRecordHandler: LambdaHandler
where Event == KinesisEvent, Output == StreamBatchResponse {
    /// What the data of a record are decoded to.
    ///
    /// `String` and `[UInt8]` are the data as they are, other types are decoded from JSON, which may be
    /// gzip.
    associatedtype Payload: Sendable

    /// Handles one record.
    ///
    /// - Parameters:
    ///   - payload: The data of the record, decoded.
    ///   - record: The record.
    ///   - context: The context of the invocation, which handles other records too.
    /// - Throws: Any error, to have Lambda send the record again, and all behind it. Its type is logged
    ///   with the sequence number.
    func handle(
        _ payload: Payload,
        of record: KinesisEvent.Record,
        context: LambdaContext
    ) async throws

    /// Decodes the data of a record.
    ///
    /// The default decodes JSON, and restores it first if it is gzip. Implement it for data in an
    /// envelope, or in another format.
    ///
    /// - Parameter record: The record.
    /// - Returns: What ``handle(_:of:context:)`` is given.
    /// - Throws: Any error, which ``handleUndecodable(_:error:context:)`` is given.
    func decodePayload(of record: KinesisEvent.Record) throws -> Payload

    /// Deals with a record whose data do not decode.
    ///
    /// The default throws the error, and the record fails like any other. It blocks its shard until
    /// Lambda discards it. To go on, put the record aside and return.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - error: What ``decodePayload(of:)`` threw.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have Lambda send the record again.
    func handleUndecodable(
        _ record: KinesisEvent.Record,
        error: any Error,
        context: LambdaContext
    ) async throws

    /// How a batch is treated.
    ///
    /// The default is `StreamBatchOptions()`.
    var batchOptions: StreamBatchOptions { get }
}

extension KinesisRecordHandler {
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

    /// Handles the records of a batch, each with ``handle(_:of:context:)``.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The record from which on to send the shard again.
    /// - Throws: `BatchError` if the batch fails as a whole.
    public func handle(
        _ event: KinesisEvent,
        context: LambdaContext
    ) async throws -> StreamBatchResponse {
        try await handleRecords(of: event, context: context)
    }

    /// Handles the records of a batch, as ``handle(_:context:)-(KinesisEvent,_)`` does.
    ///
    /// For handlers with work to do once for the whole batch: implement `handle(_:context:)`, and call
    /// this method in it.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The record from which on to send the shard again.
    /// - Throws: `BatchError` if the batch fails as a whole.
    public func handleRecords(
        of event: KinesisEvent,
        context: LambdaContext
    ) async throws -> StreamBatchResponse {
        let numbers = event.records.map(\.kinesis.sequenceNumber)
        let batch = RecordBatch(
            sequenceNumbers: numbers,
            keys: event.records.map(\.kinesis.partitionKey),
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
            try await handle(payload, of: record, context: context)
            try RecordBatch.checkCancellation()
        }
        return StreamBatchResponse(unfinished: unfinished, of: numbers)
    }
}

extension KinesisRecordHandler where Payload: Decodable {
    /// Decodes the JSON in the data of a record, gzip or not.
    public func decodePayload(of record: KinesisEvent.Record) throws -> Payload {
        try record.kinesis.decodePayload()
    }
}

extension KinesisRecordHandler where Payload == String {
    /// Returns the text of the data of a record.
    public func decodePayload(of record: KinesisEvent.Record) throws -> Payload {
        try record.kinesis.text()
    }
}

extension KinesisRecordHandler where Payload == [UInt8] {
    /// Returns the bytes of the data of a record.
    public func decodePayload(of record: KinesisEvent.Record) throws -> Payload {
        try record.kinesis.bytes()
    }
}
