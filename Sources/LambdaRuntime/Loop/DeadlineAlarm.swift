import LambdaTransport

/// Cancels a handler's task in time while the thread of its slot may be blocked by a step.
///
/// It has a thread of its own, which the first step of a handler with a margin starts, and the later
/// ones share. A `Task.sleep` would be shorter to write, but leaves its wake-up behind when it is cancelled:
/// one per invocation, for up to a quarter of an hour.
///
/// `@unchecked Sendable`: everything that changes is touched under the lock.
final class DeadlineAlarm: @unchecked Sendable {
    private let lock = ThreadLock()
    /// What to cancel, `nil` when there is nothing.
    ///
    /// Under the lock.
    private var task: Task<Void, Never>?
    /// When to do so, in milliseconds since 1970.
    ///
    /// Under the lock.
    private var time = Int64.max
    /// Until when the thread waits.
    ///
    /// Under the lock.
    private var waitsUntil = Int64.max
    /// Under the lock.
    private var hasRung = false
    /// Under the lock.
    private var isOver = false

    /// Starts the thread.
    ///
    /// `nil` where the system refuses one.
    @_optimize(size)
    init?() {
        guard Thread.start({ [self] in run() }) == 0 else { return nil }
    }

    /// Sets the alarm, which ``disarm()`` takes back.
    @_optimize(size)
    func arm(_ task: Task<Void, Never>, at time: Int64) {
        lock.lock()
        self.task = task
        self.time = time
        hasRung = false
        // Deadlines come one after the other: as a rule the thread wakes early enough by itself.
        let isEarlier = time < waitsUntil
        lock.unlock()
        if isEarlier { lock.wake() }
    }

    /// Takes the alarm back.
    ///
    /// - Returns: Whether it has cancelled the task.
    @_optimize(size)
    func disarm() -> Bool {
        lock.lock()
        defer { lock.unlock() }
        task = nil
        return hasRung
    }

    /// Ends the thread.
    @_optimize(size)
    func end() {
        lock.lock()
        isOver = true
        lock.unlock()
        lock.wake()
    }

    @_optimize(size)
    private func run() {
        lock.lock()
        defer { lock.unlock() }
        while !isOver {
            guard let task else {
                waitsUntil = .max
                lock.wait()
                continue
            }
            guard WallClock.milliseconds >= time else {
                waitsUntil = time
                _ = lock.wait(untilMilliseconds: time)
                continue
            }
            self.task = nil
            hasRung = true
            // Code that runs at once on cancellation must not be waited for by the slot.
            lock.unlock()
            task.cancel()
            lock.lock()
        }
    }
}
