extension Scanner {
    /// Scans a string behind its opening quote.
    ///
    /// - Returns: Where the closing quote is.
    @inline(__always)
    func scanString(
        from start: Int,
        traits: inout UInt8
    ) throws(LambdaJSONError) -> Int {
        var position = start
        while true {
            position = skipPlain(from: position)
            guard position < count else {
                throw LambdaJSONError(
                    "Expected '\"' at the end of a string, found the end of the text",
                    at: position
                )
            }
            let byte = load(position)
            if byte == Ascii.quote { return position }
            // Inline, since JSON within a string has one every few bytes.
            if byte == Ascii.backslash, position &+ 1 < count,
                Ascii.isShortEscape(load(position &+ 1))
            {
                traits |= Tape.Kind.escapes
                position &+= 2
                continue
            }
            let special = try scanSpecial(byte, at: position)
            traits |= special.traits
            position = special.end
        }
    }

    /// Skips what stands for itself: printable ASCII without quotes and backslashes.
    @inline(__always)
    private func skipPlain(from start: Int) -> Int {
        var position = start
        // Nothing here can overflow: a text is shorter than 128 MiB.
        while position &+ 16 <= count {
            let marks = Bits.specials(
                base.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
            )
            if marks[0] | marks[1] != 0 {
                let isFirst = marks[0] != 0
                let half = UInt64(littleEndian: isFirst ? marks[0] : marks[1])
                return position &+ (isFirst ? 0 : 8) &+ Bits.firstMark(half)
            }
            position &+= 16
        }
        return skipPlainEnd(from: position)
    }

    /// Does the same among the last fifteen bytes of the text.
    @inline(never)
    private func skipPlainEnd(from start: Int) -> Int {
        var position = start
        if position &+ 8 <= count {
            let marks = Bits.special(loadWord(position))
            if marks != 0 { return position &+ Bits.firstMark(marks) }
            position &+= 8
        }
        while position < count {
            let byte = load(position)
            if byte == Ascii.quote || byte == Ascii.backslash || byte < Ascii.space || byte >= 0x80
            {
                break
            }
            position &+= 1
        }
        return position
    }

    /// Scans an escape or a run of characters beyond ASCII.
    @inline(never)
    private func scanSpecial(
        _ byte: UInt8,
        at position: Int
    ) throws(LambdaJSONError) -> (end: Int, traits: UInt8) {
        if byte == Ascii.backslash {
            var traits = Tape.Kind.escapes
            let end = try scanEscape(at: position, traits: &traits)
            return (end, traits)
        }
        guard byte >= 0x80 else {
            // RFC 8259, section 7: control characters must be escaped.
            throw LambdaJSONError("Expected an escape, found a control character", at: position)
        }
        var position = position
        repeat {
            position = try scanSequence(at: position)
        } while position < count && load(position) >= 0x80
        return (position, Tape.Kind.beyondASCII)
    }

    /// RFC 8259, section 7: `\` and one of `"\/bfnrt`, or `u` and four hexadecimal digits.
    private func scanEscape(
        at position: Int,
        traits: inout UInt8
    ) throws(LambdaJSONError) -> Int {
        guard position + 1 < count else { throw unexpected("an escape", at: position + 1) }
        switch load(position + 1) {
        case Ascii.quote, Ascii.backslash, Ascii.slash, 0x62, 0x66, 0x6E, 0x72, 0x74:
            return position + 2
        case 0x75:
            let unit = try scanHex(at: position + 2)
            if unit >= 0x80 { traits |= Tape.Kind.beyondASCII }
            guard unit & 0xF800 == 0xD800 else { return position + 6 }
            // A surrogate means something in a pair only: a high one, then a low one.
            guard
                unit < 0xDC00, position + 7 < count,
                load(position + 6) == Ascii.backslash, load(position + 7) == 0x75
            else {
                throw LambdaJSONError("Expected a pair of surrogates, found one", at: position)
            }
            guard try scanHex(at: position + 8) & 0xFC00 == 0xDC00 else {
                throw LambdaJSONError("Expected a pair of surrogates, found one", at: position)
            }
            return position + 12
        default:
            throw LambdaJSONError(
                "Expected one of \"\\/bfnrtu after a backslash",
                at: position + 1
            )
        }
    }

    private func scanHex(at position: Int) throws(LambdaJSONError) -> UInt16 {
        var unit: UInt16 = 0
        for index in position..<position + 4 {
            guard index < count, let digit = Ascii.hexValue(load(index)) else {
                throw unexpected("four hexadecimal digits after \\u", at: index)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// RFC 3629, section 4: the well-formed sequences of two, three and four bytes.
    @inline(__always)
    private func scanSequence(at position: Int) throws(LambdaJSONError) -> Int {
        let lead = load(position)
        let second: UInt8 = position + 1 < count ? load(position + 1) : 0
        let length: Int
        let isWellFormed: Bool
        switch lead {
        case 0xC2...0xDF:
            length = 2
            isWellFormed = second & 0xC0 == 0x80
        case 0xE0:
            length = 3
            isWellFormed = second & 0xE0 == 0xA0  // A0 to BF: nothing overlong
        case 0xED:
            length = 3
            isWellFormed = second & 0xE0 == 0x80  // 80 to 9F: no surrogates
        case 0xE1...0xEF:
            length = 3
            isWellFormed = second & 0xC0 == 0x80
        case 0xF0:
            length = 4
            isWellFormed = second >= 0x90 && second <= 0xBF  // nothing overlong
        case 0xF1...0xF3:
            length = 4
            isWellFormed = second & 0xC0 == 0x80
        case 0xF4:
            length = 4
            isWellFormed = second & 0xF0 == 0x80  // up to U+10FFFF
        default:
            length = 1
            isWellFormed = false
        }
        guard isWellFormed, position + length <= count else {
            throw LambdaJSONError("Expected valid UTF-8", at: position)
        }
        for index in position + 2..<max(position + 2, position + length)
        where load(index) & 0xC0 != 0x80 {
            throw LambdaJSONError("Expected valid UTF-8", at: position)
        }
        return position + length
    }
}
