import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct FixtureChangesTests {
    private func fixture(_ json: String) throws -> (TemporaryPackage, Fixture) {
        let package = try TemporaryPackage()
        try package.write(json, to: "Tests/Fixtures/order.json")
        return (package, try Fixture("order.json", filePath: package.testFile))
    }

    private static let json =
        #"{"id":"a","items":[{"name":"tea","x.y":1},{"name":"jam"}],"empty":{}}"#

    @Test(arguments: [
        ("id", #"{"empty":{},"id":"NEW","items":[{"name":"tea","x.y":1},{"name":"jam"}]}"#),
        (
            "items[1].name",
            #"{"empty":{},"id":"a","items":[{"name":"tea","x.y":1},{"name":"NEW"}]}"#
        ),
        (
            #"items[0]["x.y"]"#,
            #"{"empty":{},"id":"a","items":[{"name":"tea","x.y":"NEW"},{"name":"jam"}]}"#
        ),
        ("items[0]", #"{"empty":{},"id":"a","items":["NEW",{"name":"jam"}]}"#),
        ("items", #"{"empty":{},"id":"a","items":"NEW"}"#),
    ])
    func replacesTheValueAtAPath(_ path: String, _ result: String) throws {
        let (package, fixture) = try fixture(Self.json)
        defer { package.remove() }
        let changed = try fixture.replacing(path, with: "NEW")
        #expect(changed.text == result)
        #expect(changed.path == fixture.path)
        #expect(changed.description == "\(fixture.path) with \(path) replaced")
    }

    @Test func takesValuesOfAnyType() throws {
        let (package, fixture) = try fixture(#"{"a":1}"#)
        defer { package.remove() }
        #expect(try fixture.replacing("a", with: nil).text == #"{"a":null}"#)
        #expect(try fixture.replacing("a", with: 2.5).text == #"{"a":2.5}"#)
        #expect(
            try fixture.replacing("a", with: ["b": [1, nil, "c"]]).text
                == #"{"a":{"b":[1,null,"c"]}}"#
        )
        let receipt = Receipt(total: 3)
        #expect(try fixture.replacing("a", with: receipt).text == #"{"a":{"total":3}}"#)
    }

    @Test func addsAndRemovesValues() throws {
        let (package, fixture) = try fixture(Self.json)
        defer { package.remove() }
        let changed =
            try fixture
            .adding(1, at: "empty.key")
            .adding("last", at: "items[2]")
            .removing(at: "items[0]")
            .removing(at: "id")
        #expect(changed.text == #"{"empty":{"key":1},"items":[{"name":"jam"},"last"]}"#)
        #expect(
            changed.description
                == "\(fixture.path) with empty.key added, items[2] added, items[0] removed, id removed"
        )
    }

    @Test(arguments: [
        ("idd", #"There is no "idd" at the top level. It has empty, id, items."#),
        ("empty.key", #"There is no "key" at empty. It is empty."#),
        ("items[2].name", "There is no element 2 at items. It has 2 elements."),
        ("items[1].nam", #"There is no "nam" at items[1]. It has name."#),
        ("items.name", #"There is no "name" at items, which is an array. Expected an object."#),
        ("id[0]", "There is no element 0 at id, which is a string. Expected an array."),
        (
            "items[0].name.first",
            #"There is no "first" at items[0].name, which is a string. Expected an object."#
        ),
    ])
    func saysWhereAPathEnds(_ path: String, _ reason: String) throws {
        let (package, fixture) = try fixture(Self.json)
        defer { package.remove() }
        let replacing = #expect(throws: FixtureError.self) { try fixture.replacing(path, with: 1) }
        let removing = #expect(throws: FixtureError.self) { try fixture.removing(at: path) }
        let message = "Could not change \(path) in \(fixture.path). \(reason)"
        #expect(replacing?.description == message)
        #expect(removing?.description == message)
    }

    @Test func addsOnlyWhereThereIsNothing() throws {
        let (package, fixture) = try fixture(Self.json)
        defer { package.remove() }
        for path in ["id", "items[1]"] {
            let error = #expect(throws: FixtureError.self) { try fixture.adding(1, at: path) }
            #expect(
                error?.description
                    == "Could not change \(path) in \(fixture.path). \(path) is there already: "
                    + "replace it."
            )
        }
        #expect(throws: FixtureError.self) { try fixture.adding(1, at: "none.key") }
        #expect(throws: FixtureError.self) { try fixture.adding(1, at: "items[3]") }
    }

    @Test(arguments: ["", ".a", "a.", "a..b", "a[", "a[x]", "a[-1]", "[1]a", #"a["b]"#])
    func refusesWhatIsNoPath(_ path: String) throws {
        let (package, fixture) = try fixture(Self.json)
        defer { package.remove() }
        let error = #expect(throws: FixtureError.self) { try fixture.replacing(path, with: 1) }
        #expect(
            error?.description
                == "\"\(path)\" is no path. Expected one such as Records[0].s3.object.key or "
                + "headers[\"x.y\"]."
        )
    }

    @Test func makesAnEventInOneCall() throws {
        let event = try S3Event(
            fixture: "s3/object-created.json",
            replacing: ["Records[0].s3.object.key": "a+b.png", "Records[0].s3.object.size": 7]
        )
        #expect(event.records[0].s3.object.decodedKey == "a b.png")
        #expect(event.records[0].s3.object.size == 7)
    }

    @Test func namesTheChangeThatDoesNotDecode() throws {
        let error = #expect(throws: FixtureError.self) {
            try S3Event(fixture: "s3/object-created.json", replacing: ["Records[0].s3": 7])
        }
        let description = try #require(error?.description)
        #expect(description.hasPrefix("Could not decode S3Event from "))
        #expect(
            description.contains(
                "object-created.json with Records[0].s3 replaced. At Records[0].s3: "
            )
        )
    }
}
