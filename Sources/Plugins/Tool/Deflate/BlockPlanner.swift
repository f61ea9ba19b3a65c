/// Divides a stretch into blocks.
///
/// A block of its own pays where its symbols are others than those around it, by more than what its code costs.
/// The cheapest division of the pieces up to each one is the cheapest of those before it and one
/// more block; what a block costs is estimated from the frequencies of its symbols.
final class BlockPlanner {
    /// How much dearer than the best a block that ends at a piece may be before longer ones are not looked at.
    private static let margin = 2_000 * SymbolCosts.bit

    private let pieces: PieceFrequencies
    private let estimate = BlockEstimate()
    /// The symbols that occur in each piece, and where those of each piece begin.
    private let counts: UnsafeMutablePointer<BlockEstimate.Count>
    private let starts: UnsafeMutablePointer<Int>
    /// The cost of the cheapest division up to each piece, and the first piece of the last block of it.
    private let costs: UnsafeMutablePointer<Int>
    private let begins: UnsafeMutablePointer<Int>

    init(_ pieces: PieceFrequencies) {
        self.pieces = pieces
        counts = .allocate(capacity: pieces.count * PieceFrequencies.symbolCount)
        starts = .allocate(capacity: pieces.count + 1)
        starts.initialize(repeating: 0, count: pieces.count + 1)
        costs = .allocate(capacity: pieces.count + 1)
        costs.initialize(repeating: 0, count: pieces.count + 1)
        begins = .allocate(capacity: pieces.count + 1)
        begins.initialize(repeating: 0, count: pieces.count + 1)
    }

    deinit {
        counts.deallocate()
        starts.deallocate()
        costs.deallocate()
        begins.deallocate()
    }

    /// The parts of a stretch that are to be blocks, in their order.
    func divide(length: Int) -> [Range<Int>] {
        let count = PieceFrequencies.pieces(in: 0..<length).count
        collectCounts(count)
        var end = 1
        while end <= count {
            findLastBlock(end)
            end &+= 1
        }
        var parts: [Range<Int>] = []
        end = count
        while end > 0 {
            let begin = begins[end]
            let bytes = PieceFrequencies.length
            parts.append(begin * bytes..<min(end * bytes, length))
            end = begin
        }
        return parts.reversed()
    }

    private func collectCounts(_ pieceCount: Int) {
        let symbolCount = PieceFrequencies.symbolCount
        var used = 0
        for piece in 0..<pieceCount {
            starts[piece] = used
            let frequencies = pieces.counts(ofPiece: piece)
            var symbol = 0
            while symbol < symbolCount {
                let frequency = frequencies[symbol]
                if frequency > 0 {
                    counts[used].symbol = symbol
                    counts[used].frequency = frequency
                    used &+= 1
                }
                symbol &+= 1
            }
        }
        starts[pieceCount] = used
    }

    private func findLastBlock(_ end: Int) {
        let margin = BlockPlanner.margin
        var best = Int.max
        var candidate = end
        estimate.clear()
        while candidate > 0 {
            candidate &-= 1
            let start = starts[candidate]
            let added = UnsafeBufferPointer(
                start: counts + start,
                count: starts[candidate &+ 1] &- start
            )
            let cost = costs[candidate] &+ estimate.add(added)
            if cost < best {
                best = cost
                begins[end] = candidate
            } else if cost &- best > margin {
                break
            }
        }
        costs[end] = best
    }
}
