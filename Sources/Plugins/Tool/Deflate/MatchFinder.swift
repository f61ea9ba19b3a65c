/// Finds earlier occurrences of what follows a position, at most 32 KiB back.
///
/// Positions whose next four bytes have the same hash are chained, the nearest first. One more table has
/// the last position with the same three bytes, of which the nearest is as good as any.
final class MatchFinder {
    /// A match: so many bytes are as they were so far back.
    struct Match {
        var length: Int32
        var distance: Int32
    }

    /// The farthest that a match may lie back.
    static let window = 32_768

    /// The length from which on a match is taken without a look for better ones inside it.
    static let niceLength = 130

    /// How many earlier positions are looked at.
    private static let depth = 72
    private static let hashBits = 16

    private let input: UnsafePointer<UInt8>
    private let count: Int
    private let heads: UnsafeMutablePointer<Int32>
    private let headsOfThree: UnsafeMutablePointer<Int32>
    private let chain: UnsafeMutablePointer<Int32>

    /// Makes a finder for bytes that outlive it.
    init(_ input: UnsafePointer<UInt8>, count: Int) {
        self.input = input
        self.count = count
        let size = 1 << MatchFinder.hashBits
        heads = .allocate(capacity: size)
        heads.initialize(repeating: -1, count: size)
        headsOfThree = .allocate(capacity: size)
        headsOfThree.initialize(repeating: -1, count: size)
        chain = .allocate(capacity: MatchFinder.window)
        chain.initialize(repeating: -1, count: MatchFinder.window)
    }

    deinit {
        heads.deallocate()
        headsOfThree.deallocate()
        chain.deallocate()
    }

    /// Finds the matches of a position, each longer than the one before and the nearest of its length.
    ///
    /// Positions are asked for, or skipped, one after the other.
    ///
    /// - Parameters:
    ///   - position: Where in the input.
    ///   - end: Where matches have to end.
    ///   - matches: Room for as many as there are lengths.
    /// - Returns: How many there are.
    func find(at position: Int, end: Int, into matches: UnsafeMutablePointer<Match>) -> Int {
        let longest = min(end &- position, 258)
        guard count &- position >= 4 else { return 0 }
        let here = input + position
        var found = 0
        var best = 2

        let three = hashOfThree(here)
        let near = Int(headsOfThree[three])
        headsOfThree[three] = Int32(truncatingIfNeeded: position)
        if near >= 0, position &- near <= MatchFinder.window, longest >= 3 {
            let there = input + near
            if there[0] == here[0], there[1] == here[1], there[2] == here[2] {
                best = 3
                matches[0] = Match(length: 3, distance: Int32(truncatingIfNeeded: position &- near))
                found = 1
            }
        }

        let hash = hashOfFour(here)
        var candidate = Int(heads[hash])
        heads[hash] = Int32(truncatingIfNeeded: position)
        chain[position & (MatchFinder.window &- 1)] = Int32(truncatingIfNeeded: candidate)
        let oldest = position &- MatchFinder.window
        var remaining = MatchFinder.depth
        while candidate > oldest, candidate >= 0, remaining > 0, best < longest {
            remaining &-= 1
            let there = input + candidate
            if there[best] == here[best], there[best &- 1] == here[best &- 1] {
                let length = commonLength(there, here, limit: longest)
                if length > best {
                    best = length
                    matches[found] = Match(
                        length: Int32(truncatingIfNeeded: length),
                        distance: Int32(truncatingIfNeeded: position &- candidate)
                    )
                    found &+= 1
                    if length >= MatchFinder.niceLength { break }
                }
            }
            candidate = Int(chain[candidate & (MatchFinder.window &- 1)])
        }
        return found
    }

    /// Passes a position whose matches are of no interest, so that later ones match it.
    func skip(_ position: Int) {
        guard count &- position >= 4 else { return }
        let here = input + position
        headsOfThree[hashOfThree(here)] = Int32(truncatingIfNeeded: position)
        let hash = hashOfFour(here)
        chain[position & (MatchFinder.window &- 1)] = heads[hash]
        heads[hash] = Int32(truncatingIfNeeded: position)
    }

    private func commonLength(
        _ one: UnsafePointer<UInt8>,
        _ other: UnsafePointer<UInt8>,
        limit: Int
    ) -> Int {
        var length = 0
        while length &+ 8 <= limit {
            let difference =
                word(one + length, as: UInt64.self) ^ word(other + length, as: UInt64.self)
            if difference != 0 { return length &+ difference.trailingZeroBitCount &>> 3 }
            length &+= 8
        }
        while length < limit, one[length] == other[length] { length &+= 1 }
        return length
    }

    private func hashOfThree(_ bytes: UnsafePointer<UInt8>) -> Int {
        hash(word(bytes, as: UInt32.self) & 0xFF_FFFF)
    }

    private func hashOfFour(_ bytes: UnsafePointer<UInt8>) -> Int {
        hash(word(bytes, as: UInt32.self))
    }

    private func hash(_ value: UInt32) -> Int {
        Int((value &* 0x9E37_79B1) &>> UInt32(32 &- MatchFinder.hashBits))
    }

    private func word<Word: FixedWidthInteger>(
        _ bytes: UnsafePointer<UInt8>,
        as type: Word.Type
    ) -> Word {
        UnsafeRawPointer(bytes).loadUnaligned(as: type).littleEndian
    }
}
