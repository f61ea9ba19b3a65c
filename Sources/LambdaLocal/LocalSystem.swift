#if LOCAL_RUNNING
import LambdaTransport

#if canImport(Darwin)
import Darwin
// `_NSGetExecutablePath` is declared there, beside the module of the C library.
import MachO.dyld
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What local running asks of the operating system, and what differs between the systems.
enum LocalSystem {
    /// The file that this process runs, so that it can be run a second time.
    static func executablePath() -> String? {
        #if canImport(Darwin)
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        var size = UInt32(buffer.count)
        guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
        return text(buffer)
        #else
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        return readlink("/proc/self/exe", &buffer, Int(PATH_MAX)) > 0 ? text(buffer) : nil
        #endif
    }

    /// The environment of this process, as `NAME=value`.
    static func environment() -> [String] {
        var result: [String] = []
        #if canImport(Darwin)
        let entries: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = _NSGetEnviron().pointee
        guard var next = entries else { return result }
        while let entry = next.pointee {
            result.append(String(cString: entry))
            next += 1
        }
        #else
        // Not `environ`: musl declares it for GNU sources only, and Swift's own of that name would link
        // the libm with it.
        if case .success(let bytes) = readFile("/proc/self/environ", limit: 16 << 20) {
            result = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        }
        #endif
        return result
    }

    /// The day, in UTC, as the names of log streams have it: `2026/11/20`.
    static func date() -> String {
        var seconds = time(nil)
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return "1970/01/01" }
        func padded(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let year = parts.tm_year.addingReportingOverflow(1900).partialValue
        return "\(year)/\(padded(parts.tm_mon &+ 1))/\(padded(parts.tm_mday))"
    }

    /// Whether a signal is ignored.
    static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
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

    /// Undoes what a process may inherit that would be in the way.
    ///
    /// Where standard input, output or error is closed, a socket would become it, and be written to as
    /// the log. Where the end of child processes is ignored, nobody learns how they ended.
    static func resetInheritance() {
        while let file = fopen("/dev/null", "r+") {
            if (0...2).contains(fileno(file)) { continue }
            fclose(file)
            break
        }
        // SIG_DFL is the null pointer on all of them.
        signal(SIGCHLD, nil)
    }

    /// The peak memory of a process that has ended.
    ///
    /// On Linux no less than that of the process that started it: the mark is carried across `exec`.
    static func bytes(ofPeakMemory usage: rusage) -> Int {
        #if canImport(Darwin)
        Int(usage.ru_maxrss)
        #else
        bytes(kibibytes: Int(usage.ru_maxrss))
        #endif
    }

    /// The peak memory of a process that still runs, which is its own alone.
    ///
    /// `nil` where it has ended, or the system does not tell.
    static func peakMemory(of process: pid_t) -> Int? {
        #if canImport(Darwin)
        nil
        #else
        switch readFile("/proc/\(process)/status", limit: 65536) {
        case .success(let status): peakMemory(inStatus: status)
        case .failure: nil
        }
        #endif
    }

    /// The peak memory in a file `/proc/PID/status`.
    static func peakMemory(inStatus status: [UInt8]) -> Int? {
        for line in status.split(separator: UInt8(ascii: "\n"))
        where line.starts(with: "VmHWM:".utf8) {
            let digits = line.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            return Int(digits: String(decoding: digits, as: UTF8.self)).map { bytes(kibibytes: $0) }
        }
        return nil
    }

    private static func bytes(kibibytes: Int) -> Int {
        let (bytes, overflow) = kibibytes.multipliedReportingOverflow(by: 1024)
        return overflow ? Int.max : bytes
    }

    /// Why a system call failed, in words without a full stop.
    static func reason(_ number: Int32) -> String { SocketError(.open, number).reason }

    private static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension LocalSystem {
    /// All that is to be read from a descriptor or, where it is more, `limit` bytes and one.
    static func readAll(_ descriptor: Int32, limit: Int) -> Result<[UInt8], ReadFailure> {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while bytes.count <= limit {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 {
                let number = Libc.errorNumber
                if number == EINTR { continue }
                return .failure(ReadFailure(number: number))
            }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return .success(bytes)
    }

    static func readFile(_ path: String, limit: Int) -> Result<[UInt8], ReadFailure> {
        // `fopen` only for the descriptor: Swift's wrapper of the variadic `open` would link the libm.
        while true {
            if let file = fopen(path, "re") {
                defer { fclose(file) }
                return readAll(fileno(file), limit: limit)
            }
            let number = Libc.errorNumber
            if number != EINTR { return .failure(ReadFailure(number: number)) }
        }
    }

    struct ReadFailure: Error {
        let number: Int32
    }

    /// Whether somebody reads on a terminal what is written.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Writes all of it.
    ///
    /// Where nobody reads any more there is nowhere left to say so.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        guard let file = fdopen(dup(descriptor), "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
#endif
