import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct EventEnvelopeTests {
    private struct Order: Codable, Equatable {
        let orderId: String
        let quantity: Int
    }

    @Test
    func decodesANotificationOfS3InOneOfSNSInAQueue() throws {
        let event = try SQSEvent(fixture: "sqs/s3-notification-in-sns.json")
        let upload = try event.records[0].decodeBody(as: S3Event.self, in: SNSNotification.self)
        #expect(upload.records.first?.s3.object.decodedKey == "photos/red flower.jpg")
        let test: S3Event = try event.records[1].decodeBody(in: SNSNotification.self)
        #expect(test.testEvent?.bucket == "amzn-s3-demo-bucket")
    }

    @Test
    func decodesTheEnvelopeItself() throws {
        let message = try SQSEvent(fixture: "sqs/s3-notification-in-sns.json").records[0]
        let notification = try message.decodeBody(as: SNSNotification.self)
        #expect(notification.subject == "Amazon S3 Notification")
        #expect(try notification.decodeMessage(as: S3Event.self).records.count == 1)
    }

    @Test
    func decodesWhatAFIFOTopicSendsToAQueue() throws {
        let message = try SQSEvent(fixture: "sqs/sns-fifo.json").records[0]
        let order = try message.decodeBody(as: Order.self, in: SNSNotification.self)
        #expect(order == Order(orderId: "order-1", quantity: 2))
    }

    @Test
    func decodesAnEventOfEventBridgeInAQueue() throws {
        let message = try SQSEvent(fixture: "sqs/eventbridge.json").records[0]
        let event = try message.decodeBody(as: EventBridgeEvent<Order>.self)
        #expect(event.source.rawValue == "com.example.shop")
        #expect(event.detail == Order(orderId: "order-1", quantity: 2))
    }

    @Test
    func decodesTheDataOfARecordOfKinesis() throws {
        var record = try KinesisEvent(fixture: "kinesis/records.json").records[0]
        let notification = try Fixture("sns/envelope.json").bytes
        record.kinesis.data = try base64(notification)
        let order = try record.kinesis.decodeData(as: Order.self, in: SNSNotification.self)
        #expect(order == Order(orderId: "order-1", quantity: 2))
        #expect(try record.decodeContent(as: SNSNotification.self).topic.resource == "orders")
    }

    /// The Base64 of bytes, from a response that has them as its body.
    private func base64(_ bytes: [UInt8]) throws -> String {
        try #require(FunctionURLResponse(bytes: bytes).body)
    }

    @Test
    func rawDeliveryHasNoEnvelope() throws {
        let message = try SQSEvent(fixture: "sqs/sns-raw-delivery.json").records[0]
        #expect(try message.decodeBody() == Order(orderId: "order-1", quantity: 2))
        #expect(throws: DecodingError.self) {
            try message.decodeBody(as: Order.self, in: SNSNotification.self)
        }
    }

    @Test
    func whatAnEnvelopeDoesNotCarryIsAnError() throws {
        let message = try SQSEvent(fixture: "sqs/s3-notification-in-sns.json").records[0]
        #expect(throws: DecodingError.self) {
            try message.decodeBody(as: Order.self, in: SNSNotification.self)
        }
    }

    @Test
    func anyEnvelopeGivesItsContent() throws {
        func order(in envelope: some EventEnvelope) throws -> Order {
            try envelope.decodeContent(as: Order.self)
        }
        let expected = Order(orderId: "order-1", quantity: 2)
        #expect(try order(in: SQSEvent(fixture: "sqs/standard.json").records[0]) == expected)
        #expect(try order(in: SNSEvent(fixture: "sns/notification.json").records[0]) == expected)
        #expect(try order(in: SNSNotification(fixture: "sns/envelope.json")) == expected)
    }

    /// An envelope of one's own, around a notification.
    private struct Parcel: EventEnvelope, Encodable {
        let inside: JSONValue

        func decodeContent<Content: Decodable>(as type: Content.Type) throws -> Content {
            try inside.decode(type)
        }
    }

    @Test
    func aTypeOfOnesOwnCanBeAnEnvelope() throws {
        let notification = try SNSNotification(fixture: "sns/envelope.json")
        let parcel = Parcel(inside: try JSONValue(encoding: notification))
        let order = try parcel.decodeContent(as: Order.self, in: SNSNotification.self)
        #expect(order == Order(orderId: "order-1", quantity: 2))

        var message = try SQSEvent(fixture: "sqs/standard.json").records[0]
        message.body = try LambdaJSONEncoder().encodeToString(parcel)
        let again = try message.decodeBody(as: SNSNotification.self, in: Parcel.self)
        #expect(again == notification)
    }
}
