public import LambdaEvents
import LambdaEventsShared

extension CloudWatchLogsMessage {
    /// Makes a message with lines of a log, as an event has it in gzip, and a record of a stream.
    ///
    /// - Parameters:
    ///   - messages: The lines: a `String` as it is, any other `Encodable` as JSON.
    ///   - logGroup: The name of the log group.
    ///   - logStream: The name of the stream.
    ///   - subscriptionFilter: The name of the filter that let the lines through.
    ///   - time: When the first line was written. Each further one follows a millisecond later.
    ///   - accountID: The account of the log.
    /// - Returns: The message.
    /// - Throws: ``LambdaTestError`` if a line does not encode.
    public static func sample(
        messages: [any Encodable] = ["Hello"],
        logGroup: String = "/aws/lambda/my-function",
        logStream: String = "2026/03/01/[$LATEST]0123456789abcdef0123456789abcdef",
        subscriptionFilter: String = "errors",
        time: Timestamp = .sample,
        accountID: String = "123456789012"
    ) throws -> CloudWatchLogsMessage {
        try CloudWatchLogsMessage(
            owner: accountID,
            logGroup: logGroup,
            logStream: logStream,
            subscriptionFilters: [subscriptionFilter],
            logEvents: messages.enumerated().map { index, message in
                CloudWatchLogsMessage.LogEvent(
                    id: "3653" + SampleID.decimal(index, digits: 52),
                    timestamp: (time + .milliseconds(index)).asMilliseconds,
                    message: try SampleContent.text(of: message)
                )
            }
        )
    }
}
