/// How often each symbol occurs in each piece of a stretch: blocks are made of whole pieces.
final class PieceFrequencies {
    private static let lengthBits = 10

    /// How many bytes a piece has; the last one of a stretch may have fewer.
    static let length = 1 << lengthBits

    /// The symbols of bytes and lengths, then those of distances.
    static let symbolCount = DeflateSymbols.literalCount + DeflateSymbols.distanceCount

    /// How many pieces there is room for.
    let count: Int

    private let storage: UnsafeMutablePointer<Int>

    /// Makes room for the pieces of a stretch that has so many bytes at most.
    init(length: Int) {
        count = PieceFrequencies.pieces(in: 0..<length).count
        storage = .allocate(capacity: count * PieceFrequencies.symbolCount)
        storage.initialize(repeating: 0, count: count * PieceFrequencies.symbolCount)
    }

    deinit {
        storage.deallocate()
    }

    /// The pieces that a part of the stretch is of.
    static func pieces(in part: Range<Int>) -> Range<Int> {
        part.lowerBound / length..<(part.upperBound + length - 1) / length
    }

    /// The counts of a piece, one for each symbol.
    func counts(ofPiece piece: Int) -> UnsafeMutablePointer<Int> {
        storage + piece &* PieceFrequencies.symbolCount
    }

    /// The counts of the piece with a position.
    func counts(at position: Int) -> UnsafeMutablePointer<Int> {
        storage + (position &>> PieceFrequencies.lengthBits) &* PieceFrequencies.symbolCount
    }

    func clear() {
        storage.update(repeating: 0, count: count * PieceFrequencies.symbolCount)
    }

    func clear(_ part: Range<Int>) {
        let pieces = PieceFrequencies.pieces(in: part)
        counts(ofPiece: pieces.lowerBound)
            .update(repeating: 0, count: pieces.count * PieceFrequencies.symbolCount)
    }

    /// The frequencies in a part, if it were a block.
    func frequencies(in part: Range<Int>) -> SymbolFrequencies {
        var sums = [Int](repeating: 0, count: PieceFrequencies.symbolCount)
        sums.withUnsafeMutableBufferPointer { buffer in
            guard let sums = buffer.baseAddress else { return }
            for piece in PieceFrequencies.pieces(in: part) { add(piece, to: sums) }
        }
        var frequencies = SymbolFrequencies()
        frequencies.literals = Array(sums[..<DeflateSymbols.literalCount])
        frequencies.literals[DeflateSymbols.endOfBlock] = 1
        frequencies.distances = Array(sums[DeflateSymbols.literalCount...])
        return frequencies
    }

    /// Adds the counts of a piece to others.
    func add(_ piece: Int, to sums: UnsafeMutablePointer<Int>) {
        let counts = counts(ofPiece: piece)
        let end = PieceFrequencies.symbolCount
        var symbol = 0
        while symbol < end {
            sums[symbol] &+= counts[symbol]
            symbol &+= 1
        }
    }
}
