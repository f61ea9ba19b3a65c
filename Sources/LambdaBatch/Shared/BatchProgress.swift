import LambdaTransport

/// How far a batch has come: what its workers share.
///
/// `@unchecked Sendable`: everything that changes is only touched while the lock is held. A ``Monitor``
/// says the same with less trust, but is generic, and asks the runtime for its type each time.
final class BatchProgress: @unchecked Sendable {
    private let lanes: RecordLanes
    private let endsAtFailure: Bool
    private let workers: Int
    private let lock = ThreadLock()

    private var nextLane = 0
    private var succeeded: [Bool]
    private var lowestFailure = Int.max
    private var failures = 0
    private var isStopped = false
    private var ranOutOfTime = false
    private var tasks: [Cancellable]

    init(records: Int, lanes: RecordLanes, endsAtFailure: Bool, workers: Int) {
        self.lanes = lanes
        self.endsAtFailure = endsAtFailure
        self.workers = workers
        succeeded = Array(repeating: false, count: records)
        tasks = Array(repeating: Cancellable(), count: workers)
    }

    /// The task of a worker.
    private struct Cancellable {
        /// `nil` before the worker has begun, and when it is about to end.
        var task: UnsafeCurrentTask?
        /// Whether it is being cancelled right now, which the worker has to outlive.
        var isBeingCancelled = false
    }

    private func withLock<Result>(_ body: () -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body()
    }
}

// MARK: - The way of a worker

extension BatchProgress {
    /// Lets a worker be cancelled from now on, and gives it its first record.
    ///
    /// - Parameters:
    ///   - worker: The worker.
    ///   - task: Its task, which may be used up to ``end(worker:)``.
    /// - Returns: The record, `nil` if there is none.
    func begin(worker: Int, _ task: UnsafeCurrentTask?) -> Int? {
        withLock {
            tasks[worker].task = task
            return next()
        }
    }

    /// Takes back the task of a worker that is about to end.
    ///
    /// If it is being cancelled, this waits until it is: another thread uses the task.
    func end(worker: Int) {
        withLock {
            tasks[worker].task = nil
            while tasks[worker].isBeingCancelled { lock.wait() }
        }
    }

    /// Notes what came of a record, and gives the next one.
    func finish(_ record: Int, succeeds: Bool) -> Int? {
        withLock {
            if succeeds {
                succeeded[record] = true
                if !isStopped, let successor = lanes.successor(of: record),
                    !isBehindFailure(successor)
                {
                    return successor
                }
            } else {
                failures += 1
                lowestFailure = min(lowestFailure, record)
            }
            return next()
        }
    }

    /// Notes that a record was not begun, because there is no time for it.
    func skip() {
        withLock { ranOutOfTime = true }
    }

    /// The first record of a lane that nobody has begun yet.
    private func next() -> Int? {
        guard !isStopped else {
            ranOutOfTime = true
            return nil
        }
        while nextLane < lanes.first.count {
            let record = lanes.first[nextLane]
            nextLane += 1
            if !isBehindFailure(record) { return record }
        }
        return nil
    }

    private func isBehindFailure(_ record: Int) -> Bool { endsAtFailure && record > lowestFailure }
}

// MARK: - The batch as a whole

extension BatchProgress {
    /// Whether there are lanes that nobody has begun yet.
    var hasLanes: Bool { withLock { nextLane < lanes.first.count } }

    /// Cancels all workers, and lets no more records begin.
    ///
    /// To cancel a task runs what the handler has for that case, on this thread. It may take its time, or
    /// wait for another worker, so the lock is not held meanwhile.
    func stop() {
        withLock { isStopped = true }
        for worker in 0..<workers {
            let task = withLock {
                tasks[worker].isBeingCancelled = tasks[worker].task != nil
                return tasks[worker].task
            }
            guard let task else { continue }
            task.cancel()
            withLock { tasks[worker].isBeingCancelled = false }
            lock.wake()
        }
    }

    /// What has become of the batch.
    var outcome: BatchOutcome {
        withLock {
            BatchOutcome(
                unfinished: succeeded.contains(false)
                    ? succeeded.indices.filter { !succeeded[$0] } : [],
                failures: failures,
                lowestFailure: lowestFailure,
                ranOutOfTime: ranOutOfTime
            )
        }
    }
}

/// What has become of a batch.
struct BatchOutcome {
    /// The records that are not known to have succeeded, in order.
    var unfinished: [Int]
    /// How many records failed.
    var failures: Int
    /// The first of them, `Int.max` if there is none.
    var lowestFailure: Int
    /// Whether there was no time for some of them.
    var ranOutOfTime: Bool
}
