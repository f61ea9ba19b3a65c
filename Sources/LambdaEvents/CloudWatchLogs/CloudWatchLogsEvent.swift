import LambdaEventsCoding
import LambdaEventsGzip
import LambdaEventsShared
import LambdaJSON

/// Lines of a log, which a subscription of CloudWatch Logs sends to a function.
///
/// What is in it is compressed: ``decodeLogs(limit:)`` takes it out.
///
/// ```swift
/// func handle(_ event: CloudWatchLogsEvent, context: LambdaContext) async throws {
///     let logs = try event.decodeLogs()
///     guard logs.messageType == .data else { return }
///     for line in logs.logEvents { try await index(line.message, of: logs.logGroup) }
/// }
/// ```
///
/// Do not subscribe a function to a log that it writes to itself: it would call itself for ever.
///
/// AWS documentation: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html>
public struct CloudWatchLogsEvent: Codable, Hashable, Sendable {
    /// What CloudWatch Logs sends.
    public var awslogs: Payload

    /// Creates an event.
    ///
    /// Parameters match the properties of the same name.
    public init(awslogs: Payload) {
        self.awslogs = awslogs
    }

    /// What CloudWatch Logs sends.
    public struct Payload: Codable, Hashable, Sendable {
        /// The JSON of a ``CloudWatchLogsMessage``, as gzip, in Base64.
        ///
        /// Use ``CloudWatchLogsEvent/decodeLogs(limit:)``.
        public var data: String

        /// Creates a payload.
        ///
        /// Parameters match the properties of the same name.
        public init(data: String) {
            self.data = data
        }
    }
}

extension CloudWatchLogsEvent {
    /// Restores and decodes the logs.
    ///
    /// - Parameter limit: How many bytes of JSON there may be. The default is 32 MiB: an event can stand
    ///   for a thousand times its size, more than the memory of most functions.
    /// - Returns: The logs.
    /// - Throws: `DecodingError` if ``Payload/data`` is not Base64, not gzip, damaged, longer than the
    ///   limit, or not the JSON of logs.
    public func decodeLogs(limit: Int = 32 << 20) throws -> CloudWatchLogsMessage {
        guard let compressed = Base64.decode(awslogs.data) else {
            throw Self.corrupted("Expected Base64 in the data of the logs")
        }
        switch Gzip.decompress(compressed, limit: limit) {
        case .bytes(let bytes):
            return try LambdaJSONDecoder().decode(CloudWatchLogsMessage.self, from: bytes)
        case .failure(let reason):
            throw Self.corrupted("\(reason) in the data of the logs")
        }
    }

    private static func corrupted(_ reason: String) -> DecodingError {
        .dataCorrupted(DecodingError.Context(LambdaJSONError(reason), at: []))
    }
}
