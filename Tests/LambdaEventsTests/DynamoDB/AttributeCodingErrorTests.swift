import LambdaEvents
import LambdaJSON
import LambdaRuntime
import Testing

/// What goes wrong says where, and repeats no value.
struct AttributeCodingErrorTests {
    struct Order: Codable {
        var id: Int
        var lines: [Line]?

        struct Line: Codable {
            var price: UInt8
        }
    }

    private func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    }

    private func describe(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "no \(key.stringValue) \(path(context.codingPath)) \(context.debugDescription)"
        case DecodingError.typeMismatch(let type, let context):
            "not \(type) \(path(context.codingPath)) \(context.debugDescription)"
        case DecodingError.valueNotFound(let type, let context):
            "null \(type) \(path(context.codingPath)) \(context.debugDescription)"
        case DecodingError.dataCorrupted(let context):
            "bad \(path(context.codingPath)) \(context.debugDescription)"
        case EncodingError.invalidValue(let value, let context):
            "invalid \(value) \(path(context.codingPath)) \(context.debugDescription)"
        default: "\(error)"
        }
    }

    private static let items: [([String: AttributeValue], String)] = [
        ([:], #"no id  Expected a value "id" in the map."#),
        (["id": "secret"], "not Int .id Expected a number, found a string."),
        (["id": nil], "null Int .id Expected a number, found null."),
        (["id": true], "not Int .id Expected a number, found a Boolean."),
        (["id": [:]], "not Int .id Expected a number, found a map."),
        (["id": []], "not Int .id Expected a number, found a list."),
        (["id": .binary(.init([7]))], "not Int .id Expected a number, found bytes."),
        (["id": .stringSet(["secret"])], "not Int .id Expected a number, found a set of strings."),
        (["id": .numberSet(["1"])], "not Int .id Expected a number, found a set of numbers."),
        (["id": .binarySet([])], "not Int .id Expected a number, found a set of bytes."),
        (
            ["id": .other("secret")],
            "not Int .id Expected a number, found a value of an unknown type."
        ),
        (["id": .number("secret")], "bad .id Expected the text of a number."),
        (["id": .number("1.5")], "bad .id Expected an integer that Int can hold."),
        (
            ["id": .number("9223372036854775808")],
            "bad .id Expected an integer that Int can hold."
        ),
        (
            ["id": 1, "lines": [["price": 1], ["price": 256]]],
            "bad .lines[1].price Expected an integer that UInt8 can hold."
        ),
        (
            ["id": 1, "lines": [["price": 1], [:]]],
            #"no price .lines[1] Expected a value "price" in the map."#
        ),
        (
            ["id": 1, "lines": ["price"]],
            "not Dictionary<String, AttributeValue> .lines[0] Expected a map, found a string."
        ),
        (
            ["id": 1, "lines": "secret"],
            "not Array<AttributeValue> .lines Expected a list or a set, found a string."
        ),
    ]

    @Test(arguments: items)
    func decodingErrorsSayWhere(item: [String: AttributeValue], message: String) {
        do {
            _ = try item.decode(Order.self)
            Issue.record("The item is taken.")
        } catch {
            #expect(describe(error) == message)
            #expect(!"\(error)".contains("secret"))
        }
    }

    @Test
    func numbersThatDoNotFitAreErrors() {
        #expect(throws: DecodingError.self) {
            try AttributeValue.number("1e999").decode(Double.self)
        }
        #expect(throws: DecodingError.self) { try AttributeValue.number("NaN").decode(Double.self) }
        #expect(throws: DecodingError.self) { try AttributeValue.number("0x10").decode(Int.self) }
        #expect(throws: DecodingError.self) { try AttributeValue.number("1e99").decode(Float.self) }
        #expect(throws: DecodingError.self) { try AttributeValue.number("-1").decode(UInt.self) }
        #expect(throws: DecodingError.self) {
            try AttributeValue.binary(.init(base64: "***")).decode([UInt8].self)
        }
    }

    struct Pair: Decodable {
        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            _ = try container.decode(Int.self)
            _ = try container.decode(Int.self)
        }
    }

    @Test
    func theEndOfAListIsAnError() {
        do {
            _ = try (["pair": [1]] as [String: AttributeValue]).decode([String: Pair].self)
            Issue.record("The list is taken.")
        } catch {
            #expect(
                describe(error)
                    == "null Int .pair[1] Expected another element, found the end of the list."
            )
        }
    }

    @Test
    func encodingErrorsSayWhere() {
        do {
            _ = try AttributeValue(encoding: ["a": [1, Double.nan]])
            Issue.record("NaN is taken.")
        } catch {
            #expect(
                describe(error)
                    == "invalid Double .a[1] Expected a finite number, found NaN or an infinity, which "
                    + "DynamoDB does not have; leave it out or encode it as a string."
            )
        }
        do {
            _ = try [String: AttributeValue](encoding: [1, 2])
            Issue.record("A list is taken for an item.")
        } catch {
            #expect(
                describe(error)
                    == "invalid Array<Int>  Expected an item to be encoded as a map, as a structure "
                    + "is; Array<Int> is encoded as a list."
            )
        }
    }

    private struct Basket: Encodable {
        var prices: [Double]
    }

    /// What the log and the caller see where a handler throws the error on.
    @Test
    func theRuntimeRepeatsTheExplanation() throws {
        func message(_ body: () throws -> Void) throws -> String {
            ErrorReport(try #require(throws: (any Error).self, performing: body)).message
        }
        let number = try message {
            _ = try [String: AttributeValue](encoding: Basket(prices: [1, .infinity]))
        }
        #expect(
            number
                == "Could not encode a value at prices[1]: expected a finite number, found NaN or an "
                + "infinity, which DynamoDB does not have; leave it out or encode it as a string."
        )
        let item = try message { _ = try [String: AttributeValue](encoding: "secret") }
        #expect(
            item
                == "Could not encode a value: expected an item to be encoded as a map, as a structure "
                + "is; String is encoded as a string."
        )
        let mismatch = try message { _ = try order(["id": "secret"]) }
        #expect(
            mismatch == "Could not decode a value at id: expected a number, found a string."
        )
        let missing = try message { _ = try order([:]) }
        #expect(missing == #"Could not decode a value: the key "id" is missing."#)
        let raw = try message { _ = try AttributeValue.string("secret").decode(Status.self) }
        #expect(raw == "Could not decode a value: expected a value that Status can be made of.")
        let end = try message { _ = try AttributeValue.list([1]).decode(Pair.self) }
        #expect(
            end
                == "Could not decode a value at [1]: expected another element, found the end of the "
                + "list."
        )
    }

    private func order(_ item: [String: AttributeValue]) throws -> Order {
        try item.decode(Order.self)
    }

    private enum Status: String, Codable {
        case open
    }

    /// The standard library writes the value into the errors of raw-representable types.
    @Test
    func rawValuesAreNotRepeated() throws {
        let item: [String: AttributeValue] = ["orders": [["status": "secret"]]]
        let error = try #require(throws: DecodingError.self) {
            try item.decode([String: [[String: Status]]].self)
        }
        #expect(
            describe(error)
                == "bad .orders[0].status Expected a value that Status can be made of."
        )
    }
}
