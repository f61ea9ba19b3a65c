import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Where one invocation at a time runs: a thread, which is the executor of the handler's task.
///
/// Reading the event, running the handler and writing the answer happen on one thread, without a
/// hop between them. The thread only takes jobs while it waits for the invocation to complete:
///
/// - Child tasks inherit the executor preference. Were they all to run here, a task group would
///   use one core. So a job that arrives while another one runs goes to the global pool.
/// - While the thread is blocked in a system call, or no invocation is under way, it cannot run
///   anything, and jobs go to the global pool as well. So does one that waits for the thread when it
///   comes to a step.
///
/// A handler that never suspends costs neither a lock nor a system call: its one job is enqueued,
/// run and completed by the thread that owns the slot.
///
/// A step of the handler (see ``InvocationSlot/perform(_:)``) is done by the thread, too, when the
/// job that asks for it has suspended.
///
/// `@unchecked Sendable`: what is marked "owner" is touched by the owning thread alone, which each
/// function makes sure of by asking which thread it runs on. The rest is touched under the lock. No
/// access to the former calls out, so the run-time checks of exclusive access could find nothing, and
/// are left out.
package final class Slot: TaskExecutor, InvocationSlot, @unchecked Sendable {
    /// A step, and the task that waits for its result.
    private struct PendingStep {
        let step: ResponseStep
        let task: UnsafeContinuation<StepResult, Never>
    }

    /// A task that is cancelled before its deadline.
    private struct Watch {
        let task: Task<Void, Never>
        let deadline: HandlerDeadline
    }

    private let owner = pthread_self()
    private let lock = ThreadLock()

    /// Whether the next job is the thread's own: the task of an invocation is being created, or
    /// resumed after a step.
    ///
    /// Owner.
    @exclusivity(unchecked) private var isStarting = false
    /// That job.
    ///
    /// Owner.
    @exclusivity(unchecked) private var firstJob: UnownedJob?
    /// The content type of an answer: the outcome that most invocations come to.
    ///
    /// Owner. Apart from the other outcomes, which the compiler copies by way of their metadata.
    @exclusivity(unchecked) private var ownContentType: StaticString?
    /// Another outcome that the owning thread itself has come to.
    ///
    /// Owner.
    @exclusivity(unchecked) private var ownOutcome: InvocationOutcome?
    /// The answer, and between invocations the memory for the next one.
    ///
    /// Owner.
    @exclusivity(unchecked) private var ownAnswer: [UInt8] = []
    /// A step that a job on the thread asks for.
    ///
    /// Owner.
    @exclusivity(unchecked) private var ownStep: PendingStep?
    /// The task that is to be cancelled in time, `nil` for one that is not to be.
    ///
    /// Owner.
    @exclusivity(unchecked) private var watch: Watch?
    /// The deadline before which the last task was cancelled, `nil` where none was.
    ///
    /// Owner.
    @exclusivity(unchecked) private(set) var missedDeadline: HandlerDeadline?
    /// What cancels the task while the thread is blocked by a step.
    ///
    /// Owner.
    @exclusivity(unchecked) private var alarm: DeadlineAlarm?
    /// Whether that has been told of the task.
    ///
    /// Owner.
    @exclusivity(unchecked) private var isAlarmSet = false

    /// Whether the thread waits for jobs.
    ///
    /// Under the lock.
    private var isTakingJobs = false
    /// The next job.
    ///
    /// Under the lock.
    private var job: UnownedJob?
    /// The content type of an answer that another thread has come to.
    ///
    /// Under the lock.
    private var contentType: StaticString?
    /// Another outcome that another thread has come to.
    ///
    /// Under the lock.
    private var outcome: InvocationOutcome?
    /// The answer.
    ///
    /// Under the lock.
    private var answer: [UInt8] = []
    /// A step that another thread asks for.
    ///
    /// Under the lock.
    private var step: PendingStep?

    /// Creates the slot of the current thread.
    package init() {}

    deinit {
        alarm?.end()
    }

    private var isOnOwner: Bool { pthread_equal(pthread_self(), owner) != 0 }

    package var executor: (any TaskExecutor)? { self }

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        if isOnOwner {
            // It is in the middle of a job, unless that is what it waits for.
            guard isStarting else { return globalConcurrentExecutor.enqueue(unowned) }
            isStarting = false
            firstJob = unowned
            return
        }
        lock.lock()
        let isTaken = isTakingJobs && self.job == nil
        if isTaken { self.job = unowned }
        lock.unlock()
        if isTaken {
            lock.wake()
        } else {
            globalConcurrentExecutor.enqueue(unowned)
        }
    }

    /// Notes how the invocation ended, if not with an answer.
    ///
    /// Called once per invocation, from any thread.
    package func complete(_ outcome: InvocationOutcome) {
        if isOnOwner {
            ownOutcome = outcome
            return
        }
        lock.lock()
        self.outcome = outcome
        lock.unlock()
        lock.wake()
    }

    /// Notes that the invocation ended with an answer, behind the room for its head.
    package func complete(answering bytes: consuming [UInt8], _ contentType: StaticString) {
        if isOnOwner {
            ownContentType = contentType
            ownAnswer = bytes
            return
        }
        lock.lock()
        self.contentType = contentType
        answer = bytes
        lock.unlock()
        lock.wake()
    }

    private var hasOwnOutcome: Bool { ownContentType != nil || ownOutcome != nil }

    package nonisolated(nonsending) func perform(
        _ step: consuming ResponseStep
    ) async -> StepResult {
        let step = step
        return await withUnsafeContinuation { task in
            submit(PendingStep(step: step, task: task))
        }
    }

    private func submit(_ pending: PendingStep) {
        // The thread comes to it when the job that asks has suspended.
        if isOnOwner {
            ownStep = pending
            return
        }
        lock.lock()
        step = pending
        lock.unlock()
        lock.wake()
    }

    /// Runs what the closure starts until it has completed.
    ///
    /// Called by the owning thread, which it blocks.
    ///
    /// - Parameters:
    ///   - start: Creates the task.
    ///   - perform: Does a step that the task asks for.
    /// - Returns: Whether the task suspended on the way.
    package func run(
        _ start: () -> Void,
        perform: (consuming ResponseStep) -> StepResult
    ) -> Bool {
        runFirstJob(of: start)
        if hasOwnOutcome { return false }
        waitForOutcome(perform)
        return true
    }

    /// Runs what the closure starts until it has completed, and cancels it before its deadline.
    ///
    /// The owning thread, which this blocks, does nothing but wait, so that it can cancel what computes:
    /// all jobs go to the global pool.
    @inline(never)
    @_optimize(size)
    func run(
        until deadline: HandlerDeadline,
        _ start: () -> Task<Void, Never>?,
        perform: (consuming ResponseStep) -> StepResult
    ) {
        missedDeadline = nil
        watch = start().map { Watch(task: $0, deadline: deadline) }
        waitForOutcome(perform)
        watch = nil
        guard isAlarmSet else { return }
        isAlarmSet = false
        if alarm?.disarm() == true { missedDeadline = deadline }
    }

    /// Has the task cancelled in time from the first step on, which may block the thread past it.
    ///
    /// Where there is no thread for it, the task is cancelled between two steps.
    @inline(never)
    @_optimize(size)
    private func setAlarm(_ watch: Watch) {
        if isAlarmSet || missedDeadline != nil { return }
        if alarm == nil { alarm = DeadlineAlarm() }
        guard let alarm else { return }
        alarm.arm(watch.task, at: watch.deadline.cancellation)
        isAlarmSet = true
    }

    /// Runs the job that the closure enqueues, if it prefers the slot.
    private func runFirstJob(of start: () -> Void) {
        isStarting = true
        start()
        isStarting = false
        guard let first = firstJob else { return }
        firstJob = nil
        first.runSynchronously(on: asUnownedTaskExecutor())
    }

    /// The content type of the answer with which the invocation ended, `nil` where it ended otherwise.
    ///
    /// Called by the owning thread.
    package func takeContentType() -> StaticString? {
        defer { ownContentType = nil }
        return ownContentType
    }

    /// How the invocation ended, if not with an answer.
    ///
    /// Called by the owning thread.
    package func takeOutcome() -> InvocationOutcome? {
        defer { ownOutcome = nil }
        return ownOutcome
    }

    /// The answer with which the invocation ended.
    ///
    /// Called by the owning thread, which so is the only owner of the bytes.
    package func takeAnswer() -> [UInt8] {
        var bytes: [UInt8] = []
        swap(&bytes, &ownAnswer)
        return bytes
    }

    private func waitForOutcome(_ perform: (consuming ResponseStep) -> StepResult) {
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let pending = ownStep ?? step {
                ownStep = nil
                step = nil
                isTakingJobs = false
                let held = job
                job = nil
                lock.unlock()
                // A step may block for as long as the handler's deadline.
                if let held { globalConcurrentExecutor.enqueue(held) }
                if let watch { setAlarm(watch) }
                let result = perform(pending.step)
                if watch != nil {
                    pending.task.resume(returning: result)
                } else {
                    runFirstJob { pending.task.resume(returning: result) }
                }
                lock.lock()
            } else if let next = job {
                job = nil
                isTakingJobs = false
                lock.unlock()
                next.runSynchronously(on: asUnownedTaskExecutor())
                lock.lock()
            } else if hasOwnOutcome {
                isTakingJobs = false
                return
            } else if let contentType {
                ownContentType = contentType
                self.contentType = nil
                swap(&ownAnswer, &answer)
                answer = []
                isTakingJobs = false
                return
            } else if let outcome {
                ownOutcome = outcome
                self.outcome = nil
                isTakingJobs = false
                return
            } else if let watch {
                waitToCancel(watch)
            } else {
                isTakingJobs = true
                lock.wait()
            }
        }
    }

    /// Waits, and cancels the task when it is time to.
    @inline(never)
    @_optimize(size)
    private func waitToCancel(_ watch: Watch) {
        if missedDeadline != nil || isAlarmSet { return lock.wait() }
        if lock.wait(untilMilliseconds: watch.deadline.cancellation) { return }
        missedDeadline = watch.deadline
        // Code that runs at once on cancellation may complete the invocation, which takes the lock.
        lock.unlock()
        watch.task.cancel()
        lock.lock()
    }

    /// Hands out memory for an answer, with room for a head in front.
    package func takeAnswerBuffer() -> [UInt8] {
        var buffer: [UInt8] = []
        // A handler that ends on another thread has an answer worth an allocation.
        if isOnOwner { swap(&buffer, &ownAnswer) }
        RuntimeAPIRequest.prepare(&buffer)
        return buffer
    }

    /// Keeps the memory of an answer for the next one, unless it is a lot.
    ///
    /// Called by the owning thread.
    package func returnAnswerBuffer(_ buffer: consuming [UInt8]) {
        if buffer.capacity <= RuntimeAPIRequest.restingCapacity { ownAnswer = buffer }
    }
}
