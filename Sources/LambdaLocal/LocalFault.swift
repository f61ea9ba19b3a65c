#if LOCAL_RUNNING
/// Why a local run did not come to the point of calling the function.
///
/// The exit statuses are those of sysexits.h, so that a script can tell them from a failed function's 1.
struct LocalFault: Error, Equatable {
    let status: Int32
    /// One line: what is wrong and what to do.
    let message: String

    /// EX_USAGE: the arguments are wrong.
    static func usage(_ message: String) -> Self { Self(status: 64, message: message) }
    /// EX_DATAERR: the event is not JSON.
    static func data(_ message: String) -> Self { Self(status: 65, message: message) }
    /// EX_NOINPUT: the event cannot be read.
    static func noInput(_ message: String) -> Self { Self(status: 66, message: message) }
    /// EX_OSERR: the system refused a socket or a process.
    static func system(_ message: String) -> Self { Self(status: 71, message: message) }
}
#endif
