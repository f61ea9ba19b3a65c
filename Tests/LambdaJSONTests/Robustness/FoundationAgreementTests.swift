import Foundation
import LambdaJSON
import TestSupport
import Testing

/// The same types, the same texts: what Foundation's coders make of them.
///
/// Where the two differ on purpose, the documentation of `LambdaJSONDecoder` says so, and no test
/// here asks: trailing commas and byte order marks, which Foundation accepts, and numbers too small
/// for a `Double`, which it refuses.
struct FoundationAgreementTests {
    struct Everything: Codable, Equatable {
        struct Inner: Codable, Equatable {
            var name: String
            var ratio: Double?
            var flags: [Bool]
        }
        enum Choice: Codable, Equatable {
            case none
            case one(Int)
            case two(a: String, b: [String: Int])
        }
        enum Color: String, Codable { case red, green }
        enum Level: Int, Codable { case low, high }
        var bool = true
        var int = -42
        var int8: Int8 = .min
        var uint64: UInt64 = .max
        var double = 0.1
        var float: Float = 1.5
        var string = "a \"quoted\" \\ / \u{1} é € \u{1D11E}"
        var optional: String?
        var present: String? = "here"
        var array = [[1, 2], [], [3]]
        var strings = ["a", "", "long enough to be on the heap"]
        var dictionary = ["k": Inner(name: "n", ratio: nil, flags: [true, false])]
        var plain = ["a": "b", "c": ""]
        var numbered = [1: "one", -2: "two"]
        var choices: [Choice] = [.none, .one(1), .two(a: "x", b: ["y": 2])]
        var color = Color.green
        var level = Level.high
        var nested: [String: [Int?]] = ["n": [1, nil]]
        var range = 1...5
        var duration = Duration.seconds(3)
        var wide: Int128 = -1
        var set: Set<Int> = [7]
        var pairs: [Double: Int] = [0.5: 1]
    }

    private var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    @Test func bothWriteTheSame() throws {
        var encoder = LambdaJSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let foundation = try sorted.encode(Everything())
        #expect(
            try encoder.encodeToString(Everything()) == String(decoding: foundation, as: UTF8.self)
        )
    }

    @Test func eachReadsWhatTheOtherWrites() throws {
        let value = Everything()
        let ours = try LambdaJSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(Everything.self, from: Data(ours)) == value)
        let foundations = try JSONEncoder().encode(value)
        #expect(
            try LambdaJSONDecoder().decode(Everything.self, from: [UInt8](foundations)) == value
        )
    }

    /// A value of every kind in place of each member: both accept it, with equal results, or both
    /// refuse it, with equal paths and kinds of error.
    @Test func bothTakeOrRefuseTheSameSubstitutes() throws {
        let template = try LambdaJSONDecoder().decode(
            [String: JSONValue].self,
            from: LambdaJSONEncoder().encode(Everything())
        )
        let substitutes: [JSONValue] = [
            nil, true, 0, 1, -1, 1.5, 256, 1e15, "", "text", "green", [], [1], ["a"], [[1]], [:],
            ["k": 1], ["k": "v"], ["1": "v"], ["one": ["_0": 1]],
            [["none": [:]]], [1, 5], [5, 1], [nil],
        ]
        var compared = 0
        for name in template.keys.sorted() {
            for substitute in substitutes {
                // Foundation calls null a Boolean of the wrong type, and nothing else.
                if name == "bool", substitute.isNull { continue }
                var members = template
                members[name] = substitute
                let bytes = try LambdaJSONEncoder().encode(members)
                try compare(Everything.self, bytes, "\(name) = \(substitute)")
                compared += 1
            }
            var members = template
            members.removeValue(forKey: name)
            try compare(Everything.self, LambdaJSONEncoder().encode(members), "no \(name)")
        }
        #expect(compared == template.count * substitutes.count - 1)
    }

    private func compare<T: Decodable & Equatable>(
        _ type: T.Type,
        _ bytes: [UInt8],
        _ comment: Comment
    ) throws {
        let ours = Result { try LambdaJSONDecoder().decode(T.self, from: bytes) }
        let theirs = Result { try JSONDecoder().decode(T.self, from: Data(bytes)) }
        switch (ours, theirs) {
        case (.success(let ours), .success(let theirs)):
            #expect(ours == theirs, comment)
        case (.failure(let ours), .failure(let theirs)):
            let ours = Failure(try #require(ours as? DecodingError, comment))
            let theirs = Failure(try #require(theirs as? DecodingError, comment))
            // Foundation reports a number that does not fit as corrupted at the top level. Of
            // several members that are wrong it names any, as its dictionaries have no order.
            if theirs.kind != .dataCorrupted || !theirs.path.isEmpty {
                #expect(ours.path == theirs.path, comment)
                #expect(ours.kind == theirs.kind, comment)
            }
        default:
            Issue.record("Only one of the two accepts it: \(comment)")
        }
    }

    /// Mutated texts: accepted by both or refused by both.
    @Test func bothAgreeOnMutatedTexts() throws {
        var random = SeededGenerator(seed: 42)
        var accepted = 0
        let seeds = try MutationTests.seeds()
        for round in 0..<3_000 {
            let bytes = MutationTests.mutate(seeds[round % seeds.count], using: &random)
            guard !FoundationDiffers.onPurpose(bytes) else { continue }
            let ours = try? LambdaJSONDecoder().decode(JSONValue.self, from: bytes)
            let theirs = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
            accepted += ours == nil ? 0 : 1
            guard ours != theirs else { continue }
            Issue.record("The coders differ on \(bytes)")
        }
        #expect(accepted > 250)
    }
}

/// Texts that Foundation takes for JSON, or refuses, against RFC 8259 or by a choice of its own.
enum FoundationDiffers {
    static func onPurpose(_ bytes: [UInt8]) -> Bool {
        // Byte order marks, and UTF-16 and UTF-32, which it detects by NUL bytes.
        if bytes.first.map({ $0 >= 0xEF || $0 == 0 }) ?? false || bytes.contains(0) { return true }
        let text = bytes.filter { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
        // Trailing commas.
        for (left, right) in zip(text, text.dropFirst())
        where left == 0x2C && (right == 0x5D || right == 0x7D) {
            return true
        }
        // Numbers that a Double cannot hold, or that it rounds.
        return text.split { !($0 >= 0x2B && $0 <= 0x39 && $0 != 0x2C || $0 == 0x65 || $0 == 0x45) }
            .contains { token in
                let hasDigit = token.contains { $0 >= 0x30 && $0 <= 0x39 }
                return token.count > 15
                    || hasDigit && (token.contains(0x65) || token.contains(0x45))
            }
    }
}
