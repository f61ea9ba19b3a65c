/// Checks a JSON text and writes its tape.
///
/// The one loop in `scan()` is a state machine, not a recursive descent: what is open is recorded
/// in the tape itself, so depth costs no stack. See `Tape` for what it writes.
struct Scanner {
    let base: UnsafeRawPointer
    let count: Int
    let maximumDepth: Int

    private(set) var tape: UnsafeMutablePointer<UInt64>
    private(set) var tapeCount = 0
    private(set) var tapeCapacity: Int

    /// Prepares to scan a text.
    ///
    /// The scanner may replace the tape by a larger one. Whoever calls owns the one that is there
    /// afterwards.
    init(
        _ text: UnsafeRawBufferPointer,
        maximumDepth: Int,
        tape: UnsafeMutablePointer<UInt64>,
        tapeCapacity: Int
    ) {
        // An empty buffer may have no address. Nothing is ever read through this one.
        base = text.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
        count = text.count
        self.maximumDepth = maximumDepth
        self.tape = tape
        self.tapeCapacity = tapeCapacity
    }

    mutating func scan() throws(LambdaJSONError) {
        guard count < Tape.longText else {
            throw LambdaJSONError("The text is longer than 134217727 bytes", at: Tape.longText)
        }
        var position = skipSpace(from: 0)
        guard position < count else {
            throw LambdaJSONError("Expected a value, found an empty text", at: position)
        }
        try refuseOtherEncodings()

        var parent = Tape.none
        var isObject = false
        var depth = 0

        value: while true {
            guard position < count else { throw missingValue(at: position, in: parent) }
            reserveHead()
            let byte = load(position)
            switch byte {
            case Ascii.quote:
                let start = position &+ 1
                var traits: UInt8 = 0
                position = try scanString(from: start, traits: &traits)
                push(.string(traits: traits), detail: position &- start, offset: start)
                position &+= 1
            case Ascii.openBrace, Ascii.openBracket:
                depth &+= 1
                guard depth <= maximumDepth else {
                    throw LambdaJSONError(
                        "The nesting is deeper than \(maximumDepth) levels",
                        at: position
                    )
                }
                isObject = byte == Ascii.openBrace
                parent = open(isObject ? .object : .array, at: position, in: parent)
                position = skipSpace(from: position &+ 1)
                let close = isObject ? Ascii.closeBrace : Ascii.closeBracket
                if position < count, load(position) == close {
                    break  // The loop below closes it.
                }
                if isObject {
                    position = try scanKey(
                        at: position,
                        of: parent,
                        expecting: "a member name or '}'"
                    )
                }
                tape[parent] &+= 1 << 32
                continue value
            case Ascii.minus, Ascii.zero...Ascii.nine:
                let start = position
                var kind = Tape.Kind.integer
                position = try scanNumber(from: start, kind: &kind)
                push(kind, detail: position - start, offset: start)
            default:
                position = try scanLiteral(at: position, in: parent)
            }

            // Behind a value: on to the next one, or out of the containers that end here.
            while true {
                guard parent != Tape.none else { break value }
                if position < count, load(position) <= Ascii.space {
                    position = skipSpace(from: position)
                }
                guard position < count else { throw unclosed(at: position, isObject: isObject) }
                let byte = load(position)
                if byte == Ascii.comma {
                    position = skipSpace(from: position &+ 1)
                    if isObject {
                        position = try scanKey(
                            at: position,
                            of: parent,
                            expecting: "a member name after ','"
                        )
                    }
                    tape[parent] &+= 1 << 32
                    continue value
                }
                guard byte == (isObject ? Ascii.closeBrace : Ascii.closeBracket) else {
                    throw unclosed(at: position, isObject: isObject)
                }
                position &+= 1
                depth &-= 1
                tape[parent &+ 1] |= UInt64(truncatingIfNeeded: tapeCount)
                parent = Tape.parent(tape[parent &+ 1])
                if parent != Tape.none { isObject = Tape.kind(tape[parent]) == .object }
            }
        }

        position = skipSpace(from: position)
        guard position == count else {
            throw LambdaJSONError("Expected nothing after the value", at: position)
        }
    }
}

// MARK: - Parts of a text

extension Scanner {
    /// Scans a member's name and the colon behind it.
    ///
    /// - Returns: Where the member's value begins.
    @inline(__always)
    private mutating func scanKey(
        at position: Int,
        of object: Int,
        expecting expected: StaticString
    ) throws(LambdaJSONError) -> Int {
        guard position < count, load(position) == Ascii.quote else {
            throw unexpected("\(expected)", at: position)
        }
        reserveHead()
        let start = position &+ 1
        var traits: UInt8 = 0
        var end = try scanString(from: start, traits: &traits)
        let length = end &- start
        if traits == 0, length < Tape.longKey {
            let isEmpty = length == 0
            let signature = Tape.signature(
                length: length,
                first: isEmpty ? 0 : load(start),
                last: isEmpty ? 0 : load(end &- 1)
            )
            tape[tapeCount] = UInt64(signature) << 32 | UInt64(truncatingIfNeeded: start)
            tapeCount &+= 1
        } else {
            let kind = traits & Tape.Kind.escapes == 0 ? Tape.Kind.rawKey : .slowKey
            push(kind, detail: length, offset: start)
            tape[object + 1] |= Tape.otherKeysFlag
        }
        end &+= 1
        if end < count, load(end) <= Ascii.space { end = skipSpace(from: end) }
        guard end < count, load(end) == Ascii.colon else {
            throw unexpected("':' after a member name", at: end)
        }
        end &+= 1
        if end < count, load(end) <= Ascii.space { end = skipSpace(from: end) }
        return end
    }

    private mutating func scanLiteral(
        at position: Int,
        in parent: Int
    ) throws(LambdaJSONError) -> Int {
        if matches("true", at: position) {
            push(.true, detail: 0, offset: position)
            return position + 4
        }
        if matches("null", at: position) {
            push(.null, detail: 0, offset: position)
            return position + 4
        }
        if matches("false", at: position) {
            push(.false, detail: 0, offset: position)
            return position + 5
        }
        throw missingValue(at: position, in: parent)
    }

    @inline(__always)
    private func matches(_ literal: StaticString, at position: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard count - position >= length else { return false }
        for index in 0..<length where load(position + index) != literal.utf8Start[index] {
            return false
        }
        return true
    }

    @inline(__always)
    func skipSpace(from start: Int) -> Int {
        var position = start
        while position < count {
            let byte = load(position)
            guard byte <= Ascii.space else { break }
            guard
                byte == Ascii.space || byte == Ascii.newline || byte == Ascii.carriageReturn
                    || byte == Ascii.tab
            else { break }
            position += 1
            // The indentation of a pretty-printed text.
            while position + 8 <= count, loadWord(position) == Bits.everyByte(Ascii.space) {
                position += 8
            }
        }
        return position
    }
}

// MARK: - The tape

extension Scanner {
    /// Makes room for the longest run of words that is pushed at one time.
    @inline(__always)
    private mutating func reserveHead() {
        if tapeCount &+ Tape.headLength > tapeCapacity { grow() }
    }

    @inline(never)
    private mutating func grow() {
        // Three words for the two bytes of `[]` are the most that a text can need.
        let most = count / 2 * 3 + 2 * Tape.headLength
        let capacity = max(
            min(tapeCapacity + tapeCapacity / 2, most),
            tapeCount + Tape.headLength
        )
        let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        larger.update(from: tape, count: tapeCount)
        tape.deallocate()
        tape = larger
        tapeCapacity = capacity
    }

    @inline(__always)
    private mutating func push(_ kind: Tape.Kind, detail: Int, offset: Int) {
        tape[tapeCount] = Tape.word(kind, detail: detail, offset: offset)
        tapeCount &+= 1
    }

    @inline(__always)
    private mutating func open(_ kind: Tape.Kind, at position: Int, in parent: Int) -> Int {
        let index = tapeCount
        tape[index] = Tape.word(kind, detail: 0, offset: position)
        tape[index &+ 1] = Tape.links(end: 0, parent: parent)
        tape[index &+ 2] =
            kind == .object
            ? Tape.namesMask | UInt64(truncatingIfNeeded: index + Tape.headLength) : .max
        tapeCount = index &+ Tape.headLength
        return index
    }
}

// MARK: - Bytes

extension Scanner {
    @inline(__always)
    func load(_ position: Int) -> UInt8 {
        base.load(fromByteOffset: position, as: UInt8.self)
    }

    @inline(__always)
    func loadWord(_ position: Int) -> UInt64 {
        UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
}

// MARK: - Errors

extension Scanner {
    func unexpected(_ expected: String, at position: Int) -> LambdaJSONError {
        let found = position < count ? "" : ", found the end of the text"
        return LambdaJSONError("Expected \(expected)\(found)", at: position)
    }

    private func missingValue(at position: Int, in parent: Int) -> LambdaJSONError {
        guard parent != Tape.none else { return unexpected("a value", at: position) }
        guard Tape.kind(tape[parent]) == .array else {
            return unexpected("a value after ':'", at: position)
        }
        return Tape.detail(tape[parent]) == 1
            ? unexpected("a value or ']'", at: position)
            : unexpected("a value after ','", at: position)
    }

    private func unclosed(at position: Int, isObject: Bool) -> LambdaJSONError {
        isObject
            ? unexpected("',' or '}' after a member", at: position)
            : unexpected("',' or ']' after an element", at: position)
    }

    /// RFC 8259, section 8.1: the text is UTF-8 and has no byte order mark in front.
    private func refuseOtherEncodings() throws(LambdaJSONError) {
        guard count >= 2 else { return }
        switch (load(0), load(1)) {
        case (0xEF, 0xBB):
            throw LambdaJSONError("Expected a value, found a byte order mark", at: 0)
        case (0xFE, 0xFF), (0xFF, 0xFE), (0, _), (_, 0):
            throw LambdaJSONError("Expected UTF-8, found UTF-16 or UTF-32", at: 0)
        default:
            break
        }
    }
}
