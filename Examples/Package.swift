// swift-tools-version: 6.2
import PackageDescription

let lambda = "swift-lambda"

func function(_ name: String) -> [Target] {
    [
        .executableTarget(
            name: name,
            dependencies: [
                .product(name: "LambdaRuntime", package: lambda),
                .product(name: "LambdaEvents", package: lambda),
            ]
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [
                .byName(name: name),
                .product(name: "LambdaEvents", package: lambda),
                .product(name: "LambdaJSON", package: lambda),
                .product(name: "LambdaTesting", package: lambda),
            ],
            exclude: ["Fixtures"]
        ),
    ]
}

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: lambda, path: "..")],
    targets: ["HelloWorld", "ThumbnailIndex", "OrderQueue", "BookShelf"].flatMap(function)
)
