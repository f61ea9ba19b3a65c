#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Files without Foundation.
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

    static func isFolder(_ path: String) -> Bool {
        guard let folder = opendir(path) else { return false }
        closedir(folder)
        return true
    }

    /// The files of a folder and of the folders in it, in the order of their names.
    static func files(in folder: String) throws -> [String] {
        guard let handle = opendir(folder) else {
            throw FixtureError.unreadable(path: folder, errorNumber: errno)
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return try names.sorted().flatMap { name in
            let path = folder + "/" + name
            return isFolder(path) ? try files(in: path) : [path]
        }
    }

    /// Writes a whole file, and makes the folders that it is in.
    static func write(_ bytes: [UInt8], to path: String) throws {
        for index in path.indices where path[index] == "/" && index > path.startIndex {
            _ = mkdir(String(path[..<index]), 0o777)
        }
        let descriptor = retryingInterrupts {
            open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        }
        guard descriptor >= 0 else {
            throw FixtureError.unwritable(path: path, errorNumber: errno)
        }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = retryingInterrupts {
                rest.withUnsafeBytes { systemWrite(descriptor, $0) }
            }
            guard count > 0 else {
                throw FixtureError.unwritable(path: path, errorNumber: errno)
            }
            rest = rest.dropFirst(count)
        }
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

/// The `write` of the system, which has the name of our own function.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
