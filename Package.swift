// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target: Swift 6 mode and the upcoming features the code is written for.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Compiles what runs functions on a laptop: always in debug builds, in release builds where it is asked for.
///
/// SwiftPM knows no dependency for some configurations only, so the files themselves are empty without it.
let localRunning: [SwiftSetting] = [
    .define("LOCAL_RUNNING", .when(configuration: .debug)),
    .define("LOCAL_RUNNING", .when(traits: ["LocalRunning"])),
]

/// The families of events, by folder: a module each, so that a function links those it uses.
let families = [
    "S3", "SQS", "SNS", "Kinesis", "DynamoDB",
    "APIGateway", "APIGatewayV2", "Authorizers", "FunctionURL", "ALB",
    "CloudWatchLogs", "Config", "EventBridge",
    "Details/S3", "Details/Compute", "Details/DeveloperTools",
    "Details/Operations", "Details/Security", "Details/MachineLearning",
]

/// Names the module of a family: `LambdaS3Events` for `S3`, `LambdaS3Details` for `Details/S3`.
func module(ofFamily folder: String) -> String {
    switch folder {
    case "Authorizers": "LambdaAuthorizerEvents"
    case _ where folder.hasPrefix("Details/"): "Lambda\(folder.dropFirst(8))Details"
    default: "Lambda\(folder)Events"
    }
}

let eventModules = families.map(module(ofFamily:))

/// Names what a family needs beside the modules that all need.
func furtherDependencies(ofFamily folder: String) -> [Target.Dependency] {
    switch folder {
    case "Kinesis": ["LambdaStreamsShared", "LambdaEventsGzip"]
    case "DynamoDB": ["LambdaStreamsShared"]
    case "CloudWatchLogs": ["LambdaEventsGzip"]
    case "APIGateway", "APIGatewayV2", "FunctionURL", "ALB": ["LambdaHTTPShared"]
    // An authorizer is asked about a request, and gets its context.
    case "Authorizers": ["LambdaHTTPShared", "LambdaAPIGatewayEvents", "LambdaAPIGatewayV2Events"]
    // A detail says which events carry it.
    case _ where folder.hasPrefix("Details/"): ["LambdaEventBridgeEvents"]
    default: []
    }
}

/// The handlers of records, by folder: a module for each source, so that a function links the events of
/// its own alone.
let batches = ["SQS", "Kinesis", "DynamoDB"]

let package = Package(
    name: "swift-lambda",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "LambdaRuntime", targets: ["LambdaRuntime"]),
        .library(name: "LambdaStreaming", targets: ["LambdaStreaming"]),
        .library(name: "LambdaEvents", targets: ["LambdaEvents"]),
        .library(name: "LambdaBatch", targets: ["LambdaBatch"]),
        .library(name: "LambdaHTTP", targets: ["LambdaHTTP"]),
        .library(name: "LambdaHTTPStreaming", targets: ["LambdaHTTPStreaming"]),
        .library(name: "LambdaJSON", targets: ["LambdaJSON"]),
        .library(name: "LambdaMetrics", targets: ["LambdaMetrics"]),
        .library(name: "LambdaTesting", targets: ["LambdaTesting"]),
        .library(name: "LambdaFoundation", targets: ["LambdaFoundation"]),
        // swift package archive, and swift package lambda-new.
        .plugin(name: "ArchivePlugin", targets: ["ArchivePlugin"]),
        .plugin(name: "LambdaNewPlugin", targets: ["LambdaNewPlugin"]),
    ]
        // For a function that is to be small: one family of events alone.
        + eventModules.map { .library(name: $0, targets: [$0]) }
        + batches.map { .library(name: "Lambda\($0)Batch", targets: ["Lambda\($0)Batch"]) },
    traits: [
        .trait(
            name: "LocalRunning",
            description: "Lets functions run outside Lambda in release builds, as in debug builds."
        )
    ],
    targets: [
        // Bytes to Codable and back. Imports nothing.
        .target(name: "LambdaJSON", swiftSettings: settings),

        // What the event models share. Each of them re-exports it.
        .target(
            name: "LambdaEventsShared",
            dependencies: ["LambdaJSON"],
            path: "Sources/LambdaEvents/Shared",
            swiftSettings: settings
        ),

        // What events that are HTTP requests share. Re-exported by them.
        .target(
            name: "LambdaHTTPShared",
            dependencies: ["LambdaEventsShared", "LambdaEventsCoding", "LambdaJSON"],
            path: "Sources/LambdaEvents/HTTP",
            swiftSettings: settings
        ),

        // How the models treat what is missing. Seen by them alone.
        .target(
            name: "LambdaEventsCoding",
            dependencies: ["LambdaEventsShared", "LambdaJSON"],
            path: "Sources/LambdaEvents/Coding",
            swiftSettings: settings
        ),

        // Gzip without zlib, for the families whose data can be gzip.
        .target(
            name: "LambdaEventsGzip",
            path: "Sources/LambdaEvents/Gzip",
            swiftSettings: settings
        ),

        // What the families of streams share. Each of them re-exports it.
        .target(
            name: "LambdaStreamsShared",
            dependencies: ["LambdaEventsShared", "LambdaEventsCoding", "LambdaJSON"],
            path: "Sources/LambdaEvents/Streams",
            swiftSettings: settings
        ),

        // All event and response models under one name.
        .target(
            name: "LambdaEvents",
            dependencies: ["LambdaEventsShared", "LambdaStreamsShared"]
                + eventModules.map { .byName(name: $0) },
            path: "Sources/LambdaEvents/All",
            swiftSettings: settings
        ),

        // Sockets and HTTP/1.1 messages. Not a product: the runtime and the emulator speak through it.
        .target(name: "LambdaTransport", swiftSettings: settings),

        // A Runtime API on loopback, for running functions on a laptop. Not a product.
        .target(
            name: "LambdaEmulator",
            dependencies: ["LambdaTransport"],
            swiftSettings: settings + localRunning
        ),

        // What a function's executable does outside Lambda. Not a product.
        .target(
            name: "LambdaLocal",
            dependencies: ["LambdaEmulator", "LambdaJSON", "LambdaTransport"],
            swiftSettings: settings + localRunning
        ),

        // Handlers, context, logging, and the loop that runs them.
        .target(
            name: "LambdaRuntime",
            dependencies: ["LambdaJSON", "LambdaTransport", "LambdaLocal"],
            swiftSettings: settings + localRunning
        ),

        // Responses in pieces, and work after a response. A module of its own, so that functions without
        // them do not carry them. Re-exports LambdaRuntime.
        .target(
            name: "LambdaStreaming",
            dependencies: ["LambdaJSON", "LambdaTransport", "LambdaRuntime"],
            swiftSettings: settings
        ),

        // What handlers of records share. Each of their modules re-exports it.
        .target(
            name: "LambdaBatchShared",
            dependencies: ["LambdaRuntime", "LambdaTransport"],
            path: "Sources/LambdaBatch/Shared",
            swiftSettings: settings
        ),

        // What handlers of streams share. Re-exported by them.
        .target(
            name: "LambdaStreamBatch",
            dependencies: [
                "LambdaBatchShared", "LambdaEventsShared", "LambdaRuntime", "LambdaStreamsShared",
                "LambdaTransport",
            ],
            path: "Sources/LambdaBatch/Streams",
            swiftSettings: settings
        ),

        // The handlers of records of all sources under one name.
        .target(
            name: "LambdaBatch",
            dependencies: ["LambdaBatchShared", "LambdaStreamBatch"]
                + batches.map { .byName(name: "Lambda\($0)Batch") },
            path: "Sources/LambdaBatch/All",
            swiftSettings: settings
        ),

        // CloudWatch metrics in the log. Apart from the runtime, for functions that have none.
        .target(
            name: "LambdaMetrics",
            dependencies: ["LambdaJSON", "LambdaRuntime", "LambdaTransport"],
            swiftSettings: settings
        ),

        // One request and one response over all services that send HTTP requests.
        .target(
            name: "LambdaHTTP",
            dependencies: [
                "LambdaJSON", "LambdaEventsShared", "LambdaHTTPShared", "LambdaRuntime",
                "LambdaTransport", "LambdaAPIGatewayEvents", "LambdaAPIGatewayV2Events",
                "LambdaFunctionURLEvents", "LambdaALBEvents",
            ],
            swiftSettings: settings
        ),

        // HTTP responses in pieces. A module of its own, so that functions without them do not carry
        // LambdaStreaming. Re-exports LambdaHTTP.
        .target(
            name: "LambdaHTTPStreaming",
            dependencies: [
                "LambdaHTTP", "LambdaHTTPShared", "LambdaRuntime", "LambdaStreaming",
                "LambdaTransport",
            ],
            swiftSettings: settings
        ),

        // Fixtures, test contexts, and the loop under test.
        .target(
            name: "LambdaTesting",
            dependencies: [
                "LambdaJSON", "LambdaEvents", "LambdaEventsShared", "LambdaHTTPShared",
                "LambdaTransport", "LambdaRuntime", "LambdaMetrics", "LambdaStreaming",
                "LambdaHTTP", "LambdaHTTPStreaming",
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),

        // The optional bridge to Foundation. The only target that imports it.
        .target(
            name: "LambdaFoundation",
            dependencies: ["LambdaJSON", "LambdaEventsShared", "LambdaRuntime"],
            swiftSettings: settings
        ),

        // swift package archive: functions as archives that Lambda runs.
        .plugin(
            name: "ArchivePlugin",
            capability: .command(
                intent: .custom(
                    verb: "archive",
                    description: "Packs functions into archives that Lambda runs."
                )
            ),
            dependencies: ["LambdaTool"],
            path: "Sources/Plugins/Archive"
        ),

        // swift package lambda-new: a function to begin with.
        .plugin(
            name: "LambdaNewPlugin",
            capability: .command(
                intent: .custom(
                    verb: "lambda-new",
                    description: "Writes the first version of a function, and its test."
                ),
                permissions: [
                    .writeToPackageDirectory(
                        reason: "It writes a function and its test, and edits Package.swift."
                    )
                ]
            ),
            dependencies: ["LambdaTool"],
            path: "Sources/Plugins/New"
        ),

        // What the plugins do apart from SwiftPM. Runs where functions are built, and is linked into none.
        .executableTarget(
            name: "LambdaTool",
            path: "Sources/Plugins/Tool",
            swiftSettings: settings
        ),

        // What several test targets use. Not a product.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),

        .testTarget(
            name: "LambdaJSONTests",
            dependencies: ["LambdaJSON", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaEventsTests",
            dependencies: [
                "LambdaEvents", "LambdaEventsShared", "LambdaEventsCoding", "LambdaEventsGzip",
                "LambdaHTTPShared", "LambdaJSON", "LambdaRuntime", "LambdaTesting", "TestSupport",
            ],
            exclude: ["Required"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaTransportTests",
            dependencies: ["LambdaTransport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaRuntimeTests",
            dependencies: [
                "LambdaRuntime", "LambdaJSON", "LambdaTransport", "LambdaTesting", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaStreamingTests",
            dependencies: [
                "LambdaStreaming", "LambdaRuntime", "LambdaJSON", "LambdaTransport",
                "LambdaHTTPShared", "LambdaTesting", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaBatchTests",
            dependencies: [
                "LambdaBatch", "LambdaBatchShared", "LambdaEvents", "LambdaJSON", "LambdaRuntime",
                "LambdaTesting", "LambdaTransport", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaHTTPTests",
            dependencies: [
                "LambdaHTTP", "LambdaHTTPStreaming", "LambdaEventsShared", "LambdaJSON",
                "LambdaLocal", "LambdaEmulator", "LambdaRuntime", "LambdaStreaming",
                "LambdaTesting",
            ],
            swiftSettings: settings + localRunning
        ),
        .testTarget(
            name: "LambdaEmulatorTests",
            dependencies: [
                "LambdaEmulator", "LambdaTransport", "LambdaRuntime", "LambdaStreaming",
                "LambdaJSON", "TestSupport",
            ],
            swiftSettings: settings + localRunning
        ),
        .testTarget(
            name: "LambdaLocalTests",
            dependencies: [
                "LambdaLocal", "LambdaEmulator", "LambdaEvents", "LambdaEventsShared", "LambdaJSON",
                "LambdaTransport", "TestSupport",
            ],
            swiftSettings: settings + localRunning
        ),
        .testTarget(
            name: "LambdaTestingTests",
            dependencies: [
                "LambdaTesting", "LambdaEvents", "LambdaJSON", "LambdaRuntime", "LambdaStreaming",
                "LambdaTransport", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaMetricsTests",
            dependencies: [
                "LambdaMetrics", "LambdaJSON", "LambdaRuntime", "LambdaTesting", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaToolTests",
            dependencies: ["LambdaTool", "LambdaEventsGzip"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaFoundationTests",
            dependencies: ["LambdaFoundation", "LambdaEvents", "LambdaJSON", "LambdaRuntime"],
            swiftSettings: settings
        ),
    ]
        // The event and response models, plain data, by family.
        + families.map { family in
            .target(
                name: module(ofFamily: family),
                dependencies: ["LambdaEventsShared", "LambdaEventsCoding", "LambdaJSON"]
                    + furtherDependencies(ofFamily: family),
                path: "Sources/LambdaEvents/\(family)",
                swiftSettings: settings
            )
        }
        // The handlers of records, by source.
        + batches.map { source in
            .target(
                name: "Lambda\(source)Batch",
                dependencies: [
                    "LambdaBatchShared", "LambdaEventsShared", "LambdaRuntime",
                    .byName(name: "Lambda\(source)Events"),
                ]
                    + (source == "SQS" ? [] : ["LambdaStreamBatch", "LambdaStreamsShared"]),
                path: "Sources/LambdaBatch/\(source)",
                swiftSettings: settings
            )
        },
    swiftLanguageModes: [.v6]
)
