// swift-tools-version: 6.2
import PackageDescription

// Not part of the library, which has no dependencies: copy the file you need into your own package.

let lambda = "swift-lambda"
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let runtime = Target.Dependency.product(name: "LambdaRuntime", package: lambda)
let testing = Target.Dependency.product(name: "LambdaTesting", package: lambda)
let http = Target.Dependency.product(name: "LambdaHTTP", package: lambda)
let json = Target.Dependency.product(name: "LambdaJSON", package: lambda)
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)

let package = Package(
    name: "Ecosystem",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: lambda, path: "../.."),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git",
            from: "2.13.0"
        ),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.30.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
        // The types in the interfaces of the two above.
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    ],
    targets: [
        .target(name: "LoggingBridge", dependencies: [logging, runtime, json]),
        .target(name: "ServicesBridge", dependencies: [logging, lifecycle]),
        .target(
            name: "HummingbirdBridge",
            dependencies: [
                "LoggingBridge", logging, http, hummingbird,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "Forecast",
            dependencies: [
                "LoggingBridge", runtime, json, logging,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "Guestbook",
            dependencies: [
                "HummingbirdBridge", "LoggingBridge", "ServicesBridge", logging, http, hummingbird,
                lifecycle,
            ]
        ),
        .testTarget(
            name: "LoggingBridgeTests",
            dependencies: ["LoggingBridge", logging, runtime, testing, json]
        ),
        .testTarget(
            name: "ServicesBridgeTests",
            dependencies: ["ServicesBridge", logging, lifecycle, runtime, testing]
        ),
        .testTarget(
            name: "ForecastTests",
            dependencies: [
                "Forecast", runtime, testing, hummingbird,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "GuestbookTests",
            dependencies: ["Guestbook", http, json, testing],
            exclude: ["Fixtures"]
        ),
    ]
)
