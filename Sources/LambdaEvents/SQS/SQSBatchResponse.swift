import LambdaEventsCoding
import LambdaEventsShared

/// What a handler of an ``SQSEvent`` returns to say which messages failed.
///
/// SQS shows the failed messages again and deletes the others. It takes effect only if
/// `ReportBatchItemFailures` is turned on for the event source mapping. Without failures, the batch
/// succeeded.
///
/// ```swift
/// func handle(_ event: SQSEvent, context: LambdaContext) async throws -> SQSBatchResponse {
///     var response = SQSBatchResponse()
///     for message in event.records {
///         do { try await process(message) } catch { response.addFailure(of: message) }
///     }
///     return response
/// }
/// ```
///
/// A FIFO queue keeps its order only if whatever follows a failure in its group fails too. Either
/// stop at the first failure, with ``init(failedFrom:in:)``, or go on with the other groups:
///
/// ```swift
/// for message in event.records where !response.contains(message) {
///     do { try await process(message) } catch {
///         response.addFailure(of: message, andRestOfGroupIn: event)
///     }
/// }
/// ```
///
/// Lambda takes an ID that is not in the batch for a failure of the whole batch.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
public struct SQSBatchResponse: Codable, Hashable, Sendable {
    /// The messages that failed.
    ///
    /// Empty if all succeeded.
    public var batchItemFailures: [ItemFailure]

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(batchItemFailures: [ItemFailure] = []) {
        self.batchItemFailures = batchItemFailures
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case batchItemFailures
    }

    /// One message that failed.
    public struct ItemFailure: Codable, Hashable, Sendable {
        /// The ``SQSEvent/Message/messageID`` of the message.
        public var itemIdentifier: String

        /// Creates a failure.
        ///
        /// Parameters match the properties of the same name.
        public init(itemIdentifier: String) {
            self.itemIdentifier = itemIdentifier
        }
    }
}

extension SQSBatchResponse {
    /// Creates a response that says which messages failed.
    ///
    /// - Parameter messages: The messages that failed.
    public init(failed messages: some Sequence<SQSEvent.Message>) {
        self.init(
            batchItemFailures: messages.map { ItemFailure(itemIdentifier: $0.messageID) }
        )
    }

    /// Creates a response for a FIFO queue: a message failed, and those after it were not tried.
    ///
    /// - Parameters:
    ///   - message: The message that failed.
    ///   - event: The event it came in. If the message is not in it, only the message has failed.
    public init(failedFrom message: SQSEvent.Message, in event: SQSEvent) {
        let later = event.records.drop { $0.messageID != message.messageID }
        self.init(failed: later.isEmpty ? [message] : later)
    }

    /// Adds a message to those that failed.
    ///
    /// - Parameter message: The message that failed.
    public mutating func addFailure(of message: SQSEvent.Message) {
        batchItemFailures.append(ItemFailure(itemIdentifier: message.messageID))
    }

    /// Adds a message of a FIFO queue to those that failed, with all that follow it in its group.
    ///
    /// Leave those out of your loop with ``contains(_:)``: SQS sends them again.
    ///
    /// - Parameters:
    ///   - message: The message that failed.
    ///   - event: The event it came in. If the message is not in it, or has no group, only the
    ///     message has failed.
    public mutating func addFailure(
        of message: SQSEvent.Message,
        andRestOfGroupIn event: SQSEvent
    ) {
        addFailure(of: message)
        guard let group = message.attributes.messageGroupID else { return }
        let later = event.records.drop { $0.messageID != message.messageID }.dropFirst()
        for other in later where other.attributes.messageGroupID == group && !contains(other) {
            addFailure(of: other)
        }
    }

    /// Whether a message is among those that failed.
    ///
    /// - Parameter message: The message to look for.
    /// - Returns: Whether it has been added.
    public func contains(_ message: SQSEvent.Message) -> Bool {
        batchItemFailures.contains { $0.itemIdentifier == message.messageID }
    }
}
