/// The Amazon Resource Name of something in AWS: a queue, a topic, a bucket, a role.
///
/// The events keep ARNs as the text AWS sends. An `ARN` takes such a text apart, each part when you
/// ask for it, so that a text of another form is never an error:
///
/// ```swift
/// let queue = ARN("arn:aws:sqs:us-east-1:123456789012:orders.fifo")
/// queue.service    // "sqs"
/// queue.region     // AWSRegion.usEast1
/// queue.resource   // "orders.fifo"
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
public struct ARN: RawRepresentable, Codable, Hashable, Sendable {
    /// The ARN as AWS writes it.
    public let rawValue: String

    /// Creates an ARN from a text.
    ///
    /// Every text is taken; ``isWellFormed`` says whether it is an ARN.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates an ARN from a text.
    ///
    /// Every text is taken; ``isWellFormed`` says whether it is an ARN.
    public init(_ text: String) { self.init(rawValue: text) }
}

extension ARN {
    /// Whether the text is an ARN: `arn:`, and six parts in all, of which some may be empty.
    public var isWellFormed: Bool { part(5) != nil }

    /// The group of regions the resource is in: `aws`, `aws-cn` for China, `aws-us-gov` for
    /// GovCloud.
    ///
    /// `nil` if the text is not an ARN.
    public var partition: String? { text(ofPart: 1) }

    /// The namespace of the service, such as `sqs` or `s3`.
    ///
    /// `nil` if the text is not an ARN.
    public var service: String? { text(ofPart: 2) }

    /// The region of the resource.
    ///
    /// `nil` if the text is not an ARN, or names no region, like that of a bucket or a role.
    public var region: AWSRegion? { text(ofPart: 3).map(AWSRegion.init(rawValue:)) }

    /// The account that owns the resource.
    ///
    /// `nil` if the text is not an ARN, or names no account, like that of a bucket.
    public var accountID: String? { text(ofPart: 4) }

    /// What identifies the resource within its service: `orders`, `table/orders`, `function:report:2`.
    ///
    /// Everything after the fifth colon. `nil` if the text is not an ARN.
    public var resource: String? { text(ofPart: 5) }

    /// The kind of resource: `table` in `table/orders`, `function` in `function:report:2`.
    ///
    /// What stands before the first slash or colon of ``resource``. `nil` if there is neither, as
    /// for queues and topics.
    public var resourceType: String? {
        guard let resource = part(5), let end = resource.firstIndex(where: Self.isSeparator) else {
            return nil
        }
        return String(resource[..<end])
    }

    /// The resource without its kind: `orders` in `table/orders`, `report:2` in `function:report:2`.
    ///
    /// ``resource`` as a whole where it names no kind. `nil` if the text is not an ARN.
    public var resourceID: String? {
        guard let resource = part(5) else { return nil }
        guard let end = resource.firstIndex(where: Self.isSeparator) else { return text(ofPart: 5) }
        return String(resource[resource.index(after: end)...])
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
    }

    /// The text of a part, or `nil` if there is none.
    private func text(ofPart number: Int) -> String? {
        guard let part = part(number), !part.isEmpty else { return nil }
        return String(part)
    }

    /// One of the six parts; the last goes to the end, colons included.
    ///
    /// `nil` unless the text is an ARN.
    private func part(_ number: Int) -> Substring.UTF8View? {
        let parts = rawValue.utf8.split(
            separator: UInt8(ascii: ":"),
            maxSplits: 5,
            omittingEmptySubsequences: false
        )
        guard parts.count == 6, parts[0].elementsEqual("arn".utf8) else { return nil }
        return parts[number]
    }
}

extension ARN: CustomStringConvertible, ExpressibleByStringLiteral {
    /// The ARN as AWS writes it.
    public var description: String { rawValue }

    /// Creates an ARN from a literal.
    ///
    /// - Parameter value: The ARN.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension ARN {
    /// Reads the ARN from a JSON string.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is not a string. A text of another form is not an
    ///   error.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the ARN as a JSON string.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: `EncodingError` if the encoder cannot write a value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
