public import LambdaEvents
import LambdaEventsShared

extension SQSEvent.Message.MessageAttribute {
    /// Makes an attribute of the type `String`.
    ///
    /// - Parameter text: The value.
    /// - Returns: The attribute, as SQS sends it.
    public static func sample(_ text: String) -> Self {
        Self(stringValue: text, stringListValues: [], binaryListValues: [], dataType: .string)
    }

    /// Makes an attribute of the type `Number`.
    ///
    /// - Parameter number: The number. A `JSONNumber` keeps digits that no `Double` holds.
    /// - Returns: The attribute, as SQS sends it.
    public static func sample(number: some CustomStringConvertible & Numeric) -> Self {
        Self(
            stringValue: number.description,
            stringListValues: [],
            binaryListValues: [],
            dataType: .number
        )
    }

    /// Makes an attribute of the type `Binary`.
    ///
    /// - Parameter bytes: The bytes.
    /// - Returns: The attribute, as SQS sends it.
    public static func sample(bytes: [UInt8]) -> Self {
        Self(
            binaryValue: Base64.encode(bytes),
            stringListValues: [],
            binaryListValues: [],
            dataType: .binary
        )
    }

    /// The digest that SQS sends for attributes.
    ///
    /// For each attribute by its name: name, type, a byte that says which value follows, value; each
    /// with its length in front. `nil` if there are none.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html>
    static func digest(of attributes: [String: Self]) -> String? {
        if attributes.isEmpty { return nil }
        var bytes: [UInt8] = []
        func append(_ part: [UInt8]) {
            let count = UInt32(truncatingIfNeeded: part.count)
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - $0 * 8)) } + part
        }
        for (name, attribute) in attributes.sorted(by: { $0.key < $1.key }) {
            append(Array(name.utf8))
            append(Array(attribute.dataType.rawValue.utf8))
            if let text = attribute.stringValue {
                bytes.append(1)
                append(Array(text.utf8))
            } else {
                bytes.append(2)
                append(attribute.binaryBytes ?? [])
            }
        }
        return MD5.hexadecimalDigest(of: bytes)
    }
}
