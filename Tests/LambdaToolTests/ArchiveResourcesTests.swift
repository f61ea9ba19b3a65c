import Foundation
import Testing

@testable import LambdaTool

/// The files that `--include` names, in a folder of the test's own.
final class ArchiveResourcesTests {
    private let manager = FileManager.default
    private let folder: URL

    init() throws {
        folder = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        for path in ["models/small", "data", "empty"] {
            try manager.createDirectory(
                at: folder.appendingPathComponent(path),
                withIntermediateDirectories: true
            )
        }
        for path in ["models/m.bin", "models/small/s.bin", "data/d.txt"] {
            try Data(path.utf8).write(to: folder.appendingPathComponent(path))
        }
    }

    deinit { try? manager.removeItem(at: folder) }

    private func link(_ path: String, to target: String) throws {
        try manager.createSymbolicLink(
            atPath: folder.appendingPathComponent(path).path,
            withDestinationPath: target
        )
    }

    private func files(_ path: String) throws -> [String: String] {
        let files = try ZipArchive.files(at: folder.appendingPathComponent(path))
        return Dictionary(
            uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
        )
    }

    @Test
    func takesAFileAndAFolderByTheirLastName() throws {
        #expect(try files("data/d.txt") == ["d.txt": "data/d.txt"])
        #expect(
            try files("models") == [
                "models/m.bin": "models/m.bin", "models/small/s.bin": "models/small/s.bin",
            ]
        )
    }

    @Test
    func followsLinksThatAreNamedAndLinksToFiles() throws {
        try link("named", to: "models")
        try link("data/file", to: "../models/m.bin")
        #expect(
            try files("named") == [
                "named/m.bin": "models/m.bin", "named/small/s.bin": "models/small/s.bin",
            ]
        )
        #expect(
            try files("data") == ["data/d.txt": "data/d.txt", "data/file": "models/m.bin"]
        )
    }

    @Test
    func leavesOutNothingWithoutAWord() throws {
        try link("data/models", to: "../models")
        try link("models/gone", to: "nowhere")
        let path = folder.resolvingSymlinksInPath().path
        #expect(
            throws: ToolError(
                "\(path)/data/models is a link to a folder, which is not followed inside of another. Put the "
                    + "folder itself there, or name it with an --include of its own."
            )
        ) {
            try files("data")
        }
        #expect(
            throws: ToolError("There is no file \(path)/models/gone, or its link leads nowhere.")
        ) {
            try files("models")
        }
        #expect(throws: ToolError("There is no file in the folder \(folder.path)/empty.")) {
            try files("empty")
        }
    }
}
