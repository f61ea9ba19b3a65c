#if LOCAL_RUNNING
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The sample events: the fixtures of LambdaTesting, which lie beside the sources that this executable
/// was built from.
///
/// A sample has the name of its file without the ending, as in `s3/object-created`.
struct SampleFolder {
    let path: String

    private static let ending = ".json"

    /// The folder of this library, on the machine that built the executable.
    static var ofLibrary: SampleFolder {
        // Sources/LambdaLocal/Samples/SampleFolder.swift
        let sources = #filePath.split(separator: Character("/"), omittingEmptySubsequences: false)
            .dropLast(3).joined(separator: "/")
        return SampleFolder(path: sources + "/LambdaTesting/Fixtures")
    }

    /// The names of all samples, in their order.
    func names() throws(LocalFault) -> [String] {
        guard let names = Self.files(in: path) else { throw isMissing }
        return names.filter { $0.hasSuffix(Self.ending) && !Self.isAnswer($0) }
            .map { String($0.dropLast(Self.ending.count)) }
    }

    /// The folder of a sample: `s3` of `s3/object-created`.
    static func folder(of name: String) -> Substring {
        name.lastIndex(of: "/").map { name[..<$0] } ?? ""
    }

    /// Whether a file is what a function answers: `kinesis/batch-response.json`.
    private static func isAnswer(_ file: String) -> Bool {
        let name = file.split(separator: Character("/")).last ?? ""
        return name.split { $0 == "-" || $0 == "." }.contains("response")
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - name: Its name, with the ending of the file or without.
    ///   - program: The program that lists them.
    /// - Returns: The bytes of the file.
    /// - Throws: A fault where there is no sample of that name.
    func read(_ name: String, program: String) throws(LocalFault) -> [UInt8] {
        let file = name.hasSuffix(Self.ending) ? name : name + Self.ending
        // What is no name of a sample is no path either.
        guard try names().contains(String(file.dropLast(Self.ending.count))) else {
            throw .noInput("There is no sample \"\(name)\". See: \(program) samples")
        }
        switch LocalSystem.readFile(path + "/" + file, limit: LocalEvent.largest) {
        case .success(let bytes): return bytes
        case .failure(let failure):
            throw .noInput(
                "The sample \"\(name)\" cannot be read: \(LocalSystem.reason(failure.number))."
            )
        }
    }

    private var isMissing: LocalFault {
        .noInput(
            "The samples are not on this machine: this executable was built where they are in "
                + "\(path). Build it here to have them."
        )
    }

    /// The files of a folder and of the folders in it, in the order of their names.
    ///
    /// `nil` where there is no such folder.
    private static func files(in folder: String) -> [String]? {
        guard let handle = opendir(folder) else { return nil }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted().flatMap { name in
            files(in: folder + "/" + name)?.map { name + "/" + $0 } ?? [name]
        }
    }
}
#endif
