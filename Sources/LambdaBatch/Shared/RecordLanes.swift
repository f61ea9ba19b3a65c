/// Which records of a batch wait for each other.
///
/// The records of a lane are handled one after the other, lanes independently. A record is its index
/// in the batch.
package struct RecordLanes: Sendable {
    /// The first record of each lane.
    let first: [Int]

    /// The record after each one in its lane.
    ///
    /// Empty if every record is a lane of its own.
    private let next: [Int?]

    private init(first: [Int], next: [Int?]) {
        self.first = first
        self.next = next
    }

    /// Creates a lane for every record.
    package static func independent(_ count: Int) -> RecordLanes {
        RecordLanes(first: Array(0..<count), next: [])
    }

    /// Creates one lane for all records.
    package static func single(_ count: Int) -> RecordLanes {
        RecordLanes(
            first: count == 0 ? [] : [0],
            next: (0..<count).map { $0 + 1 < count ? $0 + 1 : nil }
        )
    }

    /// Creates a lane for each key.
    ///
    /// - Parameter keys: The key of every record.
    package init<Key: Hashable>(grouping keys: [Key]) {
        var first: [Int] = []
        var next = [Int?](repeating: nil, count: keys.count)
        var last: [Key: Int] = [:]
        for (index, key) in keys.enumerated() {
            if let previous = last.updateValue(index, forKey: key) {
                next[previous] = index
            } else {
                first.append(index)
            }
        }
        self.init(first: first, next: next)
    }

    /// The record after another one.
    func successor(of record: Int) -> Int? { next.isEmpty ? nil : next[record] }
}
