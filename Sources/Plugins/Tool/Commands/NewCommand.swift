// Runs where functions are built, for files and processes; no function links it.
import Foundation

/// Writes the first version of a function, its test, and its targets in the manifest.
struct NewCommand {
    private let name: String
    private let template: FunctionTemplate
    private let package: URL
    private let library: URL
    /// The identity of the library's package, by which the manifest may call it.
    private let identity: String
    private let swift: URL
    private let scratch: URL
    private let existingTargets: Set<String>

    init(_ arguments: some Collection<String>) throws {
        let arguments = try ToolArguments(arguments)
        name = try NewCommand.checked(try arguments.required("--name"))
        template = try FunctionTemplate.named(try arguments.required("--event"))
        guard !template.uses(name) else {
            throw ToolError(
                "A function for the event \"\(template.event)\" uses something else that is called \(name). "
                    + "Choose another name."
            )
        }
        package = URL(fileURLWithPath: try arguments.required("--package"))
        library = URL(fileURLWithPath: try arguments.required("--library"))
        identity = try arguments.required("--identity")
        swift = URL(fileURLWithPath: try arguments.required("--swift"))
        scratch = URL(fileURLWithPath: try arguments.required("--scratch"))
        existingTargets = Set(arguments.all("--target"))
    }

    func run() throws {
        let files = try files()
        let manager = FileManager.default
        for target in [name, "\(name)Tests"] where existingTargets.contains(target) {
            throw ToolError("The package has a target \(target) already. Nothing was written.")
        }
        for (path, _) in files
        where manager.fileExists(atPath: package.appendingPathComponent(path).path) {
            throw ToolError("\(path) is there already. Nothing was written.")
        }
        for (path, text) in files {
            let file = package.appendingPathComponent(path)
            try manager.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try text.write(to: file, atomically: true, encoding: .utf8)
            say("wrote \(path)")
        }
        let targets = targets(of: try libraryName())
        if try addToManifest(targets) {
            say("added the targets \(name) and \(name)Tests to Package.swift")
        } else {
            say(
                "\nPackage.swift was left as it is: its targets are not one array. Add these to them:\n"
            )
            say(targets)
        }
        say(
            """

            Test it:      swift test --filter \(name)Tests
            Run it here:  swift run \(name) invoke Tests/\(name)Tests/Fixtures/event.json
            Pack it:      swift package archive --product \(name)
            """
        )
    }

    /// The targets, for a manifest that calls the library by a name.
    private func targets(of library: String) -> String {
        func products(_ names: [String]) -> String {
            names.map { "        .product(name: \"\($0)\", package: \"\(library)\")," }
                .joined(separator: "\n")
        }
        return """
            .executableTarget(
                name: "\(name)",
                dependencies: [
            \(products(template.modules))
                ]
            ),
            .testTarget(
                name: "\(name)Tests",
                dependencies: [
                    "\(name)",
            \(products(template.modules + ["LambdaTesting"]))
                ],
                exclude: ["Fixtures"]
            ),
            """
    }

    private func files() throws -> [(path: String, text: String)] {
        let event: String
        if let fixture = template.fixture {
            let file = library.appendingPathComponent("Sources/LambdaTesting/Fixtures/\(fixture)")
            event = try String(contentsOf: file, encoding: .utf8)
        } else {
            event = "{\n  \"name\": \"Ada\"\n}\n"
        }
        let tests = template.tests.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }
            .joined(separator: "\n")
        let imports = (template.modules + ["LambdaTesting", "Testing"]).sorted()
            .filter { $0 != "LambdaRuntime" }
        let suite =
            imports.map { "import \($0)\n" }.joined() + "\n@testable import FUNCTION\n\n"
            + "struct FUNCTIONTests {\n\(tests)\n}\n"
        return [
            ("Sources/\(name)/\(name).swift", named(template.source)),
            ("Tests/\(name)Tests/\(name)Tests.swift", named(suite)),
            ("Tests/\(name)Tests/Fixtures/event.json", event),
        ]
    }

    private func named(_ text: String) -> String {
        text.replacingOccurrences(of: "FUNCTION", with: name)
    }

    /// Adds the targets, unless SwiftPM does not find them there afterwards.
    private func addToManifest(_ targets: String) throws -> Bool {
        let file = package.appendingPathComponent("Package.swift")
        let text = try String(contentsOf: file, encoding: .utf8)
        guard let edited = ManifestEditor(text).adding(targets) else { return false }
        try edited.write(to: file, atomically: true, encoding: .utf8)
        let found = try manifest()?["targets"] as? [[String: Any]] ?? []
        let names = Set(found.compactMap { $0["name"] as? String })
        guard names.isSuperset(of: [name, "\(name)Tests"]) else {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return false
        }
        return true
    }

    /// What the manifest calls the library's package: its identity, or a name that it gives it.
    private func libraryName() throws -> String {
        for dependency in try manifest()?["dependencies"] as? [[String: Any]] ?? [] {
            for case let kind as [[String: Any]] in dependency.values {
                for described in kind where described["identity"] as? String == identity {
                    return described["nameForTargetDependencyResolutionOnly"] as? String ?? identity
                }
            }
        }
        return identity
    }

    /// The manifest as SwiftPM reads it; `nil` if it does not.
    private func manifest() throws -> [String: Any]? {
        let process = Process()
        let output = Pipe()
        process.executableURL = swift
        // A sandbox within the plugin's would be refused; another scratch path, because this one is in use.
        process.arguments = [
            "package", "--disable-sandbox", "--package-path", package.path, "--scratch-path",
            scratch.path, "dump-package",
        ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let json = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return try JSONSerialization.jsonObject(with: json) as? [String: Any]
    }

    private func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Capitalised, but no names for a type or its module.
    private static let reserved: Set = ["Any", "Self", "Type", "Protocol", "Swift", "Foundation"]

    /// The name of a function: one that a Swift type and a Lambda function can have.
    private static func checked(_ name: String) throws -> String {
        let isName =
            name.utf8.count <= 60 && name.first?.isUppercase == true && !reserved.contains(name)
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard isName else {
            throw ToolError(
                "\"\(name)\" cannot be the name of a function. Expected a Swift type's: letters and digits, "
                    + "a capital first, at most 60."
            )
        }
        return name
    }
}
