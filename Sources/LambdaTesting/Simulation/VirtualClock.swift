import LambdaEvents
import LambdaRuntime
import LambdaTransport

/// Time that passes when somebody says so, for a simulated event source and the functions it invokes.
final class VirtualClock: Sendable {
    /// The first instant of 2026, written as SQS writes times.
    static let start = Timestamp(secondsSinceEpoch: 1_767_225_600).asMillisecondsInText

    private struct State {
        var elapsed = Duration.zero
        var invocations = 0
        var deadline: TestDeadline?
    }

    private let state = Monitor(State())

    /// The time since the start.
    var elapsed: Duration { state.withLock { $0.elapsed } }

    var now: Timestamp { Self.start + elapsed }

    /// Lets time pass, for the function that runs as well.
    func advance(by duration: Duration) {
        state.withLock { state in
            state.elapsed += max(duration, .zero)
            state.deadline?.advance(by: max(duration, .zero))
        }
    }

    /// Runs a function in this time.
    ///
    /// - Returns: What it gave back; a timeout if more time passed meanwhile than it has.
    func invoke(
        timeout: Duration,
        log: CapturedLog,
        isolation: isolated (any Actor)?,
        _ function: (LambdaContext) async throws -> BatchAnswer
    ) async throws -> BatchAnswer {
        let deadline = TestDeadline(in: timeout)
        let (number, started) = state.withLock { state in
            state.deadline = deadline
            state.invocations += 1
            return (state.invocations, state.elapsed)
        }
        let context = LambdaContext.test(
            requestID: Self.identifier(number),
            deadline: deadline,
            logger: log.logger()
        )
        defer { state.withLock { $0.deadline = nil } }
        let answer = try await function(context)
        guard deadline.remainingTime < .zero else { return answer }
        // Lambda ends the function at its deadline.
        state.withLock { $0.elapsed = started + timeout }
        return .failed(.timedOut)
    }

    /// An identifier of the form that AWS uses, with a number in it.
    static func identifier(_ number: Int) -> String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 12 - digits.utf8.count))
        return "00000000-0000-4000-8000-" + zeros + digits
    }
}
