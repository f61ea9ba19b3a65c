extension Scanner {
    /// RFC 8259, section 6: `[ minus ] int [ frac ] [ exp ]`.
    ///
    /// - Returns: Where the number ends.
    @inline(__always)
    func scanNumber(from start: Int, kind: inout Tape.Kind) throws(LambdaJSONError) -> Int {
        var position = start
        if load(position) == Ascii.minus {
            position += 1
            guard position < count, Ascii.isDigit(load(position)) else {
                throw unexpected("a digit after '-'", at: position)
            }
        }
        let hasLeadingZero = load(position) == Ascii.zero
        position += 1
        while position < count, Ascii.isDigit(load(position)) {
            guard !hasLeadingZero else {
                throw LambdaJSONError("Expected no digit after a leading zero", at: position)
            }
            position += 1
        }
        guard position < count else { return position }
        let next = load(position)
        guard next == Ascii.dot || next | 0x20 == 0x65 else { return position }
        kind = .decimal
        return try scanFraction(from: position)
    }

    private func scanFraction(from start: Int) throws(LambdaJSONError) -> Int {
        var position = start
        if load(position) == Ascii.dot {
            position = try scanDigits(from: position + 1, expecting: "a digit after '.'")
        }
        guard position < count, load(position) | 0x20 == 0x65 else { return position }
        position += 1
        if position < count, load(position) == Ascii.plus || load(position) == Ascii.minus {
            position += 1
        }
        return try scanDigits(from: position, expecting: "a digit in the exponent")
    }

    private func scanDigits(
        from start: Int,
        expecting expected: String
    ) throws(LambdaJSONError) -> Int {
        var position = start
        while position < count, Ascii.isDigit(load(position)) { position += 1 }
        guard position > start else { throw unexpected(expected, at: position) }
        return position
    }
}
