// swift-tools-version: 6.2
import PackageDescription

let lambda = "swift-lambda"

/// HTTPS, with TLS that is linked statically.
let asyncHTTPClient = Target.Dependency.product(
    name: "AsyncHTTPClient",
    package: "async-http-client",
    condition: .when(traits: ["HTTPS"])
)

/// A function and its tests, linked with the events of its own family and no others.
///
/// A module for batches brings the events along.
///
/// - Parameters:
///   - name: The name of the function.
///   - events: The module of its event.
///   - runtime: `LambdaStreaming` or `LambdaHTTPStreaming` for a function that answers in pieces.
///   - metrics: Whether it records some.
///   - json: Whether it writes some itself.
///   - support: The targets of this package that it shares with others.
///   - exclude: What deploys it, besides its template.
/// - Returns: The targets.
func function(
    _ name: String,
    events: String? = nil,
    runtime: String = "LambdaRuntime",
    metrics: Bool = false,
    json: Bool = false,
    support: [String] = [],
    exclude: [String] = []
) -> [Target] {
    let modules = [events, metrics ? "LambdaMetrics" : nil, json ? "LambdaJSON" : nil]
    let further =
        modules.compactMap { $0 }.map { Target.Dependency.product(name: $0, package: lambda) }
        + support.map { .byName(name: $0) }
    return [
        .executableTarget(
            name: name,
            dependencies: [.product(name: runtime, package: lambda)] + further,
            exclude: ["template.yaml"] + exclude
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [
                .byName(name: name),
                .product(name: "LambdaTesting", package: lambda),
                .product(name: runtime, package: lambda),
            ] + further + (json ? [] : [.product(name: "LambdaJSON", package: lambda)]),
            exclude: ["Fixtures"]
        ),
    ]
}

/// What several functions use, and its tests.
///
/// - Parameters:
///   - name: The name of the module.
///   - dependencies: The targets of this package that it uses.
///   - products: The products of others that it uses.
/// - Returns: The targets.
func support(
    _ name: String,
    _ dependencies: [String] = [],
    products: [Target.Dependency] = []
) -> [Target] {
    [
        .target(
            name: name,
            dependencies: dependencies.map { .byName(name: $0) } + products,
            path: "Sources/Support/\(name)"
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: ([name] + dependencies).map { .byName(name: $0) },
            path: "Tests/Support/\(name)Tests"
        ),
    ]
}

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v15)],
    traits: [
        // swift run -c release --traits LocalRunning: a release build that runs on this machine too.
        .trait(name: "LocalRunning"),
        .trait(
            name: "HTTPS",
            description: "Lets functions reach S3 and other services, with async-http-client."
        ),
    ],
    dependencies: [
        .package(
            name: lambda,
            path: "..",
            traits: [.trait(name: "LocalRunning", condition: .when(traits: ["LocalRunning"]))]
        ),
        // Fetched with the trait only.
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
    ],
    targets: function("HelloWorld")
        + function("ThumbnailIndex", events: "LambdaS3Events")
        + function("OrderQueue", events: "LambdaSQSBatch", metrics: true)
        + function("BookShelf", events: "LambdaAPIGatewayV2Events")
        + function("OrderNews", events: "LambdaSNSEvents")
        + function("OrderDesk", events: "LambdaEventBridgeEvents")
        + function("Payment", exclude: ["order.asl.json"])
        + function("RecipeBox", events: "LambdaHTTP", exclude: ["load-balancer.yaml"])
        + function("CookingGuide", runtime: "LambdaHTTPStreaming")
        + function("BestPrice")
        + function("Gatekeeper", events: "LambdaAuthorizerEvents")
        + function(
            "Chat",
            events: "LambdaAPIGatewayEvents",
            json: true,
            support: ["AWSSigning", "Settings", "Web"]
        )
        + function("LogWatch", events: "LambdaCloudWatchLogsEvents")
        + function("Countdown", events: "LambdaFunctionURLEvents", runtime: "LambdaStreaming")
        + function("ImageResizer", events: "LambdaS3Events", support: ["ObjectStores", "Settings"])
        + function(
            "SpareParts",
            events: "LambdaKinesisBatch",
            json: true,
            support: ["AWSSigning", "Settings", "Web"]
        )
        + function(
            "OrderExport",
            events: "LambdaDynamoDBEvents",
            metrics: true,
            json: true,
            support: ["ObjectStores", "Settings"]
        )
        + support("Settings")
        + support("Web", products: [asyncHTTPClient])
        + support("AWSSigning", ["Settings", "Web"])
        + support("ObjectStores", ["AWSSigning", "Settings", "Web"])
)
