public import LambdaRuntime
public import LambdaSQSEvents

/// A function that handles the messages of an SQS queue one by one.
///
/// ```swift
/// @main
/// struct OrderQueue: SQSRecordHandler {
///     func handle(
///         _ order: Order,
///         of message: SQSEvent.Message,
///         context: LambdaContext
///     ) async throws {
///         try await ship(order)
///     }
/// }
/// ```
///
/// A message whose handling throws is handed back to its queue, the others are deleted. Turn on
/// `ReportBatchItemFailures` for the event source mapping: without it, Lambda deletes all of them.
///
/// Messages of a standard queue are handled at the same time, up to the
/// ``SQSBatchOptions/maximumConcurrency`` of ``batchOptions``. Those of a FIFO queue are handled in
/// order within their message group; if one fails, what follows in its group is handed back with it,
/// and the other groups go on.
///
/// SQS delivers at least once: handling a message again must do no harm.
///
/// The type is a `LambdaHandler` whose event is the whole batch. Tests call either method, or run it
/// in `withLambda`.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
public protocol SQSRecordHandler: LambdaHandler
where Event == SQSEvent, Output == SQSBatchResponse {
    /// What the body of a message is decoded to.
    ///
    /// `String` and `[UInt8]` are the body as it is, other types are decoded from JSON.
    associatedtype Body: Sendable

    /// Handles one message.
    ///
    /// - Parameters:
    ///   - body: The body of the message, decoded.
    ///   - message: The message.
    ///   - context: The context of the invocation, which handles other messages too.
    /// - Throws: Any error, to have SQS deliver the message again. Its type is logged with the ID of the
    ///   message.
    func handle(_ body: Body, of message: SQSEvent.Message, context: LambdaContext) async throws

    /// Decodes the body of a message.
    ///
    /// The default decodes JSON. Implement it for a body in an envelope, or in another format:
    ///
    /// ```swift
    /// func decodeBody(of message: SQSEvent.Message) throws -> S3Event {
    ///     try message.decodeBody(as: S3Event.self, in: SNSNotification.self)
    /// }
    /// ```
    ///
    /// - Parameter message: The message.
    /// - Returns: What ``handle(_:of:context:)`` is given.
    /// - Throws: Any error, which ``handleUndecodable(_:error:context:)`` is given.
    func decodeBody(of message: SQSEvent.Message) throws -> Body

    /// Deals with a message whose body does not decode.
    ///
    /// The default throws the error, and the message fails like any other. It is the same the next
    /// time, so it comes back until the queue's redrive policy moves it to the dead-letter queue. To get
    /// rid of it at once, put it aside and return.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - error: What ``decodeBody(of:)`` threw.
    ///   - context: The context of the invocation.
    /// - Throws: Any error, to have SQS deliver the message again.
    func handleUndecodable(
        _ message: SQSEvent.Message,
        error: any Error,
        context: LambdaContext
    ) async throws

    /// How a batch is treated.
    ///
    /// The default is `SQSBatchOptions()`. A constant will do, or a value that `init()` has read from
    /// the environment.
    var batchOptions: SQSBatchOptions { get }
}

extension SQSRecordHandler {
    /// The default options.
    public var batchOptions: SQSBatchOptions { SQSBatchOptions() }

    /// Throws the error, so that the message fails.
    public func handleUndecodable(
        _ message: SQSEvent.Message,
        error: any Error,
        context: LambdaContext
    ) async throws {
        throw error
    }

    /// Handles the messages of a batch, each with ``handle(_:of:context:)``.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The messages to deliver again.
    /// - Throws: `BatchError` if the batch fails as a whole.
    public func handle(
        _ event: SQSEvent,
        context: LambdaContext
    ) async throws -> SQSBatchResponse {
        try await handleRecords(of: event, context: context)
    }

    /// Handles the messages of a batch, as ``handle(_:context:)-(SQSEvent,_)`` does.
    ///
    /// For handlers with work to do once for the whole batch: implement `handle(_:context:)`, and call
    /// this method in it.
    ///
    /// - Parameters:
    ///   - event: The batch.
    ///   - context: The context of the invocation.
    /// - Returns: The messages to deliver again.
    /// - Throws: `BatchError` if the batch fails as a whole.
    public func handleRecords(
        of event: SQSEvent,
        context: LambdaContext
    ) async throws -> SQSBatchResponse {
        let batch = RecordBatch(messages: event.records, options: batchOptions, context: context)
        let unfinished = try await batch.run { index in
            let message = event.records[index]
            let body: Body
            do {
                body = try decodeBody(of: message)
            } catch {
                return try await RecordBatch.handleUndecodable(as: Body.self, error) {
                    try await handleUndecodable(message, error: error, context: context)
                }
            }
            try await handle(body, of: message, context: context)
            try RecordBatch.checkCancellation()
        }
        return SQSBatchResponse(messages: event.records, at: unfinished)
    }
}

extension SQSRecordHandler where Body: Decodable {
    /// Decodes the JSON in the body of a message.
    public func decodeBody(of message: SQSEvent.Message) throws -> Body {
        try message.decodeBody(as: Body.self)
    }
}

extension SQSRecordHandler where Body == String {
    /// Returns the body of a message as it is.
    public func decodeBody(of message: SQSEvent.Message) throws -> Body { message.body }
}

extension SQSRecordHandler where Body == [UInt8] {
    /// Returns the bytes of the body of a message.
    public func decodeBody(of message: SQSEvent.Message) throws -> Body { Array(message.body.utf8) }
}
