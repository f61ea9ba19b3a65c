import TestSupport
import Testing

@testable import LambdaJSON

/// Damaged texts of every kind.
///
/// Nothing may trap, and nothing may be read that is not there.
struct MutationTests {
    struct Order: Codable {
        struct Item: Codable {
            var sku: String?
            var quantity: Int?
            var price: Double?
            var tags: [String]?
        }
        enum Choice: Codable {
            case one(Int)
            case other(x: String)
        }
        var id: String?
        var items: [Item]?
        var notes: [String: String]?
        var choice: Choice?
        var anything: JSONValue?
        var byNumber: [Int: UInt8]?
        var big: Int128?
        var float: Float?
    }

    static let documents = [
        #"{"id":"a-1","items":[{"sku":"x","quantity":3,"price":1.25,"tags":["a","b\n"]},{}],"#
            + #""notes":{"k":"v","é":"\u00e9\ud83d\ude00"},"choice":{"one":{"_0":7}},"#
            + #""anything":[null,true,false,-0.5,12,{"a":{}}],"byNumber":{"1":2},"big":-7,"float":0.5}"#,
        #"[ 1 , -2.5 , "x" , [ ] , { } , true , false , null , "\"\\\/\b\f\n\r\t" ]"#,
        #"{"Records":[{"body":"{\"a\":[1,2,3],\"b\":\"c\"}","attributes":{"n":"1"},"n":10}]}"#,
        #""a string that is longer than any register, with é and € and \u0041 in it""#,
        "-12.5", "[[[[[[[[[[1]]]]]]]]]]", "{\"a\":{\"a\":{\"a\":{\"a\":1}}}}",
    ]

    static func seeds() throws -> [[UInt8]] {
        documents.map { Array($0.utf8) }
    }

    static let interesting: [UInt8] =
        Array("\"\\{}[]:,0123456789-+.eEtfnu/ \n\t".utf8)
        + [0x00, 0x1F, 0x7F, 0x80, 0xBF, 0xC2, 0xE2, 0xED, 0xF0, 0xF4, 0xFF]

    static func mutate(_ seed: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            let byte = interesting.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.insert(byte, at: place)
            case 1 where place < bytes.count: bytes[place] = byte
            case 2 where place < bytes.count: bytes.remove(at: place)
            case 3: bytes.removeLast(min(bytes.count, Int.random(in: 0..<8, using: &random)))
            case 4:
                let end = min(bytes.count, place + Int.random(in: 0..<24, using: &random))
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            default:
                if place < bytes.count {
                    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                }
            }
        }
        return bytes
    }

    /// Decodes as several types from memory that ends where the text does, so that a sanitizer sees
    /// a read behind it, and checks what is accepted by encoding it again.
    private func exercise(_ bytes: [UInt8]) throws {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { memory.deallocate() }
        memory.copyBytes(from: bytes)
        let text = UnsafeRawBufferPointer(memory)
        let decoder = LambdaJSONDecoder()
        if let value = try? decoder.decode(JSONValue.self, from: text) {
            let again = try LambdaJSONEncoder().encode(value)
            #expect(try decoder.decode(JSONValue.self, from: again) == value)
        }
        if let order = try? decoder.decode(Order.self, from: text) {
            let again = try LambdaJSONEncoder().encode(order)
            _ = try decoder.decode(Order.self, from: again)
        }
        _ = try? decoder.decode([Order.Item].self, from: text)
        _ = try? decoder.decode([String: [String: Int]].self, from: text)
        _ = try? decoder.decode([String: String].self, from: text)
        _ = try? decoder.decode(String.self, from: text)
        _ = try? decoder.decode(Double.self, from: text)
    }

    @Test func mutatedTextsNeverTrap() throws {
        var random = SeededGenerator(seed: 8_259)
        let seeds = try Self.seeds()
        for round in 0..<5_000 {
            try exercise(Self.mutate(seeds[round % seeds.count], using: &random))
        }
    }

    @Test func randomTextsNeverTrap() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<3_000 {
            let count = Int.random(in: 0..<40, using: &random)
            try exercise(
                (0..<count).map { _ in Self.interesting.randomElement(using: &random) ?? 0 }
            )
        }
    }

    @Test(arguments: documents)
    func everyTruncationIsRefused(_ document: String) throws {
        let bytes = Array(document.utf8)
        #expect(throws: Never.self) { try LambdaJSONDecoder().decode(JSONValue.self, from: bytes) }
        for length in 0..<bytes.count {
            let part = Array(bytes[..<length])
            try exercise(part)
            // A part of a number at the top level is a number.
            guard document.first != "-" else { continue }
            #expect(throws: DecodingError.self, "\(length) bytes of \(document)") {
                try LambdaJSONDecoder().decode(JSONValue.self, from: part)
            }
        }
    }

    /// A type with keys of its own that takes what comes: every name is looked for by itself.
    private struct Open: Decodable {
        var sum = 0

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: AnyKey.self)
            for key in container.allKeys { sum += try container.decode(Int.self, forKey: key) }
        }
    }

    /// With a search that began at the front for each, these would take minutes.
    @Test(arguments: ["é", "\\u0061", "x"])
    func namesOfEveryFormAreFoundInTurn(_ name: String) throws {
        let members = (0..<50_000).map { "\"\(name)\($0)\":1" }.joined(separator: ",")
        #expect(try LambdaJSONDecoder().decode(Open.self, from: "{\(members)}").sum == 50_000)
    }

    /// Two bytes of text must not reserve hundreds of memory each, when the first may fail.
    @Test func elementsThatMayNotDecodeReserveLittle() {
        typealias Large = (JSONValue, JSONValue, JSONValue, JSONValue)
        for count in [0, 1, 16, 17, 1_000, 3_000_000] {
            let large = JSONDocument.reservation(for: Large.self, count: count)
            #expect(large * MemoryLayout<Large>.stride <= 65_536)
            #expect(large == count || count > 16)
            #expect(JSONDocument.reservation(for: UInt8.self, count: count) <= 65_536)
            #expect(JSONDocument.reservation(for: Void.self, count: count) <= 65_536)
        }
    }

    @Test func manyNamesOfOneFormAreNoTrouble() throws {
        // Equal lengths, equal first and last bytes: the signatures of all keys agree.
        let text =
            "{" + (0..<20_000).map { "\"x\(100_000 + $0)x\":\($0)" }.joined(separator: ",") + "}"
        let values = try LambdaJSONDecoder().decode([String: Int].self, from: text)
        #expect(values.count == 20_000)
        let strings = try LambdaJSONDecoder().decode([String: JSONValue].self, from: text)
        #expect(strings["x119999x"] == 19_999)
    }
}
