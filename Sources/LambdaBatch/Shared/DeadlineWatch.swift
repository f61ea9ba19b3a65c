import LambdaTransport

/// Stops batches when their time is over.
///
/// One thread for all of them, started by the first batch. A sleeping task for each batch would be
/// less code, but a timer that is cancelled stays with the system until its time has come, so a busy
/// function with a long timeout would pile them up. Here, a batch that ends in time costs two
/// locks: the thread wakes when the earliest deadline it knew of has come, and looks again.
///
/// To stop a batch runs code of its handler, which may block. So the thread leaves the others to a new
/// thread before it does; that is no matter of speed, as hardly a batch ever has to be stopped.
final class DeadlineWatch: Sendable {
    static let shared = DeadlineWatch()

    private struct Entry {
        let time: Int64
        let progress: BatchProgress
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var nextToken = 0
        /// When the thread looks again, in nanoseconds of the monotonic clock.
        var wakesAt = Int64.max
        var mustLook = false
        var hasThread = false
    }

    private let state = Monitor(State())

    /// Stops a batch after some time.
    ///
    /// - Returns: What ``remove(_:)`` takes.
    func add(_ progress: BatchProgress, stoppingAfter left: Duration) -> Int {
        let time = MonotonicClock.nanoseconds.addingClamped(left.nanoseconds)
        let (token, startsThread, wakesThread) = state.withLock { state in
            let token = state.nextToken
            state.nextToken &+= 1
            state.entries[token] = Entry(time: time, progress: progress)
            let isEarlier = time < state.wakesAt
            if isEarlier {
                state.wakesAt = time
                state.mustLook = true
            }
            let startsThread = !state.hasThread
            state.hasThread = true
            return (token, startsThread, isEarlier)
        }
        if startsThread {
            startThread()
        } else if wakesThread {
            state.signal()
        }
        return token
    }

    /// Forgets a batch.
    func remove(_ token: Int) {
        state.withLock { _ = $0.entries.removeValue(forKey: token) }
    }

    private func startThread() {
        // Without the thread, batches still stop between two records.
        if Thread.start({ self.watch() }) != 0 { state.withLock { $0.hasThread = false } }
    }

    private func watch() {
        repeat {
            let batch = nextDue()
            // Nobody watches now; whoever adds a batch before this thread is back starts another.
            let hasMore = state.withLock { state in
                state.hasThread = !state.entries.isEmpty
                return state.hasThread
            }
            if hasMore { startThread() }
            batch.stop()
        } while resumes()
    }

    /// Takes up the watch again, unless another thread has it.
    private func resumes() -> Bool {
        state.withLock { state in
            let isNeeded = !state.hasThread
            state.hasThread = true
            return isNeeded
        }
    }

    /// Waits until the time of a batch is over, and takes it out.
    private func nextDue() -> BatchProgress {
        while true {
            let now = MonotonicClock.nanoseconds
            let (due, wakesAt) = state.withLock { state -> (BatchProgress?, Int64) in
                state.mustLook = false
                if let (token, entry) = state.entries.first(where: { $0.value.time <= now }) {
                    state.entries[token] = nil
                    return (entry.progress, now)
                }
                state.wakesAt = state.entries.values.reduce(.max) { min($0, $1.time) }
                return (nil, state.wakesAt)
            }
            if let due { return due }
            if wakesAt == .max {
                state.wait { $0.mustLook ? () : nil }
            } else {
                let pause = wakesAt - now + 1_000_000
                _ = state.wait(atMost: .nanoseconds(pause)) { $0.mustLook ? () : nil }
            }
        }
    }
}

extension Duration {
    /// The whole nanoseconds, at most those of a century.
    fileprivate var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let limit: Int64 = 3_200_000_000
        return min(max(seconds, -limit), limit) * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}

extension Int64 {
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other < 0 ? .min : .max) : sum
    }
}
