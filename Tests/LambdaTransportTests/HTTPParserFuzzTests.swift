import Testing

@testable import LambdaTransport

/// Mutated messages: whatever the bytes, nothing traps, and how they are cut makes no difference.
struct HTTPParserFuzzTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            // SplitMix64: small, and the same on every machine.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let fragments: [String] = [
        "\r\n", "\r", "\n", ":", " ", "\t", "0", "1", "ffffffffffffffff", "99999999999999999999",
        "HTTP/1.1 ", "HTTP/1.0 200 OK", "HTTP/1.1 100 Continue\r\n\r\n", "Content-Length: 3\r\n",
        "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "5\r\nhello\r\n", "0\r\n\r\n",
        ";", ",", "\0", "\u{7F}", "-1",
    ]

    private func mutate(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0 where place < bytes.count:
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1 where place < bytes.count:
                bytes.remove(at: place)
            case 2:
                let end = Int.random(in: place...bytes.count, using: &random)
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 3:
                bytes.removeSubrange(place...)
            default:
                let fragment = Self.fragments.randomElement(using: &random) ?? ""
                bytes.insert(contentsOf: fragment.utf8, at: place)
            }
            if bytes.count > 4096 { bytes.removeSubrange(4096...) }
        }
        return bytes
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func survivesMutationsHoweverTheyAreCut(seed: UInt64) {
        var random = Generator(state: seed)
        let seeds = HTTPResponseParserTests.accepted.map { Array($0.text.utf8) }
        var results: [ParsedMessage.Result: Int] = [:]
        for round in 0..<5000 {
            let bytes = mutate(seeds[round % seeds.count], &random)
            let role: HTTPParser.Role = round % 8 == 7 ? .request : .response
            let closes = round % 3 == 0
            let whole = ParsedMessage.parse(bytes, role: role, closes: closes)
            let cuts = (0..<3).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
            let cut = ParsedMessage.parse(bytes, role: role, cuts: cuts, closes: closes)
            // Of several faults, the one that is met first depends on what has arrived.
            if case .refused = whole.result, case .refused = cut.result { continue }
            #expect(cut == whole, "\(bytes) cut at \(cuts)")
            results[whole.result, default: 0] += 1
        }
        // Mutation that only ever broke messages would test half of the parser.
        #expect(results[.message, default: 0] > 250)
        #expect(results[.incomplete, default: 0] > 100)
    }
}
