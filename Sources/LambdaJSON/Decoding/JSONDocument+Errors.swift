/// A key in a coding path: the name of a member, or the position of an element.
package struct PathKey: CodingKey {
    package let stringValue: String
    package let intValue: Int?
    /// Whether the name is one that the type does not know by itself, such as the key of a dictionary.
    ///
    /// It is payload then, and nothing for a message.
    package let isPayload: Bool

    init(stringValue: String, isPayload: Bool) {
        self.stringValue = stringValue
        self.isPayload = isPayload
        intValue = nil
    }

    package init(stringValue: String) {
        self.init(stringValue: stringValue, isPayload: false)
    }

    package init(intValue: Int) {
        stringValue = "Index \(intValue)"
        isPayload = false
        self.intValue = intValue
    }

    static let `super` = PathKey(stringValue: "super")
}

/// The indices that stand for the null of a super decoder whose member is absent.
enum AbsentMember {
    /// The first such index.
    ///
    /// The name is found in the document's `absentNames`.
    static let firstIndex = Tape.limit + 1

    /// The index of the value of a decoder whose call has returned.
    static let outOfUse = Int(UInt32.max)
}

// MARK: - Coding paths

extension JSONDocument {
    /// The coding path of the value at an index within a container, read off the tape.
    @inline(never)
    @_optimize(size)
    func path(to index: Int, in parent: Int) -> [any CodingKey] {
        var keys: [any CodingKey] = []
        var index = index
        var parent = parent
        while parent != Tape.none {
            keys.append(key(of: index, in: parent))
            index = parent
            parent = Tape.parent(tape[index + 1])
        }
        return keys.reversed()
    }

    private func key(of index: Int, in parent: Int) -> PathKey {
        if index < AbsentMember.firstIndex, kind(at: parent) != .object {
            return PathKey(intValue: ordinal(of: index, in: parent))
        }
        return PathKey(
            stringValue: index >= AbsentMember.firstIndex
                ? absentName(at: index) : name(at: index - 1),
            isPayload: tape[parent + 1] & Tape.textKeysFlag != 0
        )
    }

    /// Notes that the names of an object are payload.
    @inline(__always)
    func noteTextKeys(of object: Int) {
        tape[object &+ 1] |= Tape.textKeysFlag
    }

    /// The position of an element in its array.
    ///
    /// The bookmark knows it for the element decoded last, so that types which try and fail on
    /// each element of a long array do not count from its beginning each time.
    private func ordinal(of index: Int, in array: Int) -> Int {
        let bookmark = tape[array + 2]
        if Tape.offset(bookmark) == index { return Int(truncatingIfNeeded: bookmark >> 32) }
        var ordinal = 0
        var element = array + Tape.headLength
        while element < index {
            element = end(of: element)
            ordinal += 1
        }
        return ordinal
    }

    /// Notes which element of an array is being decoded.
    @inline(__always)
    func setBookmark(of array: Int, element: Int, ordinal: Int) {
        tape[array + 2] =
            UInt64(truncatingIfNeeded: ordinal) << 32 | UInt64(truncatingIfNeeded: element)
    }
}

// MARK: - Errors

extension JSONDocument {
    /// A value of another type than the one asked for.
    @inline(never)
    @_optimize(size)
    func mismatch(
        _ type: Any.Type,
        _ expected: String,
        at index: Int,
        in parent: Int
    ) -> DecodingError {
        guard index != AbsentMember.outOfUse else { return JSONDocument.outOfUse }
        let found = Tape.holds(index) ? kind(at: index) : .null
        let context = context(
            "Expected \(expected), found \(found.phrase)",
            at: index,
            path: path(to: index, in: parent)
        )
        return found == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    /// A value of the right type that is of no use.
    @inline(never)
    @_optimize(size)
    func corrupted(_ reason: String, at index: Int, in parent: Int) -> DecodingError {
        guard index != AbsentMember.outOfUse else { return JSONDocument.outOfUse }
        return .dataCorrupted(context(reason, at: index, path: path(to: index, in: parent)))
    }

    /// The error of a decoder or a container whose call has returned.
    static var outOfUse: DecodingError { makeOutOfUse() }

    @inline(never)
    @_optimize(size)
    private static func makeOutOfUse() -> DecodingError {
        let error = LambdaJSONError(
            "Expected a decoder to be used before the call to decode returns",
            at: 0
        )
        return .dataCorrupted(DecodingError.Context(error, at: []))
    }

    /// A member that is not there.
    @inline(never)
    @_optimize(size)
    func missing(_ key: any CodingKey, in object: Int) -> DecodingError {
        .keyNotFound(
            key,
            context(
                "Expected a member \"\(key.stringValue)\" in the object",
                at: object,
                path: path(to: object, in: Tape.parent(tape[object + 1]))
            )
        )
    }

    /// An element behind the last one.
    @inline(never)
    @_optimize(size)
    func exhausted(_ type: Any.Type, array: Int, ordinal: Int) -> DecodingError {
        let path = path(to: array, in: Tape.parent(tape[array + 1]))
        return .valueNotFound(
            type,
            context(
                "Expected another element, found the end of the array",
                at: array,
                path: path + [PathKey(intValue: ordinal)]
            )
        )
    }

    @inline(never)
    @_optimize(size)
    private func context(
        _ reason: String,
        at index: Int,
        path: [any CodingKey]
    ) -> DecodingError.Context {
        DecodingError.Context(LambdaJSONError(reason, at: byteOffset(of: index)), at: path)
    }

    /// Where a value begins in the text, a string with its quote.
    func byteOffset(of index: Int) -> Int {
        guard Tape.holds(index) else { return 0 }
        let offset = Tape.offset(tape[index])
        return kind(at: index).isString ? offset - 1 : offset
    }
}

// MARK: - Errors of the standard library

extension JSONDocument {
    /// Takes the payload out of errors that the standard library makes.
    ///
    /// Its `init(from:)` of raw-representable types, ranges and others write the value into the
    /// description: "Cannot initialize Color from invalid String value foo". What a type's own
    /// `init(from:)` throws is passed on as it is.
    @inline(never)
    @_optimize(size)
    func withoutPayload(_ error: DecodingError) -> DecodingError {
        guard
            case .dataCorrupted(let context) = error,
            !(context.underlyingError is LambdaJSONError),
            let name = context.nameOfTypeNotMade
        else { return error }
        let index = index(at: context.codingPath)
        let underlying = LambdaJSONError(
            "Expected a value that \(name) can be made of",
            at: byteOffset(of: index)
        )
        return .dataCorrupted(DecodingError.Context(underlying, at: context.codingPath))
    }

    /// Finds the value that a coding path leads to, or the last one on the way that exists.
    @inline(never)
    @_optimize(size)
    private func index(at path: [any CodingKey]) -> Int {
        var index = 0
        for key in path {
            switch kind(at: index) {
            case .object:
                let name = key.stringValue
                guard let value = find(name, in: index) else { return index }
                index = value
            case .array:
                guard let ordinal = key.intValue, ordinal < Tape.detail(tape[index]) else {
                    return index
                }
                var element = index + Tape.headLength
                for _ in 0..<max(0, ordinal) { element = end(of: element) }
                index = element
            default:
                return index
            }
        }
        return index
    }
}

extension DecodingError.Context {
    /// The type that the standard library says could not be made.
    ///
    /// `nil` for a description of another form. One of this form repeats the value.
    package var nameOfTypeNotMade: String? {
        let description = debugDescription
        if description.hasPrefix("Parsed JSON number ") { return "Float16" }
        let opening = "Cannot initialize "
        guard description.hasPrefix(opening) else { return nil }
        // The name may have blanks in it; it goes as far as "from" or "with", or is one word.
        var bytes = Array(description.utf8)
        bytes.removeFirst(opening.utf8.count)
        bytes.append(Ascii.space)
        var firstEnd: Int?
        var start = 0
        for index in bytes.indices where bytes[index] == Ascii.space {
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            if word == "from" || word == "with" {
                return start == 0 ? nil : String(decoding: bytes[..<(start - 1)], as: UTF8.self)
            }
            if firstEnd == nil { firstEnd = index }
            start = index + 1
        }
        return firstEnd.map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }
}
