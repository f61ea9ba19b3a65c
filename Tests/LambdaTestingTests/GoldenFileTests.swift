import LambdaRuntime
import Testing

@testable import LambdaTesting

struct GoldenFileTests {
    private func golden(
        _ package: TemporaryPackage,
        _ name: String = "responses/receipt.json",
        isWriting: Bool = false
    ) -> GoldenFile {
        GoldenFile(name, filePath: package.testFile, isWriting: isWriting)
    }

    private static let place = "Tests/ShopTests/Orders/Fixtures/responses/receipt.json"

    @Test func acceptsWhatTheFileHasInAnyLayout() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write("{\n  \"total\": 3.0\n}\n", to: Self.place)
        try golden(package).expect(Receipt(total: 3))
        try golden(package).expect(#"{"total":3}"#)
        try golden(package).expect(Array(#"{"total":3}"#.utf8))
    }

    @Test func namesWhatIsDifferent() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write(#"{"total":3}"#, to: Self.place)
        let error = #expect(throws: FixtureError.self) {
            try golden(package).expect(Receipt(total: 4))
        }
        #expect(
            error?.description == """
                The answer is not that of \(package.path(Self.place)):
                  total has changed from 3 to 4
                If the change is meant, run the test with SWIFT_LAMBDA_WRITE_GOLDEN=1 in the \
                environment to write the file.
                """
        )
        #expect(try package.read(Self.place) == #"{"total":3}"#)
    }

    @Test func saysHowToWriteAMissingFile() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        let error = #expect(throws: FixtureError.self) {
            try golden(package).expect(Receipt(total: 4))
        }
        #expect(
            error?.description
                == "There is no golden file \(package.path(Self.place)). To write it, run the test "
                + "with SWIFT_LAMBDA_WRITE_GOLDEN=1 in the environment, and read it before you "
                + "commit it."
        )
    }

    @Test func writesTheFileWhenAsked() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try golden(package, isWriting: true).expect(["b": [1, 2], "a": []])
        #expect(
            try package.read(Self.place) == """
                {
                  "a": [],
                  "b": [
                    1,
                    2
                  ]
                }

                """
        )
        try golden(package).expect(["a": [], "b": [1, 2]])
        try golden(package, isWriting: true).expect(["a": [3]])
        try golden(package).expect(["a": [3]])
    }

    @Test func leavesAFileAloneThatIsRight() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        let layout = "{   \"total\":\n3 }"
        try package.write(layout, to: Self.place)
        try golden(package, isWriting: true).expect(Receipt(total: 3))
        #expect(try package.read(Self.place) == layout)
    }

    @Test func comparesTextByteByByte() throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        let place = "Tests/ShopTests/Orders/Fixtures/hello.txt"
        try package.write("Hello", to: place)
        try golden(package, "hello.txt").expect("Hello")
        let error = #expect(throws: FixtureError.self) {
            try golden(package, "hello.txt").expect("Hello\n")
        }
        #expect(error?.description.contains("hello.txt The bytes differ.\n") == true)
        try golden(package, "hello.txt", isWriting: true).expect("Bye")
        #expect(try package.read(place) == "Bye")
    }

    @Test func comparesWhatAFunctionAnswered() async throws {
        let package = try TemporaryPackage()
        defer { package.remove() }
        try package.write(#"{"total": 10}"#, to: Self.place)
        try await withLambda(Shop.self) { lambda in
            let invocation = try await lambda.invoke(Order(item: "tea", quantity: 2))
            try golden(package).expect(invocation)
            let failed = try await lambda.invoke("1")
            #expect(throws: LambdaTestError.self) { try golden(package).expect(failed) }
        }
    }
}
