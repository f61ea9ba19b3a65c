/// A decimal number of any length by which a service orders what it sends.
///
/// SQS and SNS number the messages of FIFO queues and topics, streams their records. The numbers are
/// too long for any integer type, so they stay text, and compare as the numbers they are:
///
/// ```swift
/// if let new = message.attributes.sequenceNumber, let known, new <= known { continue }
/// ```
///
/// Compare only numbers of one source: of one group of a queue, one topic, one shard.
public struct SequenceNumber: OpenValue, Comparable, ExpressibleByStringLiteral {
    /// The number as AWS sends it.
    public let rawValue: String

    /// Creates a number from the text AWS uses for it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a number from a literal.
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
