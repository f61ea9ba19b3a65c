#if LOCAL_RUNNING
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Holds back the signals that ask this process to end, until the function's process has ended.
///
/// Nothing runs in a signal handler: the signals stay pending, the loop looks for them between two
/// waits, and letting go of them ends this process by the very signal, as a shell expects.
struct Interruption {
    /// The signals that were blocked before, which are those of the function's process.
    let previous: sigset_t

    /// The signals to look for.
    ///
    /// One that is ignored, as `nohup` has it, asks for nothing.
    private let signals: [Int32]

    init() {
        signals = [SIGINT, SIGTERM, SIGHUP].filter { !LocalSystem.isIgnored($0) }
        var blocked = sigset_t()
        sigemptyset(&blocked)
        // A reader of the log that goes away must not leave the function's process behind either.
        for signal in signals + [SIGPIPE] { sigaddset(&blocked, signal) }
        var previous = sigset_t()
        pthread_sigmask(SIG_BLOCK, &blocked, &previous)
        self.previous = previous
    }

    /// A boolean value indicating whether one of the signals has arrived.
    var isPending: Bool {
        var pending = sigset_t()
        guard sigpending(&pending) == 0 else { return false }
        return signals.contains { sigismember(&pending, $0) == 1 }
    }

    /// A boolean value indicating whether what was written had nobody to read it.
    ///
    /// Programs end by that: `invoke - | head -1` is over with the first line.
    var hasLostReader: Bool {
        var pending = sigset_t()
        guard sigpending(&pending) == 0 else { return false }
        return sigismember(&pending, SIGPIPE) == 1 && !LocalSystem.isIgnored(SIGPIPE)
    }

    /// Lets the signals through: where one is pending, the process ends here.
    func release() {
        var previous = previous
        pthread_sigmask(SIG_SETMASK, &previous, nil)
    }
}
#endif
