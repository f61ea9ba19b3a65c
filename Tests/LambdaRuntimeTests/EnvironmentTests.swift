import LambdaJSON
import LambdaTransport
import Testing

@testable import LambdaRuntime
@testable import LambdaTesting

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

// Each test reads the environment of a process of its own: that of the tests is shared by all of them.

/// The environment variables of the facts page.
struct EnvironmentTests {
    @Test(
        "AWS_LAMBDA_FUNCTION_NAME, _VERSION, _MEMORY_SIZE, AWS_LAMBDA_LOG_GROUP_NAME, _STREAM_NAME"
    )
    func theContextDescribesTheFunction() async {
        await #expect(processExitsWith: .success) {
            FunctionEnvironment.set([
                "AWS_LAMBDA_FUNCTION_NAME": "orders",
                "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1769",
                "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/orders",
                "AWS_LAMBDA_LOG_STREAM_NAME": "2026/11/21/[$LATEST]0123456789abcdef",
            ])
            let context = LambdaContext()
            #expect(context.functionName == "orders")
            #expect(context.functionVersion == "$LATEST")
            #expect(context.memoryLimitMB == 1769)
            #expect(context.logGroupName == "/aws/lambda/orders")
            #expect(context.logStreamName == "2026/11/21/[$LATEST]0123456789abcdef")
        }
    }

    @Test("the last two are absent after a SnapStart restore")
    func whatIsNotThereIsAbsent() async {
        await #expect(processExitsWith: .success) {
            for value in ["", nil] {
                FunctionEnvironment.set(
                    Dictionary(uniqueKeysWithValues: FunctionEnvironment.names.map { ($0, value) })
                )
                let context = LambdaContext()
                #expect(context.functionName == nil)
                #expect(context.functionVersion == nil)
                #expect(context.memoryLimitMB == nil)
                #expect(context.logGroupName == nil)
                #expect(context.logStreamName == nil)
                #expect(context.region == nil)
                #expect(context.initializationType == nil)
                #expect(!Surroundings.process.isSnapStart)
                #expect(Environment.telemetryDescriptor == nil)
                #expect(Environment.logLevel == nil)
                #expect(Environment.logFormat == nil)
            }
            for size in ["much", "-1", "128 MB", "99999999999999999999"] {
                FunctionEnvironment.set(["AWS_LAMBDA_FUNCTION_MEMORY_SIZE": size])
                #expect(LambdaContext().memoryLimitMB == nil)
            }
        }
    }

    @Test("AWS_REGION, AWS_DEFAULT_REGION")
    func theRegionThatIsSetCounts() async {
        await #expect(processExitsWith: .success) {
            FunctionEnvironment.set(["AWS_DEFAULT_REGION": "eu-north-1", "AWS_REGION": nil])
            #expect(LambdaContext().region == "eu-north-1")
            FunctionEnvironment.set(["AWS_REGION": ""])
            #expect(LambdaContext().region == "eu-north-1")
            FunctionEnvironment.set(["AWS_REGION": "us-west-2"])
            #expect(LambdaContext().region == "us-west-2")
            FunctionEnvironment.set(["AWS_DEFAULT_REGION": nil])
            #expect(LambdaContext().region == "us-west-2")
        }
    }

    @Test("AWS_LAMBDA_RUNTIME_API, AWS_LAMBDA_MAX_CONCURRENCY")
    func findsTheServiceAndTheNumberOfSlots() async {
        await #expect(processExitsWith: .success) {
            FunctionEnvironment.set([
                "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001", "AWS_LAMBDA_MAX_CONCURRENCY": "8",
            ])
            #expect(Environment.runtimeAPI == "127.0.0.1:9001")
            #expect(Environment.largestConcurrency == "8")
            FunctionEnvironment.set([
                "AWS_LAMBDA_RUNTIME_API": nil, "AWS_LAMBDA_MAX_CONCURRENCY": nil,
            ])
            #expect(Environment.runtimeAPI == nil)
            #expect(Environment.largestConcurrency == nil)
        }
    }

    @Test("AWS_LAMBDA_INITIALIZATION_TYPE")
    func saysHowTheInstanceWasInitialised() async {
        await #expect(processExitsWith: .success) {
            let types: [(String, LambdaContext.InitializationType)] = [
                ("on-demand", .onDemand),
                ("provisioned-concurrency", .provisionedConcurrency),
                ("snap-start", .snapStart),
                ("lambda-managed-instances", .managedInstances),
                ("something-new", .init(rawValue: "something-new")),
            ]
            for (value, type) in types {
                FunctionEnvironment.set(["AWS_LAMBDA_INITIALIZATION_TYPE": value])
                #expect(LambdaContext().initializationType == type)
                #expect(Surroundings.process.isSnapStart == (type == .snapStart))
            }
        }
    }

    @Test("AWS_LAMBDA_INITIALIZATION_TYPE=snap-start", arguments: [true, false])
    func goesThroughASnapshotWhereTheEnvironmentSaysSo(_ isSnapStart: Bool) async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) { [isSnapStart] in
            FunctionEnvironment.set([
                "AWS_LAMBDA_INITIALIZATION_TYPE": isSnapStart ? "snap-start" : "on-demand",
                "AWS_LAMBDA_FUNCTION_NAME": "orders",
            ])
            await FunctionEnvironment.run()
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("course ") }
        #expect(lines == [isSnapStart ? "course restored orders" : "course orders"])
    }

    @Test("AWS_LAMBDA_LOG_LEVEL, AWS_LAMBDA_LOG_FORMAT")
    func theLogIsAsTheEnvironmentSays() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) {
            FunctionEnvironment.set([
                "AWS_LAMBDA_LOG_LEVEL": "WARN", "AWS_LAMBDA_LOG_FORMAT": "JSON",
                "_LAMBDA_TELEMETRY_LOG_FD": nil,
            ])
            LambdaLogger.standard.info("environment: quiet")
            LambdaLogger.standard.warn("environment: loud")
        }
        let line = try #require(FunctionEnvironment.lines(result).first)
        #expect(FunctionEnvironment.lines(result).count == 1)
        let json = try LambdaJSONDecoder().decode(JSONValue.self, from: Array(line.utf8))
        #expect(json["level"] == "WARN")
        #expect(json["message"] == "environment: loud")
    }

    @Test("AWS_LAMBDA_LOG_LEVEL, AWS_LAMBDA_LOG_FORMAT: not set, or something else")
    func theLogIsTextFromInfoOnWhereNothingIsSaid() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) {
            FunctionEnvironment.set([
                "AWS_LAMBDA_LOG_LEVEL": "LOUD", "AWS_LAMBDA_LOG_FORMAT": "XML",
                "_LAMBDA_TELEMETRY_LOG_FD": nil, "AWS_LAMBDA_MAX_CONCURRENCY": nil,
            ])
            LambdaLogger.standard.debug("environment: quiet")
            LambdaLogger.standard.info("environment: loud")
        }
        let lines = FunctionEnvironment.lines(result)
        #expect(lines.count == 1)
        #expect(lines.first?.hasSuffix("Z INFO environment: loud") == true)
    }

    @Test("_LAMBDA_TELEMETRY_LOG_FD")
    func theLogGoesToTheTelemetryDescriptor() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) {
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            FunctionEnvironment.set([
                "AWS_LAMBDA_LOG_LEVEL": nil, "AWS_LAMBDA_LOG_FORMAT": "Text",
                "_LAMBDA_TELEMETRY_LOG_FD": "\(ends[1])", "AWS_LAMBDA_MAX_CONCURRENCY": nil,
            ])
            LambdaLogger.standard.info("environment: told")
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(ends[0], &bytes, bytes.count)
            #expect(bytes.starts(with: [0xA5, 0x5A, 0x00, 0x0F]))
            let length = bytes[4..<8].reduce(0) { $0 << 8 | Int($1) }
            #expect(count == 16 + length)
            let message = String(decoding: bytes[16..<max(16, count)], as: UTF8.self)
            #expect(message.hasSuffix("Z INFO environment: told\n"))
        }
        #expect(FunctionEnvironment.lines(result).isEmpty)
    }

    @Test(
        "_LAMBDA_TELEMETRY_LOG_FD: not open, or no number",
        arguments: ["", "-1", "two", "1000000"]
    )
    func theLogGoesToStandardErrorWithoutATelemetryDescriptor(_ value: String) async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) { [value] in
            FunctionEnvironment.set([
                "AWS_LAMBDA_LOG_LEVEL": nil, "_LAMBDA_TELEMETRY_LOG_FD": value,
            ])
            LambdaLogger.standard.info("environment: told")
        }
        #expect(FunctionEnvironment.lines(result).count == 1)
    }
}

/// The environment of a process that a test has for itself.
enum FunctionEnvironment {
    static let names = [
        "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_REGION",
        "AWS_DEFAULT_REGION",
        "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_LEVEL", "AWS_LAMBDA_LOG_FORMAT",
        "_LAMBDA_TELEMETRY_LOG_FD",
    ]

    /// Sets variables, and takes out those that are `nil`.
    static func set(_ variables: [String: String?]) {
        for (name, value) in variables {
            if let value { setenv(name, value, 1) } else { unsetenv(name) }
        }
    }

    /// Runs a function in the surroundings that `main()` has, over one event, and writes down what it has
    /// come through.
    static func run() async {
        let course = Monitor<[String]>([])
        let lifecycle = LambdaLifecycle<Void>(
            afterRestore: { course.withLock { $0.append("restored") } }
        )
        do {
            var script = ScriptState(polls: [.step(.invocation("1"))], isOpen: false)
            script.lifecycle.isRestored = true
            let api = try ScriptedRuntimeAPI(script, connections: 1)
            let loop = InvocationLoop(
                endpoint: api.endpoint,
                logger: LambdaLogger(sink: CapturedLog()),
                surroundings: .process,
                makeFunction: {
                    Function(
                        decode: .decodable(LambdaJSONDecoder()),
                        encode: .encodable(LambdaJSONEncoder()),
                        hooks: lifecycle.hooks(of: ()),
                        call: { (event: Int, context: LambdaContext) in
                            let name = context.functionName ?? "nameless"
                            say("course", course.withLock { $0 } + [name])
                            return event
                        }
                    )
                }
            )
            let status = await offThePool { loop.runOnThisThread().status }
            exit(status)
        } catch {
            exit(72)
        }
    }

    private static func say(_ what: String, _ words: [String]) {
        var line = what + " " + words.joined(separator: " ") + "\n"
        line.withUTF8 { LogOutput.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
    }

    /// The lines that a test has logged.
    static func lines(_ result: ExitTest.Result?) -> [String] {
        (result?.standardErrorContent ?? []).split(separator: UInt8(ascii: "\n"))
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { $0.contains("environment: ") }
    }
}
