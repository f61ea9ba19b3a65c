package import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Runs the tests of a suite on threads that nobody else uses.
///
/// All tests of a process share a pool of as many threads as there are processors. One that waits there for
/// a process, a socket or another thread keeps the others waiting, whose limits then pass.
package struct BlockingTrait: SuiteTrait, TestTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        try await withTaskExecutorPreference(BlockingThreads.shared) { try await function() }
    }
}

extension Trait where Self == BlockingTrait {
    /// The tests wait for something without giving their thread away.
    package static var blocking: Self { BlockingTrait() }
}

/// A few threads, more than there are processors: most of them wait.
///
/// `@unchecked Sendable`: what changes is touched under the lock.
private final class BlockingThreads: TaskExecutor, @unchecked Sendable {
    static let shared = BlockingThreads(count: 8)

    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var jobs: [UnownedJob] = []

    private init(count: Int) {
        lock = .allocate(capacity: 1)
        condition = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(condition, nil)
        for _ in 0..<count { startThread() }
    }

    private func startThread() {
        let executor = Unmanaged.passRetained(self)
        #if canImport(Glibc)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        #if canImport(Darwin)
        let error = pthread_create(
            &thread,
            nil,
            { Unmanaged<BlockingThreads>.fromOpaque($0).takeRetainedValue().work() },
            executor.toOpaque()
        )
        #else
        let error = pthread_create(
            &thread,
            nil,
            { $0.map { Unmanaged<BlockingThreads>.fromOpaque($0).takeRetainedValue().work() } },
            executor.toOpaque()
        )
        #endif
        precondition(error == 0, "The system has refused a thread (error \(error)).")
    }

    private func work() -> Never {
        while true {
            pthread_mutex_lock(lock)
            while jobs.isEmpty { pthread_cond_wait(condition, lock) }
            let job = jobs.removeFirst()
            pthread_mutex_unlock(lock)
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pthread_mutex_lock(lock)
        jobs.append(job)
        pthread_mutex_unlock(lock)
        pthread_cond_signal(condition)
    }
}
