// swift-tools-version: 6.2
import PackageDescription

// The benchmarks. A package of its own, so that nobody who uses the library builds them: run ./run.
// Sources/floor, Sources/mock, Sources/soak and Sources/streams are C; ./run compiles them with the C compiler alone.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let runtime: Target.Dependency = .product(name: "LambdaRuntime", package: "swift-lambda")
let events: Target.Dependency = .product(name: "LambdaEvents", package: "swift-lambda")

/// The events of one family alone, as a function that is to be small depends on them.
func family(_ module: String) -> Target.Dependency {
    .product(name: module, package: "swift-lambda")
}

let json: Target.Dependency = .product(name: "LambdaJSON", package: "swift-lambda")

let package = Package(
    name: "Performance",
    platforms: [.macOS(.v15)],
    // What local running costs: built with --traits LocalRunning and without.
    traits: [.trait(name: "LocalRunning")],
    dependencies: [
        .package(
            name: "swift-lambda",
            path: "../..",
            traits: [.trait(name: "LocalRunning", condition: .when(traits: ["LocalRunning"]))]
        )
    ],
    targets: [
        // The function that is compared with the C loop: small typed JSON in and out.
        .executableTarget(name: "Echo", dependencies: [runtime], swiftSettings: settings),

        // The function that many invocations at once are measured with: it waits, or computes.
        .executableTarget(name: "Sleeper", dependencies: [runtime], swiftSettings: settings),

        // Nothing: what Echo is larger than this is ours.
        .executableTarget(name: "Bare", swiftSettings: settings),

        // Echo over one event model each, for what a model adds to size, start and an invocation.
        .executableTarget(
            name: "EchoAPIGateway",
            dependencies: [runtime, family("LambdaAPIGatewayV2Events")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "EchoSQS",
            dependencies: [runtime, family("LambdaSQSEvents")],
            swiftSettings: settings
        ),
        // The same over the same events, with a handler of single messages.
        .executableTarget(
            name: "EchoSQSBatch",
            dependencies: [runtime, family("LambdaSQSBatch")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "EchoS3",
            dependencies: [runtime, family("LambdaS3Events")],
            swiftSettings: settings
        ),

        // The same as EchoAPIGateway for every service that sends HTTP requests, and in pieces.
        .executableTarget(
            name: "EchoHTTP",
            dependencies: [family("LambdaHTTP")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "EchoHTTPStreaming",
            dependencies: [family("LambdaHTTPStreaming")],
            swiftSettings: settings
        ),

        // Writes a response in pieces, for what a piece costs and how soon it arrives.
        .executableTarget(
            name: "Streamer",
            dependencies: [.product(name: "LambdaStreaming", package: "swift-lambda")],
            swiftSettings: settings
        ),

        // Does whatever handlers do, well or badly, for the soak.
        .executableTarget(
            name: "Soaked",
            dependencies: [.product(name: "LambdaStreaming", package: "swift-lambda")],
            swiftSettings: settings
        ),

        // A handler of single messages against a loop over them.
        .executableTarget(
            name: "BatchBenchmarks",
            dependencies: [runtime, family("LambdaSQSBatch"), family("LambdaSQSEvents")],
            swiftSettings: settings
        ),

        // Requests, responses and routes against doing the same by hand.
        .executableTarget(
            name: "HTTPBenchmarks",
            dependencies: [runtime, family("LambdaHTTP"), json],
            swiftSettings: settings
        ),

        // Our coders and Foundation's, over the same types in the same process.
        .executableTarget(
            name: "CoderBenchmarks",
            dependencies: [json, events],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
