#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Objects as files, for running functions on a laptop: `buckets/photos/2026/red flower.bmp`.
///
/// A bucket is a folder, made when it is needed. A file system is no object store: a key that is the
/// beginning of another up to a slash, such as `a` beside `a/b`, has no place here, nor has one with
/// an empty segment or one of dots, which would lead out of the folder.
package struct FolderObjectStore: ObjectStore {
    private let root: String

    /// Creates a store.
    ///
    /// - Parameter root: The folder of the buckets.
    package init(root: String) {
        self.root = root
    }

    package func object(_ key: String, in bucket: String, upTo limit: Int) throws -> [UInt8]? {
        let path = try path(of: key, in: bucket)
        guard let file = fopen(path, "rb") else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("read", path)
        }
        defer { fclose(file) }
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            content += piece.prefix(count)
            guard content.count <= limit else { throw ObjectStoreError.tooLarge(limit) }
            if count < piece.count { break }
        }
        guard ferror(file) == 0 else { throw failure("read", path) }
        return content
    }

    package func put(
        _ content: [UInt8],
        as key: String,
        in bucket: String,
        contentType: String
    ) throws {
        let path = try path(of: key, in: bucket)
        try makeFolders(above: path)
        // Nobody sees half an object: it gets its name when it is whole.
        let unfinished = path + ".unfinished"
        guard let file = fopen(unfinished, "wb") else { throw failure("write", path) }
        let written = fwrite(content, 1, content.count, file)
        guard fclose(file) == 0, written == content.count, rename(unfinished, path) == 0 else {
            let error = failure("write", path)
            unlink(unfinished)
            throw error
        }
    }

    private func path(of key: String, in bucket: String) throws(ObjectStoreError) -> String {
        let segments = [bucket[...]] + key.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = segments.allSatisfy { segment in
            !segment.isEmpty && segment != "." && segment != ".." && !segment.contains("\0")
        }
        guard isPlain, !bucket.contains("/") else {
            throw ObjectStoreError(
                .invalidKey,
                "A folder has no place for this key: expected names with slashes between them."
            )
        }
        return ([root[...]] + segments).joined(separator: "/")
    }

    private func makeFolders(above path: String) throws(ObjectStoreError) {
        for index in path.indices where path[index] == "/" && index > path.startIndex {
            let folder = String(path[..<index])
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
                throw failure("make", folder)
            }
        }
    }

    private func failure(_ verb: String, _ path: String) -> ObjectStoreError {
        let reason = String(cString: strerror(errno))
        return ObjectStoreError(.failed, "Could not \(verb) \(path): \(reason).")
    }
}
