// Runs where functions are built, for files and processes; no function links it.
import Foundation
import PackagePlugin

/// `swift package archive`: from source to an archive that Lambda runs.
///
/// SwiftPM builds, this plugin says what and how, and the tool packs. What can be decided without SwiftPM's
/// plugin API is in the tool, which has tests.
@main
struct ArchivePlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let options = try ArchiveOptions(arguments)
        if options.help {
            print(ArchiveOptions.helpText)
            return
        }
        let functions = try functions(in: context.package, named: options.products)
        let output = try outputDirectory(options, context)
        let builder = Builder(context: context, options: options, packageManager: packageManager)
        let tool = try context.tool(named: "LambdaTool").url
        for function in functions {
            let executable = try builder.build(function.name)
            var call = [
                "archive", "--name", function.name, "--executable", executable.path,
                "--output", output.appendingPathComponent("\(function.name).zip").path,
            ]
            if let architecture = options.architecture { call += ["--architecture", architecture] }
            for path in options.included { call += ["--resources", path] }
            for bundle in resourceBundles(of: function, in: context.package) {
                let folder = executable.deletingLastPathComponent().appendingPathComponent(bundle)
                if FileManager.default.fileExists(atPath: folder.path) {
                    call += ["--resources", folder.path]
                }
            }
            try Subprocess(tool, call).run(orThrow: "\(function.name) was not packed.")
        }
    }

    /// The executables that are asked for, or those that use the library.
    private func functions(in package: Package, named names: [String]) throws -> [any Product] {
        let executables = package.products(ofType: ExecutableProduct.self)
        let known = executables.map(\.name).sorted().joined(separator: ", ")
        if names.isEmpty {
            let functions = executables.filter { product in
                allTargets(of: product).contains { $0.name == "LambdaRuntime" }
            }
            guard !functions.isEmpty else {
                throw ArchiveError(
                    "No executable of this package uses LambdaRuntime. Its executables are: \(known). "
                        + "Name those to pack with --product."
                )
            }
            return functions.sorted { $0.name < $1.name }
        }
        return try names.map { name in
            guard let product = executables.first(where: { $0.name == name }) else {
                throw ArchiveError(
                    "There is no executable product \"\(name)\" in this package. Expected one of: \(known)."
                )
            }
            return product
        }
    }

    private func allTargets(of product: any Product) -> [any Target] {
        product.targets + product.targets.flatMap(\.recursiveTargetDependencies)
    }

    /// The names of the folders into which SwiftPM copies the resources of a product's targets.
    private func resourceBundles(of product: any Product, in package: Package) -> [String] {
        var owners: [String: String] = [:]
        var packages = [package]
        var seen: Set<String> = []
        while let next = packages.popLast() {
            guard seen.insert(next.id).inserted else { continue }
            for target in next.targets { owners[target.id] = next.displayName }
            packages += next.dependencies.map(\.package)
        }
        let bundles = allTargets(of: product).compactMap { target -> String? in
            guard let module = target as? any SourceModuleTarget,
                module.sourceFiles.contains(where: { $0.type == .resource }),
                let owner = owners[target.id]
            else { return nil }
            return "\(owner)_\(target.name).resources"
        }
        return Set(bundles).sorted()
    }

    /// The folder of the archives: `.build/lambda`, beside `.build/plugins`, where this plugin's own is.
    private func outputDirectory(_ options: ArchiveOptions, _ context: PluginContext) throws -> URL
    {
        let output: URL
        if let path = options.output {
            output = URL(fileURLWithPath: path)
        } else {
            var scratch = context.pluginWorkDirectoryURL
            while scratch.lastPathComponent != "plugins", scratch.path != "/" {
                scratch.deleteLastPathComponent()
            }
            output = scratch.deletingLastPathComponent().appendingPathComponent("lambda")
        }
        do {
            try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
            let probe = output.appendingPathComponent(
                ".archive-\(ProcessInfo.processInfo.processIdentifier)"
            )
            try Data().write(to: probe)
            try FileManager.default.removeItem(at: probe)
        } catch {
            throw ArchiveError(
                "\(output.path) cannot be written to. On macOS, plugins run in a sandbox: allow it with "
                    + "swift package --allow-writing-to-directory \"\(output.path)\" archive …"
            )
        }
        return output
    }
}
