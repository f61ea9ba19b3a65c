/// Where a value stands: a key, and the way to what it is in.
///
/// A list with its end in common, so that going deeper costs one allocation, and none for a scalar.
final class AttributePath {
    private let parent: AttributePath?
    private let key: any CodingKey

    init(_ parent: AttributePath?, _ key: any CodingKey) {
        self.parent = parent
        self.key = key
    }

    /// The keys from the root.
    static func keys(_ path: AttributePath?) -> [any CodingKey] {
        var keys: [any CodingKey] = []
        var path = path
        while let current = path {
            keys.append(current.key)
            path = current.parent
        }
        return keys.reversed()
    }
}

/// A key of a coding path: the position of an element, or the name by which a super coder goes.
struct AttributeKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = "Index \(intValue)"
        self.intValue = intValue
    }

    static let `super` = AttributeKey(stringValue: "super")
}
