import LambdaEventsCoding
import LambdaEventsShared

extension SNSNotification: Codable {
    private enum CodingKeys: String, CodingKey {
        case type = "Type"
        case messageID = "MessageId"
        case token = "Token"
        case sequenceNumber = "SequenceNumber"
        case topicARN = "TopicArn"
        case subject = "Subject"
        case message = "Message"
        case timestamp = "Timestamp"
        case signatureVersion = "SignatureVersion"
        case signature = "Signature"
        case signingCertUrl = "SigningCertUrl"
        case signingCertURL = "SigningCertURL"
        case subscribeURL = "SubscribeURL"
        case unsubscribeUrl = "UnsubscribeUrl"
        case unsubscribeURL = "UnsubscribeURL"
        case messageAttributes = "MessageAttributes"
    }

    /// Reads a notification in either spelling.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is no notification, or a member has another
    ///   type.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // In the order of an event, in which the members that only envelopes have come last: looking
        // for one that is not there takes longest.
        type = try container.decode(MessageType.self, forKey: .type)
        messageID = try container.decode(String.self, forKey: .messageID)
        topicARN = try container.decode(String.self, forKey: .topicARN)
        subject = try container.decodeIfPresent(String.self, forKey: .subject)
        message = try container.decode(String.self, forKey: .message)
        timestamp = try container.decode(Timestamp.self, forKey: .timestamp)
        signatureVersion = try container.decodeIfPresent(String.self, forKey: .signatureVersion)
        signature = try container.decodeIfPresent(String.self, forKey: .signature)
        let signingCertUrl = try container.decodeIfPresent(String.self, forKey: .signingCertUrl)
        let unsubscribeUrl = try container.decodeIfPresent(String.self, forKey: .unsubscribeUrl)
        messageAttributes = try container.decode(
            [String: MessageAttribute].self,
            forKey: .messageAttributes
        )
        token = try container.decodeIfPresent(String.self, forKey: .token)
        sequenceNumber = try container.decodeIfPresent(SequenceNumber.self, forKey: .sequenceNumber)
        subscribeURL = try container.decodeIfPresent(String.self, forKey: .subscribeURL)
        signingCertURL =
            try signingCertUrl ?? container.decodeIfPresent(String.self, forKey: .signingCertURL)
        unsubscribeURL =
            try unsubscribeUrl ?? container.decodeIfPresent(String.self, forKey: .unsubscribeURL)
        if signingCertUrl != nil || unsubscribeUrl != nil {
            spelling.place = .event
        } else if signingCertURL != nil || unsubscribeURL != nil {
            spelling.place = .envelope
        }
    }

    /// Writes the notification in the spelling it was read in, or that its place wants.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let isInEvent = spelling.place == .event
        try container.encode(type, forKey: .type)
        try container.encode(messageID, forKey: .messageID)
        try container.encodeIfPresent(token, forKey: .token)
        try container.encodeIfPresent(sequenceNumber, forKey: .sequenceNumber)
        try container.encode(topicARN, forKey: .topicARN)
        try container.encodeIfPresent(subject, forKey: .subject)
        try container.encode(message, forKey: .message)
        try container.encode(timestamp, forKey: .timestamp)
        try container.encodeIfPresent(signatureVersion, forKey: .signatureVersion)
        try container.encodeIfPresent(signature, forKey: .signature)
        try container.encodeIfPresent(
            signingCertURL,
            forKey: isInEvent ? .signingCertUrl : .signingCertURL
        )
        try container.encodeIfPresent(subscribeURL, forKey: .subscribeURL)
        try container.encodeIfPresent(
            unsubscribeURL,
            forKey: isInEvent ? .unsubscribeUrl : .unsubscribeURL
        )
        // Events have an empty object where there are no attributes, envelopes leave it out.
        if isInEvent || !messageAttributes.isEmpty {
            try container.plainEncode(messageAttributes, forKey: .messageAttributes)
        }
    }
}

extension SNSNotification {
    /// Where a notification stands, which decides on how it is spelled.
    enum Place {
        /// In the record of an ``SNSEvent``.
        case event
        /// In a message of a queue, or a request.
        case envelope
    }

    /// How a notification is spelled.
    ///
    /// It plays no part in comparing.
    struct Spelling: Hashable, Sendable {
        /// `nil` for a notification that was not read.
        var place: Place?

        static func == (left: Self, right: Self) -> Bool { true }

        func hash(into hasher: inout Hasher) {}
    }

    /// The notification, spelled for a place unless it was read in another spelling.
    func spelled(_ place: Place) -> Self {
        var notification = self
        notification.spelling.place = spelling.place ?? place
        return notification
    }
}
