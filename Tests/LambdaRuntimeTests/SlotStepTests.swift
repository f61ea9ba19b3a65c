import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaRuntime

/// What a slot does while a step of the handler blocks its thread.
struct SlotStepTests {
    private func deadline(in time: Duration) -> HandlerDeadline {
        HandlerDeadline(of: LambdaContext(remainingTime: time), margin: .zero)
    }

    /// Runs a handler with one step.
    ///
    /// - Returns: Whether its task was cancelled while the step blocked the thread.
    private func runStep(
        _ slot: Slot,
        until deadline: HandlerDeadline,
        isAwaited: Bool
    ) -> Bool {
        let isCancelled = Monitor(false)
        var sawCancellation = false
        slot.run(until: deadline) {
            Task(executorPreference: slot) {
                await withTaskCancellationHandler {
                    _ = await slot.perform(.abandon)
                } onCancel: {
                    isCancelled.withLock { $0 = true }
                    isCancelled.signal()
                }
                slot.complete(.settled)
            }
        } perform: { _ in
            if isAwaited {
                // The thread does nothing else than this, as in a system call that blocks.
                let value = isCancelled.wait(atMost: .seconds(300)) { $0 ? true : nil }
                sawCancellation = value ?? false
            }
            return .done([])
        }
        _ = slot.takeOutcome()
        return sawCancellation
    }

    @Test func aTaskIsCancelledInTimeWhileAStepBlocksTheThread() async {
        await offThePool {
            let slot = Slot()
            for round in 0..<3 {
                let isCancelled = runStep(
                    slot,
                    until: deadline(in: .milliseconds(30)),
                    isAwaited: true
                )
                #expect(isCancelled, "round \(round)")
                #expect(slot.missedDeadline != nil)
                // The next one has its own deadline, which is far.
                _ = runStep(slot, until: deadline(in: .seconds(3600)), isAwaited: false)
                #expect(slot.missedDeadline == nil)
            }
        }
    }

    @Test func aTaskIsCancelledInTimeAfterAStep() async {
        let isCancelled = await offThePool {
            let slot = Slot()
            let isCancelled = Monitor(false)
            slot.run(until: deadline(in: .milliseconds(30))) {
                Task(executorPreference: slot) {
                    _ = await slot.perform(.abandon)
                    // Returns when it is cancelled.
                    try? await Task.sleep(for: .seconds(3600))
                    isCancelled.withLock { $0 = Task.isCancelled }
                    slot.complete(.settled)
                }
            } perform: { _ in
                .done([])
            }
            return isCancelled.withLock { $0 } && slot.missedDeadline != nil
        }
        #expect(isCancelled)
    }

    @Test func anAlarmRingsOnceForTheTaskThatItIsSetFor() async throws {
        let alarm = try #require(DeadlineAlarm())
        defer { alarm.end() }
        let tasks: [Task<Void, Never>] = (0..<3).map { _ in
            Task { try? await Task.sleep(for: .seconds(3600)) }
        }
        alarm.arm(tasks[0], at: WallClock.milliseconds + 7_200_000)
        #expect(!alarm.disarm())
        alarm.arm(tasks[1], at: WallClock.milliseconds + 3_600_000)
        #expect(!alarm.disarm())
        // Earlier than what the thread waits for.
        alarm.arm(tasks[2], at: WallClock.milliseconds)
        try await eventually("the alarm has rung") { tasks[2].isCancelled }
        #expect(alarm.disarm())
        #expect(tasks.map(\.isCancelled) == [false, false, true])
        for task in tasks { task.cancel() }
    }

    @Test func aJobThatWaitsForTheThreadIsNotHeldUpByAStep() async {
        // The thread is woken for a job and for a step at once, as far as a test can make it so.
        let held = await offThePool {
            let slot = Slot()
            return (0..<200).filter { _ in !Self.runsJobDuringStep(slot) }
        }
        #expect(held.isEmpty)
    }

    private static func runsJobDuringStep(_ slot: Slot) -> Bool {
        let hasRun = Monitor(false)
        var ranInTime = false
        _ = slot.run {
            _ = Task(executorPreference: slot) {
                let (wakes, wake) = AsyncStream.makeStream(of: Void.self)
                let writer = Task.detached {
                    wake.finish()
                    _ = await slot.perform(.abandon)
                }
                for await _ in wakes {}
                hasRun.withLock { $0 = true }
                hasRun.signal()
                await writer.value
                slot.complete(.settled)
            }
        } perform: { _ in
            ranInTime = hasRun.wait(atMost: .seconds(120)) { $0 ? true : nil } ?? false
            return .done([])
        }
        _ = slot.takeOutcome()
        return ranInTime
    }
}
