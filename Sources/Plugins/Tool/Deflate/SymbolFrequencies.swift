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
}
