import LambdaJSON
import Testing

/// A value that writes to a container around it while it is being encoded there.
struct ReentrantEncodingTests {
    private enum Key: String, CodingKey {
        case first
        case second
    }

    private struct Failure: Error {}

    private final class Outer: Encodable {
        var kept: KeyedEncodingContainer<Key>?
        var count = 0

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            kept = container
            try container.encode([1: Intruder(self), 2: Intruder(self)], forKey: .first)
        }
    }

    /// Closes the dictionary that it is in, and fails.
    private struct Intruder: Encodable {
        let outer: Outer

        init(_ outer: Outer) { self.outer = outer }

        func encode(to encoder: any Encoder) throws {
            outer.count += 1
            guard outer.count > 1 else {
                var container = encoder.singleValueContainer()
                return try container.encode("in time")
            }
            try outer.kept?.encode(true, forKey: .second)
            throw Failure()
        }
    }

    @Test func aDictionaryThatWasClosedFromWithinIsTakenBack() {
        #expect(throws: Failure.self) { try LambdaJSONEncoder().encode(Outer()) }
    }
}
