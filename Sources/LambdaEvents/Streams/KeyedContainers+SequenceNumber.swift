public import LambdaEventsCoding
public import LambdaEventsShared

// A sequence number is read and written as the string it is, without a container of its own. One
// that is missing is empty: Lambda always sends it, only handwritten events leave it out, and an
// Optional would make every handler unwrap it.

extension KeyedDecodingContainer {
    @inlinable
    package func decode(_ type: SequenceNumber.Type, forKey key: Key) throws -> SequenceNumber {
        SequenceNumber(rawValue: try decodeIfPresent(String.self, forKey: key) ?? "")
    }
}

extension KeyedEncodingContainer {
    @inlinable
    package mutating func encode(_ value: SequenceNumber, forKey key: Key) throws {
        try encode(value.rawValue, forKey: key)
    }
}
