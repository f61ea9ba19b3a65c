/// Divides parts of a stretch into literals and matches so that they take few bits.
///
/// A position can be left by a literal, or by a match of any length up to that of the longest one
/// there. What each step costs depends on the code of the block, which depends on the steps: so the cheapest
/// way from the beginning of a part to its end is looked for with the costs of a way found before.
final class StretchParser {
    private let stretch: Stretch
    /// What it costs to come to each position, and the last step of the cheapest way there.
    private let costs: UnsafeMutablePointer<Int>
    private let lengths: UnsafeMutablePointer<Int32>
    private let distances: UnsafeMutablePointer<Int32>
    private let lengthSymbols: UnsafeMutablePointer<Int>
    private let distanceSymbols: UnsafeMutablePointer<UInt8>

    init(_ stretch: Stretch) {
        self.stretch = stretch
        let positions = stretch.capacity + 1
        costs = .allocate(capacity: positions)
        costs.initialize(repeating: .max, count: positions)
        lengths = .allocate(capacity: positions)
        lengths.initialize(repeating: 1, count: positions)
        distances = .allocate(capacity: positions)
        distances.initialize(repeating: 0, count: positions)
        lengthSymbols = .allocate(capacity: DeflateSymbols.longest + 1)
        lengthSymbols.initialize(repeating: 0, count: DeflateSymbols.longest + 1)
        for length in DeflateSymbols.lengths {
            lengthSymbols[length] = DeflateSymbols.length(length).symbol
        }
        distanceSymbols = .allocate(capacity: MatchFinder.window + 1)
        distanceSymbols.initialize(repeating: 0, count: MatchFinder.window + 1)
        for distance in 1...MatchFinder.window {
            distanceSymbols[distance] = UInt8(DeflateSymbols.distance(distance).symbol)
        }
    }

    deinit {
        costs.deallocate()
        lengths.deallocate()
        distances.deallocate()
        lengthSymbols.deallocate()
        distanceSymbols.deallocate()
    }

    /// Finds the cheapest way through a part of the stretch, and counts the symbols on it.
    func parse(
        _ part: Range<Int>,
        expecting expected: SymbolCosts,
        countingInto pieces: PieceFrequencies
    ) {
        findCheapestWay(part, expected)
        let input = stretch.input + stretch.start
        var position = part.upperBound
        while position > part.lowerBound {
            let taken = Int(lengths[position])
            let distance = Int(distances[position])
            position &-= taken
            let counts = pieces.counts(at: position)
            if taken == 1 {
                counts[Int(input[position])] &+= 1
            } else {
                counts[lengthSymbols[taken]] &+= 1
                counts[DeflateSymbols.literalCount &+ Int(distanceSymbols[distance])] &+= 1
            }
        }
    }

    /// The steps through the part that was parsed last.
    func steps(_ part: Range<Int>) -> [ParsedBlock.Step] {
        var steps: [ParsedBlock.Step] = []
        var position = part.upperBound
        while position > part.lowerBound {
            let taken = Int(lengths[position])
            let distance = taken == 1 ? 0 : Int(distances[position])
            steps.append(ParsedBlock.Step(length: taken, distance: distance))
            position -= taken
        }
        steps.reverse()
        return steps
    }

    private func findCheapestWay(_ part: Range<Int>, _ expected: SymbolCosts) {
        (costs + part.lowerBound).update(repeating: .max, count: part.count + 1)
        costs[part.lowerBound] = 0
        expected.literals.withUnsafeBufferPointer { literalBuffer in
            expected.lengths.withUnsafeBufferPointer { lengthBuffer in
                expected.distances.withUnsafeBufferPointer { distanceBuffer in
                    guard let ofLiteral = literalBuffer.baseAddress,
                        let ofLength = lengthBuffer.baseAddress,
                        let ofDistance = distanceBuffer.baseAddress
                    else { return }
                    findCheapestWay(part, ofLiteral, ofLength, ofDistance)
                }
            }
        }
    }

    private func findCheapestWay(
        _ part: Range<Int>,
        _ ofLiteral: UnsafePointer<Int>,
        _ ofLength: UnsafePointer<Int>,
        _ ofDistance: UnsafePointer<Int>
    ) {
        let input = stretch.input + stretch.start
        let matches = stretch.matches
        let starts = stretch.starts
        let costs = costs
        let lengths = lengths
        let distances = distances
        let distanceSymbols = distanceSymbols
        let end = part.upperBound
        var position = part.lowerBound
        var next = starts[position]
        while position < end {
            let here = costs[position]
            let literal = here &+ ofLiteral[Int(input[position])]
            if literal < costs[position &+ 1] {
                costs[position &+ 1] = literal
                lengths[position &+ 1] = 1
            }
            let left = end &- position
            var index = next
            next = starts[position &+ 1]
            var length = 3
            while index < next {
                let distance = matches[index].distance
                var longest = Int(matches[index].length)
                if longest > left { longest = left }
                let begun = here &+ ofDistance[Int(distanceSymbols[Int(distance)])]
                while length <= longest {
                    let cost = begun &+ ofLength[length]
                    let to = position &+ length
                    if cost < costs[to] {
                        costs[to] = cost
                        lengths[to] = Int32(length)
                        distances[to] = distance
                    }
                    length &+= 1
                }
                index &+= 1
            }
            position &+= 1
        }
    }
}
