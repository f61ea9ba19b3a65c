import LambdaRuntime
import LambdaTesting
import Testing

struct CapturedLogTests {
    @Test
    func keepsWhatIsLogged() {
        let log = CapturedLog()
        let context = LambdaContext.test(requestID: "request-1", logger: log.logger())
        context.logger.info("Began", ["step": 1])
        context.logger.trace("Detail")
        #expect(log.messages == ["Began", "Detail"])
        #expect(log.records.map(\.level) == [.info, .trace])
        #expect(log.records.map(\.requestID) == ["request-1", "request-1"])
        #expect(log.records.first?.fields.map(\.name) == ["step"])
    }

    @Test
    func leavesOutWhatIsBelowTheLevel() {
        let log = CapturedLog()
        let context = LambdaContext.test(logger: log.logger(level: .error))
        context.logger.info("Began")
        context.logger.error("Failed")
        #expect(log.messages == ["Failed"])
    }

    @Test
    func keepsTheLinesOfAllTasks() async {
        let log = CapturedLog()
        let context = LambdaContext.test(logger: log.logger())
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask { context.logger.info("\(number)") }
            }
        }
        #expect(Set(log.messages) == Set((0..<100).map(String.init)))
    }
}
