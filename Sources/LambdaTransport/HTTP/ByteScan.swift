// Questions about many bytes, eight at a time
// --------------------------------------------
// A head has some 400 bytes, and to look at each for itself was a fifth of the instructions of an
// invocation. A word of eight bytes answers with arithmetic instead: `lanes(0x20)` is a word with
// 0x20 in each byte, and a condition on each byte is left in its highest bit. For example
//
//     (word - lanes(0x20)) & ~word & lanes(0x80)
//
// is not 0 exactly when some byte is below 0x20: only such a byte borrows into its highest bit
// without having had it. (A borrow may set the bit of the byte above as well; that byte is then
// looked at for itself, so the answer stays right.)

/// Scans of received bytes.
///
/// Every range lies within the bytes.
enum ByteScan {
    private static func lanes(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// RFC 9110 §5.5: whether all bytes are visible characters, blanks, or from 0x80 on.
    static func isFieldValue(_ range: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard range.count >= 8 else { return isFieldValueByByte(range, bytes) }
        // The last word may overlap the one before.
        let last = range.upperBound &- 8
        var found = suspicious(word(bytes, last))
        var index = range.lowerBound
        while index < last {
            found |= suspicious(word(bytes, index))
            index &+= 8
        }
        // A tab is allowed, and so may be what stands before it.
        return found & lanes(0x80) == 0 || isFieldValueByByte(range, bytes)
    }

    /// Sets the highest bit of bytes that are not visible, and perhaps of what stands before them.
    private static func suspicious(_ word: UInt64) -> UInt64 {
        let delete = word ^ lanes(0x7F)
        return ((word &- lanes(0x20)) | (delete &- lanes(0x01))) & ~word
    }

    private static func isFieldValueByByte(
        _ range: Range<Int>,
        _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        for index in range where !ASCII.isFieldValue(bytes[index]) { return false }
        return true
    }

    /// The end of the token that begins at an offset: RFC 9110 §5.6.2.
    static func endOfToken(from start: Int, to end: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
        var index = start
        while index &+ 8 <= end {
            let others = otherThanLettersAndHyphens(word(bytes, index))
            if others == 0 {
                index &+= 8
                continue
            }
            // The lowest address is the lowest byte, and the first of the others ends the word.
            index &+= others.littleEndian.trailingZeroBitCount &>> 3
            if !ASCII.isToken(bytes[index]) { return index }
            index &+= 1
        }
        while index < end, ASCII.isToken(bytes[index]) { index &+= 1 }
        return index
    }

    /// The highest bit of each byte that is not what the names of real headers consist of.
    private static func otherThanLettersAndHyphens(_ word: UInt64) -> UInt64 {
        let lowered = word | lanes(0x20)
        // Without their highest bits the bytes cannot carry into each other.
        let low = lowered & lanes(0x7F)
        let fromA = low &+ lanes(0x80 - 0x61)
        let pastZ = low &+ lanes(0x80 - 0x7B)
        let hyphen = word ^ lanes(0x2D)
        let notHyphen = ((hyphen & lanes(0x7F)) &+ lanes(0x7F)) | hyphen
        let isFine = ((fromA & ~pastZ) | ~notHyphen) & ~word
        return ~isFine & lanes(0x80)
    }

    /// Whether a token equals a lower-case one of the same length, in any case.
    ///
    /// Among the characters of a token, only a letter turns into a letter, digit or hyphen of
    /// another code by setting the bit that makes it lower case.
    static func equalsToken(_ token: UnsafeRawBufferPointer, _ lowercased: StaticString) -> Bool {
        let count = token.count
        let other = UnsafeRawBufferPointer(start: lowercased.utf8Start, count: count)
        var index = 0
        while index &+ 8 <= count {
            if word(token, index) | lanes(0x20) != word(other, index) { return false }
            index &+= 8
        }
        while index < count {
            if token[index] | 0x20 != other[index] { return false }
            index &+= 1
        }
        return true
    }
}
