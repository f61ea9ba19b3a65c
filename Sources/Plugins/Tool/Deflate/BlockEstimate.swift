/// About what a block costs, which grows by a piece at a time.
///
/// It is without the further bits of the block's matches, which they have in any division into blocks.
final class BlockEstimate {
    /// A symbol of a piece, and how often it occurs there.
    struct Count {
        var symbol: Int
        var frequency: Int
    }

    /// What the code of a block costs: so much, and so much for a symbol that occurs and for some that do not.
    ///
    /// Those are means, in bits, of the codes of executables.
    private static let costOfCode = 60 * SymbolCosts.bit
    private static let costOfSymbol = 28 * SymbolCosts.bit / 10
    private static let costOfGap = 5 * SymbolCosts.bit

    private static let tableSize = 4_096

    /// The frequencies in the block, between two that are not 0.
    private let sums: UnsafeMutablePointer<Int>
    /// The logarithm of each small number, and its product with the number.
    private let logarithms: UnsafeMutablePointer<Int>
    private let products: UnsafeMutablePointer<Int>
    private var literals = 0
    private var distances = 0
    /// The sum of each frequency's product with its logarithm.
    private var shares = 0
    private var code = 0

    init() {
        sums = .allocate(capacity: PieceFrequencies.symbolCount + 2)
        sums.initialize(repeating: 1, count: PieceFrequencies.symbolCount + 2)
        logarithms = .allocate(capacity: BlockEstimate.tableSize)
        logarithms.initialize(repeating: 0, count: BlockEstimate.tableSize)
        products = .allocate(capacity: BlockEstimate.tableSize)
        products.initialize(repeating: 0, count: BlockEstimate.tableSize)
        for value in 1..<BlockEstimate.tableSize {
            logarithms[value] = SymbolCosts.logarithm(value)
            products[value] = value * logarithms[value]
        }
    }

    deinit {
        sums.deallocate()
        logarithms.deallocate()
        products.deallocate()
    }

    /// Begins with a block without a piece.
    func clear() {
        (sums + 1).update(repeating: 0, count: PieceFrequencies.symbolCount)
        literals = 0
        distances = 0
        shares = 0
        code = BlockEstimate.costOfCode + BlockEstimate.costOfGap
    }

    /// Takes in a piece.
    ///
    /// - Returns: What the block costs with it, in the unit of `SymbolCosts`.
    func add(_ counts: UnsafeBufferPointer<Count>) -> Int {
        guard let first = counts.baseAddress else { return code }
        let sums = sums + 1
        let products = products
        let tableSize = BlockEstimate.tableSize
        let distanceSymbols = DeflateSymbols.literalCount
        let count = counts.count
        var added = 0
        var addedDistances = 0
        var shares = shares
        var index = 0
        while index < count {
            let symbol = first[index].symbol
            let frequency = first[index].frequency
            let before = sums[symbol]
            let after = before &+ frequency
            sums[symbol] = after
            added &+= frequency
            if symbol >= distanceSymbols { addedDistances &+= frequency }
            if before == 0 { addSymbol(symbol) }
            shares &+= after < tableSize ? products[after] : after &* logarithm(after)
            shares &-= before < tableSize ? products[before] : before &* logarithm(before)
            index &+= 1
        }
        self.shares = shares
        distances &+= addedDistances
        literals &+= added &- addedDistances
        return code &+ literals &* logarithm(literals) &+ distances &* logarithm(distances)
            &- shares
    }

    /// Counts a symbol that did not occur, which ends a gap of such symbols, or makes two of one.
    private func addSymbol(_ symbol: Int) {
        let isAfterGap = sums[symbol] == 0
        let isBeforeGap = sums[symbol &+ 2] == 0
        code &+= BlockEstimate.costOfSymbol
        if isAfterGap, isBeforeGap {
            code &+= BlockEstimate.costOfGap
        } else if !isAfterGap, !isBeforeGap {
            code &-= BlockEstimate.costOfGap
        }
    }

    /// The logarithm of a number, of whose bits the first ones are enough.
    private func logarithm(_ value: Int) -> Int {
        var value = value
        var doubled = 0
        while value >= BlockEstimate.tableSize {
            value &>>= 1
            doubled &+= 1
        }
        return logarithms[value] &+ doubled &* SymbolCosts.bit
    }
}
