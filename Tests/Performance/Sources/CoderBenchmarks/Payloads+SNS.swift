extension Payloads {
    /// A notification whose message is JSON, with attributes.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html>
    var sns: String {
        var digits = Digits(seed: 5)
        let topic = "arn:aws:sns:us-east-1:123456789012:orders"
        let subscription = "\(topic):\(digits.uuid())"
        return #"""
            {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"\#(subscription)",\#
            "Sns":{"Type":"Notification","MessageId":"\#(digits.uuid())","TopicArn":"\#(topic)","Subject":"A new order",\#
            "Message":"{\"order\":\"\#(digits.uuid())\",\"customer\":\"Zoë Ångström\",\"quantity\":2}",\#
            "Timestamp":"2026-11-20T12:00:00.123Z","SignatureVersion":"1","Signature":"\#(digits.base64(342))==",\#
            "SigningCertUrl":"https://sns.us-east-1.amazonaws.com/SimpleNotificationService-\#(digits.text(32)).pem",\#
            "UnsubscribeUrl":"https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=\#(subscription)",\#
            "MessageAttributes":{"tenant":{"Type":"String","Value":"\#(digits.text(12))"},\#
            "attempt":{"Type":"Number","Value":"1"}}}}]}
            """#
    }
}
