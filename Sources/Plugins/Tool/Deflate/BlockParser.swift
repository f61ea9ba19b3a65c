/// Divides input into literals and matches so that a block of them takes few bits.
///
/// A position can be left by a literal, or by a match of any length up to that of the longest one
/// there. What each step costs depends on the code of the block, which depends on the steps: so the cheapest
/// way from the beginning of the block to its end is looked for, with the costs of the way found before,
/// a few times over.
final class BlockParser {
    /// How many bytes a block has at most; those that are alike are made one later.
    private static let blockLength = 12 * 1024

    private static let passes = 2
    private static let room = 16 * blockLength

    private let input: UnsafePointer<UInt8>
    private let count: Int
    private let finder: MatchFinder
    private let matches: UnsafeMutablePointer<MatchFinder.Match>
    /// Where the matches of each position of the block begin, and where those of the last one end.
    private let starts: UnsafeMutablePointer<Int32>
    private let costs: UnsafeMutablePointer<Int32>
    private let lengths: UnsafeMutablePointer<Int32>
    private let distances: UnsafeMutablePointer<Int32>
    private let distanceSymbols: UnsafeMutablePointer<UInt8>
    private var expected = SymbolCosts()

    init(_ input: UnsafePointer<UInt8>, count: Int) {
        self.input = input
        self.count = count
        finder = MatchFinder(input, count: count)
        let positions = BlockParser.blockLength + 1
        matches = .allocate(capacity: BlockParser.room)
        starts = .allocate(capacity: positions)
        starts.initialize(repeating: 0, count: positions)
        costs = .allocate(capacity: positions)
        costs.initialize(repeating: .max, count: positions)
        lengths = .allocate(capacity: positions)
        lengths.initialize(repeating: 1, count: positions)
        distances = .allocate(capacity: positions)
        distances.initialize(repeating: 0, count: positions)
        distanceSymbols = .allocate(capacity: MatchFinder.window + 1)
        distanceSymbols.initialize(repeating: 0, count: MatchFinder.window + 1)
        for distance in 1...MatchFinder.window {
            let symbol = DeflateSymbols.distance(distance).symbol
            distanceSymbols[distance] = UInt8(truncatingIfNeeded: symbol)
        }
    }

    deinit {
        matches.deallocate()
        starts.deallocate()
        costs.deallocate()
        lengths.deallocate()
        distances.deallocate()
        distanceSymbols.deallocate()
    }

    /// Parses the block that begins at a position; blocks are asked for one after the other.
    ///
    /// - Returns: Its steps in their order, and how often each symbol occurs in them.
    func parse(from start: Int) -> ParsedBlock {
        let length = findMatches(from: start)
        var block = ParsedBlock(start: start, length: length)
        for _ in 1...BlockParser.passes {
            findCheapestWay(from: start, length: length)
            block.setSteps(steps(length), in: input)
            expected = SymbolCosts(block.frequencies)
        }
        return block
    }

    /// Collects the matches of a block, and says how long it is.
    private func findMatches(from start: Int) -> Int {
        let end = min(start &+ BlockParser.blockLength, count)
        var used = 0
        var position = start
        while position < end, used &+ 258 <= BlockParser.room {
            starts[position &- start] = Int32(truncatingIfNeeded: used)
            let found = finder.find(at: position, end: end, into: matches + used)
            used &+= found
            position &+= 1
            guard found > 0 else { continue }
            var rest = Int(matches[used &- 1].length) &- 1
            guard rest >= MatchFinder.niceLength &- 1 else { continue }
            while rest > 0 {
                finder.skip(position)
                starts[position &- start] = Int32(truncatingIfNeeded: used)
                position &+= 1
                rest &-= 1
            }
        }
        starts[position &- start] = Int32(truncatingIfNeeded: used)
        return position &- start
    }

    private func findCheapestWay(from start: Int, length: Int) {
        let block = input + start
        costs.update(repeating: .max, count: length &+ 1)
        costs[0] = 0
        expected.literals.withUnsafeBufferPointer { literalBuffer in
            expected.lengths.withUnsafeBufferPointer { lengthBuffer in
                expected.distances.withUnsafeBufferPointer { distanceBuffer in
                    guard let ofLiteral = literalBuffer.baseAddress,
                        let ofLength = lengthBuffer.baseAddress,
                        let ofDistance = distanceBuffer.baseAddress
                    else { return }
                    var position = 0
                    while position < length {
                        let here = costs[position]
                        let literal = here &+ ofLiteral[Int(block[position])]
                        if literal < costs[position &+ 1] {
                            costs[position &+ 1] = literal
                            lengths[position &+ 1] = 1
                        }
                        var index = Int(starts[position])
                        let last = Int(starts[position &+ 1])
                        var reach = 3
                        while index < last {
                            let distance = matches[index].distance
                            let longest = Int(matches[index].length)
                            let begun = here &+ ofDistance[Int(distanceSymbols[Int(distance)])]
                            while reach <= longest {
                                let cost = begun &+ ofLength[reach]
                                if cost < costs[position &+ reach] {
                                    costs[position &+ reach] = cost
                                    lengths[position &+ reach] = Int32(truncatingIfNeeded: reach)
                                    distances[position &+ reach] = distance
                                }
                                reach &+= 1
                            }
                            index &+= 1
                        }
                        position &+= 1
                    }
                }
            }
        }
    }

    private func steps(_ length: Int) -> [ParsedBlock.Step] {
        var steps: [ParsedBlock.Step] = []
        var position = length
        while position > 0 {
            let taken = Int(lengths[position])
            let distance = taken == 1 ? 0 : Int(distances[position])
            steps.append(ParsedBlock.Step(length: taken, distance: distance))
            position -= taken
        }
        steps.reverse()
        return steps
    }
}
