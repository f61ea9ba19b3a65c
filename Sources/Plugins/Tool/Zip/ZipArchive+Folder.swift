// Runs where functions are built, for files and processes; no function links it.
import Foundation

extension ZipArchive {
    /// A file under its name, or the files of a folder below its name.
    ///
    /// What is named may be a link; inside a folder, links to files are followed.
    ///
    /// - Throws: ``ToolError`` for what cannot be read, and rather than leaving out a part: for a link to a folder inside
    ///   a folder, and for a folder without files.
    static func files(at item: URL) throws -> [File] {
        let (target, name) = (item.resolvingSymlinksInPath(), item.lastPathComponent)
        guard try isFolder(target) else { return [try file(at: target, path: name)] }
        let files = try FileManager.default.subpathsOfDirectory(atPath: target.path)
            .compactMap { path -> File? in
                let entry = target.appendingPathComponent(path)
                guard try isFolder(entry) else {
                    return try file(at: entry, path: "\(name)/\(path)")
                }
                let attributes = try FileManager.default.attributesOfItem(atPath: entry.path)
                guard attributes[.type] as? FileAttributeType != .typeSymbolicLink else {
                    throw ToolError(
                        "\(entry.path) is a link to a folder, which is not followed inside of another. Put "
                            + "the folder itself there, or name it with an --include of its own."
                    )
                }
                return nil
            }
        guard !files.isEmpty else {
            throw ToolError("There is no file in the folder \(item.path).")
        }
        return files
    }

    /// The bytes of a file.
    static func read(_ file: URL) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: file))
        } catch {
            throw ToolError("\(file.path) cannot be read: \(error.localizedDescription)")
        }
    }

    private static func file(at file: URL, path: String) throws -> File {
        let isExecutable = FileManager.default.isExecutableFile(atPath: file.path)
        return File(path: path, bytes: try read(file), isExecutable: isExecutable)
    }

    private static func isFolder(_ item: URL) throws -> Bool {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: item.path, isDirectory: &isDirectory) else {
            throw ToolError("There is no file \(item.path), or its link leads nowhere.")
        }
        return isDirectory.boolValue
    }
}
