/// A scanned JSON text: its bytes, the tape over them, and what all its decoders share.
///
/// Decoders and containers are small structs of a document and an index into its tape. They hold
/// the document strongly, which costs two pairs of retain and release for each nested type (some
/// 3 % of decoding an API Gateway event) and makes it safe for a type to keep its decoder: the
/// tape lives as long as anybody can reach it, and `LambdaJSONDecoder` lets the document copy the
/// caller's bytes if it is still referenced at the end of the call.
package final class JSONDocument {
    /// The text.
    ///
    /// The caller's memory during the call to `decode`, `ownedBytes` afterwards.
    private(set) var bytes: UnsafeRawPointer
    let count: Int
    let tape: UnsafeMutablePointer<UInt64>
    let tapeCount: Int
    private let hook: (any JSONDecodingHook)?
    private let hasHook: Bool

    private let sendableUserInfo: [CodingUserInfoKey: any Sendable]
    private var ownedBytes: UnsafeMutableRawPointer?

    /// The names for which a super decoder was asked in vain.
    var absentNames: [String] = []

    /// Scans a text.
    ///
    /// - Throws: `DecodingError.dataCorrupted` where it is not JSON.
    init(scanning text: UnsafeRawBufferPointer, for decoder: LambdaJSONDecoder) throws {
        var scanner = Scanner(text, maximumDepth: decoder.maximumDepth)
        do {
            try scanner.scan()
        } catch {
            scanner.tape.deallocate()
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: [],
                    debugDescription: error.description,
                    underlyingError: error
                )
            )
        }
        bytes = scanner.base
        count = scanner.count
        tape = scanner.tape
        tapeCount = scanner.tapeCount
        hook = decoder.hook
        hasHook = decoder.hook != nil
        sendableUserInfo = decoder.userInfo
    }

    deinit {
        tape.deallocate()
        ownedBytes?.deallocate()
    }

    /// What the decoder was given to hand on.
    var userInfo: [CodingUserInfoKey: Any] {
        sendableUserInfo
    }

    /// Copies the caller's bytes, for decoders that outlive the call.
    func adoptBytes() {
        guard ownedBytes == nil, count > 0 else { return }
        let copy = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 1)
        copy.copyMemory(from: bytes, byteCount: count)
        ownedBytes = copy
        bytes = UnsafeRawPointer(copy)
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
        return kind.isContainer ? Tape.end(tape[value + 1]) : value + 1
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
        if index < tapeCount {
            switch kind(at: index) {
            case .object:
                if mayBeCollection(type) {
                    if type == [String: String].self { return same(try strings(inObject: index)) }
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
        if let value = try hook?.decode(type, from: decoder) { return value }
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
