#if LOCAL_RUNNING
import LambdaEmulator
import LambdaJSON

/// What one local invocation came to.
struct LocalReport {
    var requestID: String
    /// `nil` where the environment has no number for it.
    var memoryMegabytes: Int?
    var timeoutSeconds: Int

    /// What the function posted, where it got that far.
    var answer: LocalOutcome?
    /// What it posted instead of asking for an event.
    var initializationFailure: FunctionFailure?
    /// What went wrong beside or after that.
    var fault: Fault?

    /// From the start of the process to its first request for an event.
    var initDuration: Duration?
    /// From the event to the function's request for the next one.
    var duration: Duration?
    var peakMemoryBytes: Int?

    enum Fault: Equatable {
        /// The process has ended by itself.
        case ended(FunctionProcess.Ending.Cause)
        /// The function's time was up.
        case timedOut
        /// The function did not ask for an event within the time that Lambda gives it.
        case neverReady(Duration)
    }

    /// A boolean value indicating whether the function has answered, and has stayed alive.
    var isSuccess: Bool {
        switch answer {
        case .response, .streamed: return fault == nil && initializationFailure == nil
        case .failure, .truncated, nil: return false
        }
    }
}

// The lines of the report, in the order and spirit of those that Lambda writes to a function's log.
extension LocalReport {
    static func startLine(requestID: String, version: String) -> String {
        "START RequestId: \(requestID) Version: \(version)\n"
    }

    /// What is written after the function's own lines.
    var closingLines: String {
        var lines = ""
        if duration != nil { lines += "END RequestId: \(requestID)\n" }
        var measures: [String] = ["REPORT RequestId: \(requestID)"]
        if let duration { measures.append("Duration: \(Self.milliseconds(duration)) ms") }
        if let memoryMegabytes { measures.append("Memory Size: \(memoryMegabytes) MB") }
        if let peakMemoryBytes {
            measures.append("Max Memory Used: \(Self.megabytes(peakMemoryBytes)) MB")
        }
        if let initDuration {
            measures.append("Init Duration: \(Self.milliseconds(initDuration)) ms")
        }
        lines += measures.joined(separator: "\t") + "\n"
        for line in failureLines { lines += line + "\n" }
        if let peakMemoryBytes, let memoryMegabytes,
            Self.megabytes(peakMemoryBytes) > memoryMegabytes
        {
            lines +=
                "The function used more than its memory size. On Lambda it would have been ended "
            lines += "with Runtime.OutOfMemory.\n"
        }
        return lines
    }

    /// Why the function failed.
    ///
    /// Empty for a success.
    var failureLines: [String] {
        var lines: [String] = []
        if let initializationFailure {
            lines.append("The function failed to start: \(Self.summary(initializationFailure))")
        }
        if case .failure(let failure) = answer {
            lines.append("The function failed: \(Self.summary(failure))")
        }
        if case .truncated = answer, fault == nil {
            lines.append("The response broke off: its connection ended in the middle of it.")
        }
        switch fault {
        case .timedOut:
            lines.append("\(requestID) Task timed out after \(timeoutSeconds).00 seconds")
        case .neverReady(let limit):
            lines.append(
                "The function did not ask for an event within \(limit.components.seconds) seconds, "
                    + "the time that it has to initialize."
            )
        case .ended(let cause) where initializationFailure == nil || cause.isSignal:
            lines.append("The function's process \(cause.description) \(moment).")
            if let advice = cause.advice { lines.append(advice) }
        case .ended, nil: break
        }
        return lines
    }

    private var moment: String {
        if case .truncated = answer {
            return "in the middle of its response to request \(requestID)"
        }
        if answer != nil { return "after it had answered request \(requestID)" }
        return duration != nil
            ? "while request \(requestID) was in flight" : "before it asked for an event"
    }
}

extension LocalReport {
    /// The error that a function reported, in one line: its type and its message.
    static func summary(_ failure: FunctionFailure) -> String {
        guard let document = try? LambdaJSONDecoder().decode(JSONValue.self, from: failure.body),
            case .object(let members) = document
        else {
            return (failure.type ?? "Unknown") + ", without a readable error document."
        }
        var type = failure.type ?? "Unknown"
        if case .string(let name) = members["errorType"] { type = name }
        guard case .string(let message) = members["errorMessage"], !message.isEmpty else {
            return type
        }
        return "\(type): \(message)"
    }

    /// Milliseconds with two decimals, rounded up as Lambda does.
    static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let perHundredth: Int64 = 10_000_000_000_000
        let hundredths =
            max(0, min(seconds, 1_000_000)) * 100_000
            + (max(0, attoseconds) + perHundredth - 1) / perHundredth
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }

    /// Whole megabytes, rounded up.
    static func megabytes(_ bytes: Int) -> Int {
        bytes / 1_048_576 + (bytes % 1_048_576 == 0 ? 0 : 1)
    }
}

extension FunctionProcess.Ending.Cause {
    var isSignal: Bool {
        if case .signal = self { true } else { false }
    }

    var description: String {
        switch self {
        case .exit(let status): "exited with status \(status)"
        case .signal(let number):
            "was ended by signal \(number)" + (Self.name(ofSignal: number).map { " (\($0))" } ?? "")
        }
    }

    /// What to look for, where the way it ended tells.
    var advice: String? {
        switch self {
        case .exit: "A handler ends by returning or throwing. Look for a call of exit."
        // Swift traps with an illegal instruction on x86 and a breakpoint on ARM.
        case .signal(4), .signal(5):
            "Swift ends a process like this on a trap: an index out of range, an unwrapped nil, an "
                + "overflow. A debug build says which and where, in the lines above."
        default: nil
        }
    }

    /// `nil` where Linux and Darwin do not agree on the number.
    private static func name(ofSignal number: Int32) -> String? {
        switch number {
        case 1: "SIGHUP, hangup"
        case 2: "SIGINT, interrupt"
        case 3: "SIGQUIT, quit"
        case 4: "SIGILL, illegal instruction"
        case 5: "SIGTRAP, trap"
        case 6: "SIGABRT, abort"
        case 8: "SIGFPE, arithmetic error"
        case 9: "SIGKILL, killed"
        case 11: "SIGSEGV, invalid memory access"
        case 13: "SIGPIPE, broken pipe"
        case 14: "SIGALRM, alarm"
        case 15: "SIGTERM, terminated"
        default: nil
        }
    }
}
#endif
