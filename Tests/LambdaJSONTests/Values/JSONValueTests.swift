import Foundation
import LambdaJSON
import TestSupport
import Testing

struct JSONValueTests {
    @Test func literalsMakeValues() {
        let value: JSONValue = ["a": [1, 2.5, "x", true, nil], "b": ["c": [:]]]
        #expect(
            value
                == .object([
                    "a": .array([.number(1), .number(2.5), .string("x"), .bool(true), .null]),
                    "b": .object(["c": .object([:])]),
                ])
        )
        let repeated: JSONValue = ["a": 1, "a": 2]
        #expect(repeated == ["a": 2])
    }

    @Test func membersAndElementsAreFound() {
        let value: JSONValue = ["a": [1, ["b": "x"]], "n": nil]
        #expect(value["a"]?[1]?["b"]?.stringValue == "x")
        #expect(value["a"]?[0]?.intValue == 1)
        #expect(value["a"]?[2] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["x"] == nil)
        #expect(value["n"]?.isNull == true)
        #expect(value[0] == nil)
        #expect(JSONValue.string("x")["a"] == nil)
    }

    @Test func membersCanBeSet() {
        var value: JSONValue = [:]
        value["a"] = 1
        value["b"] = "x"
        value["a"] = nil
        #expect(value == ["b": "x"])
        var scalar: JSONValue = 3
        scalar["a"] = nil
        #expect(scalar == 3)
        scalar["a"] = true
        #expect(scalar == ["a": true])
    }

    @Test func accessorsAnswerForTheirOwnKindOnly() {
        let all: [JSONValue] = [nil, true, 1, "s", [1], ["a": 1]]
        #expect(all.map(\.isNull) == [true, false, false, false, false, false])
        #expect(all.compactMap(\.boolValue) == [true])
        #expect(all.compactMap(\.intValue) == [1])
        #expect(all.compactMap(\.doubleValue) == [1])
        #expect(all.compactMap(\.numberValue) == [1])
        #expect(all.compactMap(\.stringValue) == ["s"])
        #expect(all.compactMap(\.arrayValue) == [[1]])
        #expect(all.compactMap(\.objectValue) == [["a": 1]])
        #expect(JSONValue.number(1.5).intValue == nil)
    }

    @Test func typesConvertToAndFromValues() throws {
        struct Point: Codable, Equatable {
            var x: Int
            var y: Double?
        }
        let value = try JSONValue(encoding: [Point(x: 1, y: 0.5)])
        #expect(value == [["x": 1, "y": 0.5]])
        #expect(try value.decode([Point].self) == [Point(x: 1, y: 0.5)])
        #expect(Failure { try value.decode([Int].self) }.path == "[0]")
        let wrong: JSONValue = ["y": 1]
        #expect(Failure { try wrong.decode(Point.self) }.kind == .keyNotFound)
    }

    @Test func descriptionIsJSON() {
        let value: JSONValue = ["b": [1, nil, "\n"], "a": 0.1]
        #expect(value.description == #"{"a":0.1,"b":[1,null,"\n"]}"#)
        #expect(JSONValue.array([]).description == "[]")
        #expect(JSONValue.object([:]).description == "{}")
    }

    static let text =
        #"{"a":[1,-2.5,true,false,null,"x\n",[],{}],"b":{"c":18446744073709551615,"d":1e300}}"#

    @Test func foundationsCodersAgree() throws {
        let value = try LambdaJSONDecoder().decode(JSONValue.self, from: Self.text)
        let foundation = try JSONDecoder().decode(JSONValue.self, from: Data(Self.text.utf8))
        #expect(value == foundation)
        let encoded = try JSONEncoder().encode(value)
        #expect(try LambdaJSONDecoder().decode(JSONValue.self, from: [UInt8](encoded)) == value)
        #expect(
            try JSONDecoder().decode(JSONValue.self, from: Data(value.description.utf8)) == value
        )
    }

    @Test func valuesWithinTypesDecodeAndEncode() throws {
        struct Event: Codable, Equatable {
            var detail: JSONValue
            var number: JSONNumber
            var list: [JSONValue]
            var map: [String: JSONValue]
            var none: JSONValue?
            var null: JSONValue
        }
        let text =
            #"{"detail":{"x":[1,2]},"number":12345678901234567890123,"list":[1,null],"map":{"k":"v"},"null":null}"#
        let event = try LambdaJSONDecoder().decode(Event.self, from: text)
        #expect(event.detail == ["x": [1, 2]])
        #expect(event.number.description == "12345678901234567890123")
        #expect(event.list == [1, nil])
        #expect(event.map == ["k": "v"])
        #expect(event.none == nil)
        #expect(event.null == .null)
        #expect(try LambdaJSONEncoder().encodeToString(event) == text)
        #expect(
            Failure { try LambdaJSONDecoder().decode([JSONNumber].self, from: "[\"1\"]") }.text
                == "Expected a number, found a string (byte 1)."
        )
    }
}

struct JSONNumberTests {
    @Test(arguments: [
        "0.10000000000000000000000000000000000001", "12345678901234567890123456789012345678",
        "-12345678901234567890123456789012345678.5", "18446744073709551615", "1e400", "-1e-400",
        "9007199254740993.5", "123456789.12345678912345",
    ])
    func textThatNothingElseHoldsIsKept(_ text: String) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.description == text)
        #expect(try LambdaJSONEncoder().encodeToString(number) == text)
        #expect(try LambdaJSONDecoder().decode(JSONNumber.self, from: text) == number)
        let value = try LambdaJSONDecoder().decode(JSONValue.self, from: "[\(text)]")
        #expect(value.description == "[\(text)]")
    }

    @Test(arguments: [
        ("1", "1.0"), ("100", "1e2"), ("1", "10e-1"), ("0", "-0"), ("0", "0e5"), ("-0.0", "0"),
        ("0.5", "5e-1"), ("1e400", "10e399"), ("1.50", "1.5"),
        ("9223372036854775807", "9223372036854775807.0"),
        ("12345678901234567890123456789012345678", "1234567890123456789012345678901234567.80e1"),
        ("100000000000000000000", "1e20"),
    ])
    func equalValuesAreEqualHoweverWritten(_ left: String, _ right: String) throws {
        let numbers = try [#require(JSONNumber(left)), #require(JSONNumber(right))]
        #expect(numbers[0] == numbers[1])
        #expect(Set(numbers).count == 1)
    }

    @Test func differentValuesDiffer() throws {
        let numbers = try [
            "1", "1.5", "-1", "1e400", "-1e400", "1e-400", "18446744073709551615",
            "18446744073709551616", "0", "0.1", "0.10000000000000000000000000000000000001",
        ]
        .map { try #require(JSONNumber($0)) }
        #expect(Set(numbers).count == numbers.count)
    }

    @Test(arguments: [
        "", " 1", "1 ", "01", "+1", "1.", ".5", "NaN", "1e", "true", "\"1\"", "[1]", "1,2", "--1",
    ])
    func textThatIsNoNumberIsRefused(_ text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test func conversionsAreExactOrNil() throws {
        let one = 1.0
        let negativeZero = -0.0
        #expect(JSONNumber(one)?.integer(as: Int8.self) == 1)
        #expect(JSONNumber(300).integer(as: UInt8.self) == nil)
        #expect(JSONNumber(-1).integer(as: UInt64.self) == nil)
        #expect(JSONNumber(UInt64.max).integer() == UInt64.max)
        #expect(JSONNumber(UInt128.max).integer() == UInt128.max)
        #expect(JSONNumber(Int128.min).integer() == Int128.min)
        #expect(JSONNumber("1e2")?.integer() == 100)
        #expect(JSONNumber("1.5")?.integer(as: Int.self) == nil)
        #expect(JSONNumber("1e400")?.integer(as: Int.self) == nil)
        #expect(JSONNumber("1e400")?.doubleValue == .infinity)
        #expect(JSONNumber("0.1")?.doubleValue == 0.1)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(negativeZero)?.doubleValue.sign == .minus)
        let literal: JSONNumber = 2.5
        #expect(literal.doubleValue == 2.5)
    }

    @Test func doublesSurvive() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<5_000 {
            let double = Double(bitPattern: random.next())
            guard let number = JSONNumber(double) else { continue }
            #expect(number.doubleValue == double)
            let decoded = try LambdaJSONDecoder().decode(JSONNumber.self, from: number.description)
            #expect(decoded == number)
            #expect(decoded.doubleValue == double)
        }
    }
}
