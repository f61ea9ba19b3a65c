import Foundation
import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct EventBridgeEventTests {
    private struct Order: Codable, Hashable {
        struct Item: Codable, Hashable {
            var sku: String
            var price: Double
        }

        var orderID: String
        var quantity: Int
        var items: [Item]?
    }

    @Test
    func readsTheEnvelope() throws {
        let event = try EventBridgeEvent<Order>(fixture: "eventbridge/custom.json")
        #expect(event.version == "0")
        #expect(event.id != nil)
        #expect(event.detailType == "OrderPlaced")
        #expect(event.source == "com.example.orders")
        #expect(event.account == "123456789012")
        #expect(event.time == Timestamp(iso8601: "2026-03-01T12:00:00Z"))
        #expect(event.region == "us-east-1")
        #expect(event.resources == ["arn:aws:dynamodb:us-east-1:123456789012:table/orders"])
        #expect(event.replayName == nil)
        #expect(!event.isReplay)
    }

    @Test(arguments: Coder.allCases)
    func decodesADetailOfTheUser(coder: Coder) throws {
        let event = try coder.decode(
            EventBridgeEvent<Order>.self,
            from: Fixture("eventbridge/custom.json").bytes
        )
        #expect(
            event.detail
                == Order(orderID: "order-1", quantity: 2, items: [.init(sku: "rose", price: 3.5)])
        )
    }

    @Test
    func aDetailNeedsNoEncoding() throws {
        struct Placed: Decodable {
            var orderID: String
        }
        let event = try EventBridgeEvent<Placed>(fixture: "eventbridge/custom.json")
        #expect(event.detail.orderID == "order-1")
    }

    @Test
    func knowsAReplay() throws {
        let event = try EventBridgeEvent<JSONValue>(fixture: "eventbridge/replay.json")
        #expect(event.replayName == "orders-of-february")
        #expect(event.isReplay)
    }

    @Test(
        arguments: [
            #"{"source":"a","detail-type":"b"}"#,
            #"{"source":"a","detail":{}}"#,
            #"{"detail-type":"b","detail":{}}"#,
            #"{"Records":[]}"#,
            #"[]"#,
        ],
        Coder.allCases
    )
    func whatIsNoEventIsRefused(json: String, coder: Coder) {
        #expect(throws: DecodingError.self) {
            try coder.decode(EventBridgeEvent<JSONValue>.self, from: Array(json.utf8))
        }
    }

    @Test
    func anEventIsBuiltInOneExpression() throws {
        let event = EventBridgeEvent(
            detailType: "OrderPlaced",
            source: "com.example.orders",
            detail: Order(orderID: "order-1", quantity: 1)
        )
        #expect(
            try LambdaJSONEncoder().encodeToString(event)
                == #"{"version":"0","detail-type":"OrderPlaced","source":"com.example.orders","#
                + #""resources":[],"detail":{"orderID":"order-1","quantity":1}}"#
        )
    }

    @Test
    func tellsServicesPartnersAndApplicationsApart() {
        #expect(EventBridgeSource.s3.isAWSService)
        #expect(!EventBridgeSource.s3.isPartner)
        #expect(EventBridgeSource("aws.partner/example.com/a/b").isPartner)
        #expect(!EventBridgeSource("aws.partner/example.com/a/b").isAWSService)
        #expect(!EventBridgeSource("com.example.orders").isAWSService)
        #expect(!EventBridgeSource("awsome").isAWSService)
    }
}

// MARK: - Details that are a text

extension EventBridgeEventTests {
    @Test(arguments: Coder.allCases)
    func aDetailInATextDecodesLikeTheDetail(coder: Coder) throws {
        let event = try coder.decode(
            EventBridgeEvent<Order>.self,
            from: Fixture("eventbridge/text-detail.json").bytes
        )
        #expect(event.detail == Order(orderID: "order-1", quantity: 2, items: []))
        let again = try Tree(json: coder.encode(event))
        #expect(again.value(at: [.key("detail"), .key("quantity")]) != nil)
    }

    @Test(arguments: Coder.allCases)
    func aDetailThatTakesTextKeepsIt(coder: Coder) throws {
        let bytes = try Fixture("eventbridge/text-detail.json").bytes
        let text = #"{"orderID":"order-1","quantity":2,"items":[]}"#
        #expect(try coder.decode(EventBridgeEvent<String>.self, from: bytes).detail == text)
        let event = try coder.decode(EventBridgeEvent<JSONValue>.self, from: bytes)
        #expect(event.detail == .string(text))
        #expect(try event.decodeDetail(as: Order.self).quantity == 2)
        #expect(try event.decodeDetail(as: String.self) == text)
    }

    /// The text was not meant to be decoded, so the error is about the string.
    @Test(arguments: Coder.allCases)
    func aTextThatIsNotJSONIsAStringInTheWrongPlace(coder: Coder) throws {
        let bytes = Array(#"{"source":"a","detail-type":"b","detail":"hello"}"#.utf8)
        do {
            _ = try coder.decode(EventBridgeEvent<Order>.self, from: bytes)
            Issue.record("The detail decodes.")
        } catch DecodingError.typeMismatch(_, let context) {
            #expect(context.codingPath.map(\.stringValue) == ["detail"])
        }
    }

    @Test(arguments: Coder.allCases)
    func aTextOfAnotherShapeSaysWhatIsWrongInIt(coder: Coder) throws {
        let bytes = Array(#"{"source":"a","detail-type":"b","detail":"{\"orderID\":1}"}"#.utf8)
        do {
            _ = try coder.decode(EventBridgeEvent<Order>.self, from: bytes)
            Issue.record("The detail decodes.")
        } catch DecodingError.typeMismatch(_, let context) {
            #expect(context.codingPath.map(\.stringValue) == ["orderID"])
        }
    }
}

// MARK: - In other events

extension EventBridgeEventTests {
    @Test
    func decodesFromTheBodyOfAMessage() throws {
        let event = try Fixture("eventbridge-s3/object-created.json").text
        var message = try #require(SQSEvent(fixture: "sqs/standard.json").records.first)
        message.body = event
        let created = try message.decodeBody(as: EventBridgeEvent<S3ObjectCreatedDetail>.self)
        #expect(created.detail.object.key == "photos/red flower+1.jpg")
    }

    @Test
    func aPipeSendsAnArrayOfMessages() throws {
        let messages = try [SQSEvent.Message](fixture: "eventbridge/pipe-sqs.json")
        #expect(
            try messages.map { try $0.decodeBody(as: Order.self).orderID } == [
                "order-1", "order-2",
            ]
        )
    }

    /// As LambdaJSON says of all dictionaries; the standard library would take the last.
    @Test
    func ofNamesInADetailThatAreEquivalentTheFirstCounts() throws {
        let event = try LambdaJSONDecoder().decode(
            EventBridgeEvent<[String: String]>.self,
            from: #"{"detail-type":"t","source":"s","detail":{"\u00e9":"1","e\u0301":"2"}}"#
        )
        #expect(event.detail == ["\u{E9}": "1"])
    }
}
