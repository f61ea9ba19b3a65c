/// What each symbol is expected to cost, in sixteenths of a bit.
struct SymbolCosts {
    static let bit: Int32 = 16

    /// The cost of each byte that is written as it is.
    var literals: [Int32]

    /// The cost of each length of a match, its further bits included; the first three are not used.
    var lengths: [Int32]

    /// The cost of each symbol of a distance, its further bits included.
    var distances: [Int32]

    /// The costs as good as any before something is known.
    init() {
        literals = Array(repeating: 8 * SymbolCosts.bit, count: 256)
        lengths = (0...258).map { length in
            length < 3 ? 0 : Int32(7 + DeflateSymbols.length(length).bits) * SymbolCosts.bit
        }
        distances = (0..<DeflateSymbols.distanceCount).map { symbol in
            Int32(5 + max(0, symbol / 2 - 1)) * SymbolCosts.bit
        }
    }

    /// The costs where symbols occur as often as they do in what was parsed so far.
    init(_ frequencies: SymbolFrequencies) {
        let literalBits = SymbolCosts.information(frequencies.literals)
        let distanceBits = SymbolCosts.information(frequencies.distances)
        literals = Array(literalBits[0..<256])
        lengths = (0...258).map { length in
            guard length >= 3 else { return 0 }
            let (symbol, _, bits) = DeflateSymbols.length(length)
            return literalBits[symbol] + Int32(bits) * SymbolCosts.bit
        }
        distances = distanceBits.indices.map { symbol in
            distanceBits[symbol] + Int32(max(0, symbol / 2 - 1)) * SymbolCosts.bit
        }
    }

    /// The information in each symbol: the logarithm of its share, what a perfect code would spend.
    private static func information(_ frequencies: [Int]) -> [Int32] {
        let total = logarithm(max(frequencies.reduce(0, +), 1))
        return frequencies.map { frequency in
            // What does not occur is not out of the question, only dear.
            guard frequency > 0 else { return total + bit }
            return max(total - logarithm(frequency), 1)
        }
    }

    /// The binary logarithm in sixteenths, by squaring: in integers, so that every machine has the same.
    private static func logarithm(_ value: Int) -> Int32 {
        let whole = 63 - value.leadingZeroBitCount
        var result = Int32(whole)
        var mantissa = UInt64(value) << UInt64(31 - whole)
        for _ in 0..<4 {
            mantissa = (mantissa &* mantissa) &>> 31
            result *= 2
            if mantissa >= 1 << 32 {
                mantissa &>>= 1
                result += 1
            }
        }
        return result
    }
}
