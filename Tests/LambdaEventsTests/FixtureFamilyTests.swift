import Foundation
import LambdaEvents
import Testing

/// The table, the files and the types must not drift apart.
struct FixtureFamilyTests {
    private let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    private var files: Set<String> {
        get throws {
            let folder = root.appendingPathComponent("Sources/LambdaTesting/Fixtures")
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            return Set(paths.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
        }
    }

    @Test
    func everyFixtureIsInOneFamily() throws {
        let names = FixtureCase.all.map(\.name)
        #expect(try files == Set(names))
        #expect(names.count == Set(names).count)
    }

    @Test
    func everyFixtureHasItsSource() throws {
        let fixtures = root.appendingPathComponent("Sources/LambdaTesting/Fixtures")
        var listed: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: fixtures.path)
        where path.hasSuffix("/SOURCES.md") {
            let folder = path.dropLast("SOURCES.md".count)
            let lines = try String(
                contentsOf: fixtures.appendingPathComponent(path),
                encoding: .utf8
            )
            .split(separator: "\n")
            for line in lines where line.hasPrefix("| `") {
                let name: Substring = line.dropFirst(3).prefix { $0 != "`" }
                listed.append("\(folder)\(name)")
            }
        }
        #expect(Set(listed) == Set(try files.map { $0 + ".json" }))
        #expect(listed.count == Set(listed).count)
    }

    @Test
    func everyEventTypeHasAFixture() throws {
        let folder = root.appendingPathComponent("Sources/LambdaEvents")
        let declaration = try Regex(
            #"^public struct (\w+(?:Event|Record|Request|Response|Notification|Message|Change|Detail))\b"#
        )
        .anchorsMatchLineEndings()
        var types: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            guard path.hasSuffix(".swift") else { continue }
            let source = try String(
                contentsOf: folder.appendingPathComponent(path),
                encoding: .utf8
            )
            for match in source.matches(of: declaration) {
                types.insert(String(match.output[1].substring ?? ""))
            }
        }
        #expect(types.contains("S3Event"))
        #expect(types.subtracting(FixtureCase.all.flatMap(\.typeNames)).isEmpty)
    }

    @Test
    func everyRequiredFileBelongsToAFixture() throws {
        let folder = root.appendingPathComponent("Tests/LambdaEventsTests/Required")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let reviewed = paths.filter { $0.hasSuffix(".required") }.map { String($0.dropLast(9)) }
        #expect(Set(reviewed) == Set(FixtureCase.all.map(\.name)))
    }
}
