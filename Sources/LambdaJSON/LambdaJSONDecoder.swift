/// Decodes `Decodable` types from JSON, without Foundation.
///
/// ```swift
/// struct Order: Decodable {
///     var id: String
///     var quantity: Int
/// }
///
/// let order = try LambdaJSONDecoder().decode(Order.self, from: bytes)
/// ```
///
/// It accepts exactly what RFC 8259 calls JSON: valid UTF-8, no comments, no trailing commas, no
/// `NaN`; any value may stand at the top level. Where the RFC leaves a choice:
/// - A byte order mark is refused, as are lone surrogates in `\u` escapes.
/// - Of members with equal names the first counts, as with Foundation's `JSONDecoder`. Names are
///   compared byte by byte once escapes are resolved, without Unicode normalization. (As keys of a
///   `Dictionary`, names that are canonically equivalent are one all the same, and again the first
///   counts.)
/// - Nesting deeper than ``maximumDepth``, and texts of 128 MiB and more, are refused.
/// - A number decodes as an integer when its value is one: `1.0` and `1e2` do, `1.5` does not. A
///   number beyond the range of the type asked for is refused. A `Double` is the one nearest to
///   the number as written, which for very small numbers is zero.
///
/// Errors are `DecodingError`s with a coding path. Each that the decoder makes carries a
/// ``LambdaJSONError`` with the byte offset, and none repeats a value of the payload. The keys of
/// a coding path have the names and indices of the JSON text; they are not instances of the
/// `CodingKey` types of the decoded type.
///
/// A decoder that a type is given, and its containers, can be used until the call to `decode`
/// returns. Afterwards they throw.
public struct LambdaJSONDecoder: Sendable {
    /// What the decoder hands on to the types it decodes.
    public var userInfo: [CodingUserInfoKey: any Sendable] = .init()

    /// The number of arrays and objects that may be open at one time.
    ///
    /// The default is 512. Types that decode recursively use stack for each level, so raise the
    /// limit only together with the size of the stack.
    public var maximumDepth = 512

    /// What decodes types that the standard library does not know, if anything does.
    package var hook: (any JSONDecodingHook)?

    /// Creates a decoder with an empty `userInfo` and a maximum depth of 512.
    public init() {}

    /// Decodes a value from JSON text in an array of bytes.
    ///
    /// - Throws: `DecodingError` where the bytes are not JSON or not JSON of this type, and
    ///   whatever `T` itself throws.
    public func decode<T: Decodable>(_ type: T.Type = T.self, from bytes: [UInt8]) throws -> T {
        try bytes.withUnsafeBytes { try decode(type, from: $0) }
    }

    /// Decodes a value from JSON text in memory that is owned by the caller.
    ///
    /// The memory is not used after the call has returned.
    ///
    /// - Throws: `DecodingError` where the bytes are not JSON or not JSON of this type, and
    ///   whatever `T` itself throws.
    public func decode<T: Decodable>(
        _ type: T.Type = T.self,
        from bytes: UnsafeRawBufferPointer
    ) throws -> T {
        let document = try JSONDocument.open(bytes, for: self)
        defer { document.close() }
        do {
            return try document.decode(type, at: 0, in: Tape.none)
        } catch let error as DecodingError {
            throw document.withoutPayload(error)
        }
    }

    /// Decodes a value from JSON text in a string.
    ///
    /// - Throws: `DecodingError` where the text is not JSON or not JSON of this type, and whatever
    ///   `T` itself throws.
    public func decode<T: Decodable>(_ type: T.Type = T.self, from text: String) throws -> T {
        var text = text
        return try text.withUTF8 { try decode(type, from: UnsafeRawBufferPointer($0)) }
    }
}

/// What decodes types the standard library does not know, such as Foundation's `Decimal`.
///
/// It is asked before a type's own `init(from:)`, wherever the type stands: in a member, an array, a
/// dictionary. It is not asked for arrays, dictionaries, and the types that the standard library's
/// containers have methods for.
package protocol JSONDecodingHook: Sendable {
    /// Decodes a value of the type, or answers `nil` to leave it to the type itself.
    func decode<T: Decodable>(_ type: T.Type, from decoder: JSONValueDecoder) throws -> T?
}
