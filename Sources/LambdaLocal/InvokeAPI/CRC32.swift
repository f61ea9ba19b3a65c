#if LOCAL_RUNNING
/// The checksum of Ethernet, zlib and AWS's event streams: the polynomial 0x04C11DB7, reflected.
enum CRC32 {
    /// The remainder of each byte.
    private static let table: [UInt32] = (0..<256 as Range<UInt32>).map { byte in
        (0..<8).reduce(byte) { remainder, _ in
            remainder & 1 == 1 ? 0xEDB8_8320 ^ remainder >> 1 : remainder >> 1
        }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        // The buffers, and not the arrays: a debug build, as most local ones are, takes a third of the time.
        table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var remainder = UInt32.max
                for byte in bytes {
                    let index = UInt8(truncatingIfNeeded: remainder) ^ byte
                    remainder = table[Int(index)] ^ remainder >> 8
                }
                return ~remainder
            }
        }
    }
}
#endif
