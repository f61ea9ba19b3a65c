import LambdaJSON
import Testing

/// Containers are used again, within a call and in the next one, unless somebody has kept them.
struct KeptContainerTests {
    private enum Key: String, CodingKey {
        case a
        case b
        case inner
    }

    /// Keeps its container, and writes to it when it is told to.
    private final class Keeper: Encodable {
        var kept: KeyedEncodingContainer<Key>?

        func encode(to encoder: any Encoder) throws {
            kept = encoder.container(keyedBy: Key.self)
            try kept?.encode("first", forKey: .a)
        }
    }

    /// Has the same type of key as what is in it.
    private final class Nested: Encodable {
        let inner: Nested?

        init(depth: Int) {
            inner = depth > 1 ? Nested(depth: depth - 1) : nil
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(1, forKey: .a)
            try container.encodeIfPresent(inner, forKey: .inner)
            try container.encode(2, forKey: .b)
        }
    }

    private struct Fails: Encodable {
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(Double.nan, forKey: .a)
        }
    }

    @Test func oneContainerIsOneReference() {
        // What the encoder's shelf relies on.
        #expect(MemoryLayout<KeyedEncodingContainer<Key>>.size == MemoryLayout<AnyObject>.size)
    }

    @Test func aKeptContainerDoesNotWriteIntoTheNextCall() throws {
        let keeper = Keeper()
        #expect(try LambdaJSONEncoder().encodeToString(keeper) == #"{"a":"first"}"#)
        let other = Keeper()
        #expect(try LambdaJSONEncoder().encodeToString(other) == #"{"a":"first"}"#)
        try keeper.kept?.encode("late", forKey: .b)
        #expect(try LambdaJSONEncoder().encodeToString([1]) == "[1]")
        #expect(try LambdaJSONEncoder().encodeToString(Nested(depth: 1)) == #"{"a":1,"b":2}"#)
    }

    @Test(arguments: [2, 3, 6, 40])
    func containersOfOneTypeOfKeyWithinEachOtherAreDifferent(depth: Int) throws {
        let opening = String(repeating: #"{"a":1,"inner":"#, count: depth - 1)
        let closing = String(repeating: #","b":2}"#, count: depth - 1)
        let expected = opening + #"{"a":1,"b":2}"# + closing
        for _ in 0..<3 {
            #expect(try LambdaJSONEncoder().encodeToString(Nested(depth: depth)) == expected)
        }
    }

    @Test func aCallThatFailsLeavesNothingToTheNextOne() throws {
        #expect(throws: EncodingError.self) { try LambdaJSONEncoder().encode(Fails()) }
        #expect(try LambdaJSONEncoder().encodeToString(Nested(depth: 1)) == #"{"a":1,"b":2}"#)
    }

    @Test func callsAtOneTimeDoNotMeet() async {
        await withTaskGroup(of: Bool.self) { group in
            for depth in 1...8 {
                group.addTask {
                    (0..<200).allSatisfy { _ in
                        let text = try? LambdaJSONEncoder().encodeToString(Nested(depth: depth))
                        return text?.utf8.count == 13 * depth + 9 * (depth - 1)
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
