public import LambdaEvents

extension CloudWatchLogsEvent {
    /// Makes an event with lines of a log.
    ///
    /// ```swift
    /// let event = try CloudWatchLogsEvent.sample(messages: ["A line", ["level": "ERROR"]])
    /// ```
    ///
    /// - Parameters:
    ///   - messages: The lines: a `String` as it is, any other `Encodable` as JSON.
    ///   - logGroup: The name of the log group.
    ///   - logStream: The name of the stream.
    ///   - subscriptionFilter: The name of the filter that let the lines through.
    ///   - time: When the first line was written. Each further one follows a millisecond later.
    ///   - accountID: The account of the log.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if a line does not encode.
    public static func sample(
        messages: [any Encodable] = ["Hello"],
        logGroup: String = "/aws/lambda/my-function",
        logStream: String = "2026/03/01/[$LATEST]0123456789abcdef0123456789abcdef",
        subscriptionFilter: String = "errors",
        time: Timestamp = .sample,
        accountID: String = "123456789012"
    ) throws -> CloudWatchLogsEvent {
        try sample(
            CloudWatchLogsMessage.sample(
                messages: messages,
                logGroup: logGroup,
                logStream: logStream,
                subscriptionFilter: subscriptionFilter,
                time: time,
                accountID: accountID
            )
        )
    }

    /// Makes an event of a message.
    ///
    /// - Parameter message: The message, which the event has as gzip.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the message does not encode.
    public static func sample(_ message: CloudWatchLogsMessage) throws -> CloudWatchLogsEvent {
        let compressed = StoredGzip.compress(try SampleContent.bytes(of: message))
        return CloudWatchLogsEvent(awslogs: Payload(data: Base64.encode(compressed)))
    }
}
