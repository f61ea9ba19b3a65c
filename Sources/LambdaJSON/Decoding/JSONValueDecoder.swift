/// The decoder of one value: a document, the value's index, and the container it stands in.
///
/// It fits the buffer of an `any Decoder`, so that handing it to a type allocates nothing.
package struct JSONValueDecoder: Decoder {
    let document: JSONDocument
    private let valueIndex: UInt32
    private let parentIndex: UInt32
    private let generation: UInt32

    @inline(__always)
    init(document: JSONDocument, index: Int, parent: Int) {
        self.document = document
        valueIndex = UInt32(truncatingIfNeeded: index)
        parentIndex = UInt32(truncatingIfNeeded: parent)
        generation = document.generation
    }

    /// The decoder, if it is one of this type.
    ///
    /// A cast would take longer than to decode a number.
    package init?(_ decoder: any Decoder) {
        guard let native = Self.native(decoder) else { return nil }
        self = native
    }

    @inline(__always)
    private static func native<D: Decoder>(_ decoder: D) -> Self? {
        guard D.self == Self.self else { return nil }
        return withUnsafeBytes(of: decoder) { $0.load(as: Self.self) }
    }

    /// Whether the call that the decoder belongs to has not returned yet.
    @inline(__always)
    private var isCurrent: Bool { document.generation == generation }

    /// The value's index, or one that no value has.
    @inline(__always)
    var index: Int { isCurrent ? Int(valueIndex) : AbsentMember.outOfUse }

    @inline(__always)
    var parent: Int { isCurrent ? Int(parentIndex) : Tape.none }

    package var codingPath: [any CodingKey] {
        document.path(to: index, in: parent)
    }

    package var userInfo: [CodingUserInfoKey: Any] {
        isCurrent ? document.userInfo : .init()
    }

    package func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        try document.keyedContainer(type, at: index, in: parent)
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try document.unkeyedContainer(at: index, in: parent)
    }

    package func singleValueContainer() throws -> any SingleValueDecodingContainer {
        self
    }
}

extension JSONDocument {
    @inline(never)
    func keyedContainer<Key: CodingKey>(
        _ type: Key.Type,
        at index: Int,
        in parent: Int
    ) throws -> KeyedDecodingContainer<Key> {
        guard Tape.holds(index), kind(at: index) == .object else {
            throw mismatch([String: Any].self, "an object", at: index, in: parent)
        }
        // Keys that have room for a text take any name there is.
        if MemoryLayout<Key>.size >= MemoryLayout<String>.size { noteTextKeys(of: index) }
        markRepeatedKeys(in: index)
        return container(type, of: index)
    }

    @inline(never)
    func unkeyedContainer(
        at index: Int,
        in parent: Int
    ) throws -> any UnkeyedDecodingContainer {
        guard Tape.holds(index), kind(at: index) == .array else {
            throw mismatch([Any].self, "an array", at: index, in: parent)
        }
        return UnkeyedReader(document: self, array: index)
    }
}

// MARK: - For LambdaFoundation

extension JSONValueDecoder {
    /// The text of a number exactly as it stands in the JSON text.
    ///
    /// `nil` if the value is not a number.
    package var numberText: String? {
        guard Tape.holds(index), document.kind(at: index).isNumber else { return nil }
        return NumberText.string(document.text(at: index))
    }

    /// The error of a value that does not have the form its type asks for.
    ///
    /// The reason says what was expected, without a full stop and without the value.
    package func corrupted(_ reason: String) -> DecodingError {
        document.corrupted(reason, at: index, in: parent)
    }

    /// The error of a value of another JSON type than the one expected, such as "a string".
    package func mismatch(_ type: Any.Type, expected: String) -> DecodingError {
        document.mismatch(type, expected, at: index, in: parent)
    }

    /// The error of an object that lacks a member.
    package func missing(_ key: any CodingKey) -> DecodingError {
        guard Tape.holds(index), document.kind(at: index) == .object else {
            return document.mismatch([String: Any].self, "an object", at: index, in: parent)
        }
        return document.missing(key, in: index)
    }

    /// Whether the object has a member.
    ///
    /// - Throws: `DecodingError` if the value is no object.
    package func hasMember(named name: String) throws -> Bool {
        let index = index
        guard Tape.holds(index), document.kind(at: index) == .object else {
            throw document.mismatch([String: Any].self, "an object", at: index, in: parent)
        }
        document.markRepeatedKeys(in: index)
        return document.find(name, in: index) != nil
    }

    /// Decodes a value of another type in the same place, past the hook's first question.
    package func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try document.decode(type, at: index, in: parent)
    }

    /// The value as a `JSONValue`.
    var value: JSONValue {
        get throws {
            let index = index
            if Tape.holds(index) { return document.value(at: index) }
            guard index != AbsentMember.outOfUse else { throw JSONDocument.outOfUse }
            return .null
        }
    }
}
