/// Reads the text of a number that the scan has checked.
enum NumberText {
    /// The value of an integer of at most 18 digits, which cannot overflow.
    ///
    /// - Returns: `nil` for a longer one.
    @inline(__always)
    static func shortInteger(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count <= 18, let base = text.baseAddress else { return nil }
        let isNegative = base.load(as: UInt8.self) == Ascii.minus
        var value: Int64 = 0
        var index = isNegative ? 1 : 0
        while index < text.count {
            let digit = base.load(fromByteOffset: index, as: UInt8.self) &- Ascii.zero
            value = value &* 10 &+ Int64(digit)
            index += 1
        }
        return isNegative ? 0 &- value : value
    }

    /// An integer of up to 128 bits, as its sign and its size.
    struct Whole {
        var magnitude: UInt128
        var isNegative: Bool

        /// The integer as one of a type.
        ///
        /// - Returns: `nil` if it does not fit.
        @inline(__always)
        func integer<T: FixedWidthInteger>(as type: T.Type) -> T? {
            guard isNegative else { return T(exactly: magnitude) }
            guard magnitude <= UInt128(Int128.max) + 1 else { return nil }
            return T(exactly: Int128(truncatingIfNeeded: 0 &- magnitude))
        }
    }

    /// The exact value of a number that is an integer, however it is written.
    ///
    /// - Returns: `nil` if it has a fraction or does not fit.
    static func whole(_ text: UnsafeRawBufferPointer) -> Whole? {
        let number = Decimal(text)
        if number.digits.isEmpty { return Whole(magnitude: 0, isNegative: false) }
        // No type is wider than 128 bits, which hold at most 39 digits.
        guard number.exponent >= 0, number.digits.count + number.exponent <= 39 else { return nil }
        var magnitude: UInt128 = 0
        for position in 0..<number.digits.count + number.exponent {
            let digit = position < number.digits.count ? number.digits[position] : 0
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt128(digit))
            guard !overflow, !carry else { return nil }
            magnitude = sum
        }
        return Whole(magnitude: magnitude, isNegative: number.isNegative)
    }

    /// Whether a number has no fraction, however it is written.
    static func isIntegral(_ text: UnsafeRawBufferPointer) -> Bool {
        let number = Decimal(text)
        return number.digits.isEmpty || number.exponent >= 0
    }

    /// The nearest `Double`.
    ///
    /// A number of at most 2^53 times or by a power of ten of at most 22 takes one exact operation
    /// on exact operands (Clinger 1990). The others are left to the standard library.
    ///
    /// - Returns: `nil` if it is beyond the finite ones.
    static func double(_ text: UnsafeRawBufferPointer) -> Double? {
        if let value = shortDouble(text) { return value }
        guard let value = Double(string(text)), value.isFinite else { return nil }
        return value
    }

    private static func shortDouble(_ text: UnsafeRawBufferPointer) -> Double? {
        guard text.count <= 24 else { return nil }
        var significand: UInt64 = 0
        var digits = 0
        var exponent = 0
        var index = text[0] == Ascii.minus ? 1 : 0
        var isFraction = false
        while index < text.count {
            let byte = text[index]
            if Ascii.isDigit(byte) {
                // Counted by the digits and not by the significand, which may wrap around to zero.
                if digits > 0 || byte != Ascii.zero { digits += 1 }
                significand = significand &* 10 &+ UInt64(byte &- Ascii.zero)
                exponent -= isFraction ? 1 : 0
            } else if byte == Ascii.dot {
                isFraction = true
            } else {
                break
            }
            index += 1
        }
        guard digits <= 19, significand <= 1 << 53 else { return nil }
        if index < text.count {
            var written = 0
            index += 1
            let sign = text[index]
            if sign == Ascii.minus || sign == Ascii.plus { index += 1 }
            while index < text.count {
                written = written * 10 + Int(text[index] &- Ascii.zero)
                guard written < 1000 else { return nil }
                index += 1
            }
            exponent += sign == Ascii.minus ? -written : written
        }
        var value = Double(significand)
        switch exponent {
        case 0: break
        case 1...22: value *= powersOfTen[exponent]
        case -22 ... -1: value /= powersOfTen[-exponent]
        default: return nil
        }
        return text[0] == Ascii.minus ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// Whether a text is one JSON number and nothing else.
    static func isNumber(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.first, first == Ascii.minus || Ascii.isDigit(first) else {
            return false
        }
        var decoder = LambdaJSONDecoder()
        decoder.maximumDepth = 0
        guard let document = try? JSONDocument.open(text, for: decoder) else { return false }
        defer { document.close() }
        // A number may have white space behind it as a text, but not as a number.
        return document.text(at: 0).count == text.count
    }

    /// Whether a number has neither a fraction nor an exponent.
    static func isPlainInteger(_ text: UnsafeRawBufferPointer) -> Bool {
        text.allSatisfy { Ascii.isDigit($0) || $0 == Ascii.minus }
    }

    /// The shortest text that reads back as the same `Double`; integers without a fraction.
    @inline(__always)
    static func description<T: BinaryFloatingPoint & LosslessStringConvertible>(
        of value: T
    ) -> String {
        withoutPointZero(value.description)
    }

    @inline(never)
    private static func withoutPointZero(_ text: String) -> String {
        var text = text
        let endsInPointZero = text.withUTF8 {
            $0.count > 2 && $0[$0.count - 1] == Ascii.zero && $0[$0.count - 2] == Ascii.dot
        }
        if endsInPointZero { text.removeLast(2) }
        return text
    }

    /// The decimal value of a text that is a number.
    static func decimal(_ text: String) -> Decimal {
        var text = text
        return text.withUTF8 { Decimal(UnsafeRawBufferPointer($0)) }
    }

    /// The text as a string.
    static func string(_ text: UnsafeRawBufferPointer) -> String {
        String(validated: text, isASCII: true)
    }
}

extension NumberText {
    /// A number as a sign, decimal digits, and a power of ten to multiply them by.
    ///
    /// There are no zeros at either end of the digits, so that numbers of equal value have equal
    /// parts. Zero has no digits.
    struct Decimal: Hashable {
        var isNegative: Bool
        var digits: [UInt8] = []
        var exponent = 0

        /// Exponents of this size and more are all taken for this one: far beyond any number that
        /// somebody means, and far from overflowing.
        static let hugeExponent = 1 << 40

        init(_ text: UnsafeRawBufferPointer) {
            isNegative = text.first == Ascii.minus
            var index = isNegative ? 1 : 0
            var isFraction = false
            var zeros = 0
            while index < text.count, text[index] | 0x20 != 0x65 {
                let byte = text[index]
                index += 1
                if byte == Ascii.dot {
                    isFraction = true
                    continue
                }
                if isFraction { exponent -= 1 }
                if byte == Ascii.zero {
                    zeros += 1
                } else {
                    if digits.isEmpty { zeros = 0 }
                    while zeros > 0 {
                        digits.append(0)
                        zeros -= 1
                    }
                    digits.append(byte &- Ascii.zero)
                }
            }
            if digits.isEmpty {
                exponent = 0
                isNegative = false
                return
            }
            exponent += zeros
            guard index < text.count else { return }
            exponent += Decimal.exponent(text[(index + 1)...])
        }

        /// The shortest decimal number that reads back as the same `Double`.
        init(_ value: Double) {
            self = NumberText.decimal(value.description)
        }

        private static func exponent(_ text: Slice<UnsafeRawBufferPointer>) -> Int {
            var value = 0
            var isNegative = false
            for byte in text {
                switch byte {
                case Ascii.minus: isNegative = true
                case Ascii.plus: break
                default:
                    value = min(value * 10 + Int(byte &- Ascii.zero), hugeExponent)
                }
            }
            return isNegative ? -value : value
        }
    }
}
