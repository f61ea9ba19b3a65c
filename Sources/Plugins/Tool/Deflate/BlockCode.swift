/// The code of a block's own, and what the block costs with it.
///
/// RFC 1951, section 3.2.7: the lengths of the codes come before the block, themselves compressed.
struct BlockCode {
    /// A run of code lengths: its symbol, and the further bits.
    struct Run {
        var symbol: Int
        var extra = 0
        var bits = 0
    }

    /// The order in which the lengths of the code for code lengths are written.
    static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    let literals: HuffmanCode
    let distances: HuffmanCode

    /// How many lengths are written of each code; those behind are zero.
    let literalCount: Int
    let distanceCount: Int

    /// The lengths, as runs.
    let runs: [Run]
    /// The code of the symbols of runs, and how many of its lengths are written.
    let runCode: HuffmanCode
    let runCodeCount: Int

    /// The bits of a block in each of its forms.
    let ownCost: Int
    let fixedCost: Int
    let storedCost: Int

    /// The bits of a block in its shortest form.
    var cost: Int { min(ownCost, fixedCost, storedCost) }

    /// Makes the code of a block of so many bytes with such symbols.
    init(_ frequencies: SymbolFrequencies, length: Int) {
        literals = HuffmanCode(frequencies: frequencies.literals, limit: 15)
        distances = HuffmanCode(frequencies: frequencies.distances, limit: 15)
        literalCount = max(257, BlockCode.used(literals.lengths))
        distanceCount = max(1, BlockCode.used(distances.lengths))
        let all = literals.lengths[..<literalCount] + distances.lengths[..<distanceCount]
        runs = BlockCode.runs(all[...])
        var runFrequencies = [Int](repeating: 0, count: 19)
        for run in runs { runFrequencies[run.symbol] += 1 }
        let runCode = HuffmanCode(frequencies: runFrequencies, limit: 7)
        self.runCode = runCode
        runCodeCount = max(4, BlockCode.used(BlockCode.order.map { runCode.lengths[$0] }))

        let table = runs.reduce(14 + 3 * runCodeCount) { bits, run in
            bits + Int(runCode.lengths[run.symbol]) + run.bits
        }
        ownCost = 3 + table + BlockCode.cost(frequencies, literals.lengths, distances.lengths)
        fixedCost =
            3
            + BlockCode.cost(
                frequencies,
                DeflateSymbols.fixedLiteralLengths,
                DeflateSymbols.fixedDistanceLengths
            )
        storedCost = 8 * length + 40 * (length / 65_535 + 1)
    }

    private static func cost(
        _ frequencies: SymbolFrequencies,
        _ literals: [UInt8],
        _ distances: [UInt8]
    ) -> Int {
        var cost = 0
        for (symbol, frequency) in frequencies.literals.enumerated() where frequency > 0 {
            let further = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
            cost += frequency * (Int(literals[symbol]) + further)
        }
        for (symbol, frequency) in frequencies.distances.enumerated() where frequency > 0 {
            cost += frequency * (Int(distances[symbol]) + max(0, symbol / 2 - 1))
        }
        return cost
    }

    private static func used(_ lengths: [UInt8]) -> Int {
        (lengths.lastIndex { $0 > 0 } ?? -1) + 1
    }

    /// Code lengths with their repetitions: 16 repeats the last one 3 to 6 times, 17 and 18 are zeros.
    private static func runs(_ lengths: ArraySlice<UInt8>) -> [Run] {
        var runs: [Run] = []
        var rest = lengths
        while let length = rest.first {
            var count = rest.prefix { $0 == length }.count
            rest = rest.dropFirst(count)
            if length > 0 {
                runs.append(Run(symbol: Int(length)))
                count -= 1
            }
            while count > 0 {
                let taken = min(count, length > 0 ? 6 : 138)
                switch (length, taken) {
                case (_, ..<3):
                    for _ in 0..<taken { runs.append(Run(symbol: Int(length))) }
                case (1..., _): runs.append(Run(symbol: 16, extra: taken - 3, bits: 2))
                case (_, ...10): runs.append(Run(symbol: 17, extra: taken - 3, bits: 3))
                default: runs.append(Run(symbol: 18, extra: taken - 11, bits: 7))
                }
                count -= taken
            }
        }
        return runs
    }
}
