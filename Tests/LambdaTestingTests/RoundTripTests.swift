import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct RoundTripTests {
    /// Loses `note`, spells `quantity` otherwise, and writes a default.
    private struct Lossy: Codable {
        var id: String
        var count: Int
        var tags: [String]

        enum CodingKeys: String, CodingKey {
            case id
            case count = "quantity"
            case tags
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(String.self, forKey: .id).uppercased()
            count = try container.decode(Int.self, forKey: .count)
            tags = try container.decodeIfPresent([String].self, forKey: .tags) ?? []
        }
    }

    private func fixture(_ json: String) throws -> (TemporaryPackage, Fixture) {
        let package = try TemporaryPackage()
        try package.write(json, to: "Tests/Fixtures/order.json")
        return (package, try Fixture("order.json", filePath: package.testFile))
    }

    @Test func namesWhatIsLostChangedAndNew() throws {
        let (package, fixture) = try fixture(#"{"id":"a","quantity":1.0,"note":{"by":"x"}}"#)
        defer { package.remove() }
        let differences = try fixture.roundTrip(through: Lossy.self)
        #expect(!differences.isEmpty)
        #expect(differences.lost == ["note"])
        #expect(differences.changed == ["id"])
        #expect(differences.added == ["tags"])
        #expect(
            differences.description == """
                id has changed from "a" to "A"
                note is lost: {"by":"x"}
                tags is new: []
                """
        )
        let error = #expect(throws: FixtureError.self) {
            try fixture.expectRoundTrip(through: Lossy.self)
        }
        #expect(
            error?.description == """
                \(fixture.path) is not the same after a round trip through Lossy:
                  id has changed from "a" to "A"
                  note is lost: {"by":"x"}
                  tags is new: []
                """
        )
    }

    @Test func disregardsNullsWhereAsked() throws {
        struct Note: Codable { var text: String? }
        let (package, fixture) = try fixture(#"{"text":null}"#)
        defer { package.remove() }
        #expect(try fixture.roundTrip(through: Note.self).lost == ["text"])
        #expect(try fixture.roundTrip(through: Note.self, ignoringNulls: true).isEmpty)
    }

    @Test func findsNothingInAModelThatKeepsAll() throws {
        try Fixture("s3/object-created.json").expectRoundTrip(through: S3Event.self)
        try Fixture("sqs/fifo.json").expectRoundTrip(through: SQSEvent.self)
    }

    @Test(
        arguments: [
            (#"[1,[2,{"a":3}]]"#, #"[1,[2,{"a":4}]]"#, ["[1][1].a has changed from 3 to 4"]),
            ("[1,2]", "[1]", ["[1] is lost: 2"]),
            ("[1]", "[1,2]", ["[1] is new: 2"]),
            (#"{"a.b":1}"#, "{}", [#"["a.b"] is lost: 1"#]),
            ("1", #""1""#, [#"the top level has changed from 1 to "1""#]),
            (#"{"a":1,"b":2}"#, #"{"b":2.0,"a":1e0}"#, []),
        ] as [(String, String, [String])]
    )
    func comparesTrees(_ before: String, _ after: String, _ lines: [String]) throws {
        let differences = JSONDifferences(
            from: try LambdaJSONDecoder().decode(from: before),
            to: try LambdaJSONDecoder().decode(from: after)
        )
        #expect(differences.all.map(\.description) == lines)
    }

    @Test func shortensLongValues() {
        let long = JSONValue.string(String(repeating: "x", count: 500))
        let differences = JSONDifferences(from: [long], to: [])
        let expected = "[0] is lost: \"" + String(repeating: "x", count: 76) + "..."
        #expect(differences.description == expected)
    }
}
