/// Why a local run did not come to the point of calling the function.
struct LocalFault: Error, Equatable {
    let status: Status
    /// One line: what is wrong and what to do.
    let message: String

    /// The exit statuses of sysexits.h, so that a script can tell them from a failed function's 1.
    enum Status: Int32 {
        /// EX_USAGE: the arguments are wrong.
        case usage = 64
        /// EX_DATAERR: the event is not JSON.
        case data = 65
        /// EX_NOINPUT: the event cannot be read.
        case noInput = 66
        /// EX_OSERR: the system refused a socket or a process.
        case system = 71
    }

    static func usage(_ message: String) -> Self { Self(status: .usage, message: message) }
    static func data(_ message: String) -> Self { Self(status: .data, message: message) }
    static func noInput(_ message: String) -> Self { Self(status: .noInput, message: message) }
    static func system(_ message: String) -> Self { Self(status: .system, message: message) }
}
