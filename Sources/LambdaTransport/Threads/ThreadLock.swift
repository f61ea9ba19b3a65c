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

    /// Creates a lock that a thread which holds it may take again, or not; nobody waits on one of the former.
    @inline(never)
    @_optimize(size)
    package init(isRecursive: Bool) {
        mutex = .allocate(capacity: 1)
        condition = .allocate(capacity: 1)
        var attributes = pthread_mutexattr_t()
        pthread_mutexattr_init(&attributes)
        let kind = isRecursive ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_DEFAULT
        pthread_mutexattr_settype(&attributes, Int32(kind))
        pthread_mutex_init(mutex, &attributes)
        pthread_mutexattr_destroy(&attributes)
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

    /// As ``wait()``, but at most until a time in milliseconds since 1970.
    ///
    /// - Returns: Whether the time has not come yet.
    package func wait(untilMilliseconds time: Int64) -> Bool {
        var deadline = timespec()
        deadline.tv_sec = .init(time / 1000)
        deadline.tv_nsec = .init(time % 1000 * 1_000_000)
        return wait(until: deadline)
    }

    /// Wakes all who wait.
    package func wake() {
        pthread_cond_broadcast(condition)
    }
}
