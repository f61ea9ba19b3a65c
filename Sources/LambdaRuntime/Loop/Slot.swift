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
///   anything, and jobs go to the global pool as well.
///
/// A handler that never suspends costs neither a lock nor a system call: its one job is enqueued,
/// run and completed by the thread that owns the slot.
///
/// `@unchecked Sendable`: what is marked "owner" is touched by the owning thread alone, which each
/// function makes sure of by asking which thread it runs on. The rest is touched under the lock.
package final class Slot: TaskExecutor, @unchecked Sendable {
    /// What an invocation came to.
    package enum Outcome: Sendable {
        /// The handler has answered; the bytes are in ``Slot/takeAnswer()``.
        case answered(contentType: StaticString)
        case failed(ErrorReport)
        case initialized(any InvocableFunction)
    }

    private let owner = pthread_self()
    private let lock = ThreadLock()

    /// Whether the task of an invocation is being created.
    ///
    /// Owner.
    private var isStarting = false
    /// The job with which the invocation begins.
    ///
    /// Owner.
    private var firstJob: UnownedJob?
    /// An outcome that the owning thread itself has come to.
    ///
    /// Owner.
    private var ownOutcome: Outcome?
    /// The answer to it, and between invocations the memory for the next one.
    ///
    /// Owner.
    private var ownAnswer: [UInt8] = []

    /// Whether the thread waits for jobs.
    ///
    /// Under the lock.
    private var isTakingJobs = false
    /// The next job.
    ///
    /// Under the lock.
    private var job: UnownedJob?
    /// An outcome that another thread has come to.
    ///
    /// Under the lock.
    private var outcome: Outcome?
    /// The answer to it.
    ///
    /// Under the lock.
    private var answer: [UInt8] = []

    /// Creates the slot of the current thread.
    package init() {}

    private var isOnOwner: Bool { pthread_equal(pthread_self(), owner) != 0 }

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

    /// Notes how the invocation ended.
    ///
    /// Called once per invocation, from any thread.
    package func complete(_ outcome: Outcome) {
        complete(outcome, nil)
    }

    /// Notes that the invocation ended with an answer, behind the room for its head.
    package func complete(answering bytes: consuming [UInt8], _ contentType: StaticString) {
        complete(.answered(contentType: contentType), bytes)
    }

    private func complete(_ outcome: Outcome, _ bytes: consuming [UInt8]?) {
        if isOnOwner {
            ownOutcome = outcome
            // Without an answer, the memory for one is kept.
            if let bytes { ownAnswer = bytes }
            return
        }
        lock.lock()
        self.outcome = outcome
        answer = bytes ?? []
        lock.unlock()
        lock.wake()
    }

    /// Runs what the closure starts until it has completed.
    ///
    /// Called by the owning thread, which it blocks.
    ///
    /// - Returns: Whether the task suspended on the way.
    package func run(_ start: () -> Void) -> Bool {
        isStarting = true
        start()
        isStarting = false
        if let first = firstJob {
            firstJob = nil
            first.runSynchronously(on: asUnownedTaskExecutor())
        }
        if ownOutcome != nil { return false }
        waitForOutcome()
        return true
    }

    /// How the invocation ended.
    ///
    /// Called by the owning thread.
    package func takeOutcome() -> Outcome? {
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

    private func waitForOutcome() {
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let next = job {
                job = nil
                isTakingJobs = false
                lock.unlock()
                next.runSynchronously(on: asUnownedTaskExecutor())
                lock.lock()
            } else if ownOutcome != nil {
                isTakingJobs = false
                return
            } else if let outcome {
                ownOutcome = outcome
                self.outcome = nil
                if case .answered = outcome { swap(&ownAnswer, &answer) }
                answer = []
                isTakingJobs = false
                return
            } else {
                isTakingJobs = true
                lock.wait()
            }
        }
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
