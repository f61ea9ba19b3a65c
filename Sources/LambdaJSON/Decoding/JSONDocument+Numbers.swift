extension JSONDocument {
    /// Decodes an integer of any width.
    ///
    /// A number with a fraction or an exponent will do as long as its value is an integer. Not
    /// inlined: there are twelve types, and four callers for each.
    @inline(never)
    func integer<T: FixedWidthInteger & Decodable>(
        _ type: T.Type,
        at index: Int,
        in parent: Int
    ) throws -> T {
        guard index < tapeCount, kind(at: index) == .integer else {
            return try integerOfDecimal(type, at: index, in: parent)
        }
        let text = text(at: index)
        if let value = NumberText.shortInteger(text) {
            if let narrow = T(exactly: value) { return narrow }
        } else if let value = NumberText.integer(text, as: T.self) {
            return value
        }
        throw unfit(type, at: index, in: parent)
    }

    @inline(never)
    private func integerOfDecimal<T: FixedWidthInteger & Decodable>(
        _ type: T.Type,
        at index: Int,
        in parent: Int
    ) throws -> T {
        guard index < tapeCount, kind(at: index) == .decimal else {
            throw mismatch(type, "an integer", at: index, in: parent)
        }
        let text = text(at: index)
        guard NumberText.isIntegral(text) else {
            throw corrupted(
                "Expected an integer, found a number with a fraction",
                at: index,
                in: parent
            )
        }
        guard let value = NumberText.integer(text, as: T.self) else {
            throw unfit(type, at: index, in: parent)
        }
        return value
    }

    /// Decodes the nearest `Double`.
    func double(at index: Int, in parent: Int) throws -> Double {
        guard index < tapeCount, kind(at: index).isNumber else {
            throw mismatch(Double.self, "a number", at: index, in: parent)
        }
        guard let value = NumberText.double(text(at: index)) else {
            throw unfit(Double.self, at: index, in: parent)
        }
        return value
    }

    /// Decodes the nearest `Float`, rounding once.
    func float(at index: Int, in parent: Int) throws -> Float {
        guard index < tapeCount, kind(at: index).isNumber else {
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
        guard index < tapeCount else {
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
