/// How often each symbol occurs in a block.
struct SymbolFrequencies {
    /// Of bytes, of lengths of matches, and of the end, which every block has.
    var literals: [Int]
    var distances: [Int]

    init() {
        literals = Array(repeating: 0, count: DeflateSymbols.literalCount)
        literals[DeflateSymbols.endOfBlock] = 1
        distances = Array(repeating: 0, count: DeflateSymbols.distanceCount)
    }

    /// Those of two blocks as one, which has one end.
    static func + (one: Self, other: Self) -> Self {
        var sum = one
        for symbol in other.literals.indices { sum.literals[symbol] += other.literals[symbol] }
        for symbol in other.distances.indices { sum.distances[symbol] += other.distances[symbol] }
        sum.literals[DeflateSymbols.endOfBlock] = 1
        return sum
    }
}
