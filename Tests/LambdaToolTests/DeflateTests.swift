import LambdaEventsGzip
import Testing

@testable import LambdaTool

struct DeflateTests {
    /// What comes out of compressed bytes, by the library's own decompression.
    private func decompressed(_ deflated: [UInt8], _ original: [UInt8]) throws -> [UInt8] {
        var gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + deflated
        var trailer = LittleEndianBytes()
        trailer.append(CRC32.checksum(original))
        trailer.append(UInt32(original.count))
        gzip += trailer.bytes
        guard case .bytes(let bytes) = Gzip.decompress(gzip, limit: 1 << 24) else {
            throw NotDeflate()
        }
        return bytes
    }

    private struct NotDeflate: Error {}

    @Test(arguments: [0, 1, 2, 3, 4, 5, 258, 259, 300])
    func keepsRunsOfOneByte(_ count: Int) throws {
        let bytes = [UInt8](repeating: 65, count: count)
        #expect(try decompressed(Deflate.compress(bytes), bytes) == bytes)
    }

    @Test
    func keepsEveryByte() throws {
        let bytes = (0..<256).map { UInt8($0) }
        #expect(try decompressed(Deflate.compress(bytes), bytes) == bytes)
    }

    @Test
    func keepsWhatRepeatsAcrossBlocks() throws {
        let line = Array("The quick brown fox jumps over the lazy dog. ".utf8)
        let bytes = (0..<2_000).flatMap { number in line + Array("\(number)".utf8) }
        let compressed = Deflate.compress(bytes)
        #expect(try decompressed(compressed, bytes) == bytes)
        #expect(compressed.count * 10 < bytes.count)
    }

    @Test
    func storesWhatIsRandom() throws {
        var random = Random(state: 1)
        let bytes = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let compressed = Deflate.compress(bytes)
        #expect(try decompressed(compressed, bytes) == bytes)
        #expect(compressed.count <= bytes.count + 5 * 20)
    }

    @Test
    func givesWhatIsUnlikeTheRestABlockOfItsOwn() throws {
        var random = Random(state: 3)
        let noise = (0..<50_000).map { _ in UInt8.random(in: 128...255, using: &random) }
        let digits = (0..<50_000).map { _ in UInt8.random(in: 48...57, using: &random) }
        let parts = [digits, noise, digits.reversed()]
        let bytes = parts.flatMap { $0 }
        let compressed = Deflate.compress(bytes)
        #expect(try decompressed(compressed, bytes) == bytes)
        let apart = parts.reduce(0) { $0 + Deflate.compress($1).count }
        // Blocks are of whole pieces; the two that are of both parts cost somewhat more.
        #expect(compressed.count <= apart + PieceFrequencies.length)
    }

    /// Sizes around those of a piece and of the window.
    @Test(arguments: [7, 100, 1_023, 1_024, 1_025, 32_768, 32_769, 40_000])
    func keepsMixturesOfAllSizes(_ size: Int) throws {
        let bytes = mixture(size)
        #expect(try decompressed(Deflate.compress(bytes), bytes) == bytes)
    }

    /// Sizes around that of a stretch, and matches into the one before.
    @Test(arguments: [-1, 0, 1, 2, 300])
    func keepsWhatRepeatsAcrossStretches(_ more: Int) throws {
        let part = mixture(20_000)
        var bytes: [UInt8] = []
        while bytes.count < (1 << 20) + 300 { bytes += part }
        bytes.removeLast(bytes.count - ((1 << 20) + more))
        let compressed = Deflate.compress(bytes)
        #expect(try decompressed(compressed, bytes) == bytes)
        #expect(compressed.count < 2 * part.count)
    }

    /// Bytes that are random, zero, or as they were before.
    private func mixture(_ size: Int) -> [UInt8] {
        var random = Random(state: UInt64(size))
        var bytes: [UInt8] = []
        while bytes.count < size {
            switch UInt8.random(in: 0...2, using: &random) {
            case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
            case 1: bytes += Array(repeating: 0, count: Int.random(in: 1...600, using: &random))
            default:
                let start = Int.random(in: 0...bytes.count, using: &random)
                bytes += Array(bytes[start...].prefix(Int.random(in: 1...300, using: &random)))
            }
        }
        bytes.removeLast(bytes.count - size)
        return bytes
    }

    @Test
    func hasASymbolForEachLengthAndDistance() {
        #expect(DeflateSymbols.length(3) == (257, 0, 0))
        #expect(DeflateSymbols.length(10) == (264, 0, 0))
        #expect(DeflateSymbols.length(11) == (265, 0, 1))
        #expect(DeflateSymbols.length(227) == (284, 0, 5))
        #expect(DeflateSymbols.length(257) == (284, 30, 5))
        #expect(DeflateSymbols.length(258) == (285, 0, 0))
        #expect(DeflateSymbols.distance(1) == (0, 0, 0))
        #expect(DeflateSymbols.distance(5) == (4, 0, 1))
        #expect(DeflateSymbols.distance(32_768) == (29, 8_191, 13))
    }

    @Test
    func keepsCodesWithinTheirLimit() {
        // Frequencies like Fibonacci's numbers make the longest codes.
        var frequencies = [1, 1]
        while frequencies.count < 40 { frequencies.append(frequencies.suffix(2).reduce(0, +)) }
        let lengths = HuffmanCode(frequencies: frequencies, limit: 15).lengths
        #expect(lengths.max() == 15)
        let used = lengths.reduce(0) { $0 + 1 << (15 - Int($1)) }
        #expect(used <= 1 << 15)
    }
}

/// Numbers that are the same in every run.
private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
