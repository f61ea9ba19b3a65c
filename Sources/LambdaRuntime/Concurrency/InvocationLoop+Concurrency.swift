import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

// Many invocations at once
// ------------------------
// On Lambda Managed Instances a process asks for up to 1 600 events at once, each over a connection of
// its own. A thread per slot would be 1 600 stacks and as many wake-ups for the scheduler to order. So
// as many threads as there are cores share the slots, and each waits for all of its connections at
// once:
//
//     thread 1 ── Poller ──┬── slot 0 ── connection      polls, posts, pauses
//                          ├── slot 2 ── connection
//                          └── …
//     thread 2 ── Poller ──┬── slot 1 …
//
// A slot belongs to its thread, and needs no lock. Handlers run on the global concurrent pool, and
// hand over what they have come to through the inbox of the slot's thread (one lock per thread, held
// for an append), which wakes the thread only if it waits.

extension InvocationLoop {
    /// Handles many invocations at once, on this thread and others, until the service ends it.
    @inline(never)
    @_optimize(size)
    func run(
        _ function: any InvocableFunction,
        _ concurrency: Int,
        _ shutdown: Shutdown?
    ) -> Exit {
        let run = ConcurrentRun(
            slots: concurrency,
            attempts: patience.attempts,
            surroundings: surroundings,
            shutdown: shutdown,
            logger: logger
        )
        var rules = RuntimeAPIRules(endpoint: endpoint, logger: logger, patience: patience)
        rules.outlivesFailedPosts = true
        let count = min(concurrency, Self.cores)
        var threads: [SlotThread] = []
        do throws(SocketError) {
            for number in 0..<count {
                // The first threads take one more where the slots do not divide evenly.
                let share = concurrency / count + (number < concurrency % count ? 1 : 0)
                threads.append(
                    try SlotThread(run: run, function: function, rules: rules, slots: share)
                )
            }
        } catch {
            logger.fatal("\(LambdaError.pollerUnavailable(error))")
            return .serviceFailed
        }
        run.start(threads)
        return run.waitForEnd()
    }

    private static var cores: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}

/// What the threads of a run share, which they touch at the beginning, at the end, and in trouble.
///
/// `@unchecked Sendable`: everything that changes is touched under the lock.
final class ConcurrentRun: @unchecked Sendable {
    let surroundings: Surroundings
    /// Ends the function in an orderly way, `nil` where nobody asks it to.
    let shutdown: Shutdown?
    private let slots: Int
    private let attempts: Int
    private let logger: LambdaLogger
    private let lock = ThreadLock()
    private var threads: [SlotThread] = []
    private var running = 0
    private var ended = 0
    private var resting = 0
    private var exit: InvocationLoop.Exit?

    init(
        slots: Int,
        attempts: Int,
        surroundings: Surroundings,
        shutdown: Shutdown?,
        logger: LambdaLogger
    ) {
        self.surroundings = surroundings
        self.shutdown = shutdown
        self.slots = slots
        self.attempts = attempts
        self.logger = logger
    }

    /// Starts the threads.
    @inline(never)
    @_optimize(size)
    func start(_ threads: [SlotThread]) {
        lock.lock()
        self.threads = threads
        running = threads.count
        lock.unlock()
        for thread in threads {
            let failure = Thread.start { [isAlone = surroundings.ownsProcess] in
                if isAlone { CrashLog.prepareThread() }
                thread.run()
                self.threadEnded()
            }
            if failure != 0 {
                logger.fatal("\(LambdaError.threadUnavailable(failure))")
                end(.serviceFailed)
                threadEnded()
            }
        }
    }

    /// Blocks until all threads have ended.
    @inline(never)
    @_optimize(size)
    func waitForEnd() -> InvocationLoop.Exit {
        lock.lock()
        while running > 0 { lock.wait() }
        let exit = exit ?? .ended
        // The threads hold on to the run.
        threads = []
        lock.unlock()
        // Whatever ended the slots, an orderly end that has begun is completed.
        if let end = shutdown?.exitInsteadOfPolling() { return end }
        if exit == .ended { logger.debug("\(RuntimeAPI.endLine)") }
        return exit
    }

    /// Ends all threads, whatever their slots are at.
    @inline(never)
    @_optimize(size)
    private func end(_ reason: InvocationLoop.Exit) {
        lock.lock()
        exit = exit ?? reason
        let threads = threads
        lock.unlock()
        for thread in threads { thread.stop() }
    }

    @inline(never)
    @_optimize(size)
    private func threadEnded() {
        lock.lock()
        running -= 1
        lock.unlock()
        lock.wake()
    }

    /// Takes note that a slot polls no more, because the service wants that or cannot be used.
    @inline(never)
    @_optimize(size)
    func slotEnded(_ reason: InvocationLoop.Exit) {
        lock.lock()
        ended += 1
        if reason != .ended { exit = reason }
        let isLast = ended == slots
        lock.unlock()
        if reason == .serviceFailed {
            if isLast {
                logger.fatal("\(LambdaError.gaveUp(after: attempts))")
            } else {
                logger.error("\(LambdaError.slotGaveUp(after: attempts))")
            }
        }
        endWhereStuck()
    }

    /// Takes note that a slot waits for handlers that ignore their cancellation, or no longer does.
    @inline(never)
    @_optimize(size)
    func slotRests(_ isResting: Bool) {
        lock.lock()
        resting += isResting ? 1 : -1
        lock.unlock()
        endWhereStuck()
    }

    /// Ends a process that can handle nothing any more.
    @inline(never)
    @_optimize(size)
    private func endWhereStuck() {
        lock.lock()
        let isStuck = resting > 0 && resting + ended == slots
        lock.unlock()
        guard isStuck else { return }
        // An end that has been asked for anyway does not wait for them.
        if shutdown?.isEnding != true { logger.fatal("\(LambdaError.handlersStuck())") }
        end(.handlersStuck)
    }
}
