// Runs where functions are built, for files and processes; no function links it.
import Foundation
import PackagePlugin

/// `swift package lambda-new`: a function, its test and its targets, to begin with.
@main
struct LambdaNewPlugin: CommandPlugin {
    private struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private static let help = """
        Writes the first version of a function into this package, with a test and an event.

        USAGE: swift package lambda-new NAME [--event EVENT]

          NAME            The name of the function, of its type and of its target.
          --event EVENT   What invokes it. Without it: plain

            plain           JSON of your own, from whoever invokes the function
            http            HTTP requests, from API Gateway, a function URL or a load balancer
            apigateway-v2   requests of an HTTP API, each as API Gateway sends it
            s3              changes of the objects in a bucket
            sqs             messages of a queue
            sns             notifications of a topic
            kinesis         records of a data stream
            dynamodb        changes of the items of a table
            eventbridge     events of a bus
            schedule        a schedule of EventBridge
        """

    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var name: String?
        var event = "plain"
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--help", "-h":
                print(Self.help)
                return
            case "--event":
                guard let value = rest.popFirst() else {
                    throw Problem(
                        description: "--event has no value. See swift package lambda-new --help."
                    )
                }
                event = value
            // What SwiftPM takes for itself, and passes on.
            case "--disable-sandbox", "--allow-writing-to-package-directory": break
            case "--allow-writing-to-directory", "--allow-network-connections", "--package":
                _ = rest.popFirst()
            case _ where name == nil && !argument.hasPrefix("-"): name = argument
            default:
                throw Problem(
                    description:
                        "\"\(argument)\" is not expected. See swift package lambda-new --help."
                )
            }
        }
        guard let name else {
            throw Problem(
                description:
                    "The name of the function is missing. See swift package lambda-new --help."
            )
        }
        let package = context.package
        let library = try library(of: package)
        var call = [
            "new", "--name", name, "--event", event, "--package", package.directoryURL.path,
            "--library", library.directoryURL.path, "--identity", library.id,
            "--swift", try context.tool(named: "swift").url.path,
            "--scratch", context.pluginWorkDirectoryURL.appendingPathComponent("manifest").path,
        ]
        for target in package.targets { call += ["--target", target.name] }
        let process = Process()
        process.executableURL = try context.tool(named: "LambdaTool").url
        process.arguments = call
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Problem(description: "\(name) was not made.")
        }
    }

    /// The package that the functions are written with: the one that has the runtime.
    private func library(of package: Package) throws -> Package {
        let library = package.dependencies.map(\.package)
            .first { $0.targets.contains { $0.name == "LambdaRuntime" } }
        guard let library else {
            throw Problem(description: "Expected a package that depends on swift-lambda.")
        }
        return library
    }
}
