#if LOCAL_RUNNING
import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What a process writes to its standard output and its standard error, read without ever waiting.
final class OutputPipe {
    private let reading: Int32
    /// The end that the process gets, -1 once it has it alone.
    private(set) var writing: Int32
    /// A boolean value indicating whether more may come.
    private(set) var isOpen = true

    init() throws(LocalFault) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw .system("A pipe cannot be opened: \(LocalSystem.reason(Libc.errorNumber)).")
        }
        (reading, writing) = (ends[0], ends[1])
        // A second process must not hold the pipe of the first open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(reading, F_SETFL, fcntl(reading, F_GETFL) | O_NONBLOCK)
    }

    deinit {
        closeWriting()
        _ = close(reading)
    }

    /// Leaves the other end to the process: that it has ended is then the end of the output.
    func closeWriting() {
        if writing >= 0 { _ = close(writing) }
        writing = -1
    }

    /// Adds what there is to wait for.
    func prepare(_ readiness: inout Readiness) {
        if isOpen { readiness.add(reading, reading: true) }
    }

    /// All that has been written and not yet read.
    func drain() -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        // A process that writes without end must not keep all else waiting.
        while isOpen, bytes.count < 1 << 20 {
            let count = read(reading, &chunk, chunk.count)
            if count > 0 {
                bytes += chunk[..<count]
            } else if count < 0, Libc.errorNumber == EINTR {
                continue
            } else {
                isOpen = count < 0 && Libc.errorNumber == EAGAIN
                break
            }
        }
        return bytes
    }
}
#endif
