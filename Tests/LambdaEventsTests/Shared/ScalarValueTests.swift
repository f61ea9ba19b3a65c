import LambdaEvents
import Testing

struct ScalarValueTests {
    private struct Box: Codable, Hashable {
        var value: ScalarValue?
    }

    private func decode(_ json: String, with coder: Coder) throws -> ScalarValue? {
        try coder.decode(Box.self, from: Array(#"{"value":\#(json)}"#.utf8)).value
    }

    @Test(
        arguments: [
            (#""3""#, "3", 3, nil), ("3", "3", 3, nil), ("3.0", "3", 3, nil),
            ("2.5", "2.5", nil, nil), ("true", "true", nil, true),
            (#""False""#, "False", nil, false),
            (#""N/A""#, "N/A", nil, nil), (#""""#, "", nil, nil), ("-1", "-1", -1, nil),
        ] as [(String, String, Int?, Bool?)],
        Coder.allCases
    )
    func readsStringsNumbersAndBooleans(
        expected: (json: String, text: String, int: Int?, bool: Bool?),
        coder: Coder
    ) throws {
        let value = try #require(try decode(expected.json, with: coder))
        #expect(value.text == expected.text)
        #expect(value.description == expected.text)
        #expect(value.intValue == expected.int)
        #expect(value.boolValue == expected.bool)
    }

    @Test(arguments: Coder.allCases)
    func readsFractions(coder: Coder) throws {
        #expect(try decode("2.5", with: coder)?.doubleValue == 2.5)
        #expect(try decode(#""2.5""#, with: coder)?.doubleValue == 2.5)
        #expect(try decode(#""x""#, with: coder)?.doubleValue == nil)
    }

    @Test(arguments: ["[]", "{}"], Coder.allCases)
    func refusesCollections(json: String, coder: Coder) {
        #expect(throws: DecodingError.self) { try decode(json, with: coder) }
    }

    @Test(arguments: [#""3""#, "3", "2.5", "true", #""true""#], Coder.allCases)
    func writesTheFormItWasReadIn(json: String, coder: Coder) throws {
        let written = try coder.encode(Box(value: decode(json, with: coder)))
        #expect(String(decoding: written, as: UTF8.self) == #"{"value":\#(json)}"#)
    }

    @Test(arguments: Coder.allCases)
    func writesTheFormItWasBuiltIn(coder: Coder) throws {
        for (value, json) in [("3", #""3""#), (3, "3"), (true, "true")] as [(ScalarValue, String)] {
            let written = try coder.encode(Box(value: value))
            #expect(String(decoding: written, as: UTF8.self) == #"{"value":\#(json)}"#)
        }
    }

    @Test
    func theFormPlaysNoPartInComparing() {
        let (text, number): (ScalarValue, ScalarValue) = ("3", 3)
        #expect(text == number)
        #expect(text.hashValue == number.hashValue)
        #expect(text != "4")
    }
}
