extension JSONDocument {
    /// Decodes an integer of any width.
    ///
    /// A number with a fraction or an exponent will do as long as its value is an integer. There
    /// are twelve types, and five callers for each: what they share is not generic.
    @inline(__always)
    func integer<T: FixedWidthInteger>(
        _ type: T.Type,
        at index: Int,
        in parent: Int
    ) throws -> T {
        if T.bitWidth > 64 { return try wideInteger(type, at: index, in: parent) }
        let minimum = Int64(truncatingIfNeeded: T.min)
        let maximum = UInt64(truncatingIfNeeded: T.max)
        return T(
            truncatingIfNeeded: try integer(
                type,
                from: minimum,
                through: maximum,
                at: index,
                in: parent
            )
        )
    }

    @inline(never)
    private func wideInteger<T: FixedWidthInteger>(
        _ type: T.Type,
        at index: Int,
        in parent: Int
    ) throws -> T {
        let whole = try whole(type, at: index, in: parent)
        if let value = whole.integer(as: type) { return value }
        throw unfit(type, at: index, in: parent)
    }

    /// Decodes an integer of up to 64 bits, which are the lowest of the result.
    @inline(never)
    private func integer(
        _ type: Any.Type,
        from minimum: Int64,
        through maximum: UInt64,
        at index: Int,
        in parent: Int
    ) throws -> UInt64 {
        if Tape.holds(index), kind(at: index) == .integer,
            let value = NumberText.shortInteger(text(at: index))
        {
            if value < 0 ? value >= minimum : UInt64(value) <= maximum {
                return UInt64(bitPattern: value)
            }
        } else {
            let value = try whole(type, at: index, in: parent)
            let limit = value.isNegative ? minimum.magnitude : maximum
            if value.magnitude <= UInt128(limit) {
                let magnitude = UInt64(truncatingIfNeeded: value.magnitude)
                return value.isNegative ? 0 &- magnitude : magnitude
            }
        }
        throw unfit(type, at: index, in: parent)
    }

    /// Decodes an integer of any size, however it is written.
    @inline(never)
    private func whole(
        _ type: Any.Type,
        at index: Int,
        in parent: Int
    ) throws -> NumberText.Whole {
        guard Tape.holds(index), kind(at: index).isNumber else {
            throw mismatch(type, "an integer", at: index, in: parent)
        }
        let text = text(at: index)
        if let value = NumberText.whole(text) { return value }
        guard NumberText.isIntegral(text) else {
            throw corrupted(
                "Expected an integer, found a number with a fraction",
                at: index,
                in: parent
            )
        }
        throw unfit(type, at: index, in: parent)
    }

    /// Decodes the nearest `Double`.
    func double(at index: Int, in parent: Int) throws -> Double {
        guard Tape.holds(index), kind(at: index).isNumber else {
            throw mismatch(Double.self, "a number", at: index, in: parent)
        }
        guard let value = NumberText.double(text(at: index)) else {
            throw unfit(Double.self, at: index, in: parent)
        }
        return value
    }

    /// Decodes the nearest `Float`, rounding once.
    func float(at index: Int, in parent: Int) throws -> Float {
        guard Tape.holds(index), kind(at: index).isNumber else {
            throw mismatch(Float.self, "a number", at: index, in: parent)
        }
        let text = text(at: index)
        guard let value = Float(NumberText.string(text)), value.isFinite else {
            throw unfit(Float.self, at: index, in: parent)
        }
        return value
    }

    #if !(os(macOS) && arch(x86_64))
    /// Decodes the nearest `Float16`, rounding once.
    func float16(at index: Int, in parent: Int) throws -> Float16 {
        let text = text(at: index)
        guard let value = Float16(NumberText.string(text)), value.isFinite else {
            throw unfit(Float16.self, at: index, in: parent)
        }
        return value
    }
    #endif

    /// Decodes a Boolean.
    func bool(at index: Int, in parent: Int) throws -> Bool {
        guard Tape.holds(index) else {
            throw mismatch(Bool.self, "a Boolean", at: index, in: parent)
        }
        switch kind(at: index) {
        case .true: return true
        case .false: return false
        default: throw mismatch(Bool.self, "a Boolean", at: index, in: parent)
        }
    }

    @inline(never)
    private func unfit(_ type: Any.Type, at index: Int, in parent: Int) -> DecodingError {
        corrupted("Expected a number that fits \(type)", at: index, in: parent)
    }
}
