#if LOCAL_RUNNING
import LambdaEmulator
import LambdaEvents
import LambdaEventsShared
import LambdaJSON
import Testing

@testable import LambdaLocal

/// The small things that events consist of.
struct HTTPTextTests {
    @Test(
        arguments: [
            (0, "01/Jan/1970:00:00:00 +0000"), (951_782_400, "29/Feb/2000:00:00:00 +0000"),
            (1_709_251_199, "29/Feb/2024:23:59:59 +0000"),
            (1_709_251_200, "01/Mar/2024:00:00:00 +0000"),
            (4_107_542_399, "28/Feb/2100:23:59:59 +0000"),
            (4_107_542_400, "01/Mar/2100:00:00:00 +0000"),
            (1_798_761_599, "31/Dec/2026:23:59:59 +0000"), (-1, "01/Jan/1970:00:00:00 +0000"),
        ] as [(Int64, String)]
    )
    func writesTimes(_ seconds: Int64, _ text: String) {
        #expect(AccessLogTime.text(epochMilliseconds: seconds * 1000 + 999) == text)
    }

    @Test func writesTimesThatTheModelsRead() throws {
        var call = HTTPFront.Call.make
        // Some hour of each day of 30 years.
        for day in Int64(10_000)..<21_000 {
            call.epochMilliseconds = (day * 86400 + day % 24 * 3600 + 61) * 1000
            let text = AccessLogTime.text(epochMilliseconds: call.epochMilliseconds)
            let timestamp = HumanDateReader.read(text)
            #expect(timestamp == Timestamp(millisecondsSinceEpoch: call.epochMilliseconds))
        }
    }

    private enum HumanDateReader {
        static func read(_ text: String) -> Timestamp? {
            var context = APIGatewayRequest.Context()
            context.requestTime = text
            return context.requestTimestamp
        }
    }

    @Test func encodesBase64AsTheModelsDo() {
        var generator = SystemRandomNumberGenerator()
        for count in 0...70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let text = LambdaEmulator.Base64.encode(bytes)
            #expect(text == LambdaEventsShared.Base64.encode(bytes))
            #expect(LambdaEmulator.Base64.decode(text) == bytes)
        }
    }

    @Test(arguments: ["A", "AAAAA", "A=AA", "AA A", "é", "AA-_", "\n"])
    func refusesWhatIsNotBase64(_ text: String) {
        #expect(LambdaEmulator.Base64.decode(text) == nil)
    }

    @Test func writesJSONThatReadsBack() throws {
        let texts = ["", "\"\\/\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}", "é😀\u{2028}"]
        let tree = OrderedJSON.object([
            ("b\"", .array(texts.map(OrderedJSON.string))), ("a", .null), ("c", .bool(true)),
            ("d", .integer(-9_007_199_254_740_993)), ("e", .object([])), ("f", .array([])),
        ])
        let value = try LambdaJSONDecoder().decode(JSONValue.self, from: tree.bytes)
        #expect(
            value == [
                "b\"": .array(texts.map { .string($0) }), "a": .null, "c": true,
                "d": .number(JSONNumber(-9_007_199_254_740_993)), "e": [:], "f": [],
            ]
        )
        #expect(String(decoding: tree.bytes, as: UTF8.self).hasPrefix(#"{"b\"":[""#))
    }
}
#endif
