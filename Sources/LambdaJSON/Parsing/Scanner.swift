/// Checks a JSON text and writes its tape.
///
/// The one loop in `scan()` is a state machine, not a recursive descent: what is open is recorded
/// in the tape itself, so depth costs no stack. See `Tape` for what it writes.
struct Scanner {
    let base: UnsafeRawPointer
    let count: Int
    let maximumDepth: Int

    private(set) var tape: TapeWriter

    /// Prepares to scan a text.
    ///
    /// The scanner may replace the tape by a larger one. Whoever calls owns the one that is there
    /// afterwards.
    init(_ text: UnsafeRawBufferPointer, maximumDepth: Int, tape: TapeWriter) {
        // An empty buffer may have no address. Nothing is ever read through this one.
        base = text.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
        count = text.count
        self.maximumDepth = maximumDepth
        self.tape = tape
    }

    mutating func scan() throws(LambdaJSONError) {
        guard count < Tape.longText else {
            throw LambdaJSONError("The text is longer than 134217727 bytes", at: Tape.longText)
        }
        let start = skipSpace(from: 0)
        guard start < count else {
            throw LambdaJSONError("Expected a value, found an empty text", at: start)
        }
        try refuseOtherEncodings()
        // A copy that nobody else can reach stays in registers.
        var tape = tape
        defer { self.tape = tape }
        let end = skipSpace(from: try scanValue(at: start, to: &tape))
        guard end == count else {
            throw LambdaJSONError("Expected nothing after the value", at: end)
        }
    }

    /// Scans the value of the text with all that is in it.
    ///
    /// - Returns: Where it ends.
    @inline(__always)
    private func scanValue(
        at start: Int,
        to tape: inout TapeWriter
    ) throws(LambdaJSONError) -> Int {
        // Nothing here can overflow: a text is shorter than 128 MiB.
        var position = start
        var parent = Tape.none
        var isObject = false
        var depth = 0

        value: while true {
            // For a key and the head of its value, the longest run between two visits.
            if tape.count &+ 1 &+ Tape.headLength > tape.capacity {
                tape = tape.grown(forTextOf: count)
            }
            if parent != Tape.none {
                if isObject { position = try scanKey(at: position, of: parent, to: &tape) }
                tape.words[parent] &+= 1 << 32
            }
            guard position < count else { throw missingValue(at: position, in: parent, tape) }
            let byte = load(position)
            switch byte {
            case Ascii.quote:
                let start = position &+ 1
                var traits: UInt8 = 0
                position = try scanString(from: start, traits: &traits)
                tape.push(.string(traits: traits), detail: position &- start, offset: start)
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
                parent = tape.open(isObject ? .object : .array, at: position, in: parent)
                position = skipFewSpaces(from: position &+ 1)
                let close = isObject ? Ascii.closeBrace : Ascii.closeBracket
                guard position < count, load(position) == close else { continue value }
            // The loop below closes it.
            case Ascii.minus, Ascii.zero...Ascii.nine:
                let start = position
                var kind = Tape.Kind.integer
                position = try scanNumber(from: start, kind: &kind)
                tape.push(kind, detail: position &- start, offset: start)
            default:
                let (kind, length) = literal(at: position)
                guard length > 0 else { throw missingValue(at: position, in: parent, tape) }
                tape.push(kind, detail: 0, offset: position)
                position &+= length
            }

            // Behind a value: on to the next one, or out of the containers that end here.
            while true {
                guard parent != Tape.none else { return position }
                position = skipFewSpaces(from: position)
                guard position < count else { throw unclosed(at: position, isObject: isObject) }
                let byte = load(position)
                if byte == Ascii.comma {
                    position = skipFewSpaces(from: position &+ 1)
                    continue value
                }
                guard byte == (isObject ? Ascii.closeBrace : Ascii.closeBracket) else {
                    throw unclosed(at: position, isObject: isObject)
                }
                position &+= 1
                depth &-= 1
                parent = tape.close(parent)
                if parent != Tape.none { isObject = Tape.kind(tape.words[parent]) == .object }
            }
        }
    }
}

// MARK: - Parts of a text

extension Scanner {
    /// Scans a member's name and the colon behind it.
    ///
    /// - Returns: Where the member's value begins.
    @inline(__always)
    private func scanKey(
        at position: Int,
        of object: Int,
        to tape: inout TapeWriter
    ) throws(LambdaJSONError) -> Int {
        guard position < count, load(position) == Ascii.quote else {
            throw missingKey(at: position, of: object, tape)
        }
        let start = position &+ 1
        var traits: UInt8 = 0
        var end = try scanString(from: start, traits: &traits)
        let length = end &- start
        if traits == 0, length < Tape.longKey {
            // The byte behind the opening quote is there even if it is the closing one.
            let signature = Tape.signature(
                length: length,
                first: length == 0 ? 0 : load(start),
                last: length == 0 ? 0 : load(end &- 1)
            )
            tape.push(UInt64(signature) << 32 | UInt64(truncatingIfNeeded: start))
        } else {
            let kind = traits & Tape.Kind.escapes == 0 ? Tape.Kind.rawKey : .slowKey
            tape.push(kind, detail: length, offset: start)
            tape.words[object &+ 1] |= Tape.otherKeysFlag
        }
        end = skipFewSpaces(from: end &+ 1)
        guard end < count, load(end) == Ascii.colon else {
            throw unexpected("':' after a member name", at: end)
        }
        return skipFewSpaces(from: end &+ 1)
    }

    /// The kind and the length of a literal.
    ///
    /// The length is 0 if there is none.
    @inline(never)
    private func literal(at position: Int) -> (Tape.Kind, length: Int) {
        if matches("true", at: position) { return (.true, 4) }
        if matches("null", at: position) { return (.null, 4) }
        if matches("false", at: position) { return (.false, 5) }
        return (.null, 0)
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

    /// Skips white space, of which there is mostly none.
    @inline(__always)
    private func skipFewSpaces(from start: Int) -> Int {
        start < count && load(start) <= Ascii.space ? skipSpace(from: start) : start
    }

    @inline(never)
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

    @inline(never)
    private func missingKey(
        at position: Int,
        of object: Int,
        _ tape: TapeWriter
    ) -> LambdaJSONError {
        Tape.detail(tape.words[object]) == 0
            ? unexpected("a member name or '}'", at: position)
            : unexpected("a member name after ','", at: position)
    }

    @inline(never)
    private func missingValue(
        at position: Int,
        in parent: Int,
        _ tape: TapeWriter
    ) -> LambdaJSONError {
        guard parent != Tape.none else { return unexpected("a value", at: position) }
        guard Tape.kind(tape.words[parent]) == .array else {
            return unexpected("a value after ':'", at: position)
        }
        return Tape.detail(tape.words[parent]) == 1
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
