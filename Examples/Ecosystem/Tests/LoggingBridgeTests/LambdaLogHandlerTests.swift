import LambdaJSON
import LambdaRuntime
import LambdaTesting
import Logging
import Testing

@testable import LoggingBridge

struct LambdaLogHandlerTests {
    private let log = CapturedLog()

    private func logger(_ level: LambdaLogger.Level = .trace) -> Logger {
        Logger(.test(logger: log.logger(level: level)), label: "orders")
    }

    @Test(arguments: zip(Logger.Level.allCases, LambdaLogger.Level.expected))
    func writesEachLevel(_ level: Logger.Level, _ expected: LambdaLogger.Level) {
        logger().log(level: level, "Stored.")
        #expect(log.records.map(\.level) == [expected])
        #expect(log.messages == ["Stored."])
    }

    @Test
    func beginsAtTheLevelOfTheFunction() {
        var logger = logger(.warn)
        logger.notice("Not written.")
        logger.warning("Written.")
        logger.logLevel = .debug
        logger.debug("Written as well.")
        #expect(log.messages == ["Written.", "Written as well."])
    }

    @Test
    func writesMetadataAsFields() {
        var logger = logger()
        logger[metadataKey: "order"] = "A-1"
        logger[metadataKey: "attempt"] = "1"
        logger.info(
            "Stored.",
            metadata: ["attempt": .stringConvertible(2), "items": ["lamp", ["colour": "red"]]]
        )
        let record = log.records.first
        #expect(record?["order"] == "A-1")
        #expect(record?["attempt"] == "2")
        #expect(record?["items"] == .json(["lamp", ["colour": "red"]]))
        #expect(record?["logger"] == "orders")
    }

    @Test
    func asksTheProviderForEachLine() {
        let provider = Logger.MetadataProvider { ["trace": "1", "attempt": "1"] }
        let logger = Logger(label: "orders") { label in
            LambdaLogHandler(label: label, logger: log.logger(), metadataProvider: provider)
        }
        logger.info("Stored.", metadata: ["attempt": "2"])
        #expect(log.records.first?["trace"] == "1")
        #expect(log.records.first?["attempt"] == "2")
    }

    @Test
    func writesAnError() {
        struct Full: Error {}
        logger().error("Not stored.", error: Full())
        #expect(log.records.first?["errorType"] == "Full")
    }

    @Test
    func belongsToTheInvocationThatIsUnderWay() async throws {
        // As a library does that knows nothing of Lambda.
        let shared = Logger(label: "library") { LambdaLogHandler(label: $0) }
        let function = { @Sendable (event: String, context: LambdaContext) in
            shared.info("From the library.")
            return event
        }
        try await withLambda(function) { lambda in
            let invocation = try await lambda.invoke("a")
            #expect(invocation.logs.contains(.info, "From the library.", ["logger": "library"]))
        }
    }
}

extension LambdaLogger.Level {
    fileprivate static let expected: [Self] = [.trace, .debug, .info, .info, .warn, .error, .fatal]
}
