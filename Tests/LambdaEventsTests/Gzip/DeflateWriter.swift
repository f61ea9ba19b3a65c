/// Writes gzip bit by bit, what no compressor would write too.
struct DeflateWriter {
    private var bytes: [UInt8] = []
    private var bitCount = 0

    /// Writes a number, its lowest bit first.
    mutating func write(_ value: Int, bits count: Int) {
        for bit in 0..<count {
            if bitCount % 8 == 0 { bytes.append(0) }
            if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(bitCount % 8) }
            bitCount += 1
        }
    }

    /// Writes a code of a Huffman code, its highest bit first.
    mutating func write(code: Int, length: Int) {
        for bit in (0..<length).reversed() { write(code >> bit & 1, bits: 1) }
    }

    /// Begins a block of the kind that describes its own codes.
    ///
    /// The lengths are written one by one, each with four bits.
    mutating func beginDynamicBlock(literals: [Int], distances: [Int], isLast: Bool = true) {
        write(isLast ? 1 : 0, bits: 1)
        write(2, bits: 2)
        write(literals.count - 257, bits: 5)
        write(distances.count - 1, bits: 5)
        write(19 - 4, bits: 4)
        // In the order 16, 17, 18, 0, 8, …: none for repetitions, four bits for 0 to 15.
        for index in 0..<19 { write(index < 3 ? 0 : 4, bits: 3) }
        for length in literals + distances { write(code: length, length: 4) }
    }

    /// The codes that lengths stand for, by symbol.
    static func codes(_ lengths: [Int]) -> [Int] {
        var codes = [Int](repeating: 0, count: lengths.count)
        var code = 0
        for length in 1...15 {
            for symbol in lengths.indices where lengths[symbol] == length {
                codes[symbol] = code
                code += 1
            }
            code <<= 1
        }
        return codes
    }

    /// The stream within a member of gzip, with the trailer that goes with some contents.
    func gzip(of contents: [UInt8]) -> [UInt8] {
        Self.header + bytes + Self.trailer(contents)
    }

    static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    static func trailer(_ contents: [UInt8]) -> [UInt8] {
        var sum = ~UInt32(0)
        for byte in contents {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return word(~sum) + word(UInt32(contents.count))
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// Contents in blocks of bytes as they are.
    static func stored(_ contents: [UInt8], blockSize: Int = 65_535) -> [UInt8] {
        var stream: [UInt8] = []
        var rest = contents[...]
        repeat {
            let block = rest.prefix(blockSize)
            rest = rest.dropFirst(blockSize)
            let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
            stream += [rest.isEmpty ? 1 : 0, low, high, ~low, ~high] + block
        } while !rest.isEmpty
        return header + stream + trailer(contents)
    }
}
