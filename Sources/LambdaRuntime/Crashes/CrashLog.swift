#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

// What a crash leaves in the log
// ------------------------------
// A trap cannot be caught in Swift: an index out of range ends the process by a signal, and Lambda only says
// "signal: illegal instruction". So a handler of those signals writes one more line, and lets the signal do
// what it would have done:
//
//     … FATAL The function crashed with SIGILL (…) while it handled an invocation. address=0x4f3a1c requestId=8476…
//
// Nothing in the handler may allocate, lock, or touch what the interrupted code may have been changing:
//
// - All memory is there before: the requests in flight are kept in notes, the line is put together in a buffer.
// - When the line is written, the handler restores what was set for the signal before. Where it returns, the
//   instruction that trapped traps again, into Swift's backtracer where that is on, or into the end of the process.
//   A signal that was sent, as `abort()` does, is sent once more.
// - Several threads may crash at once, and the process must not end by one of them while another has not written
//   its line yet. So they take turns, by a lock that nothing but the handler ever takes.
// - The signals are blocked meanwhile: a fault in the handler itself ends the process.
// - A stack overflow leaves no stack to run on, so the threads of the loop have another one for the handler.
//
// A handler that the function sets itself, later, replaces this one.

/// Writes which request was in flight when the process crashes.
enum CrashLog {
    /// The identifier of the request that a slot works on, in memory that a signal handler can read.
    ///
    /// `@unchecked Sendable`: only the owner of the slot writes. The handler of another thread may read at the
    /// same time: it then finds parts of two identifiers, which are letters and digits all the same.
    struct Note: @unchecked Sendable {
        fileprivate let memory: UnsafeMutablePointer<Memory>

        fileprivate struct Memory {
            var next: UnsafeMutablePointer<Memory>?
            /// Where the identifier is, of ``RequestID/limit`` bytes.
            var text: UnsafeMutableRawPointer
            /// The length of the identifier, 0 between two invocations.
            var length = 0
        }

        /// Notes a request.
        func set(_ id: UnsafeRawBufferPointer) {
            guard let source = id.baseAddress else { return }
            let count = min(id.count, RequestID.limit)
            memory.pointee.text.copyMemory(from: source, byteCount: count)
            memory.pointee.length = count
        }

        /// Notes that there is none.
        func clear() {
            memory.pointee.length = 0
        }
    }

    /// What the handler needs.
    private struct State {
        /// The notes, a list that only grows.
        var notes: UnsafeMutablePointer<Note.Memory>?
        /// What was set for each of `signals` before.
        var previous: UnsafeMutablePointer<sigaction>
        /// Taken by the handler alone.
        var turn: UnsafeMutablePointer<pthread_mutex_t>
        var isJSON: Bool
        var hasReported = false
    }

    /// What is installed, `nil` before.
    ///
    /// `nonisolated(unsafe)`: it is set once, before the threads that could crash exist. After that, notes are
    /// added to it by one thread at a time, and the handler writes to it while the process ends.
    private nonisolated(unsafe) static var state: UnsafeMutablePointer<State>?

    /// The signals by which code crashes.
    private static let count = 6

    private static func signal(_ index: Int) -> (number: Int32, name: StaticString) {
        switch index {
        case 0: (SIGILL, "SIGILL")
        case 1: (SIGTRAP, "SIGTRAP")
        case 2: (SIGSEGV, "SIGSEGV")
        case 3: (SIGBUS, "SIGBUS")
        case 4: (SIGFPE, "SIGFPE")
        default: (SIGABRT, "SIGABRT")
        }
    }
}

// MARK: - Before

extension CrashLog {
    /// Sets the handlers of this process, which write in a format of the log.
    static func install(_ format: LambdaLogger.Format) {
        guard state == nil else { return }
        let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: count)
        previous.initialize(repeating: sigaction(), count: count)
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        let turn = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        pthread_mutex_init(turn, nil)
        state.initialize(
            to: State(notes: nil, previous: previous, turn: turn, isJSON: format == .json)
        )
        Self.state = state
        var action = sigaction()
        #if canImport(Darwin)
        action.__sigaction_u.__sa_sigaction = { CrashLog.handle($0, $1, $2) }
        #elseif canImport(Musl)
        action.__sa_handler.sa_sigaction = { CrashLog.handle($0, $1, $2) }
        #else
        action.__sigaction_handler.sa_sigaction = { CrashLog.handle($0, $1, $2) }
        #endif
        action.sa_flags = SA_SIGINFO | SA_ONSTACK
        sigemptyset(&action.sa_mask)
        for index in 0..<count { sigaddset(&action.sa_mask, signal(index).number) }
        for index in 0..<count {
            sigaction(signal(index).number, &action, previous + index)
            // It would be no crash.
            if isIgnored(previous[index]) { sigaction(signal(index).number, previous + index, nil) }
        }
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        #if canImport(Darwin)
        let handler = action.__sigaction_u.__sa_handler
        #elseif canImport(Musl)
        let handler = action.__sa_handler.sa_handler
        #else
        let handler = action.__sigaction_handler.sa_handler
        #endif
        // SIG_IGN is the address 1 on all of them, and C function pointers cannot be compared.
        return unsafeBitCast(handler, to: Int.self) == 1
    }

    /// Makes the note of a slot.
    ///
    /// The slots of a process are made one after the other.
    static func makeNote() -> Note? {
        guard let state else { return nil }
        let memory = UnsafeMutablePointer<Note.Memory>.allocate(capacity: 1)
        let text = UnsafeMutableRawPointer.allocate(byteCount: RequestID.limit, alignment: 1)
        memory.initialize(to: Note.Memory(next: state.pointee.notes, text: text))
        state.pointee.notes = memory
        return Note(memory: memory)
    }

    /// Gives the current thread a stack for the handler, for when its own is used up.
    static func prepareThread() {
        // Several times what the registers of the widest processors take. Untouched it is address space only.
        let size = 64 * 1024
        let memory = mmap(nil, size, PROT_READ | PROT_WRITE, Int32(MAP_PRIVATE | MAP_ANON), -1, 0)
        // All bits set mean failure. Swift's own MAP_FAILED would link the libm with it.
        guard let memory, UInt(bitPattern: memory) != .max else { return }
        var stack = stack_t()
        stack.ss_sp = memory
        stack.ss_size = .init(size)
        sigaltstack(&stack, nil)
    }
}

// MARK: - In the handler

extension CrashLog {
    private static func handle(
        _ number: Int32,
        _ info: UnsafeMutablePointer<siginfo_t>?,
        _ context: UnsafeMutableRawPointer?
    ) {
        guard let state else { return }
        pthread_mutex_lock(state.pointee.turn)
        for index in 0..<count where signal(index).number == number {
            if !state.pointee.hasReported {
                state.pointee.hasReported = true
                report(state, signal(index).name, CrashSite(info, context))
            }
            sigaction(number, state.pointee.previous + index, nil)
        }
        pthread_mutex_unlock(state.pointee.turn)
        // Zero and below stand for signals that were sent; they are not raised again by going on.
        if let info, info.pointee.si_code <= 0 { raise(number) }
    }

    private static func report(
        _ state: UnsafeMutablePointer<State>,
        _ name: StaticString,
        _ site: CrashSite
    ) {
        withUnsafeTemporaryAllocation(byteCount: 1000, alignment: 1) { buffer in
            var line = CrashLine(buffer, isJSON: state.pointee.isJSON)
            line.begin()
            line.append("The function crashed with ")
            line.append(name)
            line.append(reason(name, site))
            var first: UnsafeMutablePointer<Note.Memory>?
            var inFlight = 0
            var next = state.pointee.notes
            while let note = next {
                if note.pointee.length > 0 {
                    inFlight += 1
                    if first == nil { first = note }
                }
                next = note.pointee.next
            }
            switch inFlight {
            case 0: line.append(" outside of an invocation.")
            case 1: line.append(" while it handled an invocation.")
            default:
                line.append(" while it handled ")
                line.append(decimal: inFlight)
                line.append(" invocations.")
            }
            line.endMessage()
            line.field("signal", name)
            if let address = site.address { line.field("address", hexadecimal: address) }
            append(first, inFlight, to: &line)
            line.end()
            LogOutput.writeUnlocked(line.bytes, to: STDERR_FILENO)
        }
    }

    /// Appends the identifiers of what is in flight: all of them, or as many as fit.
    private static func append(
        _ first: UnsafeMutablePointer<Note.Memory>?,
        _ count: Int,
        to line: inout CrashLine
    ) {
        if count == 0 { return }
        line.beginField(count == 1 ? "requestId" : "requestIds", isList: count > 1)
        var next = first
        while let note = next, line.hasRoom(RequestID.limit) {
            let length = min(note.pointee.length, RequestID.limit)
            if length > 0 {
                line.element(UnsafeRawBufferPointer(start: note.pointee.text, count: length))
            }
            next = note.pointee.next
        }
        line.endField(isList: count > 1)
    }

    private static func reason(_ name: StaticString, _ site: CrashSite) -> StaticString {
        if site.isStackOverflow { return " (a stack overflow, as from endless recursion)" }
        switch name.utf8Start[3] {
        // SIGILL and SIGTRAP.
        case 0x49, 0x54:
            return " (a trap: an index out of range, an overflow, an unexpected nil or the like)"
        // SIGSEGV.
        case 0x53: return " (an access to memory that is not there)"
        default: return ""
        }
    }
}
