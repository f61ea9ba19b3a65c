import Foundation
import LambdaEvents
import LambdaTesting
import Testing

struct FixtureTests {
    private struct Order: Codable, Equatable {
        let id: String
        let items: [Int]
    }

    @Test
    func findsTheFixturesOfTheLibrary() throws {
        let fixture = try Fixture("s3/object-created.json")
        #expect(fixture.path.hasSuffix("Sources/LambdaTesting/Fixtures/s3/object-created.json"))
        #expect(fixture.bytes == Array(fixture.text.utf8))
        #expect(fixture.text.contains("ObjectCreated:Put"))
        #expect(try S3Event(fixture: "s3/object-created.json").records.count == 1)
    }

    @Test
    func findsTheFixturesBesideTheTest() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write(
            #"{"id":"a","items":[1]}"#,
            to: "Tests/ShopTests/Orders/Fixtures/one.json"
        )
        let order = try Order(fixture: "one.json", filePath: package.testFile)
        #expect(order == Order(id: "a", items: [1]))
    }

    @Test
    func prefersTheNearerFolder() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write("far", to: "Tests/ShopTests/Fixtures/s3/object-created.json")
        #expect(
            try Fixture("s3/object-created.json", filePath: package.testFile).text == "far"
        )
        try package.write("near", to: "Tests/ShopTests/Orders/Fixtures/s3/object-created.json")
        #expect(
            try Fixture("s3/object-created.json", filePath: package.testFile).text == "near"
        )
    }

    @Test
    func doesNotSearchOutsideThePackage() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        let outside = package.root.deletingLastPathComponent().appendingPathComponent("Fixtures")
        let error = #expect(throws: FixtureError.self) {
            try Fixture("none.json", filePath: package.testFile)
        }
        #expect(error?.description.contains("\(outside.path)/none.json") == false)
    }

    @Test
    func takesAnAbsolutePath() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write("text", to: "anywhere.txt")
        let path = package.root.appendingPathComponent("anywhere.txt").path
        #expect(try Fixture(path).text == "text")
    }

    @Test
    func namesAllPlacesSearched() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        let error = #expect(throws: FixtureError.self) {
            try Fixture("orders/none.json", filePath: package.testFile)
        }
        let root = package.root.path
        let library = try Fixture("s3/empty.json").path.dropLast("/s3/empty.json".count)
        #expect(
            error?.description == """
                There is no fixture "orders/none.json". Searched for it as:
                  \(root)/Tests/ShopTests/Orders/Fixtures/orders/none.json
                  \(root)/Tests/ShopTests/Fixtures/orders/none.json
                  \(root)/Tests/Fixtures/orders/none.json
                  \(root)/Fixtures/orders/none.json
                  \(library)/orders/none.json
                """
        )
    }

    @Test(arguments: [
        (#"{"id":"a"}"#, "items is missing."),
        (#"{"id":"a","items":[1,"b"]}"#, "At items[1]: "),
        (#"{"id":"a","items":[1,null]}"#, "At items[1]: "),
        (#"["a"]"#, "At the top level: "),
        (#"{"id":"#, "At the top level: "),
        ("", "At the top level: "),
    ])
    func namesTheFileAndThePlaceInIt(json: String, place: String) throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write(json, to: "Tests/Fixtures/order.json")
        let error = #expect(throws: FixtureError.self) {
            try Order(fixture: "order.json", filePath: package.testFile)
        }
        let path = package.root.appendingPathComponent("Tests/Fixtures/order.json").path
        let start = "Could not decode Order from \(path). \(place)"
        #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
        #expect(error?.underlyingError is DecodingError)
    }

    @Test
    func saysWhenAFileIsAnotherEvent() throws {
        let error = #expect(throws: FixtureError.self) {
            try S3Event(fixture: "sqs/standard.json")
        }
        let description = try #require(error?.description)
        #expect(description.hasPrefix("Could not decode S3Event from "))
        #expect(description.hasSuffix(" The file looks like an SQS event."))
    }

    @Test
    func saysWhyAFileCannotBeRead() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write("", to: "Fixtures/folder/file.json")
        let error = #expect(throws: FixtureError.self) {
            try Fixture("folder", filePath: package.testFile)
        }
        let path = package.root.appendingPathComponent("Fixtures/folder").path
        #expect(error?.description == "Could not read \(path): Is a directory.")
    }

    @Test
    func readsAFileOfAnySize() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        for count in [0, 1, 65_535, 65_536, 65_537, 200_000] {
            let text = String(repeating: "a", count: count)
            try package.write(text, to: "Fixtures/large.txt")
            #expect(try Fixture("large.txt", filePath: package.testFile).text == text)
        }
    }
}
