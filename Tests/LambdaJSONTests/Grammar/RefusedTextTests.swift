import LambdaJSON
import Testing

/// RFC 8259, clause by clause: texts that a parser must refuse, and the exact message.
struct RefusedTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var bytes: [UInt8]
        var message: String

        init(_ text: String, _ message: String) {
            bytes = Array(text.utf8)
            self.message = message
        }

        init(_ bytes: [UInt8], _ message: String) {
            self.bytes = bytes
            self.message = message
        }

        var testDescription: String { String(decoding: bytes, as: UTF8.self) }
    }

    static let structure: [Case] = [
        Case("", "Expected a value, found an empty text (byte 0)."),
        Case(" \n", "Expected a value, found an empty text (byte 2)."),
        Case("x", "Expected a value (byte 0)."),
        Case("1 2", "Expected nothing after the value (byte 2)."),
        Case("[] []", "Expected nothing after the value (byte 3)."),
        Case("{}}", "Expected nothing after the value (byte 2)."),
        Case("\u{C}1", "Expected a value (byte 0)."),
        Case("1\u{A0}", "Expected nothing after the value (byte 1)."),
        Case("// a\n1", "Expected a value (byte 0)."),
        Case("1 /* a */", "Expected nothing after the value (byte 2)."),
        Case("True", "Expected a value (byte 0)."),
        Case("tru", "Expected a value (byte 0)."),
        Case("nul", "Expected a value (byte 0)."),
        Case("falsy", "Expected a value (byte 0)."),
        Case("nulll", "Expected nothing after the value (byte 4)."),
        Case("truefalse", "Expected nothing after the value (byte 4)."),
        Case("undefined", "Expected a value (byte 0)."),
        Case("'a'", "Expected a value (byte 0)."),
        Case("]", "Expected a value (byte 0)."),
        Case(",", "Expected a value (byte 0)."),
    ]

    static let objects: [Case] = [
        Case("{", "Expected a member name or '}', found the end of the text (byte 1)."),
        Case("{,}", "Expected a member name or '}' (byte 1)."),
        Case("{a:1}", "Expected a member name or '}' (byte 1)."),
        Case("{'a':1}", "Expected a member name or '}' (byte 1)."),
        Case("{1:1}", "Expected a member name or '}' (byte 1)."),
        Case("{null:1}", "Expected a member name or '}' (byte 1)."),
        Case("{]", "Expected a member name or '}' (byte 1)."),
        Case("{\"a\"}", "Expected ':' after a member name (byte 4)."),
        Case("{\"a\"", "Expected ':' after a member name, found the end of the text (byte 4)."),
        Case("{\"a\" 1}", "Expected ':' after a member name (byte 5)."),
        Case("{\"a\"::1}", "Expected a value after ':' (byte 5)."),
        Case("{\"a\":}", "Expected a value after ':' (byte 5)."),
        Case("{\"a\":", "Expected a value after ':', found the end of the text (byte 5)."),
        Case("{\"a\":1", "Expected ',' or '}' after a member, found the end of the text (byte 6)."),
        Case("{\"a\":1]", "Expected ',' or '}' after a member (byte 6)."),
        Case("{\"a\":1 \"b\":2}", "Expected ',' or '}' after a member (byte 7)."),
        Case("{\"a\":1,}", "Expected a member name after ',' (byte 7)."),
        Case("{\"a\":1,,\"b\":2}", "Expected a member name after ',' (byte 7)."),
        Case("{\"a\":1,", "Expected a member name after ',', found the end of the text (byte 7)."),
        Case("{\"a", "Expected '\"' at the end of a string, found the end of the text (byte 3)."),
    ]

    static let arrays: [Case] = [
        Case("[", "Expected a value or ']', found the end of the text (byte 1)."),
        Case("[,1]", "Expected a value or ']' (byte 1)."),
        Case("[}", "Expected a value or ']' (byte 1)."),
        Case("[1", "Expected ',' or ']' after an element, found the end of the text (byte 2)."),
        Case("[1}", "Expected ',' or ']' after an element (byte 2)."),
        Case("[1 2]", "Expected ',' or ']' after an element (byte 3)."),
        Case("[1,]", "Expected a value after ',' (byte 3)."),
        Case("[1,,2]", "Expected a value after ',' (byte 3)."),
        Case("[1,", "Expected a value after ',', found the end of the text (byte 3)."),
        Case("[1:2]", "Expected ',' or ']' after an element (byte 2)."),
        Case("[[1]", "Expected ',' or ']' after an element, found the end of the text (byte 4)."),
    ]

    static let numbers: [Case] = [
        Case("-", "Expected a digit after '-', found the end of the text (byte 1)."),
        Case("--1", "Expected a digit after '-' (byte 1)."),
        Case("-x", "Expected a digit after '-' (byte 1)."),
        Case("- 1", "Expected a digit after '-' (byte 1)."),
        Case("+1", "Expected a value (byte 0)."),
        Case(".5", "Expected a value (byte 0)."),
        Case("-.5", "Expected a digit after '-' (byte 1)."),
        Case("00", "Expected no digit after a leading zero (byte 1)."),
        Case("01", "Expected no digit after a leading zero (byte 1)."),
        Case("-012", "Expected no digit after a leading zero (byte 2)."),
        Case("1.", "Expected a digit after '.', found the end of the text (byte 2)."),
        Case("[1.]", "Expected a digit after '.' (byte 3)."),
        Case("1.e1", "Expected a digit after '.' (byte 2)."),
        Case("1e", "Expected a digit in the exponent, found the end of the text (byte 2)."),
        Case("1e+", "Expected a digit in the exponent, found the end of the text (byte 3)."),
        Case("[1E-]", "Expected a digit in the exponent (byte 4)."),
        Case("1e1.5", "Expected nothing after the value (byte 3)."),
        Case("1.2.3", "Expected nothing after the value (byte 3)."),
        Case("0x10", "Expected nothing after the value (byte 1)."),
        Case("1_000", "Expected nothing after the value (byte 1)."),
        Case("1,5", "Expected nothing after the value (byte 1)."),
        Case("NaN", "Expected a value (byte 0)."),
        Case("Infinity", "Expected a value (byte 0)."),
        Case("-Infinity", "Expected a digit after '-' (byte 1)."),
        Case("١", "Expected a value (byte 0)."),
    ]

    static let strings: [Case] = [
        Case("\"", "Expected '\"' at the end of a string, found the end of the text (byte 1)."),
        Case(
            "\"abcdefghij",
            "Expected '\"' at the end of a string, found the end of the text (byte 11)."
        ),
        Case("\"a\nb\"", "Expected an escape, found a control character (byte 2)."),
        Case("\"a\u{0}\"", "Expected an escape, found a control character (byte 2)."),
        Case("\"abcdefghi\u{1F}\"", "Expected an escape, found a control character (byte 10)."),
        Case("\"a\tb\"", "Expected an escape, found a control character (byte 2)."),
        Case(#""\"#, "Expected an escape, found the end of the text (byte 2)."),
        Case(#""\x41""#, "Expected one of \"\\/bfnrtu after a backslash (byte 2)."),
        Case(#""\a""#, "Expected one of \"\\/bfnrtu after a backslash (byte 2)."),
        Case(#""\U0041""#, "Expected one of \"\\/bfnrtu after a backslash (byte 2)."),
        Case(#""\'""#, "Expected one of \"\\/bfnrtu after a backslash (byte 2)."),
        Case(#""\é""#, "Expected one of \"\\/bfnrtu after a backslash (byte 2)."),
        Case(#""\u""#, "Expected four hexadecimal digits after \\u (byte 3)."),
        Case(#""\u12""#, "Expected four hexadecimal digits after \\u (byte 5)."),
        Case(#""\u00g0""#, "Expected four hexadecimal digits after \\u (byte 5)."),
        Case(
            #""\u"#,
            "Expected four hexadecimal digits after \\u, found the end of the text (byte 3)."
        ),
        Case(#""\ud83d""#, "Expected a pair of surrogates, found one (byte 1)."),
        Case(#""\ud83dx""#, "Expected a pair of surrogates, found one (byte 1)."),
        Case(#""\ud83d\n""#, "Expected a pair of surrogates, found one (byte 1)."),
        Case(#""\ud83d\u0041""#, "Expected a pair of surrogates, found one (byte 1)."),
        Case(#""\ud83d\ud83d""#, "Expected a pair of surrogates, found one (byte 1)."),
        Case(#""\ude00""#, "Expected a pair of surrogates, found one (byte 1)."),
        Case(#""\ude00\ud83d""#, "Expected a pair of surrogates, found one (byte 1)."),
        Case(#"{"\ud83d":1}"#, "Expected a pair of surrogates, found one (byte 2)."),
    ]

    static let encodings: [Case] = [
        Case("\u{FEFF}1", "Expected a value, found a byte order mark (byte 0)."),
        Case([0xFF, 0xFE, 0x31, 0x00], "Expected UTF-8, found UTF-16 or UTF-32 (byte 0)."),
        Case([0xFE, 0xFF, 0x00, 0x31], "Expected UTF-8, found UTF-16 or UTF-32 (byte 0)."),
        Case([0x31, 0x00], "Expected UTF-8, found UTF-16 or UTF-32 (byte 0)."),
        Case([0x22, 0x00, 0x22, 0x00], "Expected UTF-8, found UTF-16 or UTF-32 (byte 0)."),
        Case([0x00, 0x31], "Expected UTF-8, found UTF-16 or UTF-32 (byte 0)."),
        Case([0x00], "Expected a value (byte 0)."),
        Case([0xC3], "Expected a value (byte 0)."),
        Case(quoted(0x80), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xC0, 0x80), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xC1, 0xBF), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xC3), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xC3, 0x28), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xE0, 0x9F, 0xBF), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xE2, 0x82), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xE2, 0x28, 0xA1), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xED, 0xA0, 0x80), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xED, 0xBF, 0xBF), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xF0, 0x8F, 0xBF, 0xBF), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xF0, 0x9F, 0x98), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xF4, 0x90, 0x80, 0x80), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xF5, 0x80, 0x80, 0x80), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0xFF), "Expected valid UTF-8 (byte 1)."),
        Case(quoted(0x61, 0xC3, 0xA9, 0xFE), "Expected valid UTF-8 (byte 4)."),
    ]

    static func quoted(_ bytes: UInt8...) -> [UInt8] {
        [0x22] + bytes + [0x22]
    }

    @Test(arguments: structure + objects + arrays + numbers + strings + encodings)
    func refuses(_ test: Case) throws {
        let error = try #require(throws: DecodingError.self) {
            try LambdaJSONDecoder().decode(JSONValue.self, from: test.bytes)
        }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("Expected dataCorrupted")
            return
        }
        #expect(context.debugDescription == test.message)
        #expect(context.codingPath.isEmpty)
        let underlying = try #require(context.underlyingError as? LambdaJSONError)
        #expect(underlying.description == test.message)
    }

    /// Whatever stands behind the text in memory must not be taken for a part of it.
    @Test(arguments: ["tru", "nul", "[1", "{\"a\":1", "\"abc", "1.", "1e", "-", "\"\\", "\"\\u00"])
    func readsNothingBehindTheText(_ text: String) {
        let bytes = Array((text + "e11}]\"00").utf8)
        bytes.withUnsafeBytes { memory in
            let text = UnsafeRawBufferPointer(rebasing: memory[..<text.utf8.count])
            #expect(throws: DecodingError.self) {
                try LambdaJSONDecoder().decode(JSONValue.self, from: text)
            }
        }
    }
}
