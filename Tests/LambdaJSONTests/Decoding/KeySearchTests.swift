import LambdaJSON
import TestSupport
import Testing

/// Members are found whatever their order, their number and their names.
struct KeySearchTests {
    struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Decodes by asking for names in an order of its own.
    struct Asker: Decodable {
        static let names = CodingUserInfoKey(rawValue: "names")
        var values: [Int?] = []

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: AnyKey.self)
            let key = try #require(Self.names)
            let names = try #require(decoder.userInfo[key] as? [String])
            for name in names {
                let key = AnyKey(stringValue: name)
                let value = try container.decodeIfPresent(Int.self, forKey: key)
                #expect(container.contains(key) == (value != nil))
                values.append(value)
            }
        }
    }

    /// Names of every length, of few letters so that many begin, end and hash alike.
    private static func name(using random: inout SeededGenerator) -> String {
        let letters = ["a", "b", "b", "c"]
        let length = Int.random(in: 0...20, using: &random)
        var name = (0..<length).compactMap { _ in letters.randomElement(using: &random) }.joined()
        if Int.random(in: 0..<40, using: &random) == 0 { name += "é" }
        return name
    }

    @Test(arguments: [0, 1, 2, 5, 10, 20, 60, 70, 200])
    func membersAreFound(count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        for _ in 0..<100 {
            var expected: [String: Int] = [:]
            var members: [String] = []
            for value in 0..<count {
                let name = Self.name(using: &random)
                members.append("\"\(name)\":\(value)")
                // Of members with equal names the first counts.
                if expected[name] == nil { expected[name] = value }
            }
            var names = expected.keys.sorted()
            for _ in 0..<count + 5 { names.append(Self.name(using: &random)) }
            names.shuffle(using: &random)
            var decoder = LambdaJSONDecoder()
            decoder.userInfo[try #require(Asker.names)] = names
            let text = "{\(members.joined(separator: ","))}"
            let asker = try decoder.decode(Asker.self, from: text)
            #expect(asker.values == names.map { expected[$0] })
        }
    }
}
