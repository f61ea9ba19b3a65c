#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A value behind a lock that threads can wait on.
///
/// `@unchecked Sendable`: `value` is only touched while the lock is held.
package final class Monitor<Value: ~Copyable>: @unchecked Sendable {
    private let lock = ThreadLock()
    private var value: Value

    package init(_ value: consuming sending Value) {
        self.value = value
    }

    /// Runs a closure with exclusive access to the value.
    package func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }

    /// Wakes all who wait, to look at the value again.
    package func signal() {
        lock.wake()
    }

    /// Waits until the closure returns something.
    ///
    /// It is called under the lock, first at once and then after each ``signal()``.
    package func wait<Result>(until body: (inout Value) -> Result?) -> Result {
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let result = body(&value) { return result }
            lock.wait()
        }
    }

    /// Waits until the closure returns something, or until the time has run out.
    ///
    /// - Returns: `nil` when the time has run out.
    package func wait<Result>(
        atMost limit: Duration,
        until body: (inout Value) -> Result?
    ) -> Result? {
        // pthread_cond_timedwait goes by this clock on every system.
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        let (seconds, milliseconds) = limit.wholeMilliseconds.quotientAndRemainder(dividingBy: 1000)
        let nanoseconds = Int64(deadline.tv_nsec) + milliseconds * 1_000_000
        deadline.tv_sec += .init(seconds + nanoseconds / 1_000_000_000)
        deadline.tv_nsec = .init(nanoseconds % 1_000_000_000)
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let result = body(&value) { return result }
            if !lock.wait(until: deadline) { return body(&value) }
        }
    }
}
