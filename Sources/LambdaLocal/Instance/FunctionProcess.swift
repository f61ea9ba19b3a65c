#if LOCAL_RUNNING
import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The process that the function runs in: this executable again, with a Runtime API to talk to.
struct FunctionProcess {
    let id: pid_t
    private(set) var ending: Ending?
    /// Its peak memory, as far as it was asked for in its lifetime.
    private(set) var peakMemoryBytes: Int?

    /// How a process ended and what it had used by then.
    struct Ending: Equatable {
        enum Cause: Equatable {
            case exit(status: Int32)
            case signal(Int32)
        }

        let cause: Cause
        let peakMemoryBytes: Int
    }
}

extension FunctionProcess {
    /// Starts the process: its standard output and its standard error go to `output`, and it blocks the
    /// signals that are given.
    static func start(
        executable: String,
        arguments: [String],
        environment: [String],
        output: Int32,
        signals: sigset_t
    ) throws(LocalFault) -> FunctionProcess {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        var signals = signals
        posix_spawnattr_setsigmask(&attributes, &signals)
        // A group of its own: Control-C is for this process, which then asks the other one to end, so that
        // it can finish what it has begun.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP)
        )

        var id: pid_t = 0
        let error = withCStrings(arguments) { argv in
            withCStrings(environment) { envp in
                posix_spawn(&id, executable, &actions, &attributes, argv, envp)
            }
        }
        guard error == 0 else {
            throw .system("\(executable) cannot be started: \(LocalSystem.reason(error)).")
        }
        return FunctionProcess(id: id, ending: nil, peakMemoryBytes: nil)
    }

    /// Whether the process has ended.
    ///
    /// Does not wait.
    mutating func hasEnded() -> Bool {
        reap(options: WNOHANG)
        return ending != nil
    }

    /// Takes note of the memory that the process has used, while it is there to be asked.
    mutating func measureMemory() {
        if let bytes = LocalSystem.peakMemory(of: id) { peakMemoryBytes = bytes }
    }

    /// How long a function has to shut down.
    ///
    /// Lambda gives it half as long, but asks between invocations only. Here it may spend that on the one
    /// that is under way, and then say so.
    static let grace = Duration.seconds(1)

    /// Asks the process to end, and does not wait.
    func terminate() {
        if ending == nil { kill(id, SIGTERM) }
    }

    /// Ends the process: asks first, and kills it where it has not complied in time.
    mutating func end(grace: Duration = Self.grace) -> Ending? {
        guard !hasEnded() else { return ending }
        terminate()
        let limit = ContinuousClock.now + grace
        while ContinuousClock.now < limit {
            if hasEnded() { return ending }
            Thread.sleep(for: .milliseconds(1))
        }
        kill(id, SIGKILL)
        reap(options: 0)
        return ending
    }

    private mutating func reap(options: Int32) {
        guard ending == nil else { return }
        var status: Int32 = 0
        var usage = rusage()
        var result: pid_t
        repeat {
            result = wait4(id, &status, options, &usage)
        } while result < 0 && Libc.errorNumber == EINTR
        guard result == id else { return }
        // The layout of a wait status, whose macros C does not export: the low seven bits are the signal,
        // 0 for an exit, whose status is the byte above.
        let signal = status & 0x7f
        ending = Ending(
            cause: signal == 0 ? .exit(status: status >> 8 & 0xff) : .signal(signal),
            peakMemoryBytes: peakMemoryBytes ?? LocalSystem.bytes(ofPeakMemory: usage)
        )
    }
}

/// Calls `body` with a null-terminated array of C strings.
private func withCStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}
#endif
