public import LambdaEventsShared

/// What SNS sends to one subscriber of a topic.
///
/// You meet it in three places: in the records of an ``SNSEvent``; as the body of a message in a
/// queue that is subscribed to a topic; and as the body of an HTTP request.
///
/// ```swift
/// // S3 → topic → queue → function
/// let upload = try message.decodeBody(as: S3Event.self, in: SNSNotification.self)
///
/// // with the subject
/// let notification = try message.decodeBody(as: SNSNotification.self)
/// let order = try notification.decodeMessage(as: Order.self)
/// ```
///
/// A subscription with raw message delivery has no envelope at all: there, the body of the queue's
/// message is the message itself, and the attributes are those of the queue's message.
///
/// SNS spells the two URLs `SigningCertUrl` and `UnsubscribeUrl` in events, `SigningCertURL` and
/// `UnsubscribeURL` elsewhere. Both are read, and written as they were read; a notification made in
/// code is written as the place it is in wants it.
///
/// AWS documentation: <https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html>
public struct SNSNotification: Hashable, Sendable {
    /// What the message is: a notification, except for endpoints that have to be confirmed.
    public var type: MessageType

    /// The ID of the message, the same each time it is delivered.
    ///
    /// JSON key: `MessageId`.
    public var messageID: String

    /// The token with which the endpoint can confirm the subscription.
    ///
    /// `nil` for a notification.
    public var token: String?

    /// The place of the message in its topic.
    ///
    /// `nil` unless the topic is FIFO.
    public var sequenceNumber: SequenceNumber?

    /// The ARN of the topic.
    ///
    /// JSON key: `TopicArn`.
    public var topicARN: String

    /// The subject of the message.
    ///
    /// `nil` if the publisher gave none.
    public var subject: String?

    /// The text of the message.
    ///
    /// Use ``decodeMessage(as:)`` if it is JSON.
    public var message: String

    /// When the message was published.
    public var timestamp: Timestamp

    /// The version of the signature: `1` for SHA1, `2` for SHA256.
    ///
    /// `nil` for messages of a FIFO topic, and those that come through Firehose.
    public var signatureVersion: String?

    /// The signature in Base64.
    ///
    /// `nil` for messages of a FIFO topic, and those that come through Firehose.
    public var signature: String?

    /// Where the certificate of the signature is.
    ///
    /// `nil` if there is no signature.
    ///
    /// JSON key: `SigningCertUrl` or `SigningCertURL`.
    public var signingCertURL: String?

    /// Where the endpoint can confirm the subscription.
    ///
    /// `nil` for a notification.
    public var subscribeURL: String?

    /// Where the subscription can be ended, by anyone who knows the address.
    ///
    /// `nil` for a message that confirms a subscription or its end.
    ///
    /// JSON key: `UnsubscribeUrl` or `UnsubscribeURL`.
    public var unsubscribeURL: String?

    /// What the publisher said about the message, by name.
    ///
    /// Empty if the publisher said nothing.
    public var messageAttributes: [String: MessageAttribute]

    /// How the members are spelled that have two spellings.
    var spelling = Spelling()

    /// Creates a notification.
    ///
    /// Parameters match the properties of the same name.
    public init(
        type: MessageType = .notification,
        messageID: String,
        token: String? = nil,
        sequenceNumber: SequenceNumber? = nil,
        topicARN: String,
        subject: String? = nil,
        message: String,
        timestamp: Timestamp,
        signatureVersion: String? = nil,
        signature: String? = nil,
        signingCertURL: String? = nil,
        subscribeURL: String? = nil,
        unsubscribeURL: String? = nil,
        messageAttributes: [String: MessageAttribute] = [:]
    ) {
        self.type = type
        self.messageID = messageID
        self.token = token
        self.sequenceNumber = sequenceNumber
        self.topicARN = topicARN
        self.subject = subject
        self.message = message
        self.timestamp = timestamp
        self.signatureVersion = signatureVersion
        self.signature = signature
        self.signingCertURL = signingCertURL
        self.subscribeURL = subscribeURL
        self.unsubscribeURL = unsubscribeURL
        self.messageAttributes = messageAttributes
    }

    /// The topic, from ``topicARN``.
    public var topic: ARN { ARN(topicARN) }
}

extension SNSNotification {
    /// What a message is.
    public struct MessageType: OpenValue {
        /// The text SNS uses for the type.
        public let rawValue: String

        /// Creates a type from the text SNS uses for it.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A message that was published.
        public static var notification: Self { Self(rawValue: "Notification") }
        /// A subscription waits for the endpoint to confirm it, with ``SNSNotification/token`` or
        /// ``SNSNotification/subscribeURL``.
        public static var subscriptionConfirmation: Self {
            Self(rawValue: "SubscriptionConfirmation")
        }
        /// The subscription has ended.
        public static var unsubscribeConfirmation: Self {
            Self(rawValue: "UnsubscribeConfirmation")
        }
    }
}
