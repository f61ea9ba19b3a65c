import LambdaEvents
import LambdaJSON
import Testing

struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0),
        ("1970-01-01T00:00:00.000000001Z", 0, 1),
        ("1969-12-31T23:59:59.999Z", -1, 999_000_000),
        ("2026-03-01T12:00:00.250Z", 1_772_366_400, 250_000_000),
        ("2000-02-29T00:00:00Z", 951_782_400, 0),
        ("2024-02-29T23:59:59Z", 1_709_251_199, 0),
        ("2100-03-01T00:00:00Z", 4_107_542_400, 0),
        ("0000-01-01T00:00:00Z", -62_167_219_200, 0),
        ("0000-02-29T00:00:00Z", -62_162_121_600, 0),
        ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
        ("2026-03-01T12:00:00+02:00", 1_772_359_200, 0),
        ("2026-03-01T12:00:00-0330", 1_772_379_000, 0),
        ("2026-03-01T12:00:00+05", 1_772_348_400, 0),
        ("2026-03-01T12:00:00", 1_772_366_400, 0),
        ("2026-03-01 12:00:00Z", 1_772_366_400, 0),
        ("2026-03-01t12:00:00z", 1_772_366_400, 0),
        ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
        ("2026-03-01T12:00:00.1Z", 1_772_366_400, 100_000_000),
        ("2026-03-01T12:00:00.123456789123456789123456789Z", 1_772_366_400, 123_456_789),
    ])
    func readsISO8601(text: String, seconds: Int64, nanoseconds: Int) throws {
        let timestamp = try #require(Timestamp(iso8601: text))
        #expect(timestamp.secondsSinceEpoch == seconds)
        #expect(timestamp.nanoseconds == nanoseconds)
    }

    @Test(arguments: [
        "", "Z", "2026", "2026-03-01", "2026-03-01T", "2026-03-01T12:00Z", "2026-03-01T12:00:00.Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z",
        "2026-03-01T24:00:00Z", "2026-03-01T12:60:00Z", "2026-03-01T12:00:61Z",
        "2026-03-01T12:00:00ZZ", "2026-03-01T12:00:00+24:00", "2026-03-01T12:00:00+02:60",
        "2026-03-01T12:00:00+2", "2026-03-01T12:00:00+02:", "26-03-01T12:00:00Z",
        "-2026-03-01T12:00:00Z", "02026-03-01T12:00:00Z", "2026-3-1T12:00:00Z",
        "2026-03-01T12:00:00Z\u{0}", "２０２６-03-01T12:00:00Z", "event time", "1772366400",
    ])
    func refusesWhatIsNoDate(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test(arguments: [
        ("0", 0, 0),
        ("-1", -1, 0),
        ("1772366400", 1_772_366_400, 0),
        ("1772366400.25", 1_772_366_400, 250_000_000),
        ("1545084650.987", 1_545_084_650, 987_000_000),
        ("1635734407.1234567", 1_635_734_407, 123_456_700),
        ("1428537600.0", 1_428_537_600, 0),
        ("-0.5", -1, 500_000_000),
        ("100000000000", 100_000_000_000, 0),
        ("100000000001", 100_000_000, 1_000_000),
        ("1772366400250", 1_772_366_400, 250_000_000),
        ("-1772366400250", -1_772_366_401, 750_000_000),
        ("1772366400250.5", 1_772_366_400, 250_500_000),
        ("1772366400250125", 1_772_366_400, 250_125_000),
        ("1772366400250125999", 1_772_366_400, 250_125_999),
        ("9223372036854775807", 9_223_372_036, 854_775_807),
        ("-9223372036854775808", -9_223_372_037, 145_224_192),
        ("\"1772366400250\"", 1_772_366_400, 250_000_000),
        ("\"-1\"", -1, 0),
    ])
    func readsNumbersBySize(json: String, seconds: Int64, nanoseconds: Int) throws {
        for coder in Coder.allCases {
            let timestamp = try coder.decode(Timestamp.self, from: Array(json.utf8))
            #expect(timestamp.secondsSinceEpoch == seconds, "\(coder)")
            #expect(timestamp.nanoseconds == nanoseconds, "\(coder)")
        }
    }

    @Test(arguments: [
        "1e300", "-1e300", "1e19", "true", "[]", "{}", "null", "\"\"", "\"soon\"", "\"NaN\"",
        "\"1e3\"", "\"99999999999999999999\"",
    ])
    func refusesWhatIsNoInstant(json: String) {
        for coder in Coder.allCases {
            #expect(throws: DecodingError.self, "\(coder)") {
                try coder.decode(Timestamp.self, from: Array(json.utf8))
            }
        }
    }

    @Test(arguments: [
        "\"2026-03-01T12:00:00.250Z\"", "\"2026-03-01T12:00:00.25Z\"", "\"2026-03-01T12:00:00Z\"",
        "\"2026-03-01T12:00:00.000000Z\"", "\"2026-03-01T12:00:00.123456789Z\"",
        "\"2026-03-01T12:00:00+02:00\"", "\"2026-03-01T12:00:00-0330\"",
        "\"2026-03-01T12:00:00+05\"", "\"2026-03-01T12:00:00\"", "\"2026-03-01 12:00:00.5\"",
        "\"0000-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.999999999Z\"",
        "\"1969-12-31T23:59:59.999+14:00\"",
        "0", "-1", "1772366400", "1772366400.25", "1545084650.987", "1635734407.1234567", "-0.5",
        "1772366400250", "-1772366400250", "1772366400250.5", "1772366400250125",
        "1772366400250125999", "9223372036854775807", "\"1772366400250\"", "\"1772366400\"",
    ])
    func writesTheFormItWasReadIn(json: String) throws {
        for coder in Coder.allCases {
            let written = try coder.roundTrip(Timestamp.self, Array(json.utf8))
            #expect(String(decoding: written, as: UTF8.self) == json, "\(coder)")
        }
    }

    @Test
    func writesTheFormItWasBuiltIn() throws {
        let iso = try #require(Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        #expect(try encoded(iso) == #""2026-03-01T12:00:00.250Z""#)
        #expect(try encoded(Timestamp(secondsSinceEpoch: 1_772_366_400)) == "1772366400")
        #expect(
            try encoded(Timestamp(secondsSinceEpoch: 1_772_366_400, nanoseconds: 500_000_000))
                == "1772366400.5"
        )
        #expect(
            try encoded(Timestamp(millisecondsSinceEpoch: 1_772_366_400_250)) == "1772366400250"
        )
    }

    @Test
    func equalsTheSameInstantInAnotherForm() throws {
        let forms = try [
            "\"2026-03-01T12:00:00.250Z\"", "\"2026-03-01T14:00:00.25+02:00\"", "1772366400.25",
            "1772366400250", "1772366400250000", "\"1772366400250\"",
        ].map { try LambdaJSONDecoder().decode(Timestamp.self, from: Array($0.utf8)) }
        #expect(Set(forms).count == 1)
    }

    @Test
    func ordersInstantsAcrossForms() throws {
        let ordered = try [
            "\"0000-01-01T00:00:00Z\"", "-0.5", "0", "\"1970-01-01T00:00:00.000000001Z\"",
            "1772366400250", "\"2026-03-01T12:00:00.251Z\"", "1772366401",
        ].map { try LambdaJSONDecoder().decode(Timestamp.self, from: Array($0.utf8)) }
        #expect(ordered.reversed().sorted() == ordered)
        for (earlier, later) in zip(ordered, ordered.dropFirst()) {
            #expect(earlier < later)
        }
    }

    @Test
    func addsAndSubtractsDurations() throws {
        let noon = try #require(Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        #expect((noon + .milliseconds(750)).description == "2026-03-01T12:00:01Z")
        #expect((noon - .milliseconds(251)).description == "2026-03-01T11:59:59.999Z")
        #expect((noon + .seconds(-86_400)).description == "2026-02-28T12:00:00.25Z")
        var moving = noon
        moving += .nanoseconds(1)
        #expect(moving.nanoseconds == 250_000_001)
        moving -= .nanoseconds(1)
        #expect(moving == noon)
        #expect(moving - noon == .zero)
        let epoch = Timestamp(secondsSinceEpoch: 0)
        #expect(epoch - noon == .seconds(-1_772_366_400) - .milliseconds(250))
        #expect(noon - epoch == .seconds(1_772_366_400) + .milliseconds(250))
    }

    @Test
    func arithmeticKeepsTheForm() throws {
        let milliseconds = Timestamp(millisecondsSinceEpoch: 1_772_366_400_250) + .seconds(1)
        #expect(try encoded(milliseconds) == "1772366401250")
        let offset = try #require(Timestamp(iso8601: "2026-03-01T12:00:00+02:00"))
        #expect(try encoded(offset + .milliseconds(5)) == #""2026-03-01T12:00:00.005+02:00""#)
        let text = try LambdaJSONDecoder().decode(Timestamp.self, from: #""1772366400250""#)
        #expect(try encoded(text + .microseconds(1)) == #""1772366400250""#)
    }

    @Test
    func movesWhatIsOutOfRangeToTheNearerEnd() throws {
        let first = "0000-01-01T00:00:00Z"
        let last = "9999-12-31T23:59:59.999999999Z"
        #expect(Timestamp(secondsSinceEpoch: .max, nanoseconds: .max).description == last)
        #expect(Timestamp(secondsSinceEpoch: .min, nanoseconds: .min).description == first)
        #expect(Timestamp(millisecondsSinceEpoch: .max).description == last)
        #expect(Timestamp(millisecondsSinceEpoch: .min).description == first)

        let now = Timestamp(secondsSinceEpoch: 1_772_366_400)
        let longest = Duration(attoseconds: .max)
        let shortest = Duration(attoseconds: .min)
        #expect((now + longest).description == last)
        #expect((now + shortest).description == first)
        #expect((now - longest).description == first)
        #expect((now - shortest).description == last)
        #expect((now + longest) - (now - longest) > .zero)
        #expect((now + longest).millisecondsSinceEpoch == 253_402_300_799_999)
    }

    @Test
    func writesInUTCWhereTheOffsetWouldNeedAFifthDigit() throws {
        let east = try #require(Timestamp(iso8601: "9999-12-31T12:00:00+14:00"))
        #expect(try encoded(east + .seconds(86_400)) == #""9999-12-31T22:00:00Z""#)
        let west = try #require(Timestamp(iso8601: "0000-01-02T00:00:00-14:00"))
        #expect(try encoded(west - .seconds(864_000)) == #""0000-01-01T00:00:00Z""#)
    }

    @Test
    func everyDayOfFourCenturiesSurvives() throws {
        for day in Int64(-73_100)...73_100 {
            let timestamp = Timestamp(secondsSinceEpoch: day * 86_400 + 1)
            let again = try #require(Timestamp(iso8601: timestamp.description))
            if again != timestamp {
                Issue.record("\(timestamp) became \(again).")
                return
            }
        }
    }

    private func encoded(_ timestamp: Timestamp) throws -> String {
        try LambdaJSONEncoder().encodeToString(timestamp)
    }

    @Test(arguments: ["-9223372036854775808", "-9223372036854775000", "9223372036854775807"])
    func numbersAtTheEndsOfTheirRangeAreWrittenAsTheyCame(text: String) throws {
        let timestamp = try LambdaJSONDecoder().decode(Timestamp.self, from: text)
        #expect(try LambdaJSONEncoder().encodeToString(timestamp) == text)
    }
}
