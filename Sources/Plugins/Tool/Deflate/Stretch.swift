/// A stretch of the input, with the matches of each of its positions.
///
/// They do not depend on where blocks end: a way through a block takes as much of them as it has room for.
final class Stretch {
    /// How many bytes a stretch has at most.
    ///
    /// No block is longer, and one ends where a stretch does: a code more in that many bytes is next to nothing.
    private static let limit = 1 << 20
    private static let matchesPerByte = 16

    let input: UnsafePointer<UInt8>
    /// How long a stretch of this input can be.
    let capacity: Int
    /// Where in the input it begins.
    private(set) var start = 0
    private(set) var length = 0
    let matches: UnsafeMutablePointer<MatchFinder.Match>
    /// Where the matches of each position begin, and where those of the last one end.
    let starts: UnsafeMutablePointer<Int>

    private let count: Int
    private let finder: MatchFinder
    private let room: Int

    /// Makes an empty one before the first byte.
    init(_ input: UnsafePointer<UInt8>, count: Int) {
        self.input = input
        self.count = count
        capacity = min(count, Stretch.limit)
        finder = MatchFinder(input, count: count)
        // Pages that are not written to are not there: most of this is for what is unlike any executable.
        room = Stretch.matchesPerByte * capacity + DeflateSymbols.longest
        matches = .allocate(capacity: room)
        starts = .allocate(capacity: capacity + 1)
        starts.initialize(repeating: 0, count: capacity + 1)
    }

    deinit {
        matches.deallocate()
        starts.deallocate()
    }

    /// Goes on to the stretch that follows.
    ///
    /// - Returns: Whether there is one.
    func advance() -> Bool {
        start &+= length
        let end = min(start &+ capacity, count)
        let start = start
        let starts = starts
        let mostUsed = room &- DeflateSymbols.longest
        var used = 0
        var position = start
        while position < end, used <= mostUsed {
            starts[position &- start] = used
            let found = finder.find(at: position, into: matches + used)
            used &+= found
            position &+= 1
            guard found > 0, Int(matches[used &- 1].length) == DeflateSymbols.longest else {
                continue
            }
            // None is better than the longest there can be: no other is looked for inside it.
            let next = min(position &+ DeflateSymbols.longest &- 1, end)
            while position < next {
                finder.skip(position)
                starts[position &- start] = used
                position &+= 1
            }
        }
        length = position &- start
        starts[length] = used
        return length > 0
    }
}
