/// The events that the benchmarks use, in the shapes that AWS documents.
///
/// They are made here and not read from files, so that a result depends on nothing but the sources, and
/// they are the same in each run. Values have the lengths and the character sets of real ones.
struct Payloads {
    /// A small object as a user's own type has it.
    var greeting: String { #"{"name":"World"}"# }

    /// An HTTP API request, payload format 2.0, with a browser's headers and a JWT authorizer.
    var apiGatewayV2: String { Self.apiGatewayV2Request() }

    /// A notification of one created object.
    var s3: String { Self.s3Notification() }

    /// An object that was written, through EventBridge.
    var eventBridgeS3: String { Self.eventBridgeS3() }

    /// An event of an application, through EventBridge.
    var eventBridgeCustom: String { Self.eventBridgeCustom() }

    /// A task of ECS that runs on Fargate, through EventBridge.
    var eventBridgeECSTask: String { Self.eventBridgeECSTask() }

    /// An action of CodePipeline that succeeded, through EventBridge.
    var eventBridgeCodePipeline: String { Self.eventBridgeCodePipeline() }

    /// A full standard batch: ten messages with JSON bodies.
    var sqsBatch: String { Self.sqsEvent(reaching: 0, atLeast: 10) }

    /// A batch near the limit of an invocation.
    var sqsLarge: String { Self.sqsEvent(reaching: 5_800_000, atLeast: 10) }

    /// Every payload with the name of its file, for the benchmarks of the loop.
    var files: [(name: String, text: String)] {
        [
            ("greeting.json", greeting),
            (
                "greeting-large.json",
                #"{"name":""# + String(repeating: "World ", count: 966_000) + #""}"#
            ),
            ("apigateway-v2.json", apiGatewayV2),
            ("s3.json", s3),
            ("sqs-10.json", sqsBatch),
            ("sqs-large.json", sqsLarge),
        ]
    }
}

/// Numbers without pattern that are the same in each run (SplitMix64).
struct Digits {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Gives `count` characters of `alphabet`.
    mutating func text(_ count: Int, of alphabet: StaticString = "0123456789abcdef") -> String {
        alphabet.withUTF8Buffer { characters in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count)
            for _ in 0..<count {
                bytes.append(characters[Int(next() % UInt64(characters.count))])
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Gives a UUID.
    mutating func uuid() -> String {
        "\(text(8))-\(text(4))-4\(text(3))-8\(text(3))-\(text(12))"
    }

    /// Gives what base64 of random bytes looks like.
    mutating func base64(_ count: Int) -> String {
        text(count, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    }

    /// Gives a number below `limit`.
    mutating func number(below limit: UInt64) -> UInt64 {
        next() % limit
    }
}
