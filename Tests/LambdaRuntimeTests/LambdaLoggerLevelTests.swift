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
}
