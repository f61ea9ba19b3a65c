import LambdaEvents

/// A change of an item, as both streams of DynamoDB tell it.
struct SampleChange {
    let eventName: DynamoDBEvent.EventName
    let keys: [String: AttributeValue]
    let newImage: [String: AttributeValue]?
    let oldImage: [String: AttributeValue]?

    /// The size of keys and images in bytes.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html>
    var size: Int {
        [keys, newImage ?? [:], oldImage ?? [:]].reduce(0) { $0 + Self.size(of: $1) }
    }

    init(
        from oldImage: (any Encodable)?,
        to newImage: (any Encodable)?,
        keyNames: [String]
    ) throws {
        var newItem = try newImage.map(Self.item)
        let oldItem = try oldImage.map(Self.item)
        if newItem == nil, oldItem == nil {
            newItem = Dictionary(keyNames.map { ($0, .string("\($0)-1")) }) { first, _ in first }
        }
        self.newImage = newItem
        self.oldImage = oldItem
        eventName = newItem == nil ? .remove : oldItem == nil ? .insert : .modify
        let item = newItem ?? oldItem ?? [:]
        var keys: [String: AttributeValue] = [:]
        for name in keyNames {
            guard let value = item[name] else {
                throw LambdaTestError.missingKey(name, in: Array(item.keys))
            }
            keys[name] = value
        }
        self.keys = keys
    }

    private static func item(_ value: any Encodable) throws -> [String: AttributeValue] {
        if let item = value as? [String: AttributeValue] { return item }
        do {
            return try [String: AttributeValue](encoding: value)
        } catch {
            throw LambdaTestError.unencodableItem(type(of: value), error)
        }
    }

    private static func size(of item: [String: AttributeValue]) -> Int {
        item.reduce(0) { $0 + $1.key.utf8.count + size(of: $1.value) }
    }

    private static func size(of value: AttributeValue) -> Int {
        switch value {
        case .string(let text): text.utf8.count
        case .number(let text): (text.utf8.count + 1) / 2 + 1
        case .binary(let binary): binary.bytes?.count ?? 0
        case .bool, .null: 1
        case .map(let members): 3 + members.count + size(of: members)
        case .list(let elements): elements.reduce(3) { $0 + 1 + size(of: $1) }
        case .stringSet(let texts): texts.reduce(0) { $0 + $1.utf8.count }
        case .numberSet(let texts): texts.reduce(0) { $0 + ($1.utf8.count + 1) / 2 + 1 }
        case .binarySet(let binaries): binaries.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
        case .other: 0
        }
    }
}
