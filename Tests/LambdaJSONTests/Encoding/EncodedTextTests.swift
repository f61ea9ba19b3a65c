import LambdaJSON
import Testing

/// What values look like as JSON.
struct EncodedTextTests {
    private func encode<T: Encodable>(
        _ value: T,
        _ formatting: LambdaJSONEncoder.OutputFormatting = []
    ) throws -> String {
        var encoder = LambdaJSONEncoder()
        encoder.outputFormatting = formatting
        return try encoder.encodeToString(value)
    }

    @Test func scalars() throws {
        #expect(try encode(true) == "true")
        #expect(try encode(false) == "false")
        #expect(try encode(Int?.none) == "null")
        #expect(try encode("a") == "\"a\"")
        #expect(try encode(0) == "0")
        #expect(try encode(Int.min) == "-9223372036854775808")
        #expect(try encode(Int.max) == "9223372036854775807")
        #expect(try encode(UInt64.max) == "18446744073709551615")
        #expect(try encode(Int8.min) == "-128")
        #expect(try encode(UInt128.max) == "340282366920938463463374607431768211455")
        #expect(try encode(Int128.min) == "-170141183460469231731687303715884105728")
        for power in 0..<19 {
            let value = (0..<power).reduce(1) { value, _ in value * 10 }
            #expect(try encode(value) == value.description)
            #expect(try encode(value - 1) == (value - 1).description)
            #expect(try encode(-value) == (-value).description)
        }
    }

    @Test(arguments: [
        (1.0, "1"), (-0.0, "-0"), (0.1, "0.1"), (1e16, "1e+16"), (1e15, "1000000000000000"),
        (0.0001, "0.0001"), (0.00001, "1e-05"), (.leastNonzeroMagnitude, "5e-324"), (-1.5, "-1.5"),
        (1.7976931348623157e308, "1.7976931348623157e+308"), (1.0 / 3, "0.3333333333333333"),
    ])
    func doublesHaveTheFewestDigits(_ value: Double, _ text: String) throws {
        #expect(try encode(value) == text)
        #expect(try encode([value]) == "[\(text)]")
        #expect(
            try LambdaJSONDecoder().decode(Double.self, from: text).bitPattern == value.bitPattern
        )
    }

    @Test func floatsHaveTheFewestDigits() throws {
        #expect(try encode(Float(0.1)) == "0.1")
        #expect(try encode([Float(16_777_216)]) == "[16777216]")
    }

    @Test(arguments: [
        ("", "\"\""), ("a/b", "\"a/b\""), ("\"\\", #""\"\\""#),
        ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#), ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#),
        ("\u{7F}\u{2028}é€\u{1D11E}", "\"\u{7F}\u{2028}é€\u{1D11E}\""),
        ("abcdefg\"", #""abcdefg\"""#), ("abcdefgh\"", #""abcdefgh\"""#),
        ("0123456789\n0123456789\n", #""0123456789\n0123456789\n""#),
        (String(repeating: "\"", count: 600), "\"" + String(repeating: "\\\"", count: 600) + "\""),
    ])
    func stringsAreEscapedWhereTheyMustBe(_ string: String, _ text: String) throws {
        #expect(try encode(string) == text)
        #expect(try encode([string: string]) == "{\(text):\(text)}")
        #expect(try encode(["k": [string]]) == "{\"k\":[\(text)]}")
        #expect(try LambdaJSONDecoder().decode(String.self, from: text) == string)
    }

    @Test func everyByteAtEveryPlaceSurvives() throws {
        for length in 0..<20 {
            for place in 0..<length {
                for scalar: UInt8 in 0..<128 {
                    var bytes = [UInt8](repeating: 0x61, count: length)
                    bytes[place] = scalar
                    let string = String(decoding: bytes, as: UTF8.self)
                    let text = try encode(string)
                    #expect(try LambdaJSONDecoder().decode(String.self, from: text) == string)
                }
            }
        }
    }

    @Test func membersKeepTheOrderOfDeclaration() throws {
        struct Letters: Encodable {
            var z = 1
            var a: String? = "x"
            var none: Int?
            var m = [true]
        }
        #expect(try encode(Letters()) == #"{"z":1,"a":"x","m":[true]}"#)
    }

    @Test func dictionariesAreSorted() throws {
        let numbers = Dictionary(uniqueKeysWithValues: (0..<100).map { ("k\($0)", $0) })
        let sorted = numbers.keys.sorted().map { "\"\($0)\":\(numbers[$0] ?? -1)" }
        let text = "{" + sorted.joined(separator: ",") + "}"
        #expect(try encode(numbers) == text)
        #expect(try encode([numbers]) == "[\(text)]")
        #expect(
            try encode(numbers.mapValues(String.init)).hasPrefix(#"{"k0":"0","k1":"1","k10":"10","#)
        )
        #expect(try encode(["b": ["d": 1, "c": 2], "a": [:]]) == #"{"a":{},"b":{"c":2,"d":1}}"#)
        #expect(try encode([10: 1, 9: 2, -1: 3]) == #"{"-1":3,"10":1,"9":2}"#)
        #expect(try encode(["a b": 1, "a": 2, "a!": 3]) == #"{"a":2,"a b":1,"a!":3}"#)
        #expect(try encode(["b": nil, "a": 1] as [String: Int?]) == #"{"a":1,"b":null}"#)
        #expect(try encode(["é": 1, "z": 2, "\"": 3]) == #"{"\"":3,"z":2,"é":1}"#)
        let value: JSONValue = ["b": ["d": 1, "c": 2], "a": [:]]
        #expect(try encode(value) == #"{"a":{},"b":{"c":2,"d":1}}"#)
    }

    @Test func prettyOutputIsIndented() throws {
        struct Value: Encodable {
            var b = [1, 2]
            var a = [String: Int]()
            var e = [Int]()
            var d = ["x": [["y": true]]]
        }
        #expect(
            try encode(Value(), .prettyPrinted) == """
                {
                  "b": [
                    1,
                    2
                  ],
                  "a": {},
                  "e": [],
                  "d": {
                    "x": [
                      {
                        "y": true
                      }
                    ]
                  }
                }
                """
        )
        #expect(try encode(1, .prettyPrinted) == "1")
        #expect(try encode([Int](), .prettyPrinted) == "[]")
    }

    @Test func sortedKeysSortsEveryObject() throws {
        struct Value: Encodable {
            struct Inner: Encodable {
                var z = 1
                var y = "\u{1}\"é"
                var aa = 2.5
            }
            var b = [Inner()]
            var a = true
            var ab: Int? = nil
            var c: Int?? = .some(nil)
        }
        #expect(
            try encode(Value(), .sortedKeys)
                == #"{"a":true,"b":[{"aa":2.5,"y":"\u0001\"é","z":1}],"c":null}"#
        )
        #expect(
            try encode(Value(), [.sortedKeys, .prettyPrinted]).hasPrefix("{\n  \"a\": true,\n")
        )
    }

    @Test func namesThatAreCanonicallyEquivalentStayApart() throws {
        let value = Custom { encoder in
            var container = encoder.container(keyedBy: AnyKey.self)
            try container.encode(1, forKey: AnyKey("\u{e9}"))
            try container.encode(2, forKey: AnyKey("e\u{301}"))
        }
        let text = "{\"e\u{301}\":2,\"\u{e9}\":1}"
        #expect(Array(try encode(value, .sortedKeys).utf8) == Array(text.utf8))
    }

    @Test func appendsToAnArray() throws {
        var bytes = Array("head".utf8)
        try LambdaJSONEncoder().encode(["a"], into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "head[\"a\"]")
        #expect(throws: EncodingError.self) {
            try LambdaJSONEncoder().encode([1, Double.nan], into: &bytes)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "head[\"a\"]")
        #expect(try LambdaJSONEncoder().encode(["a"]) == Array("[\"a\"]".utf8))
    }

    @Test func largeValuesGrowTheBuffer() throws {
        let strings = (0..<5_000).map { "string number \($0) \n" }
        let bytes = try LambdaJSONEncoder().encode(strings)
        #expect(try LambdaJSONDecoder().decode([String].self, from: bytes) == strings)
    }
}

struct JSONTextTests {
    @Test(arguments: [
        ("", "\"\""), ("plain", "\"plain\""), ("a\"b\\c/d", #""a\"b\\c/d""#),
        ("\u{0}\u{8}\t\n\u{C}\r\u{1F}", #""\u0000\b\t\n\f\r\u001f""#), ("é€", "\"é€\""),
    ])
    func writesStrings(_ string: String, _ text: String) {
        var bytes: [UInt8] = [0x3A]
        JSONText.append(string, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == ":" + text)
    }

    @Test func replacesWhatIsNotUTF8() {
        var bytes: [UInt8] = []
        [UInt8]([0x61, 0xFF, 0x22, 0xC3]).withUnsafeBytes { JSONText.append($0, to: &bytes) }
        #expect(String(decoding: bytes, as: UTF8.self) == "\"a\u{FFFD}\\\"\u{FFFD}\"")
    }
}
