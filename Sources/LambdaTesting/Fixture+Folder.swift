public import LambdaRuntime

extension Fixture {
    /// All fixtures of a folder, and of the folders in it: the files that end in `.json`, in the order
    /// of their names.
    ///
    /// ```swift
    /// @Test(arguments: try Fixture.all(in: "orders"))
    /// func takesEveryOrder(fixture: Fixture) async throws { … }
    /// ```
    ///
    /// The folder is looked up as a file is, and the first that exists counts.
    ///
    /// - Parameters:
    ///   - folder: The name, such as `sqs`, or an absolute path.
    ///   - filePath: The file to look beside. The default is the file that calls the function.
    /// - Returns: The fixtures.
    /// - Throws: ``FixtureError`` if there is no such folder, or no fixture in it.
    public static func all(in folder: String, filePath: String = #filePath) throws -> [Fixture] {
        let candidates = FixtureSearch(testFile: filePath).candidates(for: folder)
        guard let root = candidates.first(where: File.isFolder) else {
            throw FixtureError.notFound(name: folder, searched: candidates)
        }
        let paths = try File.files(in: root).filter { $0.hasSuffix(".json") }
        if paths.isEmpty { throw FixtureError.emptyFolder(root) }
        return try paths.map { path in
            guard let bytes = try File.read(path) else {
                throw FixtureError.notFound(name: path, searched: [path])
            }
            return Fixture(path: path, bytes: bytes)
        }
    }

    /// Does something with each fixture of a folder, and says for which ones it failed.
    ///
    /// ```swift
    /// try await Fixture.forEach(in: "orders") { fixture in
    ///     let invocation = try await lambda.invoke(fixture)
    ///     _ = try invocation.output(as: Receipt.self)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - folder: The name, such as `sqs`, or an absolute path; see ``all(in:filePath:)``.
    ///   - filePath: The file to look beside. The default is the file that calls the function.
    ///   - isolation: Where the closure runs: where the caller does.
    ///   - body: What to do. It fails by throwing.
    /// - Throws: ``FixtureError`` with a line for each fixture that failed, and if there is no such
    ///   folder, or no fixture in it.
    public static func forEach(
        in folder: String,
        filePath: String = #filePath,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (Fixture) async throws -> Void
    ) async throws {
        let fixtures = try all(in: folder, filePath: filePath)
        var failures: [(Fixture, any Error)] = []
        for fixture in fixtures {
            do {
                try await body(fixture)
            } catch {
                failures.append((fixture, error))
            }
        }
        if !failures.isEmpty { throw FixtureError.failures(failures, of: fixtures.count) }
    }
}

extension LambdaHandler {
    /// Handles each fixture of a folder, and says which ones it failed on.
    ///
    /// ```swift
    /// let receipts = try await OrderDesk(store: store).handle(fixturesIn: "orders")
    /// #expect(receipts.values.allSatisfy { $0.total > 0 })
    /// ```
    ///
    /// - Parameters:
    ///   - folder: The name, such as `sqs`, or an absolute path.
    ///   - filePath: The file to look beside. The default is the file that calls the method.
    ///   - context: The context of each event. The default is one of its own.
    /// - Returns: What the handler answered, by the path of the file.
    /// - Throws: ``FixtureError`` with a line for each fixture that failed, and if there is no such
    ///   folder, or no fixture in it.
    @discardableResult
    public func handle(
        fixturesIn folder: String,
        filePath: String = #filePath,
        context: @Sendable () -> LambdaContext = { .test() }
    ) async throws -> [String: Output] {
        var outputs: [String: Output] = [:]
        try await Fixture.forEach(in: folder, filePath: filePath) { fixture in
            outputs[fixture.path] = try await handle(event(fixture), context: context())
        }
        return outputs
    }

    /// Makes the event that the runtime would make.
    private func event(_ fixture: Fixture) throws -> Event {
        if let bytes = fixture.bytes as? Event { return bytes }
        if let text = fixture.text as? Event { return text }
        return try fixture.decode(Event.self, by: Self.payloadDecoder)
    }
}
