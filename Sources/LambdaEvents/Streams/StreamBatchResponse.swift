import LambdaEventsCoding

/// What a handler of a stream returns to say from where on its batch failed.
///
/// For Kinesis and DynamoDB Streams alike. It takes effect only if `ReportBatchItemFailures` is
/// turned on for the event source mapping. Without failures, the batch succeeded.
///
/// ```swift
/// func handle(_ event: KinesisEvent, context: LambdaContext) async throws -> StreamBatchResponse {
///     for record in event.records {
///         do { try await process(record) } catch { return StreamBatchResponse(failedFrom: record) }
///     }
///     return StreamBatchResponse()
/// }
/// ```
///
/// A stream is read in order: Lambda retries everything from the lowest sequence number on that the
/// response has, records that succeeded too. So the first failure says all, and a handler does best
/// to stop there.
///
/// Lambda takes a sequence number that is empty or not in the batch for a failure of the whole
/// batch.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html>
public struct StreamBatchResponse: Codable, Hashable, Sendable {
    /// The records that failed.
    ///
    /// Empty if all succeeded.
    public var batchItemFailures: [ItemFailure]

    /// Creates a response.
    ///
    /// Parameters match the properties of the same name.
    public init(batchItemFailures: [ItemFailure] = []) {
        self.batchItemFailures = batchItemFailures
    }

    /// Creates a response that says from which record on the batch failed.
    ///
    /// - Parameter sequenceNumber: The sequence number of the record.
    public init(failedFrom sequenceNumber: SequenceNumber) {
        self.init(batchItemFailures: [ItemFailure(sequenceNumber)])
    }

    enum CodingKeys: String, WritesEmptyCollections {
        case batchItemFailures
    }

    /// One record that failed.
    public struct ItemFailure: Codable, Hashable, Sendable {
        /// The sequence number of the record.
        public var itemIdentifier: String

        /// Creates a failure.
        ///
        /// Parameters match the properties of the same name.
        public init(itemIdentifier: String) {
            self.itemIdentifier = itemIdentifier
        }

        /// Creates a failure of the record with a sequence number.
        ///
        /// - Parameter sequenceNumber: The sequence number of the record.
        public init(_ sequenceNumber: SequenceNumber) {
            self.init(itemIdentifier: sequenceNumber.rawValue)
        }
    }
}
