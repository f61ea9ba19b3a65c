#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A lock that threads can also wait on: a mutex with a condition variable.
///
/// Neither locking without contention nor waking without a waiter makes a system call. It is not
/// generic: to make a generic class known to the runtime takes longer than opening a connection.
///
/// `@unchecked Sendable`: the two primitives are made for use from any thread. They live in memory of
/// their own because they must not move.
package final class ThreadLock: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    package init() {
        mutex = .allocate(capacity: 1)
        condition = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    package func lock() {
        pthread_mutex_lock(mutex)
    }

    package func unlock() {
        pthread_mutex_unlock(mutex)
    }

    /// Lets go of the lock until ``wake()`` is called, or for no reason at all.
    package func wait() {
        pthread_cond_wait(condition, mutex)
    }

    /// As ``wait()``, but at most until a moment of the realtime clock.
    ///
    /// - Returns: Whether the moment has not come yet.
    func wait(until deadline: timespec) -> Bool {
        var deadline = deadline
        return pthread_cond_timedwait(condition, mutex, &deadline) != ETIMEDOUT
    }

    /// Wakes all who wait.
    package func wake() {
        pthread_cond_broadcast(condition)
    }
}
