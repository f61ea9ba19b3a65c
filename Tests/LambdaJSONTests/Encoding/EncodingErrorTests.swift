import LambdaJSON
import Testing

/// What an encoder refuses, and what is left of a value that failed.
struct EncodingErrorTests {
    enum Key: String, CodingKey {
        case a
        case b
        case c
    }

    private func encode(_ run: @escaping (any Encoder) throws -> Void) throws -> String {
        try LambdaJSONEncoder().encodeToString(Custom(run))
    }

    @Test func secondValueOfAnEncoderIsRefused() throws {
        #expect(
            Failure {
                try encode { encoder in
                    var container = encoder.singleValueContainer()
                    try container.encode(1)
                    try container.encode(2)
                }
            }.text == "Expected one value for each encoder, found a second one (byte 1)."
        )
        let mixed =
            "Expected a container that fits what its encoder has written and is still in use"
        #expect(
            Failure {
                try encode { encoder in
                    var container = encoder.singleValueContainer()
                    try container.encode(1)
                    var keyed = encoder.container(keyedBy: Key.self)
                    try keyed.encode(1, forKey: .a)
                }
            }.text == mixed + " (byte 1)."
        )
        #expect(
            Failure {
                try encode { encoder in
                    var keyed = encoder.container(keyedBy: Key.self)
                    try keyed.encode(1, forKey: .a)
                    var list = encoder.unkeyedContainer()
                    try list.encode(1)
                }
            }.text == mixed + " (byte 6)."
        )
    }

    @Test func containerThatOutlivesItsValueIsRefused() throws {
        final class Keeper: Encodable {
            var kept: KeyedEncodingContainer<Key>?
            func encode(to encoder: any Encoder) throws {
                kept = encoder.container(keyedBy: Key.self)
                try kept?.encode(1, forKey: .a)
            }
        }
        let keeper = Keeper()
        let failure = Failure {
            try encode { encoder in
                var container = encoder.unkeyedContainer()
                try container.encode(keeper)
                try container.encode(2)
                try keeper.kept?.encode(3, forKey: .b)
                try container.encode(4)
            }
        }
        #expect(failure.kind == .invalidValue)
        // Nor does it do any harm when the whole call has returned.
        #expect(try LambdaJSONEncoder().encodeToString(keeper) == #"{"a":1}"#)
        try keeper.kept?.encode(3, forKey: .b)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func numbersThatJSONDoesNotHaveAreRefused(_ value: Double) throws {
        let message = "Expected a finite number, found NaN or an infinity"
        let encoder = LambdaJSONEncoder()
        let nested = Failure { try encoder.encode(["a": [1, value]]) }
        #expect(nested.kind == .invalidValue)
        #expect(nested.path == "a[1]")
        #expect(nested.text == message + " (byte 8).")
        #expect(nested.isOurs)
        #expect(Failure { try encoder.encode(value) }.text == message + " (byte 0).")
        #expect(Failure { try encoder.encode(Float(value)) }.text == message + " (byte 0).")
        #expect(Failure { try encoder.encode([Float(value)]) }.path == "[0]")
        struct Holder: Encodable {
            var ok = 1
            var bad: Double
        }
        let member = Failure { try encoder.encode([Holder(bad: value)]) }
        #expect(member.path == "[0].bad")
        #expect(member.text == message + " (byte 8).")
    }

    @Test func failedValueLeavesNothingBehind() throws {
        struct Half: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Key.self)
                try container.encode(["z": 1, "y": 2], forKey: .a)
                var list = container.nestedUnkeyedContainer(forKey: .b)
                _ = container.superEncoder()
                try list.encode(1)
                try list.encode(Double.nan)
            }
        }
        let object = try encode { encoder in
            var container = encoder.container(keyedBy: Key.self)
            try? container.encode(Half(), forKey: .a)
            try? container.encode(Double.nan, forKey: .a)
            try container.encode(1, forKey: .b)
            try? container.encode(Half(), forKey: .c)
        }
        #expect(object == #"{"b":1}"#)
        let list = try encode { encoder in
            var container = encoder.unkeyedContainer()
            try? container.encode(Half())
            try container.encode(1)
            try? container.encode(Half())
            #expect(container.count == 1)
            try container.encode(2)
        }
        #expect(list == "[1,2]")
        let single = try encode { encoder in
            var container = encoder.singleValueContainer()
            try? container.encode(Half())
            try container.encode("second choice")
        }
        #expect(single == "\"second choice\"")
        let sorted = try LambdaJSONEncoder().encodeToString(
            [
                "b": Custom { try Custom { try Half().encode(to: $0) }.encodeOrZero(to: $0) },
                "a": Custom { try 1.encode(to: $0) },
            ])
        #expect(sorted == #"{"a":1,"b":0}"#)
    }
}

extension Custom {
    /// Encodes the value, or zero if that fails.
    fileprivate func encodeOrZero(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        do {
            try container.encode(self)
        } catch {
            try container.encode(0)
        }
    }
}
