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

    /// How many earlier positions are looked at.
    private static let depth = 256
    private static let hashBits = 16

    private let input: UnsafePointer<UInt8>
    private let count: Int
    private let heads: UnsafeMutablePointer<Int>
    private let headsOfThree: UnsafeMutablePointer<Int>
    private let chain: UnsafeMutablePointer<Int>

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
    ///   - matches: Room for as many as there are lengths.
    /// - Returns: How many there are.
    func find(at position: Int, into matches: UnsafeMutablePointer<Match>) -> Int {
        let left = count &- position
        guard left >= 4 else { return 0 }
        let longest = left < DeflateSymbols.longest ? left : DeflateSymbols.longest
        let window = MatchFinder.window
        let oldest = position < window ? 0 : position &- window
        let here = input + position
        var found = 0
        var best = 2

        let three = hashOfThree(here)
        let near = headsOfThree[three]
        headsOfThree[three] = position
        if near >= oldest {
            let there = input + near
            if there[0] == here[0], there[1] == here[1], there[2] == here[2] {
                best = 3
                matches[0].length = 3
                matches[0].distance = Int32(position &- near)
                found = 1
            }
        }

        let four = hashOfFour(here)
        let chain = chain
        var candidate = heads[four]
        heads[four] = position
        chain[position & (window &- 1)] = candidate
        // The farthest position has just left the chain: its place there is that of this one.
        let end = position < window ? 0 : oldest &+ 1
        var remaining = MatchFinder.depth
        while candidate >= end, remaining > 0 {
            let there = input + candidate
            if there[best] == here[best], there[best &- 1] == here[best &- 1] {
                var length = 0
                while length < longest, there[length] == here[length] { length &+= 1 }
                if length > best {
                    best = length
                    matches[found].length = Int32(length)
                    matches[found].distance = Int32(position &- candidate)
                    found &+= 1
                    if length == longest { break }
                }
            }
            candidate = chain[candidate & (window &- 1)]
            remaining &-= 1
        }
        return found
    }

    /// Passes a position whose matches are of no interest, so that later ones match it.
    func skip(_ position: Int) {
        guard count &- position >= 4 else { return }
        let here = input + position
        headsOfThree[hashOfThree(here)] = position
        let four = hashOfFour(here)
        chain[position & (MatchFinder.window &- 1)] = heads[four]
        heads[four] = position
    }

    private func hashOfThree(_ bytes: UnsafePointer<UInt8>) -> Int {
        hash(Int(bytes[0]) | Int(bytes[1]) &<< 8 | Int(bytes[2]) &<< 16)
    }

    private func hashOfFour(_ bytes: UnsafePointer<UInt8>) -> Int {
        hash(Int(bytes[0]) | Int(bytes[1]) &<< 8 | Int(bytes[2]) &<< 16 | Int(bytes[3]) &<< 24)
    }

    /// Bits 16 to 31 of a product: as many as the tables have rows for.
    private func hash(_ value: Int) -> Int {
        ((value &* 0x9E37_79B1) &>> 16) & 0xFFFF
    }
}
