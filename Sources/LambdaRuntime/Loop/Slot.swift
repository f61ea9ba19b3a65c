import LambdaTransport

/// Where one invocation at a time runs: a thread, which is the executor of the handler's task.
///
/// Reading the event, running the handler and writing the answer happen on one thread, without a
/// hop between them. The thread only takes jobs while it waits for the invocation to complete:
///
/// - Child tasks inherit the executor preference. Were they all to run here, a task group would
///   use one core. So a job that arrives while another one runs goes to the global pool.
/// - While the thread is blocked in a system call, or no invocation is under way, it cannot run
///   anything, and jobs go to the global pool as well.
///
/// A handler that never suspends costs neither a signal nor a system call.
package final class Slot: TaskExecutor {
    /// What an invocation came to.
    package enum Outcome: Sendable {
        case answered([UInt8], StaticString)
        case failed(ErrorReport)
        case initialized(any InvocableFunction)
    }

    private struct State {
        var isTakingJobs = false
        var job: UnownedJob?
        var outcome: Outcome?
        var answerBuffer: [UInt8] = []
    }

    private let state = Monitor(State())

    package init() {}

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let isTaken = state.withLock { state in
            guard state.isTakingJobs, state.job == nil else { return false }
            state.job = unowned
            return true
        }
        if isTaken {
            state.signal()
        } else {
            globalConcurrentExecutor.enqueue(unowned)
        }
    }

    /// Notes how the invocation ended.
    ///
    /// Called once per invocation, from any thread.
    package func complete(_ outcome: Outcome) {
        state.withLock { $0.outcome = outcome }
        state.signal()
    }

    /// Runs what the closure starts until it has completed.
    ///
    /// Blocks the slot's own thread.
    ///
    /// - Returns: The outcome, and whether the task suspended on the way.
    package func run(_ start: () -> Void) -> (outcome: Outcome, hasSuspended: Bool) {
        state.withLock { $0.isTakingJobs = true }
        start()
        var jobs = 0
        var hasWaited = false
        while true {
            switch nextStep(&hasWaited) {
            case .run(let job):
                jobs += 1
                job.runSynchronously(on: asUnownedTaskExecutor())
                state.withLock { $0.isTakingJobs = true }
            case .finish(let outcome):
                return (outcome, hasWaited || jobs > 1)
            }
        }
    }

    private enum Step {
        case run(UnownedJob)
        case finish(Outcome)
    }

    private func nextStep(_ hasWaited: inout Bool) -> Step {
        state.wait { state in
            if let job = state.job {
                state.job = nil
                state.isTakingJobs = false
                return .run(job)
            }
            if let outcome = state.outcome {
                state.outcome = nil
                state.isTakingJobs = false
                return .finish(outcome)
            }
            hasWaited = true
            return nil
        }
    }

    /// Hands out the memory of the last answer, with room for a head in front.
    package func takeAnswerBuffer() -> [UInt8] {
        var buffer: [UInt8] = []
        state.withLock { swap(&buffer, &$0.answerBuffer) }
        RuntimeAPIRequest.prepare(&buffer)
        return buffer
    }

    /// Keeps the memory of an answer for the next one, unless it is a lot.
    package func returnAnswerBuffer(_ buffer: consuming [UInt8]) {
        guard buffer.capacity <= RuntimeAPIRequest.restingCapacity else { return }
        state.withLock { $0.answerBuffer = buffer }
    }
}
