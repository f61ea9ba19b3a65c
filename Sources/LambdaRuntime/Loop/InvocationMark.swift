/// What the process shows of the invocation that a slot works on, outside of the handler.
///
/// For a loop that has the process to itself that is the note of which a crash report is made and, where
/// one invocation runs at a time, the environment variable with the trace header. Both are copies into
/// memory that is there already. Loops in a test share their process and show nothing.
struct InvocationMark: ~Copyable {
    private let note: CrashLog.Note?
    private var environment: TraceEnvironment?

    /// A mark that shows nothing.
    init() {
        note = nil
        environment = nil
    }

    /// The mark of a slot of this process.
    ///
    /// - Parameter isAlone: Whether there is no other slot.
    init(ofProcessAlone isAlone: Bool) {
        note = CrashLog.makeNote()
        environment = isAlone ? TraceEnvironment() : nil
    }

    /// Shows an invocation, from before its event is decoded.
    mutating func begin(_ invocation: ContextStorage) {
        guard let note else { return }
        invocation.withBytes(.requestID) { note.set($0) }
        // Not through a closure, which could not change the buffer in place.
        if environment != nil {
            invocation.withBytes(.traceID) { environment?.set($0) }
        }
    }

    /// Shows that the invocation is over.
    func end() {
        note?.clear()
    }
}
