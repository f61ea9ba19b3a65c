public import LambdaEvents

extension SNSEvent {
    /// Makes an event with one notification, as SNS sends it.
    ///
    /// ```swift
    /// let event = try SNSEvent.sample(message: Order(id: 7), subject: "A new order")
    /// let alarm = try SNSEvent.sample(message: CloudWatchAlarmMessage.sample(), topic: "alarms")
    /// ```
    ///
    /// - Parameters:
    ///   - message: The message: a `String` as it is, any other `Encodable` as JSON.
    ///   - subject: The subject. The default is none.
    ///   - messageAttributes: What the publisher says about the message, by name.
    ///   - topic: The name of the topic.
    ///   - index: The place of the notification among those of a test. Its ID follows from it.
    ///   - time: When the message was published.
    ///   - region: The region of the topic.
    ///   - accountID: The account of the topic.
    /// - Returns: The event.
    /// - Throws: ``LambdaTestError`` if the message does not encode.
    public static func sample(
        message: any Encodable = "Hello",
        subject: String? = nil,
        messageAttributes: [String: SNSNotification.MessageAttribute] = [:],
        topic: String = "orders",
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> SNSEvent {
        let notification = try SNSNotification.sample(
            message: message,
            subject: subject,
            messageAttributes: messageAttributes,
            topic: topic,
            index: index,
            time: time,
            region: region,
            accountID: accountID
        )
        let subscription = SNSNotification.subscription(notification.topicARN)
        return SNSEvent(records: [
            Record(eventSubscriptionARN: subscription, sns: notification)
        ])
    }
}
