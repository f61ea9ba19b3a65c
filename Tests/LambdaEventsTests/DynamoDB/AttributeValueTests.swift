import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct AttributeValueTests {
    @Test
    func everyTypeIsRead() throws {
        let event: DynamoDBEvent = try Fixture("dynamodb/all-types.json").decode()
        let item = try #require(event.records.first?.dynamodb.newImage)
        #expect(item["id"] == .string("order-2"))
        #expect(item["emptyText"] == "")
        #expect(item["large"] == .number("12345678901234567890123456789012345678"))
        #expect(
            item["large"]?.numberValue == JSONNumber("12345678901234567890123456789012345678")
        )
        #expect(item["large"]?.intValue == nil)
        #expect(item["tiny"]?.doubleValue == 1e-130)
        #expect(item["negative"]?.doubleValue == -0.5)
        #expect(item["line"]?.intValue == 2)
        #expect(item["picture"]?.binaryValue?.bytes?.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        #expect(item["paid"]?.boolValue == true)
        #expect(item["gift"] == false)
        #expect(item["coupon"]?.isNull == true)
        #expect(item["address"]?["geo"]?["lat"]?.doubleValue == 52.52)
        #expect(item["address"]?["extra"] == [:])
        #expect(item["items"]?[3]?["sku"]?.stringValue == "X-1")
        #expect(item["items"]?[5] == nil)
        #expect(item["items"]?[-1] == nil)
        #expect(item["items"] == ["shoes", 2, [], ["sku": "X-1"], nil])
        #expect(item["tags"] == .stringSet(["new", "fragile"]))
        #expect(item["sizes"] == .numberSet(["42", "43.5"]))
        #expect(
            item["thumbnails"] == .binarySet([.init([0, 1, 2]), .init(base64: "/+7d")])
        )
    }

    /// JSON, the value, and whether it comes out as it went in.
    @Test(arguments: [
        (#"{"S":"a"}"#, AttributeValue.string("a"), true),
        (#"{"S":"a\u0062\u00e9"}"#, .string("ab\u{e9}"), true),
        (#"{"\u0053":"a"}"#, .string("a"), true),
        (#"{"S":"a","X":1}"#, .string("a"), false),
        (#"{"X":{"S":"b"},"S":"a"}"#, .string("a"), false),
        (#"{"S":"a","N":null,"M":null}"#, .string("a"), false),
        (#"{"S":"a","S":"b"}"#, .string("a"), true),
        (#"{"S":"a","N":"1"}"#, .other(["S": "a", "N": "1"]), true),
        (#"{"S":1}"#, .other(["S": 1]), true),
        (#"{"N":1}"#, .other(["N": 1]), true),
        (#"{"N":"one"}"#, .number("one"), true),
        (#"{"B":"***"}"#, .binary(.init(base64: "***")), true),
        (#"{"BOOL":"true"}"#, .other(["BOOL": "true"]), true),
        (#"{"BOOL":null}"#, .other(["BOOL": nil]), true),
        (#"{"NULL":false}"#, .other(["NULL": false]), true),
        (#"{"NULL":true}"#, .null, true),
        (#"{"SS":[]}"#, .stringSet([]), true),
        (#"{"SS":["a",1]}"#, .other(["SS": ["a", 1]]), true),
        (#"{"NS":{}}"#, .other(["NS": [:]]), true),
        (#"{"L":{}}"#, .other(["L": [:]]), true),
        (#"{"M":[]}"#, .other(["M": []]), true),
        (#"{"M":{"a":{"L":[{"M":{}}]}}}"#, .map(["a": .list([.map([:])])]), true),
        (#"{"L":[7,{"BOOL":true}]}"#, .list([.other(7), .bool(true)]), true),
        (#"{"ZZ":{"a":[1.5]}}"#, .other(["ZZ": ["a": [1.5]]]), true),
        ("{}", .other([:]), true),
        ("[]", .other([]), true),
        ("null", .other(nil), true),
        (#""S""#, .other("S"), true),
    ])
    func anyJSONIsAValue(json: String, value: AttributeValue, isKept: Bool) throws {
        for coder in Coder.allCases {
            let decoded = try coder.decode([AttributeValue].self, from: Array("[\(json)]".utf8))
            #expect(decoded == [value], "\(coder)")
            let encoded = try Tree(json: coder.encode(decoded))
            let original = try Tree(json: Array("[\(json)]".utf8))
            #expect((encoded == original) == isKept, "\(coder)")
        }
    }

    @Test
    func itemsAreReadByEveryDecoder() throws {
        struct Holder: Codable, Hashable {
            var value: AttributeValue
            var item: [String: AttributeValue]
        }
        let json = Array(#"{"value":{"N":"1"},"item":{"a":{"S":"b"},"c":{"NULL":true}}}"#.utf8)
        for coder in Coder.allCases {
            let holder = try coder.decode(Holder.self, from: json)
            #expect(holder == Holder(value: 1, item: ["a": "b", "c": nil]))
        }
    }

    @Test
    func anItemThatIsNoObjectIsAnError() {
        let json = Array(#"{"Records":[{"dynamodb":{"Keys":[]}}]}"#.utf8)
        for coder in Coder.allCases {
            #expect(throws: DecodingError.self) { try coder.decode(DynamoDBEvent.self, from: json) }
        }
    }

    @Test
    func setsAreEqualInAnyOrder() {
        let one = AttributeValue.numberSet(["1", "2", "3"])
        let other = AttributeValue.numberSet(["3", "1", "2"])
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != .numberSet(["1", "2"]))
        #expect(one != .stringSet(["1", "2", "3"]))
        #expect(AttributeValue.list([1, 2]) != .list([2, 1]))
    }
}
