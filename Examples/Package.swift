// swift-tools-version: 6.2
import PackageDescription

let lambda = "swift-lambda"

/// A function and its tests, linked with the events of its own family and no others.
///
/// A module for batches brings the events along.
///
/// - Parameters:
///   - name: The name of the function.
///   - events: The module of its event.
///   - runtime: `LambdaStreaming` for a function that answers in pieces.
///   - metrics: Whether it records some.
///   - support: The targets of this package that it shares with others.
/// - Returns: The targets.
func function(
    _ name: String,
    events: String? = nil,
    runtime: String = "LambdaRuntime",
    metrics: Bool = false,
    support: [String] = []
) -> [Target] {
    let modules = [events, metrics ? "LambdaMetrics" : nil].compactMap { $0 }
    let further =
        modules.map { Target.Dependency.product(name: $0, package: lambda) }
        + support.map { .byName(name: $0) }
    return [
        .executableTarget(
            name: name,
            dependencies: [.product(name: runtime, package: lambda)] + further,
            exclude: ["template.yaml"]
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [
                .byName(name: name),
                .product(name: "LambdaJSON", package: lambda),
                .product(name: "LambdaTesting", package: lambda),
                .product(name: runtime, package: lambda),
            ] + further,
            exclude: ["Fixtures"]
        ),
    ]
}

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v15)],
    // swift run -c release --traits LocalRunning: a release build that runs on this machine too.
    traits: [.trait(name: "LocalRunning")],
    dependencies: [
        .package(
            name: lambda,
            path: "..",
            traits: [.trait(name: "LocalRunning", condition: .when(traits: ["LocalRunning"]))]
        )
    ],
    targets: function("HelloWorld")
        + function("ThumbnailIndex", events: "LambdaS3Events")
        + function("OrderQueue", events: "LambdaSQSBatch", metrics: true)
        + function("BookShelf", events: "LambdaAPIGatewayV2Events")
        + function("RecipeBox", events: "LambdaHTTP")
        + function("Countdown", events: "LambdaFunctionURLEvents", runtime: "LambdaStreaming")
)
