import LambdaJSON
import Testing

/// The hook by which LambdaFoundation takes over types that the standard library does not know.
struct HookTests {
    struct Money: Codable, Hashable {
        var text: String

        init(_ text: String) {
            self.text = text
        }

        init(from decoder: any Decoder) throws {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "Not asked for.")
            )
        }

        func encode(to encoder: any Encoder) throws {
            throw EncodingError.invalidValue(
                self,
                EncodingError.Context(codingPath: [], debugDescription: "Not asked for.")
            )
        }
    }

    struct Hook: JSONDecodingHook, JSONEncodingHook {
        func decode<T: Decodable>(_ type: T.Type, from decoder: JSONValueDecoder) throws -> T? {
            guard type == Money.self else { return nil }
            guard let text = decoder.numberText else {
                throw decoder.mismatch(type, expected: "an amount")
            }
            guard !text.hasPrefix("-") else {
                throw decoder.corrupted("Expected a positive amount")
            }
            return Money(text) as? T
        }

        func encode<T: Encodable>(_ value: T, to encoder: JSONValueEncoder) throws -> Bool {
            guard let money = value as? Money, type(of: value) == Money.self else { return false }
            guard money.text != "0" else { throw encoder.invalid("Expected an amount", T.self) }
            try encoder.encodeNumber(money.text)
            return true
        }
    }

    struct Bill: Codable, Equatable {
        var total: Money
        var tip: Money?
        var none: Money?
        var parts: [Money]
        var named: [String: Money]
        var maybe: [Money?]
        var count: Int
    }

    static let text =
        #"{"total":1.10,"tip":2e1,"parts":[3],"named":{"a":4.00},"maybe":[null,5],"count":2}"#

    private var decoder: LambdaJSONDecoder {
        var decoder = LambdaJSONDecoder()
        decoder.hook = Hook()
        return decoder
    }

    private var encoder: LambdaJSONEncoder {
        var encoder = LambdaJSONEncoder()
        encoder.hook = Hook()
        return encoder
    }

    @Test func hookedTypesDecodeAndEncodeEverywhere() throws {
        let bill = try decoder.decode(Bill.self, from: Self.text)
        #expect(
            bill
                == Bill(
                    total: Money("1.10"),
                    tip: Money("2e1"),
                    parts: [Money("3")],
                    named: ["a": Money("4.00")],
                    maybe: [nil, Money("5")],
                    count: 2
                )
        )
        #expect(try encoder.encodeToString(bill) == Self.text)
        #expect(try decoder.decode(Money.self, from: "7") == Money("7"))
        #expect(try encoder.encodeToString(Money("7")) == "7")
    }

    @Test func errorsOfTheHookHaveAPlace() {
        let negative = Failure { try decoder.decode([Money].self, from: "[1,-1]") }
        #expect(negative == Failure { try decoder.decode([Money].self, from: "[1,-1]") })
        #expect(negative.path == "[1]")
        #expect(negative.text == "Expected a positive amount (byte 3).")
        #expect(negative.isOurs)
        let wrong = Failure { try decoder.decode([String: [Money]].self, from: "{\"a\":[\"x\"]}") }
        #expect(wrong.path == "a[0]")
        #expect(wrong.text == "Expected an amount, found a string (byte 6).")
        let zero = Failure { try encoder.encode(["a": Money("0")]) }
        #expect(zero.path == "a")
        #expect(zero.text == "Expected an amount (byte 5).")
    }

    @Test func withoutAHookTheTypeIsAsked() {
        #expect(
            Failure { try LambdaJSONDecoder().decode(Money.self, from: "1") }.text
                == "Not asked for."
        )
        #expect(Failure { try LambdaJSONEncoder().encode([Money("1")]) }.text == "Not asked for.")
    }
}
