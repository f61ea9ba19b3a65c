public import LambdaEvents

extension SQSEvent.Message {
    /// Makes a message, for a batch whose messages differ in more than their bodies.
    ///
    /// ```swift
    /// let event = SQSEvent(records: [
    ///     try .sample(body: "first", groupID: "blue", queue: "orders.fifo", index: 0),
    ///     try .sample(body: "second", groupID: "green", queue: "orders.fifo", index: 1),
    /// ])
    /// ```
    ///
    /// - Parameters:
    ///   - body: The body: a `String` as it is, any other `Encodable` as JSON.
    ///   - messageAttributes: What the sender says about the message, by name.
    ///   - groupID: The group of the message. The default is none, `group-1` for a FIFO queue.
    ///   - deduplicationID: The token by which a FIFO queue recognizes repetitions. The default is
    ///     another one for each message, none for a standard queue.
    ///   - receiveCount: How often the message has been received, this time included.
    ///   - traceHeader: The trace header of the sender.
    ///   - queue: The name of the queue. One that ends in `.fifo` is a FIFO queue.
    ///   - index: The place of the message in its batch. IDs and sequence numbers follow from it.
    ///   - time: When the message was sent. It is received for the first time a moment later.
    ///   - region: The region of the queue.
    ///   - accountID: The account of the queue.
    /// - Returns: The message.
    /// - Throws: ``LambdaTestError`` if the body does not encode.
    public static func sample(
        body: any Encodable = "Hello",
        messageAttributes: [String: SQSEvent.Message.MessageAttribute] = [:],
        groupID: String? = nil,
        deduplicationID: String? = nil,
        receiveCount: Int = 1,
        traceHeader: String? = nil,
        queue: String = "orders",
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> SQSEvent.Message {
        let body = try SampleContent.text(of: body)
        let isFIFO = queue.hasSuffix(".fifo")
        let messageID = SampleID.uuid("059f36b4", index)
        // A queue numbers its messages in steps of 256.
        let sequence = "18849496" + SampleID.decimal(460_467_696_128 &+ index &* 256, digits: 12)
        return SQSEvent.Message(
            messageID: messageID,
            receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy"
                + SampleID.hexadecimal(index, digits: 8),
            body: body,
            attributes: SQSEvent.Message.Attributes(
                approximateReceiveCount: "\(receiveCount)",
                awsTraceHeader: traceHeader,
                sentTimestamp: time.asMillisecondsInText,
                sequenceNumber: isFIFO ? SequenceNumber(rawValue: sequence) : nil,
                messageGroupID: groupID ?? (isFIFO ? "group-1" : nil),
                senderID: "AIDAEXAMPLESENDERID",
                messageDeduplicationID: deduplicationID ?? (isFIFO ? messageID : nil),
                approximateFirstReceiveTimestamp: (time + .milliseconds(25)).asMillisecondsInText
            ),
            messageAttributes: messageAttributes,
            md5OfMessageAttributes: SQSEvent.Message.MessageAttribute.digest(of: messageAttributes),
            md5OfBody: MD5.hexadecimalDigest(of: Array(body.utf8)),
            eventSourceARN: region.arn("sqs", accountID, queue),
            awsRegion: region.rawValue
        )
    }
}
