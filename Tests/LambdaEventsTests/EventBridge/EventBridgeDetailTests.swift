import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

private struct OrderPlaced: EventBridgeDetail, Hashable {
    static let sources: [EventBridgeSource] = ["com.example.orders"]
    static let detailTypes: [EventBridgeDetailType] = ["OrderPlaced", "OrderPlacedAgain"]

    var orderID: String
    var quantity: Int
}

private struct AnyPing: EventBridgeDetail {
    static let sources: [EventBridgeSource] = []
    static let detailTypes: [EventBridgeDetailType] = ["Ping"]
}

/// What a function with a wide rule declares.
private enum Incoming: EventBridgeDetailChoice, Hashable {
    case created(S3ObjectCreatedDetail)
    case placed(OrderPlaced)
    case other(JSONValue)

    init(_ detail: EventBridgeDetailDecoder) throws {
        switch (detail.source, detail.detailType) {
        case (.s3, .s3ObjectCreated): self = .created(try detail.decode())
        case ("com.example.orders", "OrderPlaced"): self = .placed(try detail.decode())
        default: self = .other(try detail.decode())
        }
    }
}

struct EventBridgeDetailTests {
    private static let order = OrderPlaced(orderID: "order-1", quantity: 2)

    @Test
    func aDetailListsTheEventsThatCarryIt() throws {
        let event = try EventBridgeEvent<JSONValue>(fixture: "eventbridge/custom.json")
        #expect(event.matches(OrderPlaced.self))
        #expect(!event.matches(S3ObjectCreatedDetail.self))
        #expect(OrderPlaced.matches(source: "com.example.orders", detailType: "OrderPlacedAgain"))
        #expect(!OrderPlaced.matches(source: "com.example.other", detailType: "OrderPlaced"))
        #expect(!OrderPlaced.matches(source: "com.example.orders", detailType: "OrderLost"))
        #expect(AnyPing.matches(source: "com.example.other", detailType: "Ping"))
        #expect(!AnyPing.matches(source: "com.example.other", detailType: "Pong"))
    }

    @Test
    func decodesAnUntypedDetailOnDemand() throws {
        let event = try EventBridgeEvent<JSONValue>(fixture: "eventbridge/custom.json")
        #expect(event.detail["items"]?[0]?["sku"] == "rose")
        #expect(try event.decodeDetail(as: OrderPlaced.self) == Self.order)
        #expect(try event.decodeDetail(ifMatching: OrderPlaced.self) == Self.order)
        #expect(try event.decodeDetail(ifMatching: S3ObjectCreatedDetail.self) == nil)
        #expect(throws: DecodingError.self) {
            try event.decodeDetail(as: S3ObjectCreatedDetail.self)
        }
    }

    @Test
    func aMatchingDetailOfAnotherShapeIsAnError() throws {
        var event = try EventBridgeEvent<JSONValue>(fixture: "eventbridge/custom.json")
        event.detail["quantity"] = "two"
        #expect(throws: DecodingError.self) {
            try event.decodeDetail(ifMatching: OrderPlaced.self)
        }
    }

    @Test(arguments: Coder.allCases)
    func aChoiceDecodesTheDetailOfTheEvent(coder: Coder) throws {
        func choose(_ fixture: String) throws -> Incoming {
            let bytes = try Fixture(fixture).bytes
            return try coder.decode(EventBridgeEvent<Incoming>.self, from: bytes).detail
        }
        #expect(try choose("eventbridge/custom.json") == .placed(Self.order))
        let created = try EventBridgeEvent<S3ObjectCreatedDetail>(
            fixture: "eventbridge-s3/object-created.json"
        )
        #expect(try choose("eventbridge-s3/object-created.json") == .created(created.detail))
    }

    @Test(arguments: Coder.allCases)
    func anEventThatNoOneExpectedReachesTheHandler(coder: Coder) throws {
        let bytes = try Fixture("eventbridge/partner.json").bytes
        let event = try coder.decode(EventBridgeEvent<Incoming>.self, from: bytes)
        guard case .other(let detail) = event.detail else {
            Issue.record("Another case was chosen.")
            return
        }
        #expect(detail["header"]?["sequenceNumber"] == 1)
        #expect(event.detailType == "AccountChangeEvent")
    }

    @Test(arguments: Coder.allCases)
    func aChoiceDecodesADetailInAText(coder: Coder) throws {
        let bytes = try Fixture("eventbridge/text-detail.json").bytes
        let event = try coder.decode(EventBridgeEvent<Incoming>.self, from: bytes)
        #expect(event.detail == .placed(Self.order))
    }

    @Test(arguments: Coder.allCases)
    func aChosenDetailOfAnotherShapeIsAnErrorWithItsPath(coder: Coder) throws {
        let json = #"{"source":"com.example.orders","detail-type":"OrderPlaced","detail":{}}"#
        do {
            _ = try coder.decode(EventBridgeEvent<Incoming>.self, from: Array(json.utf8))
            Issue.record("The detail decodes.")
        } catch DecodingError.keyNotFound(let key, let context) {
            #expect(key.stringValue == "orderID")
            #expect(context.codingPath.map(\.stringValue) == ["detail"])
        }
    }

    @Test(arguments: Coder.allCases)
    func anEventWithoutADetailOffersNoChoice(coder: Coder) throws {
        let json = #"{"source":"com.example.orders","detail-type":"OrderPlaced"}"#
        #expect(throws: DecodingError.self) {
            try coder.decode(EventBridgeEvent<Incoming>.self, from: Array(json.utf8))
        }
    }

    @Test
    func aChoiceMatchesDetailsByThemselves() throws {
        enum Matching: EventBridgeDetailChoice {
            case placed(OrderPlaced)
            case other

            init(_ detail: EventBridgeDetailDecoder) throws {
                if let order = try detail.decode(ifMatching: OrderPlaced.self) {
                    self = .placed(order)
                } else {
                    self = .other
                }
            }
        }
        guard
            case .placed = try EventBridgeEvent<Matching>(fixture: "eventbridge/custom.json").detail
        else {
            Issue.record("The order was not chosen.")
            return
        }
        guard
            case .other = try EventBridgeEvent<Matching>(fixture: "eventbridge/partner.json").detail
        else {
            Issue.record("The order was chosen.")
            return
        }
    }

    @Test(arguments: Coder.allCases)
    func aChoiceAloneSaysWhereItBelongs(coder: Coder) throws {
        do {
            _ = try coder.decode(Incoming.self, from: Array("{}".utf8))
            Issue.record("The choice decodes.")
        } catch {
            #expect(
                "\(error)"
                    == "An EventBridgeDetailChoice decodes as the detail of an EventBridgeEvent, nowhere else."
            )
        }
    }
}
