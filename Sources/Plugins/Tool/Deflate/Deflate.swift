/// Compresses bytes as ZIP archives hold them.
///
/// RFC 1951. The result is that of this code alone, whatever is installed: the same bytes in are the same bytes
/// out, on every machine. It looks for the cheapest way to write each block instead of taking the first good
/// one, and for the cheapest division into blocks, which makes an executable 4 % smaller than `zip -9` does.
///
/// The input is compressed a stretch at a time: the matches in it are looked for once, and then used for all of
/// the ways through it. Swift Package Manager builds what a plugin runs without optimization, where a generic
/// call, a closure or an array costs many times what it does here: what is done for each byte uses pointers, and
/// operators of the types that are stored.
enum Deflate {
    /// How often a block is parsed with the frequencies of its symbols known.
    private static let rounds = 2

    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { buffer in
            var writer = BlockWriter()
            guard let input = buffer.baseAddress, !buffer.isEmpty else {
                writer.writeEmpty()
                return writer.finish()
            }
            let stretch = Stretch(input, count: buffer.count)
            let parser = StretchParser(stretch)
            let pieces = PieceFrequencies(length: stretch.capacity)
            let planner = BlockPlanner(pieces)
            var expected = SymbolCosts()
            while stretch.advance() {
                // The costs of the stretch before are a good guess, which the first one has to do without.
                for _ in 0..<(stretch.start == 0 ? 2 : 1) {
                    pieces.clear()
                    parser.parse(0..<stretch.length, expecting: expected, countingInto: pieces)
                    expected = SymbolCosts(pieces.frequencies(in: 0..<stretch.length))
                }
                for part in planner.divide(length: stretch.length) {
                    for _ in 0..<rounds {
                        let costs = SymbolCosts(pieces.frequencies(in: part))
                        pieces.clear(part)
                        parser.parse(part, expecting: costs, countingInto: pieces)
                    }
                    let start = stretch.start + part.lowerBound
                    let block = ParsedBlock(
                        start: start,
                        length: part.count,
                        steps: parser.steps(part)
                    )
                    writer.write(
                        block,
                        BlockCode(pieces.frequencies(in: part), length: part.count),
                        of: input,
                        isLast: start + part.count == buffer.count
                    )
                }
            }
            return writer.finish()
        }
    }
}
