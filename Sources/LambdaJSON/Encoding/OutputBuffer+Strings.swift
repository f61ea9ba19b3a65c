extension OutputBuffer {
    /// Appends a string as a JSON string.
    ///
    /// Not inlined: half of the encoder's methods end here.
    @inline(never)
    final func append(string: String) {
        if string.utf8.withContiguousStorageIfAvailable({ append(string: $0) }) == nil {
            append(foreign: string)
        }
    }

    /// A string that Foundation made on Darwin, which has to be copied.
    @inline(never)
    private final func append(foreign string: String) {
        Array(string.utf8).withUnsafeBufferPointer { append(string: $0) }
    }

    /// Appends UTF-8 as a JSON string.
    @inline(never)
    final func append(string text: UnsafeBufferPointer<UInt8>) {
        // The bytes behind are for whole blocks that are written beyond the end.
        reserve(text.count + 2 + PlainText.overhang)
        base[count] = Ascii.quote
        count &+= 1
        if var source = UnsafeRawPointer(text.baseAddress) {
            let end = source + text.count
            while true {
                let plain = PlainText.copy(
                    source,
                    count: end - source,
                    to: UnsafeMutableRawPointer(base + count)
                )
                source += plain
                count &+= plain
                guard source < end else { break }
                appendEscape(of: source.load(as: UInt8.self))
                source += 1
                reserve(end - source + 1 + PlainText.overhang)
            }
        }
        base[count] = Ascii.quote
        count &+= 1
    }

    /// Appends the escape of a quote, a backslash or a control character.
    ///
    /// RFC 8259, section 7. There is room for six bytes already.
    @inline(__always)
    private final func appendEscape(of byte: UInt8) {
        let target = base + count
        target[0] = Ascii.backslash
        let short = byte >= Ascii.space ? byte : Self.shortEscape(of: byte)
        guard short == 0 else {
            target[1] = short
            count &+= 2
            return
        }
        let digit = byte & 0xF
        target[1] = 0x75
        target[2] = Ascii.zero
        target[3] = Ascii.zero
        target[4] = Ascii.zero &+ byte &>> 4
        target[5] = digit < 10 ? Ascii.zero &+ digit : 0x57 &+ digit
        count &+= 6
    }

    /// The letter of a control character that has an escape of two characters, or zero.
    @inline(__always)
    private static func shortEscape(of byte: UInt8) -> UInt8 {
        switch byte {
        case Ascii.backspace: 0x62
        case Ascii.formFeed: 0x66
        case Ascii.newline: 0x6E
        case Ascii.carriageReturn: 0x72
        case Ascii.tab: 0x74
        default: 0
        }
    }
}

/// What stands in a JSON string as it is.
private enum PlainText {
    /// How far beyond the end of the text a copy may write, and the escape at its end.
    static let overhang = 8

    /// Copies what needs no escape, sixteen or eight bytes at a time.
    ///
    /// The sixteen are two words in one register. All of Swift's platforms are little-endian.
    ///
    /// - Returns: Where the first character is that does, or the end.
    @inline(__always)
    static func copy(
        _ source: UnsafeRawPointer,
        count: Int,
        to target: UnsafeMutableRawPointer
    ) -> Int {
        var place = 0
        while place &+ 16 <= count {
            let words = source.loadUnaligned(fromByteOffset: place, as: SIMD2<UInt64>.self)
            target.storeBytes(of: words, toByteOffset: place, as: SIMD2<UInt64>.self)
            let marks = escapable(words)
            if marks[0] | marks[1] != 0 {
                return marks[0] != 0
                    ? place &+ Bits.firstMark(marks[0]) : place &+ 8 &+ Bits.firstMark(marks[1])
            }
            place &+= 16
        }
        if place &+ 8 <= count {
            let word = source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
            let marks = escapable(word)
            if marks != 0 { return place &+ Bits.firstMark(marks) }
            place &+= 8
        }
        guard place < count else { return count }
        let word = tail(of: source + place, count: count &- place)
        target.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
        let marks = escapable(word)
        return marks != 0 ? place &+ Bits.firstMark(marks) : count
    }

    /// Marks the bytes that must be escaped, by their high bits: quote, backslash, control
    /// characters.
    ///
    /// The lowest mark is always right. A subtraction that borrows can set a mark above it that is
    /// wrong, so only the lowest may be used.
    @inline(__always)
    private static func escapable(_ word: UInt64) -> UInt64 {
        let quotes = (word ^ Bits.everyByte(Ascii.quote)) &- Bits.lowBits
        let backslashes = (word ^ Bits.everyByte(Ascii.backslash)) &- Bits.lowBits
        let controls = word &- Bits.everyByte(Ascii.space)
        return (quotes | backslashes | controls) & ~word & Bits.highBits
    }

    @inline(__always)
    private static func escapable(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
        let lowBits = SIMD2(repeating: Bits.lowBits)
        let quotes = (words ^ SIMD2(repeating: Bits.everyByte(Ascii.quote))) &- lowBits
        let backslashes = (words ^ SIMD2(repeating: Bits.everyByte(Ascii.backslash))) &- lowBits
        let controls = words &- SIMD2(repeating: Bits.everyByte(Ascii.space))
        return (quotes | backslashes | controls) & ~words & SIMD2(repeating: Bits.highBits)
    }

    /// The last bytes, one to seven, with spaces behind them.
    ///
    /// Loads that overlap, instead of one for each byte.
    @inline(__always)
    private static func tail(of source: UnsafeRawPointer, count: Int) -> UInt64 {
        let last = count &- 1
        var word = Bits.everyByte(Ascii.space) &<< (UInt64(truncatingIfNeeded: count) &* 8)
        if count >= 4 {
            let high = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            word |= UInt64(source.loadUnaligned(as: UInt32.self))
            word |= UInt64(high) &<< (UInt64(truncatingIfNeeded: last &- 3) &* 8)
        } else {
            // One, two or three: the first, the one in the middle, and the last.
            let middle = count &>> 1
            word |= UInt64(source.load(as: UInt8.self))
            word |=
                UInt64(source.load(fromByteOffset: middle, as: UInt8.self))
                &<< (UInt64(truncatingIfNeeded: middle) &* 8)
            word |=
                UInt64(source.load(fromByteOffset: last, as: UInt8.self))
                &<< (UInt64(truncatingIfNeeded: last) &* 8)
        }
        return word
    }
}

// MARK: - For the runtime

/// JSON text for those who write it by hand: log lines, error bodies.
package enum JSONText {
    /// Appends a string as a JSON string, with its quotes and escapes.
    package static func append(_ string: String, to bytes: inout [UInt8]) {
        var string = string
        string.withUTF8 { append(UnsafeRawBufferPointer($0), to: &bytes) }
    }

    /// Appends UTF-8 as a JSON string, with its quotes and escapes.
    ///
    /// Bytes that are not UTF-8 are replaced by U+FFFD, so that the result is always JSON.
    package static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        bytes.append(Ascii.quote)
        var runStart = 0
        var isASCII = true
        for index in text.indices {
            let byte = text[index]
            if byte >= 0x80 { isASCII = false }
            guard byte < Ascii.space || byte == Ascii.quote || byte == Ascii.backslash else {
                continue
            }
            appendRun(text, runStart..<index, isASCII, to: &bytes)
            runStart = index + 1
            isASCII = true
            appendEscape(of: byte, to: &bytes)
        }
        appendRun(text, runStart..<text.count, isASCII, to: &bytes)
        bytes.append(Ascii.quote)
    }

    private static func appendRun(
        _ text: UnsafeRawBufferPointer,
        _ range: Range<Int>,
        _ isASCII: Bool,
        to bytes: inout [UInt8]
    ) {
        let run = UnsafeRawBufferPointer(rebasing: text[range])
        if isASCII {
            bytes.append(contentsOf: run)
        } else {
            bytes.append(contentsOf: String(decoding: run, as: UTF8.self).utf8)
        }
    }

    private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(Ascii.backslash)
        switch byte {
        case Ascii.newline: bytes.append(0x6E)
        case Ascii.carriageReturn: bytes.append(0x72)
        case Ascii.tab: bytes.append(0x74)
        case Ascii.backspace: bytes.append(0x62)
        case Ascii.formFeed: bytes.append(0x66)
        case Ascii.quote, Ascii.backslash: bytes.append(byte)
        default:
            let digit = byte & 0xF
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(byte < 0x10 ? Ascii.zero : Ascii.zero + 1)
            bytes.append(digit < 10 ? Ascii.zero + digit : 0x57 + digit)
        }
    }
}
