import LambdaEventsGzip
import LambdaEventsShared
import TestSupport
import Testing

/// What zlib and gzip wrote, and what they never would.
struct GzipTests {
    /// The squares of 0 to 299, modulo 9973, each with a blank after it.
    private static let squares = (0..<300).map { "\($0 * $0 % 9973) " }.joined()

    /// Made with Python's zlib, one for each kind of block.
    static let samples: [(gzip: String, text: String)] = [
        ("H4sIAAAAAAACAwMAAAAAAAAAAAA=", ""),
        ("H4sIAAAAAAAEAwEPAPD/c3RvcmVkIGFzIGl0IGlzZXjRWg8AAAA=", "stored as it is"),
        ("H4sIAAAAAAACA8tIzcnJV8hAkACAiPnlEQAAAA==", "hello hello hello"),
        (
            """
            H4sIAAAAAAACAyWU2wFDIQhDV3EEkff+i/Xk9qvWSyCE4D124uyxOi+P14k9FWfs2L3HHr8RfCViCSHmJb+zx18QD5\
            q4CH4nTr492XWKuOK3+d/cD9+XuC3lBWiXDGakMuW0R3JzVQmVS9UtESgxaRjZhDjA8F2xMDF+d8/zG+fFNZiBeKVT\
            6270dYlzIZz8Ig1zJ58HmV01vKnmQ11fGMSFS4hVOPwiYBoF52h1qzby0k+aGnZ1zJeT6jlbp+WuLl9BGWqCqARbTZ\
            Ya8vVNiQOiqXk6qdsNg164jKSfB78JzaLgPAP7VR9EcIIlatLlztcvWgyEKULchKNwPnQtTqLHBBFy76CcomkfvVrQ\
            /QRytAHBPaeWaJu0a0PaABFVnNbUOOQzrtMziFxOpbsKvpbiakG0sB1kaeXrJfOoxiTVRnX3wmDFZQvE/vkNAjvxjP\
            82Q/eWEdTJ5siDMmFqwKmxcudRYk1cCBEONloMr7K5p7gyrm2M+RaGBYfavIwBBKPltCGGPUhueWZBMEskLx+4HE+6\
            uiVtG1m5wZry4ns4kHm9CSR8NxVK/DrCOYiobshQLkM+mfvQDATG4LQhJ/iVUq35a4bLaWhk6RMK87Q1JGHwxtmJND\
            nqmTuC4B64Nu5uOLRc+4jHuqvKTzZtTQsPOojSVrVRpcsZysWDkyBm8dv6PrwFf2eoXd9boKUsFbSVeeQblPXYzy0r\
            o7Amg9OSzaLLz48q2NJYL0c3iJGFp1adsCZbuMCmCUNm668M220M9TEoKGi8ugt9DcWlAOwNoxQxdksbxQBZwaftYZ\
            T0RCOQ2MEkYZRCaPYBF12TaAzE9RQ5NJXcsY0c80pDMknFid2Rk/k6lziSiTnYbbI44x40N72C5MULOTJm6W35HEC7\
            yALfGN6Cq5Randb70CP15QrW+3si+/wA0gwvxpYFAAA=
            """,
            squares
        ),
    ]

    /// With an extra field, a name, a comment, and a checksum of the header.
    private static let allFields =
        "H4sIHwAAAAAAAwQAYWIAAG5hbWUudHh0AGEgY29tbWVudABTXMtIzcnJV8hAkACAiPnlEQAAAA=="

    private func decompress(_ base64: String, limit: Int = Gzip.defaultLimit) -> Gzip.Outcome {
        Gzip.decompress(Base64.decode(base64) ?? [], limit: limit)
    }

    private func text(_ outcome: Gzip.Outcome) -> String? {
        guard case .bytes(let bytes) = outcome else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func reason(_ outcome: Gzip.Outcome) -> String? {
        guard case .failure(let reason) = outcome else { return nil }
        return "\(reason)"
    }

    @Test(arguments: samples)
    func restoresEveryKindOfBlock(gzip: String, text: String) {
        #expect(self.text(decompress(gzip)) == text)
    }

    @Test
    func skipsEveryFieldOfTheHeader() throws {
        #expect(text(decompress(Self.allFields)) == "hello hello hello")

        var bytes = try #require(Base64.decode(Self.allFields))
        bytes[12] ^= 1
        #expect(reason(Gzip.decompress(bytes)) == "Expected the header of gzip")
    }

    @Test
    func joinsMembers() throws {
        let member = try #require(Base64.decode(Self.samples[2].gzip))
        let other = DeflateWriter.stored(Array(" and bytes".utf8), blockSize: 4)
        let outcome = Gzip.decompress(member + other + member)
        #expect(text(outcome) == "hello hello hello and byteshello hello hello")
    }

    @Test
    func restoresStoredBlocksOfAnySize() {
        let contents = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }
        for size in [1000, 65_535] {
            guard
                case .bytes(let bytes) = Gzip.decompress(
                    DeflateWriter.stored(contents, blockSize: size)
                )
            else {
                Issue.record("Blocks of \(size) bytes are refused.")
                continue
            }
            #expect(bytes == contents)
        }
    }

    /// A code with codes of every length from 1 to 15: the long ones are not in the table.
    @Test
    func readsCodesOfEveryLength() {
        var lengths = [Int](repeating: 0, count: 257)
        for symbol in 0..<15 { lengths[97 + symbol] = symbol + 1 }
        lengths[256] = 15
        var writer = DeflateWriter()
        writer.beginDynamicBlock(literals: lengths, distances: [1])
        let codes = DeflateWriter.codes(lengths)
        let text = Array("abcdefghijklmno".utf8) + Array("onmlkjihgfedcba".utf8)
        for byte in text { writer.write(code: codes[Int(byte)], length: lengths[Int(byte)]) }
        writer.write(code: codes[256], length: 15)
        #expect(
            self.text(Gzip.decompress(writer.gzip(of: text))) == "abcdefghijklmnoonmlkjihgfedcba"
        )
    }

    /// The one distance that a code with a single code of one bit can say.
    @Test
    func repeatsTheLastByte() {
        var lengths = [Int](repeating: 0, count: 286)
        lengths[122] = 1
        lengths[256] = 2
        lengths[285] = 2
        let codes = DeflateWriter.codes(lengths)
        var writer = DeflateWriter()
        writer.beginDynamicBlock(literals: lengths, distances: [1])
        writer.write(code: codes[122], length: 1)
        writer.write(code: codes[285], length: 2)
        writer.write(0, bits: 1)
        writer.write(code: codes[256], length: 2)
        let contents = [UInt8](repeating: 122, count: 259)
        #expect(text(Gzip.decompress(writer.gzip(of: contents)))?.utf8.count == 259)
    }

    @Test
    func refusesCodesThatDoNotAddUp() {
        var few = [Int](repeating: 0, count: 257)
        few[256] = 2
        var many = few
        (many[0], many[1], many[256]) = (1, 1, 1)
        let noEnd = [1, 1] + [Int](repeating: 0, count: 255)
        let whole = [1] + [Int](repeating: 0, count: 255) + [1]
        for (literals, distances) in [
            (few, [1]), (many, [1]), (noEnd, [1]), (whole, [2]), (whole, [1, 1, 1]),
        ] {
            var writer = DeflateWriter()
            writer.beginDynamicBlock(literals: literals, distances: distances)
            for _ in 0..<16 { writer.write(255, bits: 8) }
            #expect(
                reason(Gzip.decompress(writer.gzip(of: [])))
                    == "Expected deflate blocks within gzip"
            )
        }
    }

    @Test
    func refusesWhatTheFormatDoesNotHave() {
        // A block of the fourth kind; a stored block whose length is not said twice.
        var kind = DeflateWriter()
        kind.write(0b111, bits: 3)
        kind.write(0, bits: 64)
        var length = DeflateWriter()
        length.write(0b001, bits: 8)
        length.write(5, bits: 16)
        length.write(5, bits: 16)
        length.write(0, bits: 64)
        // A copy from before the beginning; the symbol 286; the distance 30.
        var far = DeflateWriter()
        far.write(0b011, bits: 3)
        far.write(code: 0b000_0001, length: 7)
        far.write(code: 0, length: 5)
        far.write(0, bits: 64)
        var symbol = DeflateWriter()
        symbol.write(0b011, bits: 3)
        symbol.write(code: 0b1100_0110, length: 8)
        symbol.write(0, bits: 64)
        var distance = DeflateWriter()
        distance.write(0b011, bits: 3)
        distance.write(code: 0b0011_0000, length: 8)
        distance.write(code: 0b000_0001, length: 7)
        distance.write(code: 30, length: 5)
        distance.write(0, bits: 64)
        for writer in [kind, length, far, symbol, distance] {
            let bytes = writer.gzip(of: [])
            #expect(reason(Gzip.decompress(bytes)) == "Expected deflate blocks within gzip")
        }
    }

    /// Distances do not reach into the member before.
    @Test
    func membersDoNotShareTheirWindow() {
        var writer = DeflateWriter()
        writer.write(0b011, bits: 3)
        writer.write(code: 0b000_0001, length: 7)
        writer.write(code: 0, length: 5)
        writer.write(code: 0, length: 7)
        let bytes = DeflateWriter.stored(Array("aaaa".utf8)) + writer.gzip(of: Array("aaa".utf8))
        #expect(reason(Gzip.decompress(bytes)) == "Expected deflate blocks within gzip")
    }

    @Test
    func refusesWrongChecksumsAndLengths() throws {
        let bytes = try #require(Base64.decode(Self.samples[2].gzip))
        for index in bytes.indices.suffix(8) {
            var damaged = bytes
            damaged[index] ^= 0x40
            #expect(
                reason(Gzip.decompress(damaged)) == "Expected gzip with the right checksum"
            )
        }
        #expect(reason(Gzip.decompress(bytes + [0])) == "Expected the header of gzip")
        #expect(reason(Gzip.decompress([])) == "Expected the header of gzip")
        #expect(reason(Gzip.decompress(Array("plain".utf8))) == "Expected the header of gzip")
    }

    @Test(arguments: samples + [(allFields, "")])
    func refusesWhatIsCutOff(gzip: String, text: String) throws {
        let bytes = try #require(Base64.decode(gzip))
        for count in bytes.indices {
            #expect(reason(Gzip.decompress(Array(bytes.prefix(count)))) != nil, "\(count) bytes")
        }
    }

    @Test
    func stopsAtTheLimit() {
        for (gzip, text) in Self.samples where !text.isEmpty {
            #expect(self.text(decompress(gzip, limit: text.utf8.count)) == text)
            #expect(
                reason(decompress(gzip, limit: text.utf8.count - 1))
                    == "Expected gzip of fewer bytes than the limit"
            )
            #expect(reason(decompress(gzip, limit: -1)) != nil)
        }
    }

    /// Thirteen kilobytes that stand for two million bytes: no more than the limit is made.
    @Test
    func aBombIsRefused() {
        var writer = DeflateWriter()
        writer.write(0b011, bits: 3)
        writer.write(code: 0b0011_0000, length: 8)
        for _ in 0..<8000 {
            writer.write(code: 0b1100_0101, length: 8)
            writer.write(code: 0, length: 5)
        }
        let outcome = Gzip.decompress(writer.gzip(of: []), limit: 100_000)
        #expect(reason(outcome) == "Expected gzip of fewer bytes than the limit")
    }

    @Test(arguments: samples)
    func damagedGzipNeverTraps(gzip: String, text: String) throws {
        let original = try #require(Base64.decode(gzip))
        var random = SeededGenerator(seed: 0x6172)
        var refused = 0
        for _ in 0..<4000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes[index] = UInt8.random(in: .min ... .max, using: &random)
            }
            // The checksum stands in the way of most damage: what lies before it is the point.
            if case .failure = Gzip.decompress(bytes, limit: 1 << 20) { refused += 1 }
        }
        #expect(refused > 3000)
    }
}
