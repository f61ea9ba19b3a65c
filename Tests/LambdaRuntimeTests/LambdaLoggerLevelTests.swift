import LambdaRuntime
import LambdaTesting
import Testing

// Not `@testable`: the runtime has methods of the same names for its own lines, which are made at once.
struct LambdaLoggerLevelTests {
    @Test func linesBelowTheLevelAreNotEvenMade() {
        let logs = CapturedLog()
        let logger = LambdaLogger(level: .warn, sink: logs)
        func message() -> String {
            Issue.record("evaluated")
            return ""
        }
        logger.trace(message(), ["a": "\(message())"])
        logger.debug(message())
        logger.info(message())
        logger.warn("w")
        logger.error("e")
        logger.fatal("f")
        #expect(logs.records.map(\.level) == [.warn, .error, .fatal])
    }

    @Test func fieldsMayBeMadeWhenTheLineIsWritten() {
        let logs = CapturedLog()
        let logger = LambdaLogger(level: .info, sink: logs)
        let names = ["a", "b"]
        logger.log(.warn, "Full", fields: names.map { .init(name: $0, value: .integer(1)) })
        logger.log(.debug, "Not written", fields: [])
        #expect(logs.records.map(\.level) == [.warn])
        #expect(logs.records.first?["a"] == 1)
        #expect(logs.records.first?["b"] == 1)
    }
}
