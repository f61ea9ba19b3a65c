import LambdaEvents
import TestSupport
import Testing

/// Fixtures with random damage: whatever arrives, decoding returns or throws.
struct MutationTests {
    @Test(arguments: FixtureCase.all)
    func damagedFixturesNeverTrap(fixture: FixtureCase) throws {
        var random = SeededGenerator(seed: 0x5EED)
        let original = try fixture.bytes
        var decoded = 0
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                mutate(&bytes, using: &random)
            }
            guard let event = try? Coder.lambda.decode(fixture.type, from: bytes) else { continue }
            decoded += 1
            let again = try Coder.lambda.roundTrip(fixture.type, Coder.lambda.encode(event))
            #expect(!again.isEmpty)
        }
        // Most damage hits a string, which may hold anything: if nothing decoded, nothing was tried.
        #expect(decoded > 0)
    }

    private func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        guard let index = bytes.indices.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: index)
        case 3:
            bytes.insert(Array(#"{}[]",:0-e\"#.utf8).randomElement(using: &random) ?? 0, at: index)
        case 4: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: index)
        default:
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
            bytes.removeSubrange(index..<end)
        }
    }
}
