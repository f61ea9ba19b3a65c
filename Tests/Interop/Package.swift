// swift-tools-version: 6.2
import PackageDescription

// Functions that fail in every way, and one that shows what it gets, for .ci/interop to look at through the
// AWS CLI, boto3 and curl. A package of its own, so that nobody who uses the library builds it.

let package = Package(
    name: "Interop",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-lambda", path: "../..")],
    targets: [
        .executableTarget(
            name: "Moody",
            dependencies: [
                .product(name: "LambdaJSON", package: "swift-lambda"),
                .product(name: "LambdaRuntime", package: "swift-lambda"),
            ]
        ),
        .executableTarget(
            name: "Lingerer",
            dependencies: [.product(name: "LambdaStreaming", package: "swift-lambda")]
        ),
        .executableTarget(
            name: "Mirror",
            dependencies: [.product(name: "LambdaHTTP", package: "swift-lambda")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
