// Inflate (RFC 1951)
// ==================
//
// A deflate stream is a row of blocks. Each begins with a bit that says whether it is the last one
// and two bits for its kind: bytes as they are, Huffman codes that the RFC fixes, or Huffman codes
// that the block itself describes. The codes of a block are a mixture of two things: a literal
// byte, or "copy so many bytes from so far back", the distance in a second code of its own.
//
// Bits are taken from the low end of each byte. `bits` holds up to 64 of them that were read ahead;
// what is beyond the end of the input reads as zeros, and `missing` counts them, so that the loop
// asks once per symbol whether it has run past the end and not once per bit.
//
// A Huffman code is canonical: the lengths of its codes, in order of the symbols, are all there is
// to know. Codes of up to nine bits, nearly all that occur, are looked up in a table by the next
// nine bits; for longer ones the first code of each length is walked up, as the RFC describes.

/// The state of decompressing one deflate stream after the other.
struct Inflater {
    enum Result {
        case done
        case truncated
        case corrupt
        case tooLong
    }

    let input: UnsafeBufferPointer<UInt8>
    private let limit: Int
    private(set) var position = 0
    private(set) var output: [UInt8] = []

    private var bits: UInt64 = 0
    private var bitCount = 0
    /// How many of the bits lie beyond the end of the input.
    private var missing = 0

    init(input: UnsafeBufferPointer<UInt8>, limit: Int) {
        self.input = input
        self.limit = limit
    }

    /// Decompresses one stream, and appends it to the output.
    mutating func inflate() -> Result {
        // Distances reach back to the beginning of this stream, not into the one before.
        let start = output.count
        var isLast = false
        while !isLast {
            isLast = take(1) == 1
            let result: Result
            switch take(2) {
            case 0: result = storedBlock()
            case 1: result = block(.fixedLiterals, .fixedDistances, from: start)
            case 2: result = dynamicBlock(from: start)
            default: result = .corrupt
            }
            guard result == .done else { return isExhausted ? .truncated : result }
        }
        guard !isExhausted else { return .truncated }
        returnBytes()
        return .done
    }
}

// MARK: - Blocks

extension Inflater {
    private mutating func storedBlock() -> Result {
        _ = take(bitCount & 7)
        let length = take(16)
        guard take(16) == ~length & 0xFFFF else { return .corrupt }
        guard !isExhausted else { return .truncated }
        returnBytes()
        let count = Int(length)
        guard input.count - position >= count else {
            position = input.count
            return .truncated
        }
        guard count <= limit - output.count else { return .tooLong }
        output.append(contentsOf: input[position..<position + count])
        position += count
        return .done
    }

    private mutating func dynamicBlock(from start: Int) -> Result {
        let literalCount = Int(take(5)) + 257
        let distanceCount = Int(take(5)) + 1
        let lengthCount = Int(take(4)) + 4
        guard literalCount <= 286, distanceCount <= 30 else { return .corrupt }

        let order: [Int] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var lengths = [UInt8](repeating: 0, count: 19)
        for index in order.prefix(lengthCount) { lengths[index] = UInt8(take(3)) }
        guard let lengthCode = HuffmanCode(lengths: lengths, mayBeSingle: false) else {
            return .corrupt
        }

        lengths = []
        while lengths.count < literalCount + distanceCount {
            guard !isExhausted, let symbol = symbol(of: lengthCode) else { return .corrupt }
            let repeated: (length: UInt8, count: Int)
            switch symbol {
            case 0..<16: repeated = (UInt8(symbol), 1)
            case 16:
                guard let last = lengths.last else { return .corrupt }
                repeated = (last, 3 + Int(take(2)))
            case 17: repeated = (0, 3 + Int(take(3)))
            default: repeated = (0, 11 + Int(take(7)))
            }
            lengths.append(contentsOf: repeatElement(repeated.length, count: repeated.count))
        }
        // A block that has no code for its own end is refused, as are repetitions beyond the last.
        guard lengths.count == literalCount + distanceCount, lengths[256] != 0,
            let literals = HuffmanCode(
                lengths: Array(lengths[..<literalCount]),
                mayBeSingle: true
            ),
            let distances = HuffmanCode(
                lengths: Array(lengths[literalCount...]),
                mayBeSingle: true
            )
        else { return .corrupt }
        return block(literals, distances, from: start)
    }

    /// Reads literals and copies up to the end of the block.
    private mutating func block(
        _ literals: HuffmanCode,
        _ distances: HuffmanCode,
        from start: Int
    ) -> Result {
        while true {
            guard let symbol = symbol(of: literals) else { return .corrupt }
            guard !isExhausted else { return .truncated }
            if symbol < 256 {
                guard output.count < limit else { return .tooLong }
                output.append(UInt8(symbol))
                continue
            }
            guard symbol != 256 else { return .done }
            guard symbol <= 285, let length = length(of: symbol),
                let distanceSymbol = self.symbol(of: distances),
                distanceSymbol < 30
            else { return .corrupt }
            let distance = distance(of: distanceSymbol)
            guard !isExhausted else { return .truncated }
            guard distance <= output.count - start else { return .corrupt }
            guard length <= limit - output.count else { return .tooLong }
            copy(length, from: distance)
        }
    }

    private mutating func length(of symbol: Int) -> Int? {
        switch symbol {
        case 257...264: return symbol - 254
        case 265...284:
            let extra = (symbol - 261) / 4
            return 3 + (4 + (symbol - 261) % 4) << extra + Int(take(extra))
        default: return 258
        }
    }

    private mutating func distance(of symbol: Int) -> Int {
        guard symbol >= 4 else { return symbol + 1 }
        let extra = symbol / 2 - 1
        return 1 + (2 + symbol % 2) << extra + Int(take(extra))
    }

    /// Repeats bytes of the output.
    ///
    /// They may overlap with what they become: a distance of one repeats the last byte.
    private mutating func copy(_ length: Int, from distance: Int) {
        // Byte by byte: a slice would share the memory, and appending to it copy all of it.
        var source = output.count - distance
        for _ in 0..<length {
            output.append(output[source])
            source += 1
        }
    }
}

// MARK: - Bits

extension Inflater {
    /// Whether more bits were taken than there are.
    private var isExhausted: Bool { missing > bitCount }

    private mutating func refill() {
        while bitCount <= 56 {
            if position < input.count {
                bits |= UInt64(input[position]) << UInt64(bitCount)
                position += 1
            } else {
                missing += 8
            }
            bitCount += 8
        }
    }

    /// Takes up to 16 bits.
    private mutating func take(_ count: Int) -> UInt32 {
        if bitCount < count { refill() }
        let value = UInt32(truncatingIfNeeded: bits & ((1 << UInt64(count)) - 1))
        drop(count)
        return value
    }

    private mutating func drop(_ count: Int) {
        bits >>= UInt64(count)
        bitCount -= count
    }

    /// Takes the bits of one symbol.
    ///
    /// `nil` if no symbol has them.
    private mutating func symbol(of code: HuffmanCode) -> Int? {
        if bitCount < HuffmanCode.longest { refill() }
        guard let (symbol, length) = code.symbol(at: bits) else { return nil }
        drop(length)
        return symbol
    }

    /// Gives back the whole bytes that were read ahead.
    private mutating func returnBytes() {
        let ahead = max(0, bitCount - missing) / 8
        position -= ahead
        bits = 0
        bitCount = 0
        missing = 0
    }
}

// MARK: - Bytes, between two streams

extension Inflater {
    var isAtEnd: Bool { position == input.count }

    mutating func byte() -> UInt8? {
        guard position < input.count else { return nil }
        position += 1
        return input[position - 1]
    }

    /// Reads a number of two or four bytes, the lowest first.
    mutating func word(bytes count: Int) -> UInt32? {
        guard input.count - position >= count else { return nil }
        var word: UInt32 = 0
        for index in 0..<count { word |= UInt32(input[position + index]) << UInt32(8 * index) }
        position += count
        return word
    }

    mutating func skip(_ count: Int) -> Bool {
        guard input.count - position >= count else { return false }
        position += count
        return true
    }

    /// Skips a text that ends with a zero byte.
    mutating func skipText() -> Bool {
        while let byte = byte() {
            if byte == 0 { return true }
        }
        return false
    }
}
