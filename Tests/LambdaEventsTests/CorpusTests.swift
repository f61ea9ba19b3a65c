import Foundation
import LambdaEvents
import Testing

/// A folder of payloads collected elsewhere, named by `SWIFT_LAMBDA_CORPUS`.
///
/// Its `index.csv` has a column `flag`: payloads without one, and those AWS does not send but a tolerant
/// decoder takes (`lenient`), must decode. Those that are invalid on purpose must not.
@Suite(.enabled(if: Corpus.folder != nil, "SWIFT_LAMBDA_CORPUS names no folder."))
struct CorpusTests {
    @Test
    func decodesEveryPayload() throws {
        let corpus = try Corpus(folder: #require(Corpus.folder))
        var lines: [String] = []
        for (family, entries) in Dictionary(grouping: corpus.entries, by: \.family)
            .sorted(by: { $0.key < $1.key })
        {
            var (decoded, refused) = (0, 0)
            var lost: Set<String> = []
            for entry in entries {
                let result = Result { try lostPaths(of: entry.type, in: entry.url) }
                if case .success(let paths) = result { lost.formUnion(paths) }
                switch (result, entry.expectation) {
                case (.success, .decodes): decoded += 1
                case (.success, .refused): Issue.record("\(entry.url.path) decodes.")
                case (.success, .either): decoded += 1
                case (.failure(let error), .decodes): Issue.record("\(entry.url.path): \(error)")
                case (.failure, _): refused += 1
                }
            }
            lines.append(
                "\(family)\t\(entries.count)\t\(decoded)\t\(refused)\t"
                    + lost.sorted().joined(separator: " ")
            )
        }
        #expect(!lines.isEmpty)
        let table = ["family\tfiles\tdecoded\trefused\tlost in a round trip"] + lines
        FileHandle.standardError.write(Data((table.joined(separator: "\n") + "\n").utf8))
    }

    /// Decodes a payload with both coders, to the same value, and gives the paths of what is neither
    /// null nor empty and does not come out again: members that the model does not know.
    private func lostPaths<Event: Codable & Hashable>(
        of type: Event.Type,
        in url: URL
    ) throws -> Set<String> {
        let json = [UInt8](try Data(contentsOf: url))
        let event = try Coder.lambda.decode(type, from: json)
        #expect(try Coder.foundation.decode(type, from: json) == event, "\(url.path)")
        let after = try Tree(json: Coder.lambda.encode(event))
        let paths = try Tree(json: json).everything.compactMap { path, value -> String? in
            switch value {
            case .null, .object, .array: nil
            default: after.value(at: path) == value ? nil : path.text
            }
        }
        return Set(paths)
    }
}

struct Corpus {
    enum Expectation {
        case decodes
        case refused
        case either
    }

    struct Entry {
        let family: String
        let url: URL
        let type: any (Codable & Hashable & Sendable).Type
        let expectation: Expectation
    }

    let entries: [Entry]

    static var folder: URL? {
        ProcessInfo.processInfo.environment["SWIFT_LAMBDA_CORPUS"].map {
            URL(fileURLWithPath: $0, isDirectory: true)
        }
    }

    init(folder: URL) throws {
        let index = try String(
            contentsOf: folder.appendingPathComponent("index.csv"),
            encoding: .utf8
        )
        let rows = index.split(whereSeparator: \.isNewline).map { Self.columns(of: $0) }
        let header = try #require(rows.first)
        let path = try #require(header.firstIndex(of: "path"))
        let kind = try #require(header.firstIndex(of: "kind"))
        let flag = try #require(header.firstIndex(of: "flag"))
        entries = rows.dropFirst().compactMap { row in
            // A fragment is a part of something else, such as the answer of an API.
            guard row.count == header.count, row[kind] != "fragment" else { return nil }
            let family = String(row[path].prefix { $0 != "/" })
            guard let type = Self.type(ofFolder: family) else { return nil }
            return Entry(
                family: family,
                url: folder.appendingPathComponent(row[path]),
                type: type,
                expectation: Self.expectation(flag: row[flag], path: row[path])
            )
        }
    }

    private static func type(ofFolder folder: String) -> (any (Codable & Hashable & Sendable).Type)?
    {
        // A folder holds all that a service sends, so each event says which detail it has.
        if folder.hasPrefix("eventbridge_"), folder != "eventbridge_scheduled" {
            return EventBridgeEvent<AnyDetail>.self
        }
        for family in FixtureFamily.all {
            for (pattern, type) in family.corpus {
                let isPrefix = pattern.hasSuffix("*")
                if isPrefix ? folder.hasPrefix(pattern.dropLast()) : folder == pattern {
                    return type
                }
            }
        }
        return nil
    }

    private static func expectation(flag: String, path: String) -> Expectation {
        switch flag {
        // The one cookie of these requests is "foo", without a value. A client can send that, so a
        // handler must be able to answer it: it is invalid as a cookie, not as a request.
        case _ where path.hasSuffix("bref__ag-v1-cookies-invalid.json"): .decodes
        case _ where path.hasSuffix("bref__ag-v2-cookies-invalid.json"): .decodes
        case "": .decodes
        case let flag where flag.hasPrefix("lenient"): .decodes
        case let flag where flag.hasPrefix("deliberately-invalid"): .refused
        default: .either
        }
    }

    /// The columns of a line of CSV: separated by commas, in quotes where they contain one.
    private static func columns(of line: Substring) -> [String] {
        var columns = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: columns.append("")
            default: columns[columns.count - 1].append(character)
            }
        }
        return columns
    }
}
