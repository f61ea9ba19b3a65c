/// JSON text that grows at its end.
class OutputBuffer {
    private(set) final var base: UnsafeMutablePointer<UInt8>
    final var count = 0
    private(set) final var capacity: Int

    /// Where the members of the open dictionaries begin, the innermost last.
    ///
    /// The methods that change it call nothing that could come back to it meanwhile. Checking that at
    /// run time took 5 % of encoding an API Gateway event.
    @exclusivity(unchecked)
    final var memberStarts: [Int] = []

    init(capacity: Int = 512) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    /// The text so far.
    ///
    /// Valid until something is appended.
    final var written: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base, count: count)
    }

    /// The text so far as a string.
    final var string: String {
        String(validated: UnsafeRawBufferPointer(written), isASCII: false)
    }

    /// Makes room for more bytes.
    @inline(__always)
    final func reserve(_ additional: Int) {
        if capacity - count < additional { grow(by: additional) }
    }

    @inline(never)
    private final func grow(by additional: Int) {
        capacity = max(capacity * 2, count + additional)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    @inline(__always)
    final func append(byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    /// Appends bytes as they are.
    final func append(raw bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    @inline(__always)
    final func append(literal: StaticString) {
        let length = literal.utf8CodeUnitCount
        reserve(length)
        (base + count).update(from: literal.utf8Start, count: length)
        count += length
    }

    /// Moves the bytes behind a position down to another one, and ends there.
    final func moveTail(from position: Int, to target: Int) {
        (base + target).update(from: base + position, count: count - position)
        count = target + count - position
    }

    /// Replaces everything from a position on.
    final func replace(from position: Int, with bytes: [UInt8]) {
        count = position
        bytes.withUnsafeBufferPointer { append(raw: $0) }
    }
}

// MARK: - Values

extension OutputBuffer {
    @inline(never)
    final func append(_ value: Bool) {
        if value { append(literal: "true") } else { append(literal: "false") }
    }

    /// Appends an integer in decimal.
    final func append(_ value: Int64) {
        append(magnitude: value.magnitude, isNegative: value < 0)
    }

    /// Appends an integer in decimal.
    final func append(_ value: UInt64) {
        append(magnitude: value, isNegative: false)
    }

    private final func append(magnitude: UInt64, isNegative: Bool) {
        // 20 digits and a sign.
        reserve(21)
        if isNegative {
            base[count] = Ascii.minus
            count += 1
        }
        var length = 1
        var rest = magnitude
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        rest = magnitude
        var position = count + length
        count = position
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            position -= 1
            base[position] = Ascii.zero + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        } while rest != 0
    }

    /// Appends a finite floating-point number.
    @inline(never)
    final func append(finite value: Double) {
        append(text: NumberText.description(of: value))
    }

    /// Appends a finite floating-point number, with the digits that a `Float` needs.
    @inline(never)
    final func append(finite value: Float) {
        append(text: NumberText.description(of: value))
    }

    /// Appends a text that is JSON already.
    final func append(text: String) {
        var text = text
        text.withUTF8 { append(raw: $0) }
    }

    final func append(_ number: JSONNumber) {
        switch number.storage {
        case .integer(let value): append(value)
        case .double(let value): append(finite: value)
        case .text(let text): append(text: text)
        }
    }

    /// Appends a value.
    ///
    /// The recursion is as deep as the value.
    final func append(_ value: JSONValue) {
        switch value {
        case .null: appendNull()
        case .bool(let value): append(value)
        case .number(let value): append(value)
        case .string(let value): append(string: value)
        case .array(let elements):
            var separator = Ascii.openBracket
            for element in elements {
                append(byte: separator)
                append(element)
                separator = Ascii.comma
            }
            if separator != Ascii.comma { append(byte: separator) }
            append(byte: Ascii.closeBracket)
        case .object(let members):
            appendSorted(members) { append($0) }
        }
    }

    @inline(never)
    final func append(_ strings: [String]) {
        var separator = Ascii.openBracket
        for string in strings {
            append(byte: separator)
            append(string: string)
            separator = Ascii.comma
        }
        if separator != Ascii.comma { append(byte: separator) }
        append(byte: Ascii.closeBracket)
    }

    final func append(_ strings: [String: String]) {
        appendSorted(strings) { append(string: $0) }
    }

    final func appendNull() {
        append(literal: "null")
    }

    @inline(__always)
    private final func appendSorted<Value>(
        _ members: [String: Value],
        value: (Value) -> Void
    ) {
        append(byte: Ascii.openBrace)
        let contentStart = count
        let first = memberStarts.count
        for (name, member) in members {
            if count != contentStart { append(byte: Ascii.comma) }
            memberStarts.append(count)
            append(string: name)
            append(byte: Ascii.colon)
            value(member)
        }
        sortMembers(from: first)
        append(byte: Ascii.closeBrace)
    }
}
