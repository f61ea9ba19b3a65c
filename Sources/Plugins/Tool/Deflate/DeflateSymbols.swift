/// How lengths and distances of matches become symbols and further bits.
///
/// RFC 1951, section 3.2.5, has the tables; they follow a rule, which is what is written down here.
enum DeflateSymbols {
    static let endOfBlock = 256
    static let literalCount = 286
    static let distanceCount = 30
    /// The length of the longest match.
    static let longest = 258
    static let lengths = 3...longest

    /// The symbol of the length of a match, with the further bits and how many they are.
    static func length(_ length: Int) -> (symbol: Int, extra: Int, bits: Int) {
        if length == longest { return (285, 0, 0) }
        let value = length &- 3
        if value < 8 { return (257 &+ value, 0, 0) }
        let bits = 61 &- value.leadingZeroBitCount
        let symbol = 257 &+ 4 &* (bits &+ 1) &+ ((value &>> bits) & 3)
        return (symbol, value & ((1 &<< bits) &- 1), bits)
    }

    /// The symbol of the distance of a match, with the further bits and how many they are.
    static func distance(_ distance: Int) -> (symbol: Int, extra: Int, bits: Int) {
        let value = distance &- 1
        if value < 4 { return (value, 0, 0) }
        let bits = 62 &- value.leadingZeroBitCount
        let symbol = 2 &* (bits &+ 1) &+ ((value &>> bits) & 1)
        return (symbol, value & ((1 &<< bits) &- 1), bits)
    }

    /// The lengths of the codes that need no table in the block.
    static let fixedLiteralLengths: [UInt8] =
        Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
        + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
    static let fixedDistanceLengths: [UInt8] = Array(repeating: 5, count: distanceCount)
}
