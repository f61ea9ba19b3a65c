/// A Huffman code of deflate, made of the lengths of its codes.
struct HuffmanCode {
    /// The length of the longest code that there can be.
    static let longest = 15

    /// How many bits the table looks at.
    private static let tableBits = 9

    /// For each value of the next bits: symbol and length, `symbol << 4 | length`.
    ///
    /// Zero if the code is longer, or none.
    private let table: [UInt16]

    /// How many codes there are of each length.
    private let counts: [Int]

    /// The symbols that have codes, in the order of the codes.
    private let symbols: [UInt16]

    /// Creates a code.
    ///
    /// `nil` if the lengths need more codes than there are, or leave some over: such a code was not
    /// made by a compressor. Where there is but one code, of one bit, the other is left over
    /// rightly: so are the codes for literals or distances of a block that has just one, or none.
    ///
    /// - Parameters:
    ///   - lengths: The length of the code of each symbol, zero for a symbol that has none.
    ///   - mayBeSingle: Whether there may be but one code, or none.
    init?(lengths: [UInt8], mayBeSingle: Bool) {
        var counts = [Int](repeating: 0, count: Self.longest + 1)
        for length in lengths { counts[Int(length)] += 1 }
        counts[0] = 0

        var unused = 1
        for length in 1...Self.longest {
            unused = unused * 2 - counts[length]
            guard unused >= 0 else { return nil }
        }
        if unused > 0 {
            let isSingle = counts[2...].allSatisfy { $0 == 0 }
            guard mayBeSingle, isSingle else { return nil }
        }

        self.init(valid: lengths, counts: counts)
    }

    /// Creates a code of lengths that are known to make one.
    private init(valid lengths: [UInt8], counts: [Int]) {
        // The first code, and the place of the first symbol, of each length.
        var codes = [Int](repeating: 0, count: Self.longest + 1)
        var places = codes
        for length in 1..<Self.longest {
            codes[length + 1] = (codes[length] + counts[length]) << 1
            places[length + 1] = places[length] + counts[length]
        }

        var symbols = [UInt16](repeating: 0, count: counts.reduce(0, +))
        var table = [UInt16](repeating: 0, count: 1 << Self.tableBits)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let length = Int(length)
            symbols[places[length]] = UInt16(symbol)
            places[length] += 1
            let code = codes[length]
            codes[length] += 1
            guard length <= Self.tableBits else { continue }
            let entry = UInt16(symbol) << 4 | UInt16(length)
            for index in stride(
                from: Self.reversed(code, length),
                to: table.count,
                by: 1 << length
            ) {
                table[index] = entry
            }
        }
        self.table = table
        self.counts = counts
        self.symbols = symbols
    }

    /// The symbol whose code the next bits begin with, and the length of the code.
    ///
    /// `nil` if there is none.
    func symbol(at bits: UInt64) -> (symbol: Int, length: Int)? {
        let entry = table[Int(truncatingIfNeeded: bits) & (1 << Self.tableBits - 1)]
        if entry != 0 { return (Int(entry >> 4), Int(entry & 15)) }
        var (code, first, place) = (0, 0, 0)
        for length in 1...Self.longest {
            code |= Int(truncatingIfNeeded: bits >> UInt64(length - 1)) & 1
            let count = counts[length]
            if code - first < count { return (Int(symbols[place + code - first]), length) }
            place += count
            first = (first + count) << 1
            code <<= 1
        }
        return nil
    }

    /// Codes begin with their highest bit, and what is looked up with its lowest.
    private static func reversed(_ code: Int, _ length: Int) -> Int {
        var result = 0
        for bit in 0..<length where code >> bit & 1 == 1 { result |= 1 << (length - 1 - bit) }
        return result
    }

    /// The code for literals and lengths that RFC 1951 fixes, in 3.2.6.
    static let fixedLiterals: HuffmanCode = {
        let lengths: [UInt8] = (0..<288).map { symbol in
            switch symbol {
            case 144...255: 9
            case 256...279: 7
            default: 8
            }
        }
        return HuffmanCode(fixed: lengths)
    }()

    /// The code for distances that RFC 1951 fixes: five bits each.
    static let fixedDistances = HuffmanCode(fixed: [UInt8](repeating: 5, count: 32))

    private init(fixed lengths: [UInt8]) {
        var counts = [Int](repeating: 0, count: Self.longest + 1)
        for length in lengths { counts[Int(length)] += 1 }
        self.init(valid: lengths, counts: counts)
    }
}
