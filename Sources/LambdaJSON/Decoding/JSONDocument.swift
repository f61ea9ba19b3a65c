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
    let hook: (any JSONDecodingHook)?

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
    func decode<T: Decodable>(_ type: T.Type, at index: Int, in parent: Int) throws -> T {
        if let value = try decodeDirectly(type, at: index, in: parent) { return value }
        let decoder = JSONValueDecoder(document: self, index: index, parent: parent)
        if let hook, let value = try hook.decode(type, from: decoder) { return value }
        return try T(from: decoder)
    }

    /// Decodes the types that need no container and no decoder.
    ///
    /// What a value is limits which types are worth asking about, so that a struct decoded from an
    /// object costs two comparisons.
    @inline(__always)
    private func decodeDirectly<T: Decodable>(
        _ type: T.Type,
        at index: Int,
        in parent: Int
    ) throws -> T? {
        guard index < tapeCount else { return nil }
        switch kind(at: index) {
        case .object:
            if type == [String: String].self {
                return known(try strings(inObject: index))
            }
        case .array:
            if type == [String].self {
                return known(try strings(inArray: index))
            }
        case .integer, .decimal:
            return try decodeNumber(type, at: index, in: parent)
        default:
            if type == String.self { return known(try string(at: index, in: parent)) }
        }
        if type == JSONValue.self { return known(value(at: index)) }
        return nil
    }

    private func decodeNumber<T: Decodable>(
        _ type: T.Type,
        at index: Int,
        in parent: Int
    ) throws -> T? {
        if type == Int.self { return known(try integer(Int.self, at: index, in: parent)) }
        if type == Double.self { return known(try double(at: index, in: parent)) }
        if type == UInt8.self { return known(try integer(UInt8.self, at: index, in: parent)) }
        if type == Int64.self { return known(try integer(Int64.self, at: index, in: parent)) }
        if type == Int32.self { return known(try integer(Int32.self, at: index, in: parent)) }
        if type == Float.self { return known(try float(at: index, in: parent)) }
        #if !(os(macOS) && arch(x86_64))
        // The standard library would go through Float, and round twice.
        if type == Float16.self { return known(try float16(at: index, in: parent)) }
        #endif
        if type == JSONNumber.self { return known(JSONNumber(validated: text(at: index))) }
        if type == JSONValue.self { return known(value(at: index)) }
        return nil
    }
}

/// Returns a value as the type it is already known to have.
@inline(__always)
func same<Known, Generic>(_ value: Known) -> Generic {
    unsafeBitCast(value, to: Generic.self)
}

/// Returns a value as the type it is already known to have, for a function that returns an Optional.
///
/// With `same` alone, `Generic` would be inferred to be that Optional, which has another size.
@inline(__always)
func known<Known, Generic>(_ value: Known) -> Generic? {
    same(value) as Generic
}
