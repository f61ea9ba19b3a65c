#if os(Linux)
/// Makes strings of up to fifteen bytes of UTF-8, which lie in the string itself.
///
/// The standard library's initializers take about a hundred instructions to get there, and a good
/// third of the strings of an event are that short. The form is the one that the ABI of Apple's
/// platforms lays down: the bytes from the lowest on, and in the highest one the count, with 0xE0
/// for ASCII and 0xA0 for the rest. Here it is the standard library's own affair, which is linked
/// into the program or shipped with it; so it is compared with strings of its making before it is
/// relied on, and not used if it is any different.
enum ShortString {
    static let limit = 15

    /// Makes a string of bytes that are known to be well-formed UTF-8.
    @inline(__always)
    static func make(_ source: UnsafeRawPointer, _ count: Int, isASCII: Bool) -> String {
        var low: UInt64 = 0
        var high: UInt64 = 0
        if count >= 8 {
            low = word(source, at: 0)
            high = word(source, at: count &- 8) >> UInt64(truncatingIfNeeded: 128 &- 8 &* count)
        } else if count >= 4 {
            low =
                half(source, at: 0)
                | half(source, at: count &- 4) &<< UInt64(truncatingIfNeeded: 8 &* count &- 32)
        } else if count > 0 {
            let middle = count &>> 1
            low =
                byte(source, at: 0)
                | byte(source, at: middle) &<< UInt64(truncatingIfNeeded: 8 &* middle)
                | byte(source, at: count &- 1) &<< UInt64(truncatingIfNeeded: 8 &* count &- 8)
        }
        let form: UInt64 = isASCII ? 0xE0 : 0xA0
        high |= (form | UInt64(truncatingIfNeeded: count)) &<< 56
        return unsafeBitCast((low, high), to: String.self)
    }

    @inline(__always)
    private static func word(_ source: UnsafeRawPointer, at offset: Int) -> UInt64 {
        UInt64(littleEndian: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private static func half(_ source: UnsafeRawPointer, at offset: Int) -> UInt64 {
        UInt64(UInt32(littleEndian: source.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    @inline(__always)
    private static func byte(_ source: UnsafeRawPointer, at offset: Int) -> UInt64 {
        UInt64(source.load(fromByteOffset: offset, as: UInt8.self))
    }

    /// Whether the standard library makes the same strings.
    @inline(never)
    @_optimize(size)
    static func isAsExpected() -> Bool {
        guard MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size else { return false }
        let ascii: [UInt8] = Array("abcdefghijklmno".utf8)
        let other: [UInt8] = Array("\u{E4}\u{20AC}\u{1F600}\u{DF}abcd".utf8)
        let isSame = { (bytes: ArraySlice<UInt8>, isASCII: Bool) in
            bytes.withUnsafeBytes { text in
                guard let start = text.baseAddress else { return false }
                let ours = unsafeBitCast(
                    make(start, text.count, isASCII: isASCII),
                    to: (UInt64, UInt64).self
                )
                let theirs = unsafeBitCast(
                    String(decoding: text, as: UTF8.self),
                    to: (UInt64, UInt64).self
                )
                return ours == theirs
            }
        }
        return (1...limit).allSatisfy { isSame(ascii.prefix($0), true) }
            && [2, 5, 9, 11, 12, other.count].allSatisfy { isSame(other.prefix($0), false) }
    }
}
#endif
