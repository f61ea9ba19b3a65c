import LambdaRuntime
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaTesting

/// How the scope of a function ends, whatever the test and the handler do.
struct ScopeTests {
    private struct Stop: Error {}

    /// Ends when its task is cancelled, and not before.
    private static let patient = { @Sendable (event: Int, _: LambdaContext) in
        try await Task.sleep(for: .seconds(86_400))
        return event
    }

    /// Waits until a function is gone: the thread of its loop lets go of it last of all.
    private func expectGone(_ lambda: () -> TestLambda?) async throws {
        let limit = ContinuousClock.now + .seconds(300)
        while lambda() != nil, ContinuousClock.now < limit { await Task.yield() }
        #expect(lambda() == nil)
    }

    @Test func passesOnWhatTheTestThrows() async throws {
        weak var gone: TestLambda?
        await #expect(throws: Stop.self) {
            try await withLambda(Shop.self) { lambda in
                gone = lambda
                try await lambda.invoke(Order(item: "tea", quantity: 1))
                throw Stop()
            }
        }
        try await expectGone { gone }
    }

    @Test func endsWithoutAnyInvocation() async throws {
        weak var gone: TestLambda?
        try await withLambda(Shop.self) { gone = $0 }
        try await expectGone { gone }
    }

    /// A limit that a busy machine under a sanitizer keeps for what is not stuck.
    private static let patience = Duration.seconds(10)

    @Test func aHandlerThatIsStuckFailsTheTest() async throws {
        weak var gone: TestLambda?
        let options = TestLambda.Options(limit: Self.patience)
        let error = await #expect(throws: LambdaTestError.self) {
            try await withLambda(Self.patient, options: options) { lambda in
                gone = lambda
                try await lambda.invoke("1", with: .init(requestID: "stuck"))
            }
        }
        #expect(error?.code == .limitExceeded)
        #expect(
            error?.description
                == "The function has not answered invocation stuck after 10.0 seconds. Its task has "
                + "been cancelled. Set the limit of the options where it needs more time."
        )
        try await expectGone { gone }
    }

    @Test func goesOnAfterAHandlerThatWasStuck() async throws {
        let stuckOnOne = { @Sendable (event: Int, _: LambdaContext) in
            if event == 1 { try await Task.sleep(for: .seconds(86_400)) }
            return event
        }
        let options = TestLambda.Options(limit: Self.patience)
        try await withLambda(stuckOnOne, options: options) { lambda in
            await #expect(throws: LambdaTestError.self) { try await lambda.invoke("1") }
            let next = try await lambda.invoke("2")
            #expect(try next.text == "2")
        }
    }

    @Test func anInitialisationThatIsStuckFailsTheTest() async throws {
        struct Stuck: LambdaHandler {
            init() async throws { try await Task.sleep(for: .seconds(86_400)) }

            func handle(_ event: Int, context: LambdaContext) async throws -> Int { event }
        }
        let options = TestLambda.Options(limit: .milliseconds(50))
        let ofEvent = await #expect(throws: LambdaTestError.self) {
            try await withLambda(Stuck.self, options: options) { lambda in
                try await lambda.invoke("1")
            }
        }
        #expect(ofEvent?.description.hasPrefix("The function is still initializing after") == true)
        let ofStart = await #expect(throws: LambdaTestError.self) {
            try await withLambda(Stuck.self, options: options) { lambda in
                try await lambda.initializationError()
            }
        }
        #expect(ofStart?.code == .limitExceeded)
    }

    @Test func aHandlerThatHeedsNothingIsLeftBehind() async throws {
        let release = Monitor(false)
        let isReached = Monitor(false)
        weak var left: TestLambda?
        let deaf = { @Sendable (event: Int, _: LambdaContext) in
            isReached.withLock { $0 = true }
            // The thread is the loop's own. An hour is for ever: the test releases it.
            _ = release.wait(atMost: .seconds(3600)) { $0 ? true : nil }
            return event
        }
        let options = TestLambda.Options(limit: .milliseconds(50))
        let error = await #expect(throws: LambdaTestError.self) {
            try await withLambda(deaf, options: options) { lambda in
                left = lambda
                // On a busy machine the limit may pass before the function has so much as started.
                for _ in 0..<1000 where !isReached.withLock({ $0 }) {
                    _ = try? await lambda.invoke("1")
                }
            }
        }
        #expect(error?.code == .limitExceeded)
        #expect(error?.description.hasPrefix("The function has not ended") == true)
        #expect(left != nil)
        release.withLock { $0 = true }
        release.signal()
        try await expectGone { left }
    }

    @Test func theCancellationOfATestReachesTheHandler() async throws {
        let started = Promise<Bool>()
        let waiting = { @Sendable (event: Int, _: LambdaContext) in
            started.fulfill(true)
            try await Task.sleep(for: .seconds(86_400))
            return event
        }
        let test = Task {
            try await withLambda(waiting) { lambda in
                try await lambda.invoke("1")
            }
        }
        #expect(await started.value(within: .seconds(300)) == true)
        test.cancel()
        await #expect(throws: CancellationError.self) { try await test.value }
    }

    @Test func anInvocationIsNotMadeInACancelledTask() async throws {
        let test = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await withLambda(Shop.self) { lambda in
                try await lambda.invoke(Order(item: "tea", quantity: 1))
            }
        }
        await #expect(throws: CancellationError.self) { try await test.value }
    }

    @Test func aServiceThatStallsDoesNotHoldUpTheEnd() async throws {
        let options = TestLambda.Options(limit: .seconds(600))
        let start = ContinuousClock.now
        await #expect(throws: CancellationError.self) {
            try await withLambda(Shop.self, options: options) { lambda in
                let invocation = Task { try await lambda.invoke("1", faults: [.poll(.stall)]) }
                // The poll has arrived, and nothing will come of it.
                try await eventually("the poll has arrived") { !lambda.requests.isEmpty }
                invocation.cancel()
                _ = try await invocation.value
            }
        }
        #expect(ContinuousClock.now - start < .seconds(300))
    }

    @Test func aServiceThatBeginsToStallAtTheEndDoesNotHoldItUp() async throws {
        // Again and again, for it depends on which thread is the first.
        for _ in 0..<300 {
            await #expect(throws: CancellationError.self) {
                try await withLambda(Shop.self) { lambda in
                    let invocation = Task { try await lambda.invoke("1", faults: [.poll(.stall)]) }
                    while lambda.requests.isEmpty { await Task.yield() }
                    invocation.cancel()
                    _ = try await invocation.value
                }
            }
        }
    }

    @Test func saysThatAFunctionHasEnded() async throws {
        try await withLambda(Shop.self) { lambda in
            let exit = try await lambda.end()
            #expect(exit == .ended)
            #expect(exit.status == 0)
            let error = await #expect(throws: LambdaTestError.self) {
                try await lambda.invoke("1")
            }
            #expect(error?.code == .ended)
            #expect(
                error?.description
                    == "The function takes no events any more: the Runtime API had no more events."
            )
        }
    }

    @Test func anEventThatCannotBeEncodedIsAnError() async throws {
        try await withLambda(Shop.self) { lambda in
            let error = await #expect(throws: LambdaTestError.self) {
                try await lambda.invoke(["ratio": Double.nan])
            }
            #expect(error?.code == .eventInvalid)
            _ = try await lambda.end()
        }
    }

    @Test func anOutputOfAnotherTypeIsAnError() async throws {
        try await withLambda(Shop.self) { lambda in
            let invocation = try await lambda.invoke(Order(item: "tea", quantity: 1))
            let error = #expect(throws: LambdaTestError.self) {
                try invocation.output(as: Order.self)
            }
            #expect(error?.code == .outputInvalid)
            #expect(
                error?.description.hasPrefix("Could not decode Order from the output. item is")
                    == true
            )
        }
    }
}
