import LambdaJSON

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file with the answer that a test expects.
///
/// ```swift
/// let response = try await BookShelf().handle(request, context: .test())
/// try GoldenFile("responses/book.json").expect(response)
/// ```
///
/// The file is in the folder `Fixtures` beside the test file. To write it, or to write it anew after a
/// change that is meant, run the test with `SWIFT_LAMBDA_WRITE_GOLDEN=1` in the environment, and read
/// what has changed before you commit it:
///
/// ```sh
/// SWIFT_LAMBDA_WRITE_GOLDEN=1 swift test --filter BookShelfTests
/// ```
///
/// JSON is compared value by value, so that neither the order of members nor the layout of the file
/// matters; anything else is compared byte by byte.
public struct GoldenFile: Sendable {
    /// Where the file is.
    public let path: String

    private let isWriting: Bool

    static let variable = "SWIFT_LAMBDA_WRITE_GOLDEN"

    /// Names a file, which need not exist yet.
    ///
    /// - Parameters:
    ///   - name: The name, such as `responses/book.json`, or an absolute path.
    ///   - filePath: The file to look beside. The default is the file that calls the initializer.
    public init(_ name: String, filePath: String = #filePath) {
        let value = getenv(Self.variable).map { String(cString: $0) } ?? ""
        self.init(name, filePath: filePath, isWriting: !value.isEmpty && value != "0")
    }

    init(_ name: String, filePath: String, isWriting: Bool) {
        let folder = filePath.lastIndex(of: "/").map { filePath[..<$0] } ?? "."
        path = name.hasPrefix("/") ? name : "\(folder)/Fixtures/\(name)"
        self.isWriting = isWriting
    }

    /// Checks that a value is what the file has, or writes it.
    ///
    /// A value is encoded as JSON; a `String` and a `[UInt8]` are compared as they are.
    ///
    /// - Parameter value: The value.
    /// - Throws: ``FixtureError`` with each difference, or if there is no such file; and what encoding
    ///   throws.
    public func expect<Value: Encodable>(_ value: Value) throws {
        if let bytes = value as? [UInt8] {
            try expect(bytes: bytes)
        } else if let text = value as? String {
            try expect(bytes: Array(text.utf8))
        } else {
            try expect(bytes: LambdaJSONEncoder().encode(value))
        }
    }

    /// Checks that a function answered what the file has, or writes it.
    ///
    /// - Parameter invocation: The invocation.
    /// - Throws: ``FixtureError`` with each difference, or if there is no such file; and
    ///   ``LambdaTestError`` if the invocation failed.
    public func expect(_ invocation: TestLambda.Invocation) throws {
        try expect(bytes: invocation.output)
    }

    private func expect(bytes: [UInt8]) throws {
        let actual = Self.json(bytes)
        let file = try File.read(path)
        let isSame: Bool
        var differences: JSONDifferences?
        if let file, let actual, let expected = Self.json(file) {
            let found = JSONDifferences(from: expected, to: actual)
            differences = found
            isSame = found.isEmpty
        } else {
            isSame = file == bytes
        }
        if isSame { return }
        if isWriting { return try File.write(actual.map(Self.layout) ?? bytes, to: path) }
        if file == nil { throw FixtureError.noGoldenFile(path) }
        throw FixtureError.notGolden(path, differences)
    }

    private static func json(_ bytes: [UInt8]) -> JSONValue? {
        try? LambdaJSONDecoder().decode(JSONValue.self, from: bytes)
    }

    /// The JSON as it is easy to read, and to compare line by line.
    private static func layout(_ value: JSONValue) throws -> [UInt8] {
        var encoder = LambdaJSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(value) + Array("\n".utf8)
    }
}

extension FixtureError {
    fileprivate static func noGoldenFile(_ path: String) -> Self {
        Self(
            description: "There is no golden file \(path). To write it, run the test with "
                + "\(GoldenFile.variable)=1 in the environment, and read it before you commit it.",
            underlyingError: nil
        )
    }

    fileprivate static func notGolden(_ path: String, _ differences: JSONDifferences?) -> Self {
        let lines = differences?.all.map { "\n  \($0)" }.joined() ?? " The bytes differ."
        let places = differences == nil ? lines : ":" + lines
        return Self(
            description: "The answer is not that of \(path)\(places)\nIf the change is meant, run "
                + "the test with \(GoldenFile.variable)=1 in the environment to write the file.",
            underlyingError: nil
        )
    }
}
