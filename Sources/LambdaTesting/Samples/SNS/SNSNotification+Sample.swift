public import LambdaEvents
import LambdaEventsShared

extension SNSNotification {
    /// Makes a notification, as it stands in the body of a queue's message.
    ///
    /// ```swift
    /// // S3 → topic → queue → function
    /// let notification = try SNSNotification.sample(message: S3Event.sample(key: "a.png"))
    /// let event = try SQSEvent.sample(body: notification)
    /// ```
    ///
    /// A topic whose name ends in `.fifo` is a FIFO topic: its messages have a sequence number and
    /// no signature.
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
    /// - Returns: The notification.
    /// - Throws: ``LambdaTestError`` if the message does not encode.
    public static func sample(
        message: any Encodable = "Hello",
        subject: String? = nil,
        messageAttributes: [String: MessageAttribute] = [:],
        topic: String = "orders",
        index: Int = 0,
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> SNSNotification {
        let topicARN = region.arn("sns", accountID, topic)
        let host = "https://sns.\(region.domain)/"
        let isFIFO = topic.hasSuffix(".fifo")
        return SNSNotification(
            messageID: SampleID.uuid("95df01b4", index),
            sequenceNumber: isFIFO
                ? SequenceNumber(
                    rawValue: "1000000000000000" + SampleID.decimal(index + 1, digits: 4)
                ) : nil,
            topicARN: topicARN,
            subject: subject,
            message: try SampleContent.text(of: message),
            timestamp: time.withMilliseconds,
            signatureVersion: isFIFO ? nil : "1",
            signature: isFIFO
                ? nil : "tcc6faL2yUC6dgZdmrwh1Y4cGaebXEkAi6RibDsvpi+tE/1+82jEXAMPLE==",
            signingCertURL: isFIFO
                ? nil
                : host + "SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
            unsubscribeURL: host
                + "?Action=Unsubscribe&SubscriptionArn=\(subscription(topicARN))",
            messageAttributes: messageAttributes
        )
    }

    static func subscription(_ topicARN: String) -> String {
        topicARN + ":21be56ed-a058-49f5-8c98-aedd2564c486"
    }
}

extension SNSNotification.MessageAttribute {
    /// Makes an attribute of the type `String`.
    ///
    /// - Parameter text: The value.
    /// - Returns: The attribute, as SNS sends it.
    public static func sample(_ text: String) -> Self { Self(value: text) }

    /// Makes an attribute of the type `Number`.
    ///
    /// - Parameter number: The number.
    /// - Returns: The attribute, as SNS sends it.
    public static func sample(number: some CustomStringConvertible & Numeric) -> Self {
        Self(type: .number, value: number.description)
    }

    /// Makes an attribute of the type `Binary`.
    ///
    /// - Parameter bytes: The bytes.
    /// - Returns: The attribute, as SNS sends it.
    public static func sample(bytes: [UInt8]) -> Self {
        Self(type: .binary, value: Base64.encode(bytes))
    }
}
