// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target: Swift 6 mode and the upcoming features the code is written for.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "swift-lambda",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "LambdaRuntime", targets: ["LambdaRuntime"]),
        .library(name: "LambdaEvents", targets: ["LambdaEvents"]),
        .library(name: "LambdaJSON", targets: ["LambdaJSON"]),
        .library(name: "LambdaTesting", targets: ["LambdaTesting"]),
        .library(name: "LambdaFoundation", targets: ["LambdaFoundation"]),
    ],
    targets: [
        // Bytes to Codable and back. Imports nothing.
        .target(name: "LambdaJSON", swiftSettings: settings),

        // The event and response models: plain data.
        .target(name: "LambdaEvents", dependencies: ["LambdaJSON"], swiftSettings: settings),

        // Sockets and HTTP/1.1 messages. Not a product: the runtime and the emulator speak through it.
        .target(name: "LambdaTransport", swiftSettings: settings),

        // A Runtime API on loopback, for running functions on a laptop. Not a product.
        .target(name: "LambdaEmulator", dependencies: ["LambdaTransport"], swiftSettings: settings),

        // Handlers, context, logging, and the loop that runs them.
        .target(
            name: "LambdaRuntime",
            dependencies: ["LambdaJSON", "LambdaTransport", "LambdaEmulator"],
            swiftSettings: settings
        ),

        // Fixtures, test contexts, and the loop under test.
        .target(
            name: "LambdaTesting",
            dependencies: [
                "LambdaJSON", "LambdaEvents", "LambdaTransport", "LambdaEmulator", "LambdaRuntime",
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),

        // The optional bridge to Foundation. The only target that imports it.
        .target(
            name: "LambdaFoundation",
            dependencies: ["LambdaJSON", "LambdaEvents", "LambdaRuntime"],
            swiftSettings: settings
        ),

        .testTarget(
            name: "LambdaJSONTests",
            dependencies: ["LambdaJSON"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaEventsTests",
            dependencies: ["LambdaEvents", "LambdaJSON", "LambdaTesting"],
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
            dependencies: ["LambdaRuntime", "LambdaJSON", "LambdaTransport", "LambdaTesting"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaEmulatorTests",
            dependencies: ["LambdaEmulator", "LambdaTransport", "LambdaRuntime"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaTestingTests",
            dependencies: ["LambdaTesting", "LambdaEvents", "LambdaRuntime"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LambdaFoundationTests",
            dependencies: ["LambdaFoundation", "LambdaEvents", "LambdaJSON", "LambdaRuntime"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
