import Foundation
import Testing

/// The reviewed list of the members without which a fixture does not decode.
///
/// One line for each: the path of a member that may be neither absent nor null, unless the line says that
/// it may be one of them.
/// To write the lists anew, run the tests with `SWIFT_LAMBDA_WRITE_REQUIRED=1` and review the difference.
struct RequiredFile {
    private let url: URL

    init(_ name: String) {
        url = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Required/\(name).required")
    }

    func expect(_ required: Set<String>, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let lines = required.sorted()
        if ProcessInfo.processInfo.environment["SWIFT_LAMBDA_WRITE_REQUIRED"] != nil {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try lines.map { $0 + "\n" }.joined()
                .write(to: url, atomically: true, encoding: .utf8)
            return
        }
        let reviewed = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        #expect(lines == reviewed.map(String.init), sourceLocation: sourceLocation)
    }
}
