#if LOCAL_RUNNING
import LambdaEmulator

/// The environment of the function's process: this process's own, and beneath it what Lambda sets.
///
/// What the user has set stays as it is. `LAMBDA_RUNTIME_DIR` and `AWS_XRAY_DAEMON_ADDRESS` are left out:
/// they name a directory and a daemon that are not on this machine.
struct LocalEnvironment {
    private(set) var entries: [String]

    init(_ inherited: [String]) {
        entries = inherited
    }

    subscript(name: String) -> String? {
        let prefix = name + "="
        return entries.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }

    /// Sets a variable that is not set.
    mutating func setDefault(_ name: String, _ value: String) {
        if self[name] == nil { entries.append(name + "=" + value) }
    }

    /// Sets a variable, whatever it was.
    mutating func set(_ name: String, _ value: String) {
        let prefix = name + "="
        entries.removeAll { $0.hasPrefix(prefix) }
        entries.append(prefix + value)
    }
}

extension LocalEnvironment {
    /// Adds what Lambda sets for an on-demand function of this name.
    ///
    /// - Parameters:
    ///   - function: The name of the program.
    ///   - executable: The path of the program.
    ///   - date: The day as `2026/11/20`, which goes into the name of the log stream.
    mutating func fillIn(function: String, executable: String, date: String) {
        let instance = String(LocalInvocation.makeRequestID().filter { $0 != "-" })
        let directory = executable.prefix(
            upTo: executable.lastIndex(of: "/") ?? executable.startIndex
        )
        let region = self["AWS_REGION"] ?? self["AWS_DEFAULT_REGION"] ?? "us-east-1"
        let name = self["AWS_LAMBDA_FUNCTION_NAME"] ?? function
        let version = self["AWS_LAMBDA_FUNCTION_VERSION"] ?? "$LATEST"
        let defaults = [
            ("AWS_REGION", region),
            ("AWS_DEFAULT_REGION", region),
            ("AWS_LAMBDA_FUNCTION_NAME", name),
            ("AWS_LAMBDA_FUNCTION_VERSION", version),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name),
            ("AWS_LAMBDA_LOG_STREAM_NAME", date + "/[" + version + "]" + instance),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
            ("AWS_LAMBDA_LOG_FORMAT", "Text"),
            ("_HANDLER", function),
            ("LAMBDA_TASK_ROOT", directory.isEmpty ? "/" : String(directory)),
            ("TZ", ":UTC"),
            // Not Lambda's: where the toolchain is at hand, a trap shows its stack and nothing beside it.
            ("SWIFT_BACKTRACE", "threads=crashed,registers=none,images=none"),
        ]
        for (name, value) in defaults { setDefault(name, value) }
    }
}
#endif
