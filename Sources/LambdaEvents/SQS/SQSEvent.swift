import LambdaEventsCoding
import LambdaEventsShared

/// A batch of messages from an SQS queue.
///
/// A handler that returns nothing succeeds for the whole batch, and one that throws fails for all
/// of it. To fail for single messages, return an ``SQSBatchResponse`` and turn on
/// `ReportBatchItemFailures` for the event source mapping.
///
/// ```swift
/// func handle(_ event: SQSEvent, context: LambdaContext) async throws {
///     for message in event.records {
///         let order = try message.decodeBody(as: Order.self)
///         try await ship(order)
///     }
/// }
/// ```
///
/// A message may hold the event of another service, alone or in a notification of SNS: see
/// ``Message/decodeBody(as:using:)`` and ``Message/decodeBody(as:in:)``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html>
public struct SQSEvent: Codable, Hashable, Sendable {
    /// The messages, in their order for a FIFO queue.
    ///
    /// Lambda sends at least one.
    ///
    /// JSON key: `Records`.
    public var records: [Message]

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(records: [Message] = []) {
        self.records = records
    }

    enum CodingKeys: String, RequiresCollections, WritesEmptyCollections {
        case records = "Records"
    }
}
