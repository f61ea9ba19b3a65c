/// What each symbol is expected to cost, in sixty-fourths of a bit.
struct SymbolCosts {
    private static let fractionBits = 6
    static let bit = 1 << fractionBits

    /// The cost of each byte that is written as it is.
    var literals: [Int]

    /// The cost of each length of a match, its further bits included; the first three are not used.
    var lengths: [Int]

    /// The cost of each symbol of a distance, its further bits included.
    var distances: [Int]

    /// The costs as good as any before something is known.
    init() {
        literals = Array(repeating: 8 * SymbolCosts.bit, count: 256)
        lengths = (0...258).map { length in
            length < 3 ? 0 : (7 + DeflateSymbols.length(length).bits) * SymbolCosts.bit
        }
        distances = (0..<DeflateSymbols.distanceCount).map { symbol in
            (5 + max(0, symbol / 2 - 1)) * SymbolCosts.bit
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
            return literalBits[symbol] + bits * SymbolCosts.bit
        }
        distances = distanceBits.indices.map { symbol in
            distanceBits[symbol] + max(0, symbol / 2 - 1) * SymbolCosts.bit
        }
    }

    /// The information in each symbol: the logarithm of its share, what a perfect code would spend.
    private static func information(_ frequencies: [Int]) -> [Int] {
        let total = logarithm(max(frequencies.reduce(0, +), 1))
        return frequencies.map { frequency in
            // What does not occur is not out of the question, only dear.
            guard frequency > 0 else { return total + bit }
            return max(total - logarithm(frequency), 1)
        }
    }

    /// The binary logarithm in sixty-fourths, by squaring: in integers, so that every machine has the same.
    static func logarithm(_ value: Int) -> Int {
        let whole = 63 - value.leadingZeroBitCount
        var result = whole
        var mantissa = UInt64(value) << UInt64(31 - whole)
        for _ in 0..<fractionBits {
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
