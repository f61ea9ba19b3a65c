/// The characters that mean something to JSON.
enum Ascii {
    static let backspace: UInt8 = 0x08
    static let tab: UInt8 = 0x09
    static let newline: UInt8 = 0x0A
    static let formFeed: UInt8 = 0x0C
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    static let colon: UInt8 = 0x3A
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool {
        byte &- zero < 10
    }

    /// Whether a character makes an escape of two characters with a backslash: `"\/bfnrt`.
    @inline(__always)
    static func isShortEscape(_ byte: UInt8) -> Bool {
        // One bit for each of them, in the halves of ASCII below and from '@' on.
        let low: UInt64 = 1 << 0x22 | 1 << 0x2F
        let high: UInt64 =
            1 << (0x5C - 64) | 1 << (0x62 - 64) | 1 << (0x66 - 64)
            | 1 << (0x6E - 64) | 1 << (0x72 - 64) | 1 << (0x74 - 64)
        let half = byte < 64 ? low : high
        return byte < 128 && half &>> UInt64(byte & 63) & 1 == 1
    }

    /// The value of a hexadecimal digit.
    ///
    /// - Returns: `nil` for any other character.
    @inline(__always)
    static func hexValue(_ byte: UInt8) -> UInt16? {
        switch byte {
        case zero...nine: UInt16(byte &- zero)
        case 0x41...0x46: UInt16(byte &- 0x37)
        case 0x61...0x66: UInt16(byte &- 0x57)
        default: nil
        }
    }
}

/// Eight bytes at a time in one register.
enum Bits {
    static let lowBits: UInt64 = 0x0101_0101_0101_0101
    static let highBits: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func everyByte(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* lowBits
    }

    /// Marks the bytes of a string that need a closer look, by their high bits: quote, backslash,
    /// control characters, and whatever is beyond ASCII.
    ///
    /// The lowest mark is always right. A subtraction that borrows can set a mark above it that is
    /// wrong, so only the lowest may be used.
    @inline(__always)
    static func special(_ word: UInt64) -> UInt64 {
        let quotes = (word ^ everyByte(Ascii.quote)) &- lowBits
        let backslashes = (word ^ everyByte(Ascii.backslash)) &- lowBits
        let controls = word &- everyByte(Ascii.space)
        return (quotes | backslashes | controls | word) & highBits
    }

    /// Marks the same bytes as `special(_:)` does among sixteen, and only those.
    ///
    /// As signed numbers, control characters and whatever is beyond ASCII are all below a space. (The
    /// comparisons with vectors are one instruction each; those with a scalar are loops.)
    @inline(__always)
    static func specials(_ bytes: SIMD16<UInt8>) -> SIMD2<UInt64> {
        let signed = unsafeBitCast(bytes, to: SIMD16<Int8>.self)
        let quote = SIMD16<UInt8>(repeating: Ascii.quote)
        let backslash = SIMD16<UInt8>(repeating: Ascii.backslash)
        let space = SIMD16<Int8>(repeating: Int8(Ascii.space))
        let found = (bytes .== quote) .| (bytes .== backslash) .| (signed .< space)
        return unsafeBitCast(found, to: SIMD2<UInt64>.self)
    }

    /// The place of the lowest mark.
    @inline(__always)
    static func firstMark(_ marks: UInt64) -> Int {
        marks.trailingZeroBitCount >> 3
    }
}
