/// Where fixtures are looked for.
struct FixtureSearch {
    let testFile: String

    /// The files a name can stand for, in the order they are tried.
    func candidates(for name: String) -> [String] {
        if name.hasPrefix("/") { return [name] }
        return folders.map { $0 + "/" + name }
    }

    /// The `Fixtures` folders beside the test file and above it, up to the root of its package, then
    /// the one of this library.
    private var folders: [String] {
        var folders: [String] = []
        var folder = Self.parent(of: testFile)
        while let current = folder {
            folders.append(current + "/Fixtures")
            if File.exists(current + "/Package.swift") { break }
            folder = Self.parent(of: current)
        }
        if let ours = Self.libraryFolder, !folders.contains(ours) { folders.append(ours) }
        return folders
    }

    /// The fixtures of this library, found beside its sources.
    static var libraryFolder: String? {
        parent(of: #filePath).map { $0 + "/Fixtures" }
    }

    private static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return nil }
        return String(path[..<slash])
    }
}
