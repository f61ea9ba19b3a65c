import LambdaEvents
import LambdaJSON
import Testing

/// A type may flatten one of ours into an object that it writes itself, as Codable allows.
struct SharedEncoderTests {
    private enum Key: String, CodingKey {
        case nested, inner, own
    }

    /// Encodes a value to the same encoder as an object whose nested object is still open.
    private struct Flattened<Value: Encodable>: Encodable {
        var value: Value

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            var nested = container.nestedContainer(keyedBy: Key.self, forKey: .nested)
            try nested.encode(1, forKey: .inner)
            try value.encode(to: encoder)
            try container.encode(2, forKey: .own)
        }
    }

    private func encoded(_ value: some Encodable) throws -> String {
        try LambdaJSONEncoder().encodeToString(Flattened(value: value))
    }

    @Test
    func headersGoToTheObjectOfTheirEncoder() throws {
        #expect(
            try encoded(["Accept": "a"] as HTTPHeaders)
                == #"{"nested":{"inner":1},"Accept":"a","own":2}"#
        )
        #expect(
            try encoded(["Accept": ["a"]] as MultiValueHeaders)
                == #"{"nested":{"inner":1},"Accept":["a"],"own":2}"#
        )
    }

    @Test
    func attributeValuesGoToTheObjectOfTheirEncoder() throws {
        #expect(
            try encoded(AttributeValue.string("a")) == #"{"nested":{"inner":1},"S":"a","own":2}"#
        )
    }
}
