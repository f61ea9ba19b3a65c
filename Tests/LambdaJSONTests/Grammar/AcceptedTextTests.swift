import LambdaJSON
import Testing

/// RFC 8259, clause by clause: texts that a parser must accept, and what they mean.
struct AcceptedTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var clause: String
        var text: String
        var value: JSONValue

        init(_ clause: String, _ text: String, _ value: JSONValue) {
            self.clause = clause
            self.text = text
            self.value = value
        }

        var testDescription: String { "\(clause): \(text)" }
    }

    static let structure: [Case] = [
        Case("2 any value is a text", "null", nil),
        Case("2 any value is a text", "true", true),
        Case("2 any value is a text", "-1", -1),
        Case("2 any value is a text", "\"\"", ""),
        Case("2 white space around", " \t\r\n[] \t\r\n", []),
        Case("2 white space in an array", "[ 1 ,\n2\t,\r3 ]", [1, 2, 3]),
        Case("2 white space in an object", "{ \"a\" : 1 ,\n\"b\"\t:\r2 }", ["a": 1, "b": 2]),
        Case("2 no white space", "{\"a\":[1,{\"b\":2}]}", ["a": [1, ["b": 2]]]),
        Case("2 long indentation", "[" + String(repeating: " ", count: 41) + "1]", [1]),
        Case("3 false", "false", false),
        Case("3 literals in an array", "[null,true,false]", [nil, true, false]),
        Case("4 empty object", "{}", [:]),
        Case("4 one member", "{\"a\":1}", ["a": 1]),
        Case("4 empty name", "{\"\":1}", ["": 1]),
        Case("4 equal names: the first counts", "{\"a\":1,\"a\":2}", ["a": 1]),
        Case("4 escaped name", "{\"\\u0061\":1}", ["a": 1]),
        Case("4 equal names, one escaped", "{\"\\u0061\":1,\"a\":2}", ["a": 1]),
        Case("4 name with a quote", "{\"\\\"\":1}", ["\"": 1]),
        Case("4 nested objects", "{\"a\":{\"a\":{}}}", ["a": ["a": [:]]]),
        Case("5 empty array", "[]", []),
        Case("5 white space in an empty array", "[ ]", []),
        Case("5 values of different types", "[1,\"a\",null,[],{}]", [1, "a", nil, [], [:]]),
        Case("5 nested arrays", "[[[]],[]]", [[[]], []]),
    ]

    static let numbers: [Case] = [
        Case("6 zero", "0", 0),
        Case("6 negative zero", "-0", 0),
        Case("6 negative zero with a fraction", "-0.0", 0),
        Case("6 one digit", "7", 7),
        Case("6 many digits", "1234567890", 1_234_567_890),
        Case("6 fraction", "0.5", 0.5),
        Case("6 negative fraction", "-12.25", -12.25),
        Case("6 fraction of zeros", "1.000", 1),
        Case("6 exponent", "1e2", 100),
        Case("6 exponent, capital", "1E2", 100),
        Case("6 exponent with plus", "1e+2", 100),
        Case("6 exponent with minus", "25e-2", 0.25),
        Case("6 exponent with leading zeros", "1e0002", 100),
        Case("6 fraction and exponent", "1.5e1", 15),
        Case("6 zero with an exponent", "0e5", 0),
        Case("6 largest integer", "9223372036854775807", .number(JSONNumber(Int64.max))),
        Case("6 smallest integer", "-9223372036854775808", .number(JSONNumber(Int64.min))),
        Case("6 beyond 64 bits", "18446744073709551615", .number(JSONNumber(UInt64.max))),
    ]

    static let strings: [Case] = [
        Case("7 empty", "\"\"", ""),
        Case("7 one character", "\"a\"", "a"),
        Case("7 seven characters", "\"abcdefg\"", "abcdefg"),
        Case("7 eight characters", "\"abcdefgh\"", "abcdefgh"),
        Case("7 longer than a small string", "\"abcdefghijklmnopqr\"", "abcdefghijklmnopqr"),
        Case("7 quote", #""\"""#, "\""),
        Case("7 backslash", #""\\""#, "\\"),
        Case("7 escaped slash", #""\/""#, "/"),
        Case("7 slash", "\"/\"", "/"),
        Case("7 controls", #""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
        Case("7 escaped NUL", #""\u0000""#, "\u{0}"),
        Case("7 hexadecimal, small and capital", #""\u00e9\u00E9""#, "éé"),
        Case("7 escape of two bytes", #""\u00a9""#, "©"),
        Case("7 escape of three bytes", #""\u20ac""#, "€"),
        Case("7 pair of surrogates", #""\ud834\udd1e""#, "\u{1D11E}"),
        Case("7 pair of surrogates, capital", #""\uD83D\uDE00""#, "\u{1F600}"),
        Case("7 noncharacter", #""\uffff""#, "\u{FFFF}"),
        Case("7 delete is not a control", "\"\u{7F}\"", "\u{7F}"),
        Case("7 line separators", "\"\u{2028}\u{2029}\"", "\u{2028}\u{2029}"),
        Case(
            "7 escapes at every eighth byte",
            #""abcdefg\nabcdef\nabcdefgh\n""#,
            "abcdefg\nabcdef\nabcdefgh\n"
        ),
        Case("8.1 UTF-8 of two, three and four bytes", "\"é€\u{1D11E}\"", "é€\u{1D11E}"),
        Case("8.1 largest scalar", "\"\u{10FFFF}\"", "\u{10FFFF}"),
        Case("8.1 U+FEFF within a string", "\"\u{FEFF}\"", "\u{FEFF}"),
        Case("8.1 UTF-8 in a name", "{\"é\":1}", ["é": 1]),
        Case("8.1 text behind ASCII", "\"abcdefghéabcdefgh€\"", "abcdefghéabcdefgh€"),
    ]

    @Test(arguments: structure + numbers + strings)
    func accepts(_ test: Case) throws {
        #expect(try LambdaJSONDecoder().decode(JSONValue.self, from: test.text) == test.value)
    }

    @Test(arguments: structure + numbers + strings)
    func readsItsOwnOutput(_ test: Case) throws {
        let text = try LambdaJSONEncoder().encodeToString(test.value)
        #expect(try LambdaJSONDecoder().decode(JSONValue.self, from: text) == test.value)
    }
}
