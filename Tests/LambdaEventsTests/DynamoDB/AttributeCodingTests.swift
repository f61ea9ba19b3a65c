import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

/// Items to and from types of the user's own.
struct AttributeCodingTests {
    private func expectRoundTrip<Value: Codable & Equatable>(
        _ value: Value,
        as attribute: AttributeValue,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let encoded = try AttributeValue(encoding: value)
        #expect(encoded == attribute, sourceLocation: sourceLocation)
        #expect(try encoded.decode(Value.self) == value, sourceLocation: sourceLocation)
    }

    @Test
    func scalarsHaveTypesOfTheirOwn() throws {
        try expectRoundTrip("text", as: "text")
        try expectRoundTrip("", as: "")
        try expectRoundTrip(true, as: true)
        try expectRoundTrip(Int.min, as: .number("-9223372036854775808"))
        try expectRoundTrip(UInt64.max, as: .number("18446744073709551615"))
        try expectRoundTrip(Int128.min, as: .number("\(Int128.min)"))
        try expectRoundTrip(UInt128.max, as: .number("\(UInt128.max)"))
        try expectRoundTrip([Int8.min, 0, Int8.max], as: [-128, 0, 127])
        try expectRoundTrip([Int16.min], as: [-32768])
        try expectRoundTrip([Int32.max], as: [2_147_483_647])
        try expectRoundTrip([Int64.max], as: [9_223_372_036_854_775_807])
        try expectRoundTrip([UInt.max], as: [.number("18446744073709551615")])
        try expectRoundTrip([UInt16.max], as: [65535])
        try expectRoundTrip([UInt32.max], as: [4_294_967_295])
        try expectRoundTrip([Int128.max], as: [.number("\(Int128.max)")])
        try expectRoundTrip(["a": UInt128.max], as: ["a": .number("\(UInt128.max)")])
        try expectRoundTrip(0.1, as: .number("0.1"))
        try expectRoundTrip(-2.0, as: .number("-2"))
        try expectRoundTrip(Float(0.1), as: .number("0.1"))
        try expectRoundTrip(Double?.none, as: .null)
        try expectRoundTrip(Int?.some(1), as: 1)
    }

    @Test
    func numbersAreExact() throws {
        let digits = "12345678901234567890123456789012345678"
        let number = AttributeValue.number(digits)
        #expect(try number.decode(JSONNumber.self) == JSONNumber(digits))
        #expect(try number.decode(Int128.self) == Int128(digits))
        #expect(try AttributeValue(encoding: JSONNumber(digits)) == number)
        #expect(try AttributeValue.number("1E3").decode(Int.self) == 1000)
        #expect(try AttributeValue.number("5.0").decode(UInt8.self) == 5)
        #expect(try AttributeValue.number("0.1").decode(Double.self) == 0.1)
        #expect(try AttributeValue.number("16777217").decode(Float.self) == 16_777_216)
    }

    @Test
    func bytesAreBinary() throws {
        try expectRoundTrip([UInt8]([0, 1, 255]), as: .binary(.init([0, 1, 255])))
        try expectRoundTrip([UInt8](), as: .binary(.init(base64: "")))
        try expectRoundTrip(
            ContiguousArray<UInt8>([7, 8]),
            as: .binary(.init([7, 8]))
        )
        // What a program wrote as a list before is read all the same.
        #expect(try ([1, 2] as AttributeValue).decode([UInt8].self) == [1, 2])
    }

    @Test
    func setsAreSets() throws {
        try expectRoundTrip(Set(["b", "a"]), as: .stringSet(["a", "b"]))
        try expectRoundTrip(Set([1, 2]), as: .numberSet(["1", "2"]))
        try expectRoundTrip(Set([1.5]), as: .numberSet(["1.5"]))
        try expectRoundTrip(Set([[UInt8(1)], [2]]), as: .binarySet([.init([1]), .init([2])]))
        try expectRoundTrip(Set<String>(), as: [])
        try expectRoundTrip(Set([[1]]), as: [[1]])
        #expect(try AttributeValue.stringSet(["a", "b"]).decode([String].self) == ["a", "b"])
        #expect(try AttributeValue.numberSet(["1", "2"]).decode([Int].self) == [1, 2])
        #expect(try (["a", "a"] as AttributeValue).decode(Set<String>.self) == ["a"])
    }

    // MARK: - Types of the user's own

    enum Payment: Codable, Equatable {
        case card(number: String, months: Int)
        case cash
        case mixed([Payment])
    }

    enum Color: String, Codable {
        case red
        case blue
    }

    struct Order: Codable, Equatable {
        var id: String
        var total: Double
        var paid: Bool?
        var note: String?
        var color: Color
        var payment: Payment
        var lines: [Line]
        var byYear: [Int: [String]]
        var raw: AttributeValue
        var any: JSONValue
        var at: Timestamp

        struct Line: Codable, Equatable {
            var sku: String
            var tags: Set<String>
            var next: [Line]?
        }
    }

    private let order = Order(
        id: "1",
        total: 59.9,
        paid: nil,
        note: "Ring twice",
        color: .blue,
        payment: .mixed([.cash, .card(number: "4242", months: 3)]),
        lines: [
            .init(sku: "a", tags: ["x"], next: [.init(sku: "b", tags: [])]),
            .init(sku: "c", tags: []),
        ],
        byYear: [2026: ["new"], 2025: []],
        raw: .binarySet([.init([1])]),
        any: ["a": [1, nil, true]],
        at: Timestamp(secondsSinceEpoch: 1_795_176_000)
    )

    @Test
    func aTypeIsAnItemAndBack() throws {
        let item = try [String: AttributeValue](encoding: order)
        #expect(item["paid"] == nil)
        #expect(item["color"] == "blue")
        #expect(
            item["payment"] == [
                "mixed": ["_0": [["cash": [:]], ["card": ["number": "4242", "months": 3]]]]
            ]
        )
        #expect(item["lines"]?[0]?["tags"] == .stringSet(["x"]))
        #expect(item["byYear"] == ["2026": ["new"], "2025": []])
        #expect(item["raw"] == order.raw)
        #expect(item["any"] == ["a": [1, nil, true]])
        #expect(item["at"] == 1_795_176_000)
        #expect(try item.decode(Order.self) == order)
        #expect(try AttributeValue.map(item).decode() == order)
        // An item goes through JSON as an event brings it.
        let json = try LambdaJSONEncoder().encode(item)
        let image = try LambdaJSONDecoder().decode([String: AttributeValue].self, from: json)
        #expect(try image.decode(Order.self) == order)
    }

    class Animal: Codable {
        var name: String

        init(name: String) { self.name = name }
    }

    final class Dog: Animal {
        var tricks: [String]

        init(name: String, tricks: [String]) {
            self.tricks = tricks
            super.init(name: name)
        }

        enum CodingKeys: String, CodingKey {
            case tricks
            case base
        }

        required init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            tricks = try container.decode([String].self, forKey: .tricks)
            let isNamed = try container.decodeIfPresent(String.self, forKey: .base) != nil
            try super.init(
                from: isNamed ? container.superDecoder(forKey: .base) : container.superDecoder()
            )
        }

        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try super.encode(to: container.superEncoder())
            try container.encode(tricks, forKey: .tricks)
        }
    }

    @Test
    func baseClassesHaveAnEncoderOfTheirOwn() throws {
        let item = try [String: AttributeValue](encoding: Dog(name: "Rex", tricks: ["sit"]))
        #expect(item == ["super": ["name": "Rex"], "tricks": ["sit"]])
        let dog = try item.decode(Dog.self)
        #expect(dog.name == "Rex")
        #expect(throws: DecodingError.self) {
            try (["tricks": []] as [String: AttributeValue]).decode(Dog.self)
        }
    }

    /// Nested containers, in an order that is not that of their beginning.
    struct Nested: Codable, Equatable {
        var inner = 1
        var list = ["a", "b"]
        var nothing: Int?

        enum CodingKeys: String, CodingKey {
            case map
            case list
            case inner
            case nothing
        }

        init() {}

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let map = try container.nestedContainer(keyedBy: CodingKeys.self, forKey: .map)
            inner = try map.decode(Int.self, forKey: .inner)
            var elements = try container.nestedUnkeyedContainer(forKey: .list)
            list = []
            var nested = try elements.nestedUnkeyedContainer()
            #expect(try nested.decodeNil())
            while !nested.isAtEnd { list.append(try nested.decode(String.self)) }
            let keyed = try elements.nestedContainer(keyedBy: CodingKeys.self)
            #expect(keyed.allKeys == [.inner])
            #expect(try elements.superDecoder().singleValueContainer().decode(Int.self) == 9)
            #expect(elements.isAtEnd)
            nothing = try container.decodeNil(forKey: .nothing) ? nil : 1
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            var map = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .map)
            var elements = container.nestedUnkeyedContainer(forKey: .list)
            var nested = elements.nestedUnkeyedContainer()
            var keyed = elements.nestedContainer(keyedBy: CodingKeys.self)
            try container.encodeNil(forKey: .nothing)
            try nested.encodeNil()
            for text in list { try nested.encode(text) }
            try keyed.encode(2, forKey: .inner)
            try map.encode(inner, forKey: .inner)
            let last = elements.superEncoder()
            var single = last.singleValueContainer()
            try single.encode(9)
            #expect(elements.count == 3)
        }
    }

    @Test
    func containersNestInAnyOrder() throws {
        let item = try [String: AttributeValue](encoding: Nested())
        #expect(
            item == [
                "map": ["inner": 1], "nothing": nil,
                "list": [[nil, "a", "b"], ["inner": 2], 9],
            ]
        )
        #expect(try item.decode(Nested.self) == Nested())
    }

    struct Careless: Encodable {
        struct Failing: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.unkeyedContainer()
                try container.encode(1)
                throw CancellationError()
            }
        }

        enum CodingKeys: CodingKey {
            case failing
            case fine
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try? container.encode(Failing(), forKey: .failing)
            try container.encode(1, forKey: .fine)
        }
    }

    @Test
    func whatFailsLeavesNothingBehind() throws {
        #expect(try [String: AttributeValue](encoding: Careless()) == ["fine": 1])
    }

    struct Settings: Codable {
        static let key = CodingUserInfoKey(rawValue: "tenant")

        init() {}

        init(from decoder: any Decoder) throws {
            let key = try #require(Self.key)
            #expect(decoder.userInfo[key] as? String == "shop")
        }

        func encode(to encoder: any Encoder) throws {
            let key = try #require(Self.key)
            var container = encoder.singleValueContainer()
            try container.encode(encoder.userInfo[key] as? String)
        }
    }

    @Test
    func settingsAreHandedOn() throws {
        var encoder = LambdaJSONEncoder()
        var decoder = LambdaJSONDecoder()
        let key = try #require(Settings.key)
        encoder.userInfo[key] = "shop"
        decoder.userInfo[key] = "shop"
        let value = try AttributeValue(encoding: Settings(), using: encoder)
        #expect(value == "shop")
        _ = try value.decode(Settings.self, using: decoder)
    }

    @Test
    func imagesDecodeAsJSON() throws {
        let event: DynamoDBEvent = try Fixture("dynamodb/all-types.json").decode()
        let image = try #require(event.records.first?.dynamodb.newImage)
        let json = try image.decode(JSONValue.self)
        #expect(json["tags"] == ["fragile", "new"])
        #expect(json["picture"] == "iVBORw0KGgo=")
        #expect(json["items"]?[4] == JSONValue.null)
        #expect(json["large"]?.numberValue == JSONNumber("12345678901234567890123456789012345678"))
        #expect(try [String: AttributeValue](encoding: json)["address"] == image["address"])
    }
}
