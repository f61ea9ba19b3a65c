/// A value behind a lock that threads can wait on.
package final class Monitor<Value: ~Copyable>: @unchecked Sendable {
    // Sendable: `value` is only touched while the lock is held.
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
}
