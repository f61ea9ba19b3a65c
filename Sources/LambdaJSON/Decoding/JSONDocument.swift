/// A scanned JSON text: its bytes, the tape over them, and what all its decoders share.
///
/// A document is a pointer to a `DocumentStorage`, and so are all decoders and containers, with an
/// index into the tape: they are copied like integers. With a reference-counted document they were
/// not, and the standard library copies a keyed container for each member it decodes; retaining
/// and releasing took 16 % of the time of decoding an API Gateway event.
///
/// Nothing keeps a type from storing its decoder, or a container, for longer than the call. That
/// is safe without counting: a storage is never freed, but goes to the next call, and each call has
/// a number of its own, the generation. Decoders and containers remember theirs and compare it each
/// time they are used; those of a call that has returned throw. (None of them is `Sendable`, so
/// none can be used on one thread while its call returns on another. A value that kept one and was
/// sent away as a whole may ask for the generation while a later call writes it, and for nothing
/// else: then it throws, too, for its own never comes again.)
struct JSONDocument {
    /// Where the storage is.
    ///
    /// A pointer of its type would have the layout described at run time, and that of all it holds: five
    /// kilobytes that nobody reads.
    private let place: NumberedStorage

    @inline(__always)
    private var storage: UnsafeMutablePointer<DocumentStorage> { place.storage }

    /// Scans a text.
    ///
    /// Whoever opens a document closes it.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where the text is not JSON.
    static func open(
        _ text: UnsafeRawBufferPointer,
        for decoder: LambdaJSONDecoder
    ) throws -> JSONDocument {
        let document = JSONDocument(place: .take())
        do {
            // Beyond that the tape of what is open alone could outgrow its indices.
            let maximumDepth = min(decoder.maximumDepth, 1 << 26)
            try document.storage.pointee.scan(text, maximumDepth: maximumDepth)
        } catch {
            document.close()
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: [],
                    debugDescription: error.description,
                    underlyingError: error
                )
            )
        }
        if decoder.hook != nil { document.storage.pointee.hook = decoder.hook }
        if !decoder.userInfo.isEmpty { document.storage.pointee.userInfo = decoder.userInfo }
        return document
    }

    /// Ends the use of the document by whoever has a decoder or a container of it.
    func close() {
        place.putBack()
    }

    @inline(__always)
    var bytes: UnsafeRawPointer { storage.pointee.bytes }

    @inline(__always)
    var tape: UnsafeMutablePointer<UInt64> { storage.pointee.tape }

    @inline(__always)
    var generation: UInt32 { place.generation }

    /// A keyed container of an object.
    @inline(__always)
    func container<Key: CodingKey>(
        _ type: Key.Type,
        of object: Int
    ) -> KeyedDecodingContainer<Key> {
        let position = ReaderPosition(document: self, object: object)
        #if os(Linux)
        return storage.pointee.shelf.container(type, at: position)
        #else
        return KeyedDecodingContainer(KeyedReader<Key>(position))
        #endif
    }

    /// Whether there is something to ask before a type's own `init(from:)`.
    @inline(__always)
    var hasHook: Bool { storage.pointee.hasHook }

    #if os(Linux)
    /// Whether short strings look as `ShortString` makes them.
    @inline(__always)
    var hasShortStrings: Bool { storage.pointee.hasShortStrings }
    #endif

    /// What the decoder was given to hand on.
    var userInfo: [CodingUserInfoKey: Any] { UserInfo.handedOn(storage.pointee.userInfo) }

    /// Memory that the next call for it overwrites.
    func reserveScratch(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        storage.pointee.reserveScratch(count)
    }

    /// The name for which a super decoder was asked in vain.
    func absentName(at index: Int) -> String {
        storage.pointee.absentNames[index - AbsentMember.firstIndex]
    }

    /// Notes a name for which a super decoder was asked in vain.
    ///
    /// - Returns: The index that stands for its value, null.
    func addAbsentName(_ name: String) -> Int {
        storage.pointee.absentNames.append(name)
        return AbsentMember.firstIndex + storage.pointee.absentNames.count - 1
    }
}

// MARK: - Reading the tape

extension JSONDocument {
    @inline(__always)
    func kind(at index: Int) -> Tape.Kind {
        Tape.kind(tape[index])
    }

    /// The index of the word behind a value.
    @inline(__always)
    func end(of value: Int) -> Int {
        let kind = Tape.kind(tape[value])
        return kind.isContainer ? Tape.end(tape[value &+ 1]) : value &+ 1
    }

    /// The text of a value that is not a container.
    @inline(__always)
    func text(at index: Int) -> UnsafeRawBufferPointer {
        let word = tape[index]
        return UnsafeRawBufferPointer(
            start: bytes + Tape.offset(word),
            count: Tape.detail(word)
        )
    }
}

// MARK: - Any type

extension JSONDocument {
    /// Decodes a value of any type from the value at an index within a container.
    ///
    /// Types that need no decoder are decoded on the spot. What a value is limits which types are
    /// worth asking about, so that a struct decoded from an object costs two comparisons. (Nothing
    /// here is a `T?`: the metadata of that type would have to be looked up each time, which was
    /// 6 % of decoding an API Gateway event.)
    func decode<T: Decodable>(_ type: T.Type, at index: Int, in parent: Int) throws -> T {
        if Tape.holds(index) {
            switch kind(at: index) {
            case .object:
                if mayBeCollection(type) {
                    if type == [String: String].self { return same(try strings(inObject: index)) }
                    if type == [String: JSONValue].self { return same(members(of: index)) }
                    return try decodeObject(type, at: index, in: parent)
                }
            case .array:
                if mayBeCollection(type) {
                    if type == [String].self { return same(try strings(inArray: index)) }
                    return try decodeArray(type, at: index, in: parent)
                }
            case .integer, .decimal:
                if type == Int.self { return same(try integer(Int.self, at: index, in: parent)) }
                if type == Double.self { return same(try double(at: index, in: parent)) }
                if isOtherNumber(type) { return try number(type, at: index, in: parent) }
            default:
                if type == String.self { return same(try string(at: index, in: parent)) }
            }
            if type == JSONValue.self { return same(value(at: index)) }
        } else if index == AbsentMember.outOfUse {
            throw Self.outOfUse
        }
        return try decodeByItself(type, at: index, in: parent)
    }

    /// Decodes a value by the type's own `init(from:)`, or by the hook if there is one.
    @inline(__always)
    func decodeByItself<T: Decodable>(_ type: T.Type, at index: Int, in parent: Int) throws -> T {
        let decoder = JSONValueDecoder(document: self, index: index, parent: parent)
        return try hasHook ? decodeWithHook(type, from: decoder) : T(from: decoder)
    }

    @inline(never)
    private func decodeWithHook<T: Decodable>(
        _ type: T.Type,
        from decoder: JSONValueDecoder
    ) throws -> T {
        if let value = try storage.pointee.hook?.decode(type, from: decoder) { return value }
        return try T(from: decoder)
    }

    private func isOtherNumber(_ type: Any.Type) -> Bool {
        #if !(os(macOS) && arch(x86_64))
        if type == Float16.self { return true }
        #endif
        return type == UInt8.self || type == Int64.self || type == Int32.self || type == Float.self
            || type == JSONNumber.self
    }

    private func number<T: Decodable>(_ type: T.Type, at index: Int, in parent: Int) throws -> T {
        if type == UInt8.self { return same(try integer(UInt8.self, at: index, in: parent)) }
        if type == Int64.self { return same(try integer(Int64.self, at: index, in: parent)) }
        if type == Int32.self { return same(try integer(Int32.self, at: index, in: parent)) }
        if type == Float.self { return same(try float(at: index, in: parent)) }
        #if !(os(macOS) && arch(x86_64))
        // The standard library would go through Float, and round twice.
        if type == Float16.self { return same(try float16(at: index, in: parent)) }
        #endif
        return same(JSONNumber(validated: text(at: index)))
    }
}

/// Returns a value as the type it is already known to have.
@inline(__always)
func same<Known, Generic>(_ value: Known) -> Generic {
    unsafeBitCast(value, to: Generic.self)
}
