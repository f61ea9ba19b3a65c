import LambdaTransport

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes whole lines with `write(2)`: stdio would keep them back when there is no terminal.
enum LogOutput {
    /// What `write(2)` is to a test.
    typealias WriteCall = (Int32, UnsafeRawBufferPointer) -> Int

    /// One line at a time, also where a line takes several writes.
    private static let turn = ThreadLock()

    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
        turn.lock()
        defer { turn.unlock() }
        write(bytes, to: descriptor) { systemWrite($0, $1) }
    }

    /// Writes a line from a signal handler, which must not wait for whoever has been interrupted.
    static func writeUnlocked(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
        write(bytes, to: descriptor) { systemWrite($0, $1) }
    }

    /// Writes everything, through interruptions and short writes.
    ///
    /// A descriptor that takes nothing any more loses the line: there is nowhere left to say so.
    static func write(
        _ bytes: UnsafeRawBufferPointer,
        to descriptor: Int32,
        through call: WriteCall
    ) {
        var written = 0
        while written < bytes.count {
            let count = call(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
            if count > 0 {
                written += count
            } else if count < 0, Libc.errorNumber == EINTR {
                continue
            } else if count < 0, Libc.errorNumber == EAGAIN {
                // Somebody made the descriptor non-blocking. The line is worth the wait.
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&entry, 1, 1000)
            } else {
                return
            }
        }
    }

    /// Makes a line to a pipe that nobody reads fail, where it would end the process.
    ///
    /// A handler that does nothing does it as well as `SIG_IGN` would, but is not inherited by
    /// the programs that a function starts. What the process has chosen itself stays.
    static func surviveBrokenPipes() {
        if let chosen = signal(SIGPIPE, { _ in }) { _ = signal(SIGPIPE, chosen) }
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
