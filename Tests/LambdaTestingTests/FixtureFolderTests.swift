import LambdaEvents
import LambdaRuntime
import LambdaTesting
import Testing

struct FixtureFolderTests {
    private func package() throws -> TemporaryPackage {
        let package = try TemporaryPackage()
        try package.write(#"{"item":"tea","quantity":1}"#, to: "Tests/Fixtures/orders/b.json")
        try package.write(#"{"item":"moon","quantity":1}"#, to: "Tests/Fixtures/orders/a.json")
        try package.write(#"{"item":"jam"}"#, to: "Tests/Fixtures/orders/odd/c.json")
        try package.write("no fixture", to: "Tests/Fixtures/orders/README.md")
        return package
    }

    @Test func findsAllFilesOfAFolder() throws {
        let package = try package()
        defer { package.remove() }
        let fixtures = try Fixture.all(in: "orders", filePath: package.testFile)
        let names = ["a.json", "b.json", "odd/c.json"]
        #expect(fixtures.map(\.path) == names.map { package.path("Tests/Fixtures/orders/\($0)") })
        #expect(fixtures[1].text == #"{"item":"tea","quantity":1}"#)
    }

    @Test func saysForWhichFilesItFailed() async throws {
        let package = try package()
        defer { package.remove() }
        var seen = 0
        let error = await #expect(throws: FixtureError.self) {
            try await Fixture.forEach(in: "orders", filePath: package.testFile) { fixture in
                seen += 1
                _ = try fixture.decode(as: Order.self)
            }
        }
        #expect(seen == 3)
        let description = try #require(error?.description)
        let file = package.path("Tests/Fixtures/orders/odd/c.json")
        #expect(
            description.hasPrefix(
                "1 of 3 fixtures failed:\n  \(file): Could not decode Order from \(file). "
                    + "quantity is missing."
            )
        )
    }

    @Test func runsAHandlerOverAFolder() async throws {
        let package = try package()
        defer { package.remove() }
        let error = await #expect(throws: FixtureError.self) {
            try await Shop().handle(fixturesIn: "orders", filePath: package.testFile)
        }
        #expect(error?.description.hasPrefix("2 of 3 fixtures failed:") == true)
        #expect(error?.underlyingError is OutOfStock)

        try package.write(#"{"item":"tea","quantity":2}"#, to: "Tests/Fixtures/good/a.json")
        let receipts = try await Shop().handle(fixturesIn: "good", filePath: package.testFile)
        #expect(receipts == [package.path("Tests/Fixtures/good/a.json"): Receipt(total: 10)])
    }

    @Test func runsALoopOverAFolder() async throws {
        let package = try package()
        defer { package.remove() }
        try await withLambda(Shop.self) { lambda in
            let error = await #expect(throws: FixtureError.self) {
                try await Fixture.forEach(in: "orders", filePath: package.testFile) { fixture in
                    let invocation = try await lambda.invoke(fixture)
                    _ = try invocation.output(as: Receipt.self)
                }
            }
            #expect(error?.description.hasPrefix("2 of 3 fixtures failed:") == true)
            try await lambda.end()
        }
    }

    @Test func findsTheFoldersOfTheLibrary() throws {
        let fixtures = try Fixture.all(in: "s3")
        #expect(fixtures.count > 10)
        #expect(fixtures.allSatisfy { $0.path.hasSuffix(".json") })
    }

    @Test func saysThatThereIsNoSuchFolder() throws {
        let package = try package()
        defer { package.remove() }
        try package.write("", to: "Tests/Fixtures/empty/README.md")
        let missing = #expect(throws: FixtureError.self) {
            try Fixture.all(in: "none", filePath: package.testFile)
        }
        #expect(missing?.description.hasPrefix("There is no fixture \"none\". Searched") == true)
        let empty = #expect(throws: FixtureError.self) {
            try Fixture.all(in: "empty", filePath: package.testFile)
        }
        #expect(
            empty?.description
                == "There is no fixture in \(package.path("Tests/Fixtures/empty")). Expected files "
                + "that end in .json."
        )
    }
}
