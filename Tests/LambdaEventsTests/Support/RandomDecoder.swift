import LambdaEvents
import LambdaJSON
import TestSupport

/// A decoder without data: whatever a type asks for, it gets, at random.
///
/// Every `Decodable` type so becomes a generator of its own values, without a line for any of them.
/// A type that tries several shapes, one after the other, is refused each now and then, so that all
/// of them turn up.
struct RandomDecoder: Decoder {
    let source: Source
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The numbers that all values of one run come from.
    final class Source {
        var generator: SeededGenerator

        init(seed: UInt64) {
            generator = SeededGenerator(seed: seed)
        }

        func number(below limit: Int) -> Int {
            Int.random(in: 0..<limit, using: &generator)
        }
    }

    /// Makes a value.
    static func value<Value: Decodable>(_ type: Value.Type, seed: UInt64) throws -> Value {
        try RandomDecoder(source: Source(seed: seed), depth: 0).make(type)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try refuseSometimes()
        return KeyedDecodingContainer(Members(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try refuseSometimes()
        return Elements(decoder: self, count: count)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        Single(decoder: self)
    }

    /// How many elements or members a collection gets: none far down, so that it ends.
    var count: Int { depth > 8 ? 0 : source.number(below: 4) }

    fileprivate func refuseSometimes() throws {
        if source.number(below: 5) == 0 { throw Refusal() }
    }

    private struct Refusal: Error {}

    /// Makes a value, with another try where the type did not take what it got.
    fileprivate func make<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let special = special(type) { return special }
        var problem: any Error = Refusal()
        for _ in 0..<40 {
            do {
                return try Value(from: RandomDecoder(source: source, depth: depth + 1))
            } catch {
                problem = error
            }
        }
        throw problem
    }

    /// Values that a type does not make of parts.
    private func special<Value>(_ type: Value.Type) -> Value? {
        switch type {
        case is Timestamp.Type: timestamp as? Value
        case is AttributeValue.Type: attributeValue(depth: depth) as? Value
        case is JSONValue.Type: json(depth: depth) as? Value
        case is String.Type: text as? Value
        case is Bool.Type: (source.number(below: 2) == 0) as? Value
        case is Double.Type: number as? Value
        default: nil
        }
    }

    private var timestamp: Timestamp? {
        switch source.number(below: 3) {
        case 0:
            Timestamp(
                iso8601:
                    "2026-11-20T12:00:0\(source.number(below: 10)).\(source.number(below: 10))Z"
            )
        case 1: Timestamp(secondsSinceEpoch: Int64(source.number(below: 1 << 32)))
        default: Timestamp(millisecondsSinceEpoch: 1 << 38 + Int64(source.number(below: 1 << 38)))
        }
    }

    func json(depth: Int) -> JSONValue {
        switch source.number(below: depth > 6 ? 4 : 6) {
        case 0: return .null
        case 1: return .bool(source.number(below: 2) == 0)
        case 2: return .number(JSONNumber(source.number(below: 1 << 40)))
        case 3: return .string(text)
        case 4: return .array((0..<count).map { _ in json(depth: depth + 1) })
        default:
            let members = (0..<count).map { _ in (text, json(depth: depth + 1)) }
            return .object(Dictionary(members) { first, _ in first })
        }
    }

    var text: String {
        let texts = [
            "", "a", "0", "42", "-1.50", "true", "null", "ON", "{\"a\":[1]}", "YWJj", "a=b; c=d",
            "caf\u{e9} \u{1F6D2} \u{0}\u{8}\"\\/\u{2028}", "aws:s3", "2026-11-20T12:00:00Z",
            "arn:aws:sqs:us-east-1:123456789012:orders", "x%41+%zz&y=1&y", "Content-Type",
            String(repeating: "0123456789abcdef", count: 20),
        ]
        return texts[source.number(below: texts.count)]
    }

    fileprivate var number: Double {
        [0, 1, -1, 0.5, 1e21, .leastNonzeroMagnitude, 1_795_176_000.123, -2.5e-7][
            source.number(below: 8)
        ]
    }

    fileprivate func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer {
        switch source.number(below: 5) {
        case 0: .min
        case 1: .max
        default: Integer(truncatingIfNeeded: source.number(below: 128))
        }
    }
}

// MARK: - Containers

extension RandomDecoder {
    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let decoder: RandomDecoder
        let codingPath: [any CodingKey] = []
        let allKeys: [Key]

        init(decoder: RandomDecoder) {
            self.decoder = decoder
            // Keys that are data. An enumeration of keys takes none of them.
            var names: Set<String> = []
            for _ in 0..<decoder.count { names.insert(decoder.text) }
            allKeys = names.sorted().compactMap(Key.init(stringValue:))
        }

        func contains(_ key: Key) -> Bool { decoder.source.number(below: 3) > 0 }
        func decodeNil(forKey key: Key) throws -> Bool { decoder.source.number(below: 4) == 0 }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            // A member that is null counts as absent, so a value of any JSON is not null here.
            while true {
                let value = try decoder.make(type)
                if value as? JSONValue != .null { return value }
            }
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try decoder.container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try decoder.unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder { decoder }
        func superDecoder(forKey key: Key) throws -> any Decoder { decoder }
    }

    private struct Elements: UnkeyedDecodingContainer {
        let decoder: RandomDecoder
        let codingPath: [any CodingKey] = []
        let count: Int?
        private(set) var currentIndex = 0

        init(decoder: RandomDecoder, count: Int) {
            self.decoder = decoder
            self.count = count
        }

        var isAtEnd: Bool { currentIndex >= count ?? 0 }

        mutating func decodeNil() throws -> Bool { false }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            currentIndex += 1
            return try decoder.make(type)
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            currentIndex += 1
            return try decoder.container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            currentIndex += 1
            return try decoder.unkeyedContainer()
        }

        mutating func superDecoder() throws -> any Decoder { decoder }
    }

    private struct Single: SingleValueDecodingContainer {
        let decoder: RandomDecoder
        let codingPath: [any CodingKey] = []

        func decodeNil() -> Bool { false }

        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try decoder.refuseSometimes()
            return try decoder.make(type)
        }

        func decode(_ type: Bool.Type) throws -> Bool {
            try decoder.refuseSometimes()
            return decoder.source.number(below: 2) == 0
        }

        func decode(_ type: String.Type) throws -> String {
            try decoder.refuseSometimes()
            return decoder.text
        }

        func decode(_ type: Double.Type) throws -> Double {
            try decoder.refuseSometimes()
            return decoder.number
        }

        func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
        func decode(_ type: Int.Type) throws -> Int { try anInteger(type) }
        func decode(_ type: Int8.Type) throws -> Int8 { try anInteger(type) }
        func decode(_ type: Int16.Type) throws -> Int16 { try anInteger(type) }
        func decode(_ type: Int32.Type) throws -> Int32 { try anInteger(type) }
        func decode(_ type: Int64.Type) throws -> Int64 { try anInteger(type) }
        func decode(_ type: UInt.Type) throws -> UInt { try anInteger(type) }
        func decode(_ type: UInt8.Type) throws -> UInt8 { try anInteger(type) }
        func decode(_ type: UInt16.Type) throws -> UInt16 { try anInteger(type) }
        func decode(_ type: UInt32.Type) throws -> UInt32 { try anInteger(type) }
        func decode(_ type: UInt64.Type) throws -> UInt64 { try anInteger(type) }

        private func anInteger<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
            try decoder.refuseSometimes()
            return decoder.integer(type)
        }
    }
}
