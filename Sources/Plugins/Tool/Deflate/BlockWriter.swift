/// Writes blocks, each in the shortest of its three forms.
///
/// RFC 1951, section 3.2.3: as it is, with the code that is fixed, or with a code of its own.
struct BlockWriter {
    private static let fixedLiterals = HuffmanCode(lengths: DeflateSymbols.fixedLiteralLengths)
    private static let fixedDistances = HuffmanCode(lengths: DeflateSymbols.fixedDistanceLengths)

    private var bits = BitWriter()

    mutating func write(
        _ block: ParsedBlock,
        _ code: BlockCode,
        of input: UnsafePointer<UInt8>,
        isLast: Bool
    ) {
        switch code.cost {
        case code.storedCost:
            store(block, of: input, isLast: isLast)
        case code.fixedCost:
            bits.write(isLast ? 1 : 0, bits: 1)
            bits.write(1, bits: 2)
            write(block.steps, from: input + block.start, Self.fixedLiterals, Self.fixedDistances)
        default:
            bits.write(isLast ? 1 : 0, bits: 1)
            bits.write(2, bits: 2)
            write(code)
            write(block.steps, from: input + block.start, code.literals, code.distances)
        }
    }

    /// Writes the last block of an input that has no byte.
    mutating func writeEmpty() {
        bits.write(3, bits: 10)
    }

    /// Ends the last byte.
    ///
    /// - Returns: All that was written.
    mutating func finish() -> [UInt8] {
        bits.alignToByte()
        return bits.bytes
    }

    private mutating func store(
        _ block: ParsedBlock,
        of input: UnsafePointer<UInt8>,
        isLast: Bool
    ) {
        var position = 0
        while position < block.length {
            let count = min(block.length - position, 65_535)
            let end = position + count
            bits.write(isLast && end == block.length ? 1 : 0, bits: 3)
            bits.alignToByte()
            bits.write(count, bits: 16)
            bits.write(~count & 0xFFFF, bits: 16)
            bits.write(UnsafeBufferPointer(start: input + block.start + position, count: count))
            position = end
        }
    }

    private mutating func write(_ code: BlockCode) {
        bits.write(code.literalCount - 257, bits: 5)
        bits.write(code.distanceCount - 1, bits: 5)
        bits.write(code.runCodeCount - 4, bits: 4)
        for symbol in BlockCode.order[..<code.runCodeCount] {
            bits.write(Int(code.runCode.lengths[symbol]), bits: 3)
        }
        for run in code.runs {
            write(run.symbol, with: code.runCode)
            bits.write(run.extra, bits: run.bits)
        }
    }

    private mutating func write(
        _ steps: [ParsedBlock.Step],
        from input: UnsafePointer<UInt8>,
        _ literals: HuffmanCode,
        _ distances: HuffmanCode
    ) {
        var position = 0
        for step in steps {
            if step.length == 1 {
                write(Int(input[position]), with: literals)
            } else {
                let length = DeflateSymbols.length(step.length)
                write(length.symbol, with: literals)
                bits.write(length.extra, bits: length.bits)
                let distance = DeflateSymbols.distance(step.distance)
                write(distance.symbol, with: distances)
                bits.write(distance.extra, bits: distance.bits)
            }
            position += step.length
        }
        write(DeflateSymbols.endOfBlock, with: literals)
    }

    private mutating func write(_ symbol: Int, with code: HuffmanCode) {
        bits.write(code.codes[symbol], bits: Int(code.lengths[symbol]))
    }
}
