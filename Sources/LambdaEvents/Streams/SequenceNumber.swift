public import LambdaEventsCoding
public import LambdaEventsShared

/// The place of a record in its shard: a decimal number of up to 128 digits and more.
///
/// Sequence numbers of one shard grow with time. They are too long for any integer type, so they
/// stay text, and compare as the numbers they are:
///
/// ```swift
/// let isNew = record.kinesis.sequenceNumber > lastOne
/// ```
///
/// Compare only numbers of the same shard.
///
/// AWS documentation: <https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html#sequence-number>
public struct SequenceNumber: OpenValue, Comparable, ExpressibleByStringLiteral {
    /// The number as AWS sends it.
    public let rawValue: String

    /// Creates a sequence number from the text AWS uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a sequence number from a literal.
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    /// Whether a number is the smaller one.
    ///
    /// Numbers of equal value are ordered by their leading zeros, which AWS does not send, so that
    /// the order agrees with equality. Text that is no number has some place in the order, too.
    public static func < (left: Self, right: Self) -> Bool {
        let (leftDigits, rightDigits) = (left.significantDigits, right.significantDigits)
        let (leftCount, rightCount) = (leftDigits.count, rightDigits.count)
        guard leftCount == rightCount else { return leftCount < rightCount }
        for (leftDigit, rightDigit) in zip(leftDigits, rightDigits) where leftDigit != rightDigit {
            return leftDigit < rightDigit
        }
        return left.rawValue.utf8.count < right.rawValue.utf8.count
    }

    private var significantDigits: Substring.UTF8View {
        rawValue.utf8.drop { $0 == UInt8(ascii: "0") }
    }
}

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
