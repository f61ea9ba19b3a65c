/// Where objects are kept: S3, or what stands in for it on a laptop and in tests.
package protocol ObjectStore: Sendable {
    /// The content of an object.
    ///
    /// - Parameters:
    ///   - key: The key of the object, not encoded.
    ///   - bucket: The name of the bucket.
    ///   - limit: How many bytes are taken at most.
    /// - Returns: The content, `nil` if there is no such object.
    /// - Throws: `ObjectStoreError`, with ``ObjectStoreError/Kind/tooLarge`` if there is more than that.
    func object(_ key: String, in bucket: String, upTo limit: Int) async throws -> [UInt8]?

    /// Stores an object, in place of the one with the same key if there is one.
    ///
    /// - Parameters:
    ///   - content: The content.
    ///   - key: The key of the object, not encoded.
    ///   - bucket: The name of the bucket.
    ///   - contentType: The media type of the content.
    /// - Throws: `ObjectStoreError` if it is not stored.
    func put(
        _ content: [UInt8],
        as key: String,
        in bucket: String,
        contentType: String
    ) async throws
}

/// Why an object was not read, or not stored.
package struct ObjectStoreError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Sendable {
        /// The object is larger than what was asked for.
        case tooLarge
        /// The store has no place for such a key.
        case invalidKey
        /// The store did not do it.
        case failed
    }

    package let kind: Kind
    package let description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    static func tooLarge(_ limit: Int) -> Self {
        Self(.tooLarge, "The object has more than the \(limit) bytes that are taken at most.")
    }
}
