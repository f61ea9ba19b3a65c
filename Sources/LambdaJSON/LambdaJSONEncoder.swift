/// Encodes `Encodable` types as JSON, without Foundation.
///
/// ```swift
/// let bytes = try LambdaJSONEncoder().encode(order)
/// ```
///
/// The output is the same on each run: members come in the order in which the type encodes them,
/// which for synthesized conformances is that of declaration, and dictionaries are sorted by key.
/// (The elements of a `Set`, and of a dictionary whose keys are neither strings nor integers, which
/// the standard library encodes as an array, have no order that an encoder could see.) Slashes
/// are not escaped. A `Double` is written with the fewest digits that read back as the same one,
/// `1.0` as `1`; NaN and the infinities, which JSON does not have, throw.
///
/// A type that encodes nothing is an empty object, and an error at the top level. If a type asks
/// its encoder for a container more than once, all the containers write to one and the same
/// object or array, and of members with equal names the last counts. An encoder and its containers
/// may be used until the `encode(to:)` that they were made for returns.
public struct LambdaJSONEncoder: Sendable {
    /// The layout of the output.
    public struct OutputFormatting: OptionSet, Sendable {
        /// The bits of the options.
        public let rawValue: UInt

        /// Creates a set of options of its bits.
        public init(rawValue: UInt) {
            self.rawValue = rawValue
        }

        /// One member or element per line, indented by two spaces for each level.
        public static let prettyPrinted = OutputFormatting(rawValue: 1)

        /// The members of every object sorted by name, not only those of dictionaries.
        ///
        /// Names are compared byte by byte, as they are written.
        public static let sortedKeys = OutputFormatting(rawValue: 2)
    }

    /// What the encoder hands on to the types it encodes.
    public var userInfo: [CodingUserInfoKey: any Sendable] = .init()

    /// The layout of the output: compact unless asked otherwise.
    ///
    /// Each option costs a second pass over the output.
    public var outputFormatting: OutputFormatting = []

    /// What encodes types that the standard library does not know, if anything does.
    package var hook: (any JSONEncodingHook)?

    /// Creates an encoder with an empty `userInfo` that writes compact JSON.
    public init() {}

    /// Encodes a value as JSON text in UTF-8.
    ///
    /// - Throws: `EncodingError` where a value has no JSON form, and whatever `T` itself throws.
    public func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
        var writer = try text(of: value)
        defer { JSONWriter.putBack(&writer) }
        return Array(writer.written)
    }

    /// Encodes a value as JSON text in UTF-8 and appends it to an array.
    ///
    /// The array is not changed where an error is thrown.
    ///
    /// - Throws: `EncodingError` where a value has no JSON form, and whatever `T` itself throws.
    public func encode<T: Encodable>(_ value: T, into bytes: inout [UInt8]) throws {
        var writer = try text(of: value)
        bytes.append(contentsOf: UnsafeRawBufferPointer(writer.written))
        JSONWriter.putBack(&writer)
    }

    /// Encodes a value as JSON text in a string.
    ///
    /// - Throws: `EncodingError` where a value has no JSON form, and whatever `T` itself throws.
    public func encodeToString<T: Encodable>(_ value: T) throws -> String {
        var writer = try text(of: value)
        defer { JSONWriter.putBack(&writer) }
        return writer.string
    }

    private func text<T: Encodable>(of value: T) throws -> JSONWriter {
        let writer = JSONWriter.take(userInfo: userInfo, hook: hook)
        do {
            try writer.encodeRoot(value)
        } catch {
            writer.endCall()
            throw error
        }
        guard !outputFormatting.isEmpty || writer.session.mayRepeatNames else { return writer }
        try layOut(writer, T.self)
        return writer
    }

    private func layOut(_ writer: JSONWriter, _ type: Any.Type) throws {
        var layout = JSONLayout(
            isPretty: outputFormatting.contains(.prettyPrinted),
            sortsMembers: outputFormatting.contains(.sortedKeys)
        )
        do {
            let output = try layout.format(UnsafeRawBufferPointer(writer.written))
            writer.count = 0
            writer.append(raw: output.written)
        } catch {
            // The text is JSON, so it can only be too long.
            writer.endCall()
            throw writer.error("Expected less than 128 MiB of text to lay out", type, path: [])
        }
    }
}

/// What encodes types the standard library does not know, such as Foundation's `Decimal`.
///
/// It is asked before a type's own `encode(to:)`, wherever the value stands: in a member, an array,
/// a dictionary. It is not asked for the types that the standard library's containers have methods
/// for, and some others of its types.
package protocol JSONEncodingHook: Sendable {
    /// Encodes a value, or answers `false` to leave it to the value itself.
    func encode<T: Encodable>(_ value: T, to encoder: JSONValueEncoder) throws -> Bool
}
