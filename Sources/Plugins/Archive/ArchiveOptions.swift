/// The arguments of `swift package archive`.
struct ArchiveOptions {
    var products: [String] = []
    var output: String?
    var included: [String] = []
    var swiftSDK: String?
    var container: String?
    var image = ArchiveOptions.defaultImage
    var architecture: String?
    /// For the builds that the plugin starts itself: what SwiftPM has been told, it knows already.
    var traits: String?
    var verbose = false
    var help = false

    /// The image of the compiler's release; what it builds needs nothing of it.
    #if compiler(>=6.3)
    static let defaultImage = "swift:6.3"
    #else
    static let defaultImage = "swift:6.2"
    #endif

    static let containers = ["docker", "podman", "container"]

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        func value(_ option: String, _ expected: String) throws -> String {
            guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("--") else {
                throw ArchiveError("\(option) has no value. Expected \(expected).")
            }
            return value
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--product":
                products.append(try value(argument, "the name of an executable product"))
            case "--output": output = try value(argument, "a folder")
            case "--include": included.append(try value(argument, "a file or a folder"))
            case "--swift-sdk":
                swiftSDK = try value(argument, "an ID of swift sdk list, or a triple")
            case "--container": container = try value(argument, "docker, podman or container")
            case "--image": image = try value(argument, "an image with a Swift toolchain")
            case "--architecture": architecture = try value(argument, "x86_64 or arm64")
            case "--traits": traits = try value(argument, "names of traits, with commas between")
            case "--verbose", "-v": verbose = true
            case "--help", "-h": help = true
            // What SwiftPM takes for itself, and passes on.
            case "--disable-sandbox", "--allow-writing-to-package-directory": break
            case "--allow-writing-to-directory", "--allow-network-connections", "--package":
                _ = rest.popFirst()
            default:
                throw ArchiveError(
                    "\"\(argument)\" is no option of archive. See swift package archive --help."
                )
            }
        }
        if help { return }
        if let container, !Self.containers.contains(container) {
            throw ArchiveError(
                "--container is \"\(container)\". Expected docker, podman or container."
            )
        }
        if let architecture, !["x86_64", "arm64"].contains(architecture) {
            throw ArchiveError("--architecture is \"\(architecture)\". Expected x86_64 or arm64.")
        }
        if let traits, container == nil, swiftSDK == nil {
            throw ArchiveError(
                "--traits is for --swift-sdk and --container. Without them, traits come before the command: "
                    + "swift package --traits \(traits) archive"
            )
        }
        if container != nil, swiftSDK != nil {
            throw ArchiveError(
                "--container and --swift-sdk are two ways to build. Expected one of them."
            )
        }
    }

    static let helpText = """
        Builds functions and packs each into an archive that Lambda runs.

        USAGE: swift package archive [--product NAME]… [OPTIONS]

        Each is built for release as one static executable, without what only debuggers need, and packed with its
        resources as bootstrap, for the runtime provided.al2023. The same code makes the same bytes.

          --product NAME        An executable product; may be given several times.
                                Without it: all that use LambdaRuntime.
          --output DIR          Where NAME.zip goes. Without it: .build/lambda
          --include PATH        A file or a folder to pack too; may be given several times. It is at
                                /var/task/NAME when the function runs.
          --architecture ARCH   x86_64 or arm64. Without it: that of this machine, or of the Swift SDK.
          --swift-sdk ID        Builds with an installed Swift SDK, for example x86_64-swift-linux-musl of
                                the Static Linux SDK, from Linux or macOS.
          --container PROGRAM   Builds in a container: docker, podman or container.
          --image IMAGE         What the container is of. Without it: \(defaultImage)
          --traits LIST         Traits of the package, for --swift-sdk and --container.
          --verbose             Shows the commands, and what the compiler says.
          --help                Shows this.

        On Linux, nothing but the toolchain is needed. On macOS, build with --swift-sdk or --container, and let
        the plugin out of its sandbox: swift package --disable-sandbox archive --swift-sdk …
        More options of the build come before the command: swift package -Xswiftc -Osize archive. So do
        traits, where there is neither an SDK nor a container: swift package --traits NAME archive
        """
}
