import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct SNSEventTests {
    private struct Order: Codable, Equatable {
        let orderId: String
        let quantity: Int
    }

    @Test
    func readsANotification() throws {
        let record = try #require(SNSEvent(fixture: "sns/notification.json").records.first)
        #expect(record.eventSource == "aws:sns")
        #expect(record.subscription.service == "sns")
        #expect(record.sns.type == .notification)
        #expect(record.sns.topic.resource == "orders")
        #expect(record.sns.subject == "A new order")
        #expect(record.sns.timestamp == Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        #expect(record.sns.sequenceNumber == nil)
    }

    @Test
    func aNullSubjectIsNil() throws {
        let event = try SNSEvent(fixture: "sns/notification-plain.json")
        #expect(event.records[0].sns.subject == nil)
        #expect(event.records[0].sns.messageAttributes.isEmpty)
    }

    @Test
    func decodesTheMessage() throws {
        let event = try SNSEvent(fixture: "sns/notification.json")
        let order = Order(orderId: "order-1", quantity: 2)
        #expect(try event.records[0].decodeMessage(as: Order.self) == order)
        #expect(try event.records[0].sns.decodeMessage() == order)
        let plain = try SNSEvent(fixture: "sns/notification-plain.json")
        #expect(throws: DecodingError.self) {
            try plain.records[0].decodeMessage(as: Order.self)
        }
    }

    @Test
    func understandsAttributesOfEachType() throws {
        let attributes = try SNSEvent(fixture: "sns/notification.json")
            .records[0].sns.messageAttributes
        #expect(attributes["customer"]?.value == "customer-1")
        #expect(attributes["price"]?.number?.description == "123456789012345678901234567890.5")
        #expect(attributes["tags"]?.elements == ["gift", 2, true, nil])
        #expect(attributes["digest"]?.bytes == [0, 1, 2, 3, 4, 5, 0xFE, 0xFF])
        #expect(attributes["customer"]?.number == nil)
        #expect(attributes["customer"]?.bytes == nil)
        #expect(attributes["price"]?.elements == nil)
    }

    @Test
    func anAttributeThatIsNotWhatItSaysStillDecodes() throws {
        let attributes = try SNSEvent(fixture: "sns/binary-sample.json")
            .records[0].sns.messageAttributes
        #expect(attributes["TestBinary"]?.value == "TestBinary")
        let binary = SNSNotification.MessageAttribute(type: .binary, value: "not Base64!")
        #expect(binary.bytes == nil)
        let number = SNSNotification.MessageAttribute(type: .number, value: "many")
        #expect(number.number == nil)
        for value in ["not JSON", "{}", "[1"] {
            let list = SNSNotification.MessageAttribute(type: .stringArray, value: value)
            #expect(list.elements == nil)
        }
    }

    @Test
    func anEventOfAnotherServiceIsRefused() {
        for json in ["{}", #"{"Records":null}"#, #"{"Records":[{"body":"","messageId":"1"}]}"#] {
            #expect(throws: DecodingError.self, "\(json)") {
                try LambdaJSONDecoder().decode(SNSEvent.self, from: json)
            }
        }
    }
}

struct SNSNotificationTests {
    private let notification = SNSNotification(
        messageID: "1",
        topicARN: "arn:aws:sns:us-east-1:123456789012:orders",
        message: "Hello",
        timestamp: Timestamp(secondsSinceEpoch: 0),
        signingCertURL: "https://example.com/certificate.pem",
        unsubscribeURL: "https://example.com/unsubscribe"
    )

    @Test
    func readsANotificationOfAFIFOTopic() throws {
        let notification = try SNSNotification(fixture: "sns/envelope-fifo.json")
        #expect(notification.sequenceNumber == "10000000000000008000")
        #expect(notification.signature == nil)
        #expect(notification.signingCertURL == nil)
    }

    @Test
    func readsARequestToConfirmASubscription() throws {
        let notification = try SNSNotification(fixture: "sns/subscription-confirmation.json")
        #expect(notification.type == .subscriptionConfirmation)
        #expect(notification.token?.isEmpty == false)
        #expect(notification.subscribeURL?.hasPrefix("https://") == true)
        #expect(notification.unsubscribeURL == nil)
    }

    /// The spelling follows the place a notification stands in.
    @Test
    func aNotificationMadeInCodeIsSpelledAsItsPlaceWants() throws {
        let envelope = try LambdaJSONEncoder().encodeToString(notification)
        #expect(envelope.contains(#""SigningCertURL""#))
        #expect(envelope.contains(#""UnsubscribeURL""#))
        #expect(!envelope.contains("MessageAttributes"))

        let record = SNSEvent.Record(eventSubscriptionARN: "arn", sns: notification)
        let event = try LambdaJSONEncoder().encodeToString(SNSEvent(records: [record]))
        #expect(event.contains(#""SigningCertUrl""#))
        #expect(event.contains(#""UnsubscribeUrl""#))
        #expect(event.contains(#""MessageAttributes":{}"#))
    }

    @Test
    func theSpellingPlaysNoPartInComparing() throws {
        let event = SNSEvent(records: [
            SNSEvent.Record(eventSubscriptionARN: "arn", sns: notification)
        ])
        let read = try LambdaJSONDecoder().decode(
            SNSEvent.self,
            from: LambdaJSONEncoder().encode(event)
        )
        #expect(read == event)
        #expect(read.hashValue == event.hashValue)
        #expect(read.records[0].sns == notification)
    }
}

struct CloudWatchAlarmMessageTests {
    @Test
    func comesWithinAnEvent() throws {
        let event = try SNSEvent(fixture: "sns/alarm-event.json")
        let message = try event.records[0].decodeMessage(as: CloudWatchAlarmMessage.self)
        #expect(message == (try CloudWatchAlarmMessage(fixture: "sns/alarm-metric.json")))
    }

    @Test
    func readsAnAlarmOnAMetric() throws {
        let message = try CloudWatchAlarmMessage(fixture: "sns/alarm-metric.json")
        #expect(message.newStateValue == .alarm)
        #expect(message.oldStateValue == .ok)
        #expect(message.stateChangeTime == Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        #expect(message.alarm?.region == .usEast1)
        #expect(message.alarm?.resourceID == "cpu-high")
        #expect(message.alarmActions == ["arn:aws:sns:us-east-1:123456789012:alarms"])
        let trigger = try #require(message.trigger)
        #expect(trigger.metricName == "CPUUtilization")
        #expect(trigger.dimensions.first?.name == "InstanceId")
        #expect(trigger.comparisonOperator == .greaterThanThreshold)
        #expect(trigger.threshold == 90)
        #expect(trigger.missingDataTreatment == .missing)
        #expect(trigger.metrics.isEmpty)
    }

    @Test
    func readsAnAlarmOnAnExpression() throws {
        let trigger = try #require(
            CloudWatchAlarmMessage(fixture: "sns/alarm-expression.json").trigger
        )
        #expect(trigger.missingDataTreatment == .ignore)
        #expect(trigger.metrics.map(\.returnData) == [true, false, false])
        #expect(trigger.metrics[0].expression == "errors/invocations")
        let stat = try #require(trigger.metrics[2].metricStat)
        #expect(stat.metric.namespace == "AWS/Lambda")
        #expect(stat.unit == "Count")
        #expect(trigger.metrics[2].accountID == "210987654321")
    }

    @Test
    func readsAnAlarmOnAnAnomaly() throws {
        let trigger = try #require(
            CloudWatchAlarmMessage(fixture: "sns/alarm-anomaly.json").trigger
        )
        #expect(trigger.threshold == nil)
        #expect(trigger.thresholdMetricID == "ad1")
    }

    @Test
    func readsACompositeAlarm() throws {
        let message = try CloudWatchAlarmMessage(fixture: "sns/alarm-composite.json")
        #expect(message.trigger == nil)
        #expect(message.alarmRule == "ALARM(cpu-high) OR ALARM(latency-high)")
        #expect(message.triggeringChildren.first?.state?.value == .alarm)
    }

    @Test
    func readsAnAlarmOnLogs() throws {
        let message = try CloudWatchAlarmMessage(fixture: "sns/alarm-logs.json")
        #expect(message.newStateReasonData?["results"]?[0]?["value"] == 142.5)
        #expect(message.alarmContributorAttributes == ["endpoint": "/orders"])
    }

    @Test
    func whatIsMadeOfMissingDataMayBeMissing() {
        var trigger = CloudWatchAlarmMessage.Trigger()
        #expect(trigger.missingDataTreatment == nil)
        trigger.treatMissingData = ""
        #expect(trigger.missingDataTreatment == nil)
    }
}
