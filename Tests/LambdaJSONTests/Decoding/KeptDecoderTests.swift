import LambdaJSON
import Testing

/// Types may keep their decoder or its containers beyond the call.
///
/// Their memory belongs to the next
/// call then, so each of them has to notice, whatever it is asked.
struct KeptDecoderTests {
    final class Keeper: Decodable {
        enum Key: String, CodingKey {
            case a
            case list
            case depth
            case absent
        }
        let decoder: any Decoder
        let container: KeyedDecodingContainer<Key>
        let list: any UnkeyedDecodingContainer
        let superDecoder: any Decoder
        let absent: any Decoder

        init(from decoder: any Decoder) throws {
            self.decoder = decoder
            container = try decoder.container(keyedBy: Key.self)
            list = try container.nestedUnkeyedContainer(forKey: .list)
            superDecoder = try container.superDecoder()
            absent = try container.superDecoder(forKey: .absent)
        }
    }

    static let text =
        "{\"a\":\"a string longer than fifteen bytes\",\"list\":[1,2],\"super\":[true]}"
    static func text(_ depth: Int) -> String {
        "{\"depth\":\(depth),\"list\":[1,2],\"super\":[true]}"
    }
    static let message =
        "Expected a decoder to be used before the call to decode returns (byte 0)."

    private func keep() throws -> Keeper {
        var bytes = Array(Self.text.utf8)
        let keeper = try LambdaJSONDecoder().decode(Keeper.self, from: bytes)
        // Whatever read the bytes now would read these.
        for index in bytes.indices { bytes[index] = 0xFF }
        return keeper
    }

    private func checkOutOfUse(_ keeper: Keeper) throws {
        let container = keeper.container
        let single = try keeper.decoder.singleValueContainer()
        let unused = try keeper.superDecoder.singleValueContainer()
        var list = keeper.list
        let failures = [
            Failure { try container.decode(String.self, forKey: .a) },
            Failure { try container.decode([Int].self, forKey: .list) },
            Failure { try container.decodeIfPresent(String.self, forKey: .a) },
            Failure { try container.decodeIfPresent([Int].self, forKey: .absent) },
            Failure { try container.decodeNil(forKey: .a) },
            Failure { try container.nestedUnkeyedContainer(forKey: .list) },
            Failure { try container.nestedContainer(keyedBy: Keeper.Key.self, forKey: .list) },
            Failure { _ = try container.superDecoder() },
            Failure { _ = try container.superDecoder(forKey: .absent) },
            Failure { try list.decode(Int.self) },
            Failure { try list.decode([Int].self) },
            Failure { try list.decodeNil() },
            Failure { try list.decodeIfPresent(Int.self) },
            Failure { try list.decodeIfPresent([Int].self) },
            Failure { try list.nestedUnkeyedContainer() },
            Failure { try list.nestedContainer(keyedBy: Keeper.Key.self) },
            Failure { _ = try list.superDecoder() },
            Failure { try single.decode(String.self) },
            Failure { try single.decode(Int.self) },
            Failure { try unused.decode(Double.self) },
            Failure { try unused.decode(Float.self) },
            Failure { try unused.decode(Bool.self) },
            Failure { try unused.decode([Bool].self) },
            Failure { try unused.decode([String: Int].self) },
            Failure { try unused.decode(HookTests.Money.self) },
            Failure { try unused.decode(JSONValue.self) },
            Failure { try JSONValue(from: keeper.decoder) },
            Failure { try JSONValue(from: keeper.absent) },
            Failure { try keeper.decoder.container(keyedBy: Keeper.Key.self) },
            Failure { try keeper.decoder.unkeyedContainer() },
            Failure { try Int(from: keeper.absent) },
            Failure { try [Int](from: keeper.superDecoder) },
        ]
        for (index, failure) in failures.enumerated() {
            #expect(failure.kind == .dataCorrupted, "\(index)")
            #expect(failure.text == Self.message, "\(index)")
        }
        #expect(!single.decodeNil())
        #expect(container.allKeys.isEmpty)
        #expect(!container.contains(.a))
        #expect(container.codingPath.isEmpty)
        #expect(list.codingPath.isEmpty)
        #expect(list.count == nil)
        #expect(list.isAtEnd)
        #expect(keeper.absent.codingPath.isEmpty)
        #expect(keeper.decoder.userInfo.isEmpty)
    }

    @Test func keptContainersThrowAfterTheCall() throws {
        let keeper = try keep()
        try checkOutOfUse(keeper)
        for _ in 0..<100 { _ = try keep() }
        try checkOutOfUse(keeper)
    }

    @Test func keptContainersThrowWhereTheirMemoryWasGivenUp() throws {
        // More calls within one another than storages are kept for: the last ones to end are given up.
        final class Nested: Decodable {
            let keeper: Keeper
            let inner: Nested?

            init(from decoder: any Decoder) throws {
                keeper = try Keeper(from: decoder)
                let depth = try keeper.container.decode(Int.self, forKey: .depth)
                let text = KeptDecoderTests.text(depth - 1)
                inner = depth > 0 ? try LambdaJSONDecoder().decode(Nested.self, from: text) : nil
            }
        }
        for _ in 0..<3 {
            var next: Nested? = try LambdaJSONDecoder().decode(Nested.self, from: Self.text(200))
            while let nested = next {
                try checkOutOfUse(nested.keeper)
                next = nested.inner
            }
        }
    }

    @Test func keptContainersThrowDuringALaterCall() throws {
        let keeper = try keep()
        try DecoderAccess.decode("{\"a\":{\"a\":[1]},\"list\":7}") { _ in
            try checkOutOfUse(keeper)
        }
    }

    @Test func keptContainersWorkUntilTheCallReturns() throws {
        struct Outer: Decodable {
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                let keeper = try list.decode(Keeper.self)
                // Another text, decoded in between, has a document of its own.
                #expect(try LambdaJSONDecoder().decode([Int].self, from: "[1,2,3]") == [1, 2, 3])
                #expect(try list.decode(Int.self) == 9)
                let string = try keeper.container.decode(String.self, forKey: .a)
                #expect(string == "a string longer than fifteen bytes")
                var kept = keeper.list
                #expect(try kept.decode(Int.self) == 1)
                #expect(try [Bool](from: keeper.superDecoder) == [true])
                #expect(dotted(keeper.absent.codingPath) == "[0].absent")
            }
        }
        _ = try LambdaJSONDecoder().decode(Outer.self, from: "[\(Self.text),9]")
    }

    /// What ThreadSanitizer is to look at: a value that was sent away asks for the number of its call
    /// while the next calls, with hooks and settings of their own, come and go.
    @Test func keptContainersThrowOnAnotherThread() async throws {
        struct Sent: @unchecked Sendable { let keeper: Keeper }
        struct Nested: Decodable {
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                let depth = try list.decode(Int.self)
                guard depth > 0 else { return }
                var inner = LambdaJSONDecoder()
                inner.userInfo[try #require(CodingUserInfoKey(rawValue: "depth"))] = depth
                inner.hook = HookTests.Hook()
                _ = try inner.decode(Nested.self, from: "[\(depth - 1)]")
            }
        }
        let sent = Sent(keeper: try keep())
        try await withThrowingTaskGroup(of: Void.self) { group in
            // More than one of each, so that some of them have different threads of a small pool.
            for _ in 0..<4 {
                group.addTask { for _ in 0..<25 { try checkOutOfUse(sent.keeper) } }
                group.addTask {
                    // So many calls at one time take the storage of the call above, if few others do.
                    for _ in 0..<125 {
                        _ = try LambdaJSONDecoder().decode(Nested.self, from: "[8]")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func manyThreadsDecodeAtOnce() async throws {
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<16 {
                group.addTask {
                    var sum = 0
                    for round in 0..<200 {
                        let text = "{\"a\":[\(task),\(round)],\"b\":\"\(task)\"}"
                        let value = try LambdaJSONDecoder().decode(JSONValue.self, from: text)
                        sum += value["a"]?[0]?.intValue ?? -1_000_000
                        sum += value["b"]?.stringValue == "\(task)" ? 0 : -1_000_000
                    }
                    return sum
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(values == (0..<16).reduce(0, +) * 200)
    }
}

/// Keyed containers are used again, so none may be that somebody still has.
struct ReusedContainerTests {
    struct Tree: Decodable {
        enum Key: CodingKey {
            case name
            case children
        }
        var name: Int
        var children: [Tree]
        var container: KeyedDecodingContainer<Key>

        init(from decoder: any Decoder) throws {
            container = try decoder.container(keyedBy: Key.self)
            children = try container.decodeIfPresent([Tree].self, forKey: .children) ?? []
            // Read after the children, whose containers are of the same type.
            name = try container.decode(Int.self, forKey: .name)
        }

        /// The names that the containers of the tree find now.
        func names() throws -> [Int] {
            try [container.decode(Int.self, forKey: .name)] + children.flatMap { try $0.names() }
        }
    }

    @Test func containersInUseAtOneTimeStayApart() throws {
        var text = "{\"name\":0}"
        for name in 1..<100 {
            text = "{\"name\":\(name),\"children\":[\(text),{\"name\":-\(name)}]}"
        }
        struct Check: Decodable {
            init(from decoder: any Decoder) throws {
                let tree = try Tree(from: decoder)
                let names = try tree.names()
                #expect(names.count == 199)
                #expect(names == [99] + (1..<99).reversed() + [0] + (1..<100).map { -$0 })
            }
        }
        for _ in 0..<3 { _ = try LambdaJSONDecoder().decode(Check.self, from: text) }
    }

    /// What ThreadSanitizer is to look at: storages and containers that go from one thread to another.
    @Test func containersAreUsedAgainOnOtherThreads() async throws {
        typealias Keeper = KeptDecoderTests.Keeper
        struct Nested: Decodable {
            init(from decoder: any Decoder) throws {
                let depth = try decoder.singleValueContainer().decode(Int.self)
                if depth > 0 {
                    _ = try LambdaJSONDecoder().decode(Nested.self, from: "\(depth - 1)")
                }
                let text = KeptDecoderTests.text
                let keeper = try LambdaJSONDecoder().decode(Keeper.self, from: text)
                #expect(throws: DecodingError.self) {
                    try keeper.container.decode(String.self, forKey: .a)
                }
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for round in 0..<200 {
                        _ = try LambdaJSONDecoder().decode(Nested.self, from: "\(round % 7)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func manyContainersThatAreKeptAreNotUsedAgain() throws {
        let text = "[" + (0..<2_000).map { "{\"name\":\($0)}" }.joined(separator: ",") + "]"
        struct Check: Decodable {
            init(from decoder: any Decoder) throws {
                let trees = try [Tree](from: decoder)
                #expect(try trees.flatMap { try $0.names() } == Array(0..<2_000))
            }
        }
        _ = try LambdaJSONDecoder().decode(Check.self, from: text)
        let kept = try LambdaJSONDecoder().decode([Tree].self, from: text)
        _ = try LambdaJSONDecoder().decode(Check.self, from: text)
        for tree in kept { #expect(throws: DecodingError.self) { try tree.names() } }
    }
}
