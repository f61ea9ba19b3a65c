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

/// What a test says about log records, wherever they come from.
struct LogExpectationTests {
    private let log = CapturedLog()

    @Test
    func findsARecordByLevelMessageAndFields() {
        log.logger().info("Stored", ["key": "a.png", "attempt": 2])
        #expect(log.records.contains(.info, "Stored"))
        #expect(log.records.contains(.info, "Stored", ["attempt": 2]))
        #expect(log.records.contains(.info, "Stored", ["key": "a.png", "attempt": 2]))
        #expect(!log.records.contains(.warn, "Stored"))
        #expect(!log.records.contains(.info, "Store"))
        #expect(!log.records.contains(.info, "Stored", ["attempt": 3]))
        #expect(!log.records.contains(.info, "Stored", ["bytes": 2]))
        #expect(log.records.first?["key"] == "a.png")
        #expect(log.records.first?["bytes"] == nil)
    }

    @Test
    func saysWhatWasLoggedAtALevelOrAbove() throws {
        log.logger().info("Stored")
        try log.records.expectNone(atLeast: .warn)
        log.logger().error("Failed", ["key": "a.png"])
        #expect(log.records.atLeast(.warn).map(\.message) == ["Failed"])
        let error = #expect(throws: LambdaTestError.self) {
            try log.records.expectNone(atLeast: .warn)
        }
        let line = try #require(log.records.last?.line(.text))
        #expect(error?.code == .expectationFailed)
        #expect(
            error?.description
                == "Expected nothing in the log at WARN or above. Found:\n  \(line)"
        )
        #expect(line.hasSuffix("ERROR Failed key=a.png"))
    }
}
