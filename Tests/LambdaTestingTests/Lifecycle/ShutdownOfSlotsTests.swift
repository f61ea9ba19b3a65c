import LambdaRuntime
import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

/// An orderly end where several invocations run at once.
struct ShutdownOfSlotsTests {
    @Test(arguments: [1, 3])
    func finishesAllInvocationsUnderWayFirst(_ atWork: Int) async throws {
        let notebook = Notebook()
        let log = Monitor<CapturedLog?>(nil)
        var diary = Diary(notebook)
        diary.waits = { try await log.untilAskedToEnd() }
        // One slot is idle when the function is asked to end, and stays so.
        let options = TestLambda.Options(concurrency: atWork + 1)
        try await withLambda(diary, options: options) { lambda in
            log.withLock { $0 = lambda.log }
            async let answers = withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<atWork {
                    group.addTask { try await lambda.invoke("\(number)").text }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            try await eventually("all handlers have begun") { notebook.all.count >= atWork }
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
            #expect(try await answers == Set((0..<atWork).map { "\($0)" }))
            #expect(lambda.log.records.allSatisfy { $0.level == .debug })
        }
        #expect(notebook.all.count == 2 * atWork + 1)
        #expect(notebook.all.last == "shutdown")
    }

    @Test func runsTheHookWhereAllSlotsAreIdle() async throws {
        let notebook = Notebook()
        let options = TestLambda.Options(concurrency: 4)
        try await withLambda(Diary(notebook), options: options) { lambda in
            try await lambda.invoke("1")
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
            await #expect(throws: LambdaTestError.self) { try await lambda.invoke("2") }
        }
        #expect(notebook.all == ["begin 1", "end 1", "shutdown"])
    }

    @Test func aStreamUnderWayIsFinishedFirst() async throws {
        let notebook = Notebook()
        let options = TestLambda.Options(concurrency: 2)
        try await withLambda(StreamedDiary(notebook), options: options) { lambda in
            let answer = try await lambda.invoke("1").text
            #expect(answer == "1")
            let exit = try await lambda.shutdown()
            #expect(exit == .shutDown)
        }
        #expect(notebook.all == ["1", "shutdown"])
    }

    @Test func doesNotWaitForASlotForEver() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let lifecycle = LambdaLifecycle<Void>(
            onShutdown: { open.finish() },
            shutdownWindow: .milliseconds(50)
        )
        let begun = Monitor(0)
        let handler = { @Sendable (event: String, _: LambdaContext) in
            begun.withLock { $0 += 1 }
            for await _ in gate {}
            return event
        }
        let options = TestLambda.Options(concurrency: 2)
        try await withLambda(handler, lifecycle: lifecycle, options: options) { lambda in
            async let invocation = lambda.invoke("1")
            try await eventually("the handler has begun") { begun.withLock { $0 } > 0 }
            let exit = try await lambda.shutdown()
            #expect(exit == .shutdownFailed)
            let line = lambda.log.records.first { $0.level == .error }
            #expect(line?.message.hasPrefix("The invocations under way have not ended") == true)
            let answer = try await invocation.text
            #expect(answer == "1")
        }
    }

    @Test func aSignalEndsAProcessOfSlotsInAnOrderlyWay() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) {
            await SignalledFunction.run(concurrency: 4) { SignalledFunction.say("closed") }
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("answered closed "))
    }
}
