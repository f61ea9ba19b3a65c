/// The checksum of ZIP archives, of the reversed polynomial 0xEDB88320.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320
        }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var value: UInt32 = 0xFFFF_FFFF
                for byte in bytes {
                    let index = Int((value ^ UInt32(byte)) & 0xFF)
                    value = value &>> 8 ^ table[index]
                }
                return ~value
            }
        }
    }
}
