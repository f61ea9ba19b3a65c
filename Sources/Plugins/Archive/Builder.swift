// Runs where functions are built, for files and processes; no function links it.
import Foundation
import PackagePlugin

/// Builds a product for Lambda, in one of three ways.
struct Builder {
    let context: PluginContext
    let options: ArchiveOptions
    let packageManager: PackageManager

    /// Of what is built, only what is used, in one file that needs no other.
    private static let staticFlag = "-static-executable"

    /// Of functions that come out the same, one, unless somebody takes their addresses: a hundredth of the file.
    ///
    /// Both linkers that Swift uses for Linux know it.
    private static let foldingFlag = "--icf=safe"

    /// Builds a product.
    ///
    /// - Returns: The executable. Its resources lie beside it.
    func build(_ product: String) throws -> URL {
        if let container = options.container { return try build(product, in: container) }
        if let sdk = options.swiftSDK { return try build(product, with: sdk) }
        return try buildHere(product)
    }

    /// With the compiler that runs the plugin, for the machine it runs on, or with the SDK that SwiftPM was given.
    private func buildHere(_ product: String) throws -> URL {
        var parameters = PackageManager.BuildParameters(
            configuration: .release,
            logging: options.verbose ? .verbose : .concise,
            echoLogs: options.verbose
        )
        parameters.otherSwiftcFlags = [Self.staticFlag]
        parameters.otherLinkerFlags = [Self.foldingFlag]
        print("Building \(product)")
        let result = try packageManager.build(.product(product), parameters: parameters)
        guard result.succeeded else {
            if !options.verbose { Diagnostics.error(result.logText) }
            throw ArchiveError("\(product) does not build as a static executable. \(Self.advice)")
        }
        let executables = result.builtArtifacts.filter { $0.kind == .executable }
        guard let executable = executables.first(where: { $0.url.lastPathComponent == product })
        else {
            throw ArchiveError("SwiftPM built \(product), but does not say where it is.")
        }
        return executable.url
    }

    /// With a Swift SDK, by a SwiftPM of its own, whose build has a folder of its own.
    private func build(_ product: String, with sdk: String) throws -> URL {
        let swift = try context.tool(named: "swift").url
        let scratch = context.pluginWorkDirectoryURL.appendingPathComponent("sdk-\(sdk)")
        var call = [
            "build", "--disable-sandbox", "--package-path", context.package.directoryURL.path,
            "--scratch-path", scratch.path, "--swift-sdk", sdk, "-c", "release", "--product",
            product,
            "-Xswiftc", Self.staticFlag, "-Xlinker", Self.foldingFlag,
        ]
        if let traits = options.traits { call += ["--traits", traits] }
        try run(
            Subprocess(swift, call),
            """
            \(product) does not build with the Swift SDK "\(sdk)". swift sdk list shows those that are installed; \
            https://www.swift.org/install/ has the Static Linux SDK, which must be of the compiler's version.
            """
        )
        // The folder of the triple is linked to as release, whatever the triple.
        return scratch.appendingPathComponent("release").appendingPathComponent(product)
    }

    /// In a container, which sees the package where it is, and writes into the plugin's folder.
    private func build(_ product: String, in container: String) throws -> URL {
        guard let program = try? context.tool(named: container).url else {
            throw ArchiveError(
                "--container needs the program \(container), and it is not in PATH. Install it, or "
                    + "build without a container: see --help."
            )
        }
        let root = context.package.directoryURL.path
        let scratch = context.pluginWorkDirectoryURL.appendingPathComponent("container")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        // Dependencies by path lie elsewhere on this machine, so everything keeps its place.
        var call = ["run", "--rm"]
        for folder in Set([root, scratch.path] + localDependencies()).sorted() {
            call += ["--volume", "\(folder):\(folder)"]
        }
        if let architecture = options.architecture {
            call += ["--platform", "linux/\(architecture == "x86_64" ? "amd64" : "arm64")"]
        }
        call += [
            "--workdir", root, options.image, "swift", "build", "--scratch-path", scratch.path,
            "-c",
            "release", "--product", product, "-Xswiftc", Self.staticFlag, "-Xlinker",
            Self.foldingFlag,
        ]
        if let traits = options.traits { call += ["--traits", traits] }
        try run(
            Subprocess(program, call),
            "\(product) does not build in \(options.image). Does \(container) run, and is the image there?"
        )
        return scratch.appendingPathComponent("release").appendingPathComponent(product)
    }

    private func run(_ command: Subprocess, _ problem: String) throws {
        if options.verbose { print(command.text) }
        try command.run(orThrow: problem)
    }

    /// The folders of the packages that do not lie in the build folder of this one.
    private func localDependencies() -> [String] {
        var folders: [String] = []
        var packages = [context.package]
        while let next = packages.popLast() {
            for package in next.dependencies.map(\.package) {
                let folder = package.directoryURL.path
                guard !folders.contains(folder) else { continue }
                folders.append(folder)
                packages.append(package)
            }
        }
        return folders
    }

    #if os(macOS)
    private static let advice = """
        Lambda runs Linux. Install the Static Linux SDK of your compiler's version (https://www.swift.org/install/) \
        and run: swift package --disable-sandbox archive --swift-sdk x86_64-swift-linux-musl, or \
        aarch64-swift-linux-musl for arm64. Or, with Docker: swift package --disable-sandbox archive \
        --container docker
        """
    #else
    private static let advice = """
        It has to be linked without libraries of this system; --verbose shows what the compiler says.
        """
    #endif
}
