/// Gzip (RFC 1952), read without zlib and without Foundation.
///
/// In a module of its own, because a binary keeps all of a module that it links.
package enum Gzip {
    /// What became of a text that should be gzip.
    ///
    /// Not an `Error`: each caller has one of its own, and a conformance would stay in every binary.
    package enum Outcome {
        case bytes([UInt8])
        /// What was expected, as a sentence without its full stop and without any of the bytes.
        case failure(StaticString)
    }

    /// How many bytes come out at most if a caller says nothing else: 32 MiB.
    ///
    /// A megabyte of gzip can stand for a gigabyte, and a function may have 128 MB.
    package static let defaultLimit = 32 << 20

    /// Restores what was compressed.
    ///
    /// Strict: the checksum and the length must be right, reserved bits zero, and nothing but
    /// further members, whose contents are joined, may follow the first.
    ///
    /// - Parameters:
    ///   - bytes: One or more members.
    ///   - limit: How many bytes may come out.
    /// - Returns: The bytes that were compressed, or what is wrong.
    package static func decompress(_ bytes: [UInt8], limit: Int = defaultLimit) -> Outcome {
        bytes.withUnsafeBufferPointer { decompress($0, limit: limit) }
    }

    private static func decompress(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Outcome {
        var inflater = Inflater(input: bytes, limit: limit)
        repeat {
            let start = inflater.output.count
            guard skipHeader(&inflater) else { return .failure("Expected the header of gzip") }
            switch inflater.inflate() {
            case .done: break
            case .truncated: return .failure("Expected more bytes of gzip, found the end")
            case .corrupt: return .failure("Expected deflate blocks within gzip")
            case .tooLong: return .failure("Expected gzip of fewer bytes than the limit")
            }
            guard let checksum = inflater.word(bytes: 4), let length = inflater.word(bytes: 4)
            else { return .failure("Expected more bytes of gzip, found the end") }
            let contents = inflater.output[start...]
            guard length == UInt32(truncatingIfNeeded: contents.count),
                checksum == CRC32.checksum(of: contents)
            else { return .failure("Expected gzip with the right checksum") }
        } while !inflater.isAtEnd
        return .bytes(inflater.output)
    }

    /// Reads the header of a member up to the first deflate block.
    private static func skipHeader(_ input: inout Inflater) -> Bool {
        let start = input.position
        guard input.byte() == 0x1F, input.byte() == 0x8B, input.byte() == 8,
            let flags = input.byte(), flags & 0xE0 == 0,
            input.skip(6)
        else { return false }
        if flags & 0x04 != 0 {
            guard let length = input.word(bytes: 2), input.skip(Int(length)) else { return false }
        }
        if flags & 0x08 != 0, !input.skipText() { return false }
        if flags & 0x10 != 0, !input.skipText() { return false }
        if flags & 0x02 != 0 {
            let header = input.input[start..<input.position]
            guard let checksum = input.word(bytes: 2),
                checksum == CRC32.checksum(of: header) & 0xFFFF
            else { return false }
        }
        return true
    }
}

/// The checksum of gzip.
private enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { (index: UInt32) in
        (0..<8).reduce(index) { sum, _ in sum & 1 == 0 ? sum >> 1 : 0xEDB8_8320 ^ sum >> 1 }
    }

    static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        table.withUnsafeBufferPointer { table in
            var sum = ~UInt32(0)
            for byte in bytes {
                sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8
            }
            return ~sum
        }
    }
}
