import LambdaTransport
import TestSupport
import Testing

/// A test that waits in vain says so, and ends.
struct EventuallyTests {
    @Test func waitsUntilItIsTheCase() async throws {
        let looks = Monitor(0)
        try await eventually("somebody has looked three times") {
            looks.withLock {
                $0 += 1
                return $0 == 3
            }
        }
        #expect(looks.withLock { $0 } == 3)
    }

    @Test func saysWhatHasNotBecomeTheCase() async throws {
        let overdue = await #expect(throws: Overdue.self) {
            try await eventually("pigs fly", atMost: .milliseconds(20)) { false }
        }
        #expect(overdue?.description == "Waited for 0.02 seconds in vain until pigs fly.")
    }

    @Test func endsWithItsTask() async {
        let waiting = Task { try await eventually("the task is cancelled") { false } }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}
