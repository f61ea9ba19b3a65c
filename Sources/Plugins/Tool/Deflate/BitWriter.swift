/// Writes bits as DEFLATE packs them: the first bit is the lowest of a byte.
///
/// RFC 1951, section 3.1.1.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    /// Writes the lowest bits of a value, at most 32 of them.
    mutating func write(_ value: Int, bits: Int) {
        pending |= UInt64(truncatingIfNeeded: value) &<< UInt64(truncatingIfNeeded: count)
        count &+= bits
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending &>>= 8
            count &-= 8
        }
    }

    /// Fills the byte that was begun with zeros.
    mutating func alignToByte() {
        if count > 0 { write(0, bits: 8 - count) }
    }

    /// Writes whole bytes, where what was written before ends with a byte.
    mutating func write(_ whole: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: whole)
    }
}
