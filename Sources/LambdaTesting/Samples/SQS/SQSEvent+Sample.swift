public import LambdaEvents

extension SQSEvent {
    /// Makes a batch of one message.
    ///
    /// ```swift
    /// let event = try SQSEvent.sample(body: Order(id: 7))
    /// let upload = try SQSEvent.sample(body: S3Event.sample(key: "a.png"))
    /// let ordered = try SQSEvent.sample(body: "Hello", groupID: "blue", queue: "orders.fifo")
    /// ```
    ///
    /// A queue whose name ends in `.fifo` is a FIFO queue: its messages have a group, a token
    /// against repetition, and a sequence number.
    ///
    /// - Parameters:
    ///   - body: The body: a `String` as it is, any other `Encodable` as JSON.
    ///   - messageAttributes: What the sender says about the message, by name.
    ///   - groupID: The group of the message. The default is none, `group-1` for a FIFO queue.
    ///   - deduplicationID: The token by which a FIFO queue recognizes repetitions. The default is
    ///     another one for each message, none for a standard queue.
    ///   - receiveCount: How often the message has been received, this time included.
    ///   - traceHeader: The trace header of the sender.
    ///   - queue: The name of the queue.
    ///   - time: When the message was sent. It is received for the first time a moment later.
    ///   - region: The region of the queue.
    ///   - accountID: The account of the queue.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the body does not encode.
    public static func sample(
        body: any Encodable = "Hello",
        messageAttributes: [String: Message.MessageAttribute] = [:],
        groupID: String? = nil,
        deduplicationID: String? = nil,
        receiveCount: Int = 1,
        traceHeader: String? = nil,
        queue: String = "orders",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> SQSEvent {
        let message = try Message.sample(
            body: body,
            messageAttributes: messageAttributes,
            groupID: groupID,
            deduplicationID: deduplicationID,
            receiveCount: receiveCount,
            traceHeader: traceHeader,
            queue: queue,
            time: time,
            region: region,
            accountID: accountID
        )
        return SQSEvent(records: [message])
    }

    /// Makes a batch of several messages, each with an ID of its own.
    ///
    /// ```swift
    /// let event = try SQSEvent.sample(bodies: [Order(id: 7), Order(id: 8), "not an order"])
    /// ```
    ///
    /// - Parameters:
    ///   - bodies: The bodies: a `String` as it is, any other `Encodable` as JSON.
    ///   - messageAttributes: What the sender says about each message, by name.
    ///   - groupID: The group of all messages. The default is none, `group-1` for a FIFO queue.
    ///   - receiveCount: How often the messages have been received, this time included.
    ///   - queue: The name of the queue.
    ///   - time: When the messages were sent.
    ///   - region: The region of the queue.
    ///   - accountID: The account of the queue.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if a body does not encode.
    public static func sample(
        bodies: [any Encodable],
        messageAttributes: [String: Message.MessageAttribute] = [:],
        groupID: String? = nil,
        receiveCount: Int = 1,
        queue: String = "orders",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> SQSEvent {
        let messages = try bodies.enumerated().map { index, body in
            try Message.sample(
                body: body,
                messageAttributes: messageAttributes,
                groupID: groupID,
                receiveCount: receiveCount,
                queue: queue,
                index: index,
                time: time,
                region: region,
                accountID: accountID
            )
        }
        return SQSEvent(records: messages)
    }
}
