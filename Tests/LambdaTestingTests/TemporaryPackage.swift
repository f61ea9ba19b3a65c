import Foundation

/// A package with a test file and fixtures, as a user has it.
struct TemporaryPackage {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory
            .appendingPathComponent("fixtures-\(UUID().uuidString)")
        try write("// swift-tools-version: 6.2", to: "Package.swift")
    }

    var testFile: String { path("Tests/ShopTests/Orders/OrderTests.swift") }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    func write(_ text: String, to path: String) throws {
        let url = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    func read(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    func remove() {
        try? FileManager.default.removeItem(at: root)
    }
}
