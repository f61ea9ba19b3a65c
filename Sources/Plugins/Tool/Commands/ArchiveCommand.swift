// Runs where functions are built, for files and processes; no function links it.
import Foundation

/// Packs an executable that is built, with its resources, as Lambda wants it.
struct ArchiveCommand {
    /// The name of the executable that Lambda starts.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-provided.html>
    private static let bootstrap = "bootstrap"

    /// What Lambda takes in a request; a larger archive has to come from Amazon S3.
    private static let directUpload = 50 * 1_024 * 1_024
    /// What Lambda takes unpacked, layers included.
    private static let unpackedLimit = 250 * 1_024 * 1_024

    private let name: String
    private let executable: URL
    private let resources: [URL]
    private let output: URL
    private let architecture: String?

    init(_ arguments: some Collection<String>) throws {
        let arguments = try ToolArguments(arguments)
        name = try arguments.required("--name")
        executable = URL(fileURLWithPath: try arguments.required("--executable"))
        resources = arguments.all("--resources").map { URL(fileURLWithPath: $0) }
        output = URL(fileURLWithPath: try arguments.required("--output"))
        architecture = arguments.optional("--architecture")
    }

    func run() throws {
        let bytes = try ZipArchive.read(executable)
        let elf = try ELFExecutable(bytes, name: name)
        if let architecture, architecture != elf.architecture.rawValue {
            throw ToolError(
                "\(name) was built for \(elf.architecture.rawValue), not for \(architecture). Expected "
                    + "a Swift SDK or a container for \(architecture)."
            )
        }
        var files = [
            ZipArchive.File(path: Self.bootstrap, bytes: elf.stripped, isExecutable: true)
        ]
        for resource in resources { files += try ZipArchive.files(at: resource) }
        let paths = files.map(\.path)
        guard Set(paths).count == paths.count else {
            throw ToolError(
                "Two files of the archive would have the same name. \(Self.bootstrap) is the function, and "
                    + "what --include names is packed under its last name."
            )
        }
        let archive = try ZipArchive(files).encoded()
        try write(archive)
        report(elf, builtBytes: bytes.count, files: files, archiveBytes: archive.count)
    }

    private func write(_ bytes: [UInt8]) throws {
        do {
            try FileManager.default.createDirectory(
                at: output.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: output, options: .atomic)
        } catch {
            throw ToolError("\(output.path) cannot be written: \(error.localizedDescription)")
        }
    }

    private func report(
        _ elf: ELFExecutable,
        builtBytes: Int,
        files: [ZipArchive.File],
        archiveBytes: Int
    ) {
        let kind = elf.isStatic ? "static" : "needs libraries of the system"
        let unpacked = files.reduce(0) { $0 + $1.bytes.count }
        var lines = [
            "\(name): \(elf.architecture.rawValue), \(kind)",
            "  built      \(megabytes(builtBytes))",
            "  stripped   \(megabytes(elf.stripped.count))",
        ]
        if files.count > 1 {
            let count = files.count - 1
            lines.append(
                "  resources  \(megabytes(unpacked - elf.stripped.count)) in \(count) files"
            )
        }
        lines += ["  archive    \(megabytes(archiveBytes))  \(output.path)"]
        if !elf.isStatic {
            lines += [
                "  Warning: it runs on Lambda only if the libraries there are those it was built with."
            ]
        }
        if unpacked > Self.unpackedLimit {
            lines += ["  Warning: Lambda takes 250 MB unpacked; this is more."]
        }
        if archiveBytes > Self.directUpload {
            lines += ["  Warning: Lambda takes 50 MB in a request; put it into Amazon S3 first."]
        }
        lines += [
            "  Create the function, with the ARN of its role:",
            "    aws lambda create-function --function-name \(name) --runtime provided.al2023 \\",
            "      --architectures \(elf.architecture.rawValue) --handler \(Self.bootstrap) "
                + "--zip-file \(fileArgument) --role ROLE_ARN",
            "  or update its code:",
            "    aws lambda update-function-code --function-name \(name) "
                + "--architectures \(elf.architecture.rawValue) --zip-file \(fileArgument)",
        ]
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// The path as the shell and the AWS CLI take it.
    private var fileArgument: String {
        let argument = "fileb://" + output.path
        let plain = argument.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/:._-+".contains($0))
        }
        if plain { return argument }
        return "'"
            + argument.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: #"'\''"#) + "'"
    }

    private func megabytes(_ bytes: Int) -> String {
        let hundredths = (bytes + 5_000) / 10_000
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) MB"
    }
}
