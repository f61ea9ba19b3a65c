/// An unkeyed container: the elements of one array, and how far they have been decoded.
///
/// It fits the buffer of an `any UnkeyedDecodingContainer`.
struct UnkeyedReader: UnkeyedDecodingContainer {
    let document: JSONDocument
    private let generation: UInt32
    private let arrayIndex: UInt32
    private var element: UInt32
    private var ordinal: UInt32 = 0

    init(document: JSONDocument, array: Int) {
        self.document = document
        generation = document.generation
        arrayIndex = UInt32(truncatingIfNeeded: array)
        element = UInt32(truncatingIfNeeded: array + Tape.headLength)
    }

    @inline(__always)
    var array: Int { Int(arrayIndex) }

    /// Whether the call that the container belongs to has not returned yet.
    @inline(__always)
    private var isCurrent: Bool { document.generation == generation }

    var codingPath: [any CodingKey] {
        guard isCurrent else { return [] }
        return document.path(to: array, in: Tape.parent(document.tape[array + 1]))
    }

    var count: Int? { isCurrent ? Tape.detail(document.tape[array]) : nil }

    var currentIndex: Int { Int(ordinal) }

    var isAtEnd: Bool {
        !isCurrent || Int(element) >= Tape.end(document.tape[array + 1])
    }

    /// The index of the next element, which stays the next one until `advance()`.
    ///
    /// Arrays are decoded without a container, so here it is size that counts: nothing is inlined.
    @inline(never)
    func next(_ type: Any.Type) throws -> Int {
        guard isCurrent else { throw JSONDocument.outOfUse }
        guard !isAtEnd else {
            throw document.exhausted(type, array: array, ordinal: currentIndex)
        }
        document.setBookmark(of: array, element: Int(element), ordinal: currentIndex)
        return Int(element)
    }

    /// Goes on to the next element.
    ///
    /// An element that did not decode is not gone past.
    @inline(never)
    mutating func advance() {
        element = UInt32(truncatingIfNeeded: document.end(of: Int(element)))
        ordinal &+= 1
    }

    mutating func decodeNil() throws -> Bool {
        guard document.kind(at: try next(Never.self)) == .null else { return false }
        advance()
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let value = try document.decode(type, at: next(type), in: array)
        advance()
        return value
    }

    mutating func decodeIfPresent<T: Decodable>(_ type: T.Type) throws -> T? {
        if try skipsAbsent() { return nil }
        return try decode(type)
    }

    /// Whether there is no next element, or only a null, which is gone past.
    ///
    /// A container that is out of use has yet to say so by an error.
    @inline(never)
    mutating func skipsAbsent() throws -> Bool {
        if isAtEnd && isCurrent { return true }
        return try decodeNil()
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        let container = try document.keyedContainer(
            type,
            at: next(KeyedDecodingContainer<NestedKey>.self),
            in: array
        )
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try document.unkeyedContainer(
            at: next((any UnkeyedDecodingContainer).self),
            in: array
        )
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = JSONValueDecoder(
            document: document,
            index: try next((any Decoder).self),
            parent: array
        )
        advance()
        return decoder
    }
}
