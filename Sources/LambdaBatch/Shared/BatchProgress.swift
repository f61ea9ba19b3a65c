import LambdaTransport

/// How far a batch has come: what its workers share.
///
/// `@unchecked Sendable`: everything that changes is only touched while the lock is held. A ``Monitor``
/// says the same with less trust, but is generic, and asks the runtime for its type each time.
final class BatchProgress: @unchecked Sendable {
    private let lanes: RecordLanes
    private let endsAtFailure: Bool
    private let lock = ThreadLock()

    private var nextLane = 0
    private var succeeded: [Bool]
    private var lowestFailure = Int.max
    private var failures = 0
    private var isStopped = false
    private var ranOutOfTime = false
    private var tasks: [UnsafeCurrentTask?]

    init(records: Int, lanes: RecordLanes, endsAtFailure: Bool, workers: Int) {
        self.lanes = lanes
        self.endsAtFailure = endsAtFailure
        succeeded = Array(repeating: false, count: records)
        tasks = Array(repeating: nil, count: workers)
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
    func begin(worker: Int) -> Int? {
        // The handle of a task is valid while the task lives, and any thread may cancel it by that. A
        // worker takes its own back, under the lock that is held to cancel it, before it ends.
        withUnsafeCurrentTask { task in
            withLock {
                tasks[worker] = task
                return next()
            }
        }
    }

    /// Takes back the task of a worker that is about to end.
    func end(worker: Int) {
        withLock { tasks[worker] = nil }
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
    func stop() {
        withLock {
            isStopped = true
            for task in tasks { task?.cancel() }
        }
    }

    /// What has become of the batch.
    var outcome: BatchOutcome {
        withLock {
            BatchOutcome(
                unfinished: succeeded.contains(false)
                    ? succeeded.indices.filter { !succeeded[$0] } : [],
                failures: failures,
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
    /// Whether there was no time for some of them.
    var ranOutOfTime: Bool
}
