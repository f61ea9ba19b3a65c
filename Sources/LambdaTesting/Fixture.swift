public import LambdaJSON
import LambdaRuntime

/// A file of JSON to test with: one of your own, or one that comes with this library.
///
/// ```swift
/// let event = try S3Event(fixture: "s3/object-created.json")
/// let bytes = try Fixture("orders/first.json").bytes
/// ```
///
/// A name is looked up in the folder `Fixtures` beside the test file, then in the folders of that name
/// further up in the same package, then among the fixtures of this library, which have one file for
/// each variant of each event. So a file of yours takes precedence over one of ours with the same name.
///
/// Nothing needs to be declared in `Package.swift` but that the folder is none of the test's sources:
/// `exclude: ["Fixtures"]`. The files are read where they are, so fixtures are for tests on the machine
/// that built them.
///
/// One that is almost what a test needs is changed where it differs, see
/// ``replacing(_:with:)-(_,JSONValue)``.
public struct Fixture: Hashable, Sendable, CustomStringConvertible {
    /// Where the file was found.
    public let path: String

    /// The content: that of the file, or what was made of it.
    public let bytes: [UInt8]

    /// What was made of the file, `Records[0].body replaced` for one.
    let changes: [String]

    /// The content as text.
    ///
    /// Invalid UTF-8 is replaced by U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The path, with what was changed in the file's content.
    public var description: String {
        changes.isEmpty ? path : "\(path) with \(changes.joined(separator: ", "))"
    }

    init(path: String, bytes: [UInt8], changes: [String] = []) {
        self.path = path
        self.bytes = bytes
        self.changes = changes
    }

    /// Finds a fixture and reads it.
    ///
    /// - Parameters:
    ///   - name: The name, such as `s3/object-created.json`, or an absolute path.
    ///   - filePath: The file to look beside. The default is the file that calls the initializer.
    /// - Throws: `FixtureError` if there is no such file, with all places searched, or if it cannot be
    ///   read.
    public init(_ name: String, filePath: String = #filePath) throws {
        let candidates = FixtureSearch(testFile: filePath).candidates(for: name)
        for candidate in candidates {
            if let bytes = try File.read(candidate) {
                self.init(path: candidate, bytes: bytes)
                return
            }
        }
        throw FixtureError.notFound(name: name, searched: candidates)
    }

    /// Decodes the file.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - decoder: The decoder, for one with `userInfo`. The default is a new one.
    /// - Returns: The decoded value.
    /// - Throws: `FixtureError` if the file does not decode, with the place in it.
    public func decode<Value: Decodable>(
        as type: Value.Type = Value.self,
        with decoder: LambdaJSONDecoder = LambdaJSONDecoder()
    ) throws -> Value {
        try decode(type, by: decoder)
    }

    /// Decodes the file as the runtime decodes an event.
    func decode<Value: Decodable>(
        _ type: Value.Type,
        by decoder: any PayloadDecoder
    ) throws -> Value {
        do {
            return try bytes.withUnsafeBytes { try decoder.decode(type, from: $0) }
        } catch {
            throw FixtureError.undecodable(self, type: type, error: error)
        }
    }
}

extension Decodable {
    /// Creates a value from a fixture: a file of yours, or one that comes with this library.
    ///
    /// ```swift
    /// let event = try SQSEvent(fixture: "sqs/fifo.json")
    /// ```
    ///
    /// See ``Fixture`` for where it is looked up.
    ///
    /// - Parameters:
    ///   - fixture: The name of the file, such as `s3/object-created.json`.
    ///   - filePath: The file to look beside. The default is the file that calls the initializer.
    /// - Throws: `FixtureError` if there is no such file, or if it does not decode.
    public init(fixture: String, filePath: String = #filePath) throws {
        self = try Fixture(fixture, filePath: filePath).decode(as: Self.self)
    }
}
