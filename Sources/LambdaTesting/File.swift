#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Reading files without Foundation.
enum File {
    /// Reads a whole file.
    ///
    /// `nil` if there is none.
    static func read(_ path: String) throws -> [UInt8]? {
        let descriptor = retryingInterrupts { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FixtureError.unreadable(path: path, errorNumber: errno)
        }
        defer { close(descriptor) }

        var bytes: [UInt8] = []
        try withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 1) { buffer in
            while true {
                let count = retryingInterrupts { systemRead(descriptor, buffer) }
                // errno is only valid right after the call that failed.
                guard count >= 0 else {
                    throw FixtureError.unreadable(path: path, errorNumber: errno)
                }
                if count == 0 { return }
                bytes.append(contentsOf: buffer[..<count])
            }
        }
        return bytes
    }

    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    static func message(for errorNumber: Int32) -> String {
        strerror(errorNumber).map { String(cString: $0) } ?? "error \(errorNumber)"
    }

    private static func retryingInterrupts<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}

/// The `read` of the system, which has the name of our own function.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
