public import LambdaJSON

/// Where two JSON values differ, place by place.
///
/// ```swift
/// let differences = try Fixture("order.json").roundTrip(through: Order.self)
/// #expect(differences.isEmpty)
/// ```
///
/// The order of members is no difference, nor is the way a number is written: `1.0` is `1`. Values
/// are shown in the description, shortened, since they are those of a test.
public struct JSONDifferences: Hashable, Sendable, CustomStringConvertible {
    /// A place at which two values differ.
    public struct Difference: Hashable, Sendable, CustomStringConvertible {
        /// The place, such as `Records[0].s3.object.key`.
        public let path: String
        /// What is there in the first value.
        ///
        /// `nil` if there is nothing.
        public let before: JSONValue?
        /// What is there in the second value.
        ///
        /// `nil` if there is nothing.
        public let after: JSONValue?

        /// The difference in words.
        public var description: String {
            switch (before, after) {
            case (let before?, let after?):
                "\(path) has changed from \(Self.text(before)) to \(Self.text(after))"
            case (let before?, nil): "\(path) is lost: \(Self.text(before))"
            case (nil, let after?): "\(path) is new: \(Self.text(after))"
            case (nil, nil): path
            }
        }

        private static func text(_ value: JSONValue) -> String {
            let text = value.description
            return text.count > 80 ? text.prefix(77) + "..." : text
        }
    }

    /// The places, in the order of their names.
    public let all: [Difference]

    /// The paths that only the first value has.
    public var lost: [String] { all.filter { $0.after == nil }.map(\.path) }

    /// The paths that only the second value has.
    public var added: [String] { all.filter { $0.before == nil }.map(\.path) }

    /// The paths at which both values have something, and not the same.
    public var changed: [String] {
        all.filter { $0.before != nil && $0.after != nil }.map(\.path)
    }

    /// Whether the values are equal.
    public var isEmpty: Bool { all.isEmpty }

    /// Compares two values.
    ///
    /// - Parameters:
    ///   - before: The first value.
    ///   - after: The second value.
    ///   - ignoringNulls: Whether a member that is `null` is as good as one that is absent. Swift's
    ///     `Optional` members write nothing where they are `nil`.
    public init(
        from before: JSONValue,
        to after: JSONValue,
        ignoringNulls: Bool = false
    ) {
        var found: [Difference] = []
        Self.compare(before, after, JSONPath([]), ignoringNulls, &found)
        all = found
    }

    /// One line for each difference.
    public var description: String {
        all.isEmpty ? "no differences" : all.map(\.description).joined(separator: "\n")
    }

    private static func compare(
        _ before: JSONValue?,
        _ after: JSONValue?,
        _ path: JSONPath,
        _ ignoringNulls: Bool,
        _ found: inout [Difference]
    ) {
        if before == after { return }
        switch (before, after) {
        case (.object(let old)?, .object(let new)?):
            for name in Set(old.keys).union(new.keys).sorted() {
                let step = path.appending(.member(name))
                compare(old[name], new[name], step, ignoringNulls, &found)
            }
        case (.array(let old)?, .array(let new)?):
            for index in 0..<max(old.count, new.count) {
                let step = path.appending(.element(index))
                // Not `nil`, which is a literal of JSON as well.
                let before = old.indices.contains(index) ? old[index] : JSONValue?.none
                let after = new.indices.contains(index) ? new[index] : JSONValue?.none
                compare(before, after, step, ignoringNulls, &found)
            }
        case (.null?, nil) where ignoringNulls, (nil, .null?) where ignoringNulls:
            return
        default:
            found.append(Difference(path: "\(path)", before: before, after: after))
        }
    }
}
