import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaRuntime

/// Handlers that run on past their deadlines and do not look at their cancellation, where others run
/// at once.
struct StuckHandlerTests {
    /// Holds tasks back, whether or not they are cancelled.
    private final class Gate: Sendable {
        private struct State {
            var isOpen = false
            var waiting: [CheckedContinuation<Void, Never>] = []
        }

        private let state = Monitor(State())

        func pass() async {
            await withCheckedContinuation { continuation in
                let isOpen = state.withLock { state in
                    if !state.isOpen { state.waiting.append(continuation) }
                    return state.isOpen
                }
                if isOpen { continuation.resume() }
            }
        }

        func open() {
            let waiting = state.withLock { state in
                state.isOpen = true
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    private let gate = Gate()

    /// Answers `true` at once, and `false` when the gate is open.
    private var function: @Sendable (Bool, LambdaContext) async throws -> Bool {
        { [gate] goesOn, _ in
            if !goesOn { await gate.pass() }
            return goesOn
        }
    }

    private static let soon = TestLambda.Parameters(timeout: .milliseconds(20))

    /// Waits for a line of the log.
    private func line(_ text: String, count: Int = 1, in lambda: TestLambda) async -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(600)
        while clock.now < end {
            if lambda.lines.filter({ $0.contains(text) }).count >= count { return true }
            // The pool has few threads, which the handlers need.
            try? await Task.sleep(for: .milliseconds(2))
        }
        return false
    }

    @Test func theSlotComesBack() async throws {
        let options = TestLambda.Options(concurrency: 1)
        try await withLambda(function, options: options) { lambda in
            let late = try await lambda.invoke(false, with: Self.soon)
            let posted = try #require(late.posts.first)
            #expect(posted.operation == "error")
            #expect(posted.text.contains(#""errorType":"Function.DeadlineExceeded""#))
            #expect(
                late.lines[0].hasSuffix("Its task was cancelled at the deadline. It has not ended.")
            )
            // While it still runs:
            #expect(try await lambda.invoke(true).text == "true")
            #expect(try await lambda.invoke(true).text == "true")
            gate.open()
            #expect(await line("after its deadline. Its answer was dropped.", in: lambda))
            #expect(try await lambda.invoke(true).text == "true")
            // Its answer was not posted.
            #expect(lambda.requests.filter { $0.path.contains(late.requestID) }.count == 1)
        }
    }

    @Test func aHandlerThatThrowsLateIsLoggedAsWell() async throws {
        struct Late: Error {}
        let function = { @Sendable [gate] (goesOn: Bool, _: LambdaContext) async throws -> Bool in
            if goesOn { return true }
            await gate.pass()
            throw Late()
        }
        let options = TestLambda.Options(concurrency: 1)
        try await withLambda(function, options: options) { lambda in
            _ = try await lambda.invoke(false, with: Self.soon)
            gate.open()
            #expect(await line("ms after its deadline.", in: lambda))
            #expect(try await lambda.invoke(true).text == "true")
        }
    }

    @Test func aHandlerIsCancelledAtItsDeadline() async throws {
        let wasCancelled = Monitor(false)
        let function = { @Sendable (goesOn: Bool, _: LambdaContext) async throws -> Bool in
            if goesOn { return true }
            try? await Task.sleep(for: .seconds(3600))
            wasCancelled.withLock { $0 = Task.isCancelled }
            return false
        }
        let options = TestLambda.Options(concurrency: 1)
        try await withLambda(function, options: options) { lambda in
            _ = try await lambda.invoke(false, with: Self.soon)
            #expect(await line("after its deadline. Its answer was dropped.", in: lambda))
            #expect(wasCancelled.withLock { $0 })
            #expect(try await lambda.invoke(true).text == "true")
        }
    }

    @Test func aSlotWithTwoOfThemRestsUntilOneEnds() async throws {
        let meeting = Monitor(0)
        let function = { @Sendable [gate] (event: Int, _: LambdaContext) async throws -> Int in
            if event == 0 { await gate.pass() }
            // Two that wait for each other need both slots.
            if event == 2 {
                meeting.withLock { $0 += 1 }
                try await eventually("both are at work") { meeting.withLock { $0 } >= 2 }
            }
            return event
        }
        let options = TestLambda.Options(concurrency: 2)
        try await withLambda(function, options: options) { lambda in
            // Of three stuck handlers one slot has two, whichever that is. It polls no more, so that
            // the second of them is not over.
            async let stuck: Void = withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try await lambda.invoke(0, with: Self.soon) } }
                try await group.waitForAll()
            }
            #expect(await line("The slot takes no event until one of them ends.", in: lambda))
            for _ in 0..<3 { #expect(try await lambda.invoke(1).text == "1") }
            gate.open()
            try await stuck
            async let first = lambda.invoke(2)
            async let second = lambda.invoke(2)
            #expect(try await first.text == "2")
            #expect(try await second.text == "2")
            let rests = lambda.lines.filter { $0.contains("The slot takes no event") }
            #expect(rests.count == 1)
        }
    }

    @Test func aFunctionWhoseSlotsAllRestEnds() async throws {
        let options = TestLambda.Options(concurrency: 1)
        try await withLambda(function, options: options) { lambda in
            for _ in 0..<2 { _ = try await lambda.invoke(false, with: Self.soon) }
            let exit = try await lambda.end()
            #expect(exit == .handlersStuck)
            #expect(exit.status == 1)
            #expect(
                lambda.lines.last
                    == "FATAL All slots wait for handlers that ignore their cancellation. The "
                    + "process ends now, so that Lambda starts another. Let handlers look at "
                    + "Task.isCancelled or context.remainingTime."
            )
            gate.open()
        }
    }
}
