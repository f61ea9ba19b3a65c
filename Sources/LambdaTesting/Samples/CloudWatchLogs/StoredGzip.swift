/// Gzip (RFC 1952) that is not compressed: its blocks hold the bytes as they are.
///
/// A sample has to be gzip, not small.
enum StoredGzip {
    /// Makes a member of gzip.
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        // No name, no time, the system unknown.
        var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = bytes[...]
        repeat {
            // RFC 1951 section 3.2.4: whether it is the last, the length, its complement.
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(0xFFFF)
            output.append(rest.isEmpty ? 1 : 0)
            append(UInt32(block.count) | ~UInt32(block.count) << 16, to: &output)
            output += block
        } while !rest.isEmpty
        append(checksum(of: bytes), to: &output)
        append(UInt32(truncatingIfNeeded: bytes.count), to: &output)
        return output
    }

    private static func append(_ word: UInt32, to output: inout [UInt8]) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            output.append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }

    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 {
                let isOdd = sum & 1 == 1
                sum >>= 1
                if isOdd { sum ^= 0xEDB8_8320 }
            }
        }
        return ~sum
    }
}
