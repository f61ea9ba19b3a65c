import LambdaBatch
import LambdaTesting
import TestSupport
import Testing

struct FIFOTests {
    /// The group is the first letter of the ID.
    private func event(_ ids: [String]) -> SQSEvent {
        .orders(ids) { String($0.prefix(1)) }
    }

    @Test
    func handlesEachGroupInOrder() async throws {
        let orders = Orders { _, _, _ in await Task.yield() }
        _ = try await orders.handle(
            event(["a1", "b1", "a2", "c1", "b2", "a3"]),
            context: .quiet()
        )
        for group in ["a", "b", "c"] {
            let handled = orders.journal.entries.filter { $0.hasPrefix(group) }
            #expect(handled == handled.sorted())
        }
        #expect(orders.journal.entries.count == 6)
    }

    @Test
    func handsBackTheRestOfAGroupAfterAFailure() async throws {
        let log = CapturedLog()
        let orders = Orders(failing: ["a2"])
        let response = try await orders.handle(
            event(["a1", "b1", "a2", "b2", "a3", "a4"]),
            context: .test(logger: log.logger())
        )
        #expect(response.ids == ["message-a2", "message-a3", "message-a4"])
        #expect(orders.journal.entries.sorted() == ["a1", "a2", "b1", "b2"])
        #expect(
            log.records.contains(
                .warn,
                "Handing back records that come after one that failed.",
                ["untried": 2, "records": 6]
            )
        )
    }

    @Test
    func handsBackTheRestOfAGroupAfterABodyThatDoesNotDecode() async throws {
        var event = event(["a1", "a2", "b1"])
        event.records[0].body = "?"
        let response = try await Orders().handle(event, context: .quiet())
        #expect(response.ids == ["message-a1", "message-a2"])
    }

    @Test
    func neverHandlesTwoMessagesOfAGroupAtOnce() async throws {
        let gauge = Gauge()
        let orders = Orders(options: .init(maximumConcurrency: 8)) { _, _, _ in
            gauge.enter()
            for _ in 0..<10 { await Task.yield() }
            gauge.leave()
        }
        _ = try await orders.handle(
            event((0..<10).map { "a\($0)" }),
            context: .quiet()
        )
        #expect(gauge.most == 1)
        #expect(orders.journal.entries == (0..<10).map { "a\($0)" })
    }

    @Test
    func takesMessagesWithoutAGroupForOneGroup() async throws {
        var event = event(["a1", "a2", "a3"])
        for index in event.records.indices { event.records[index].attributes.messageGroupID = nil }
        let orders = Orders(failing: ["a2"])
        let response = try await orders.handle(event, context: .quiet())
        #expect(response.ids == ["message-a2", "message-a3"])
        #expect(orders.journal.entries == ["a1", "a2"])
    }

    @Test
    func keepsNoOrderInTheGroupsOfAStandardQueue() async throws {
        var event = event(["a1", "a2"])
        for index in event.records.indices {
            event.records[index].eventSourceARN = "arn:aws:sqs:us-east-1:123456789012:fair"
        }
        let orders = Orders(failing: ["a1"])
        let response = try await orders.handle(event, context: .quiet())
        #expect(response.ids == ["message-a1"])
        #expect(orders.journal.entries.sorted() == ["a1", "a2"])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func reportsAsTheModelSays(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let ids = (0..<Int.random(in: 1...10, using: &random)).map { index in
            "\(["a", "b", "c"].randomElement(using: &random) ?? "a")\(index)"
        }
        let failing = Set(ids.filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
        let width = Int.random(in: 1...5, using: &random)
        var broken: Set<Character?> = []
        var expected: [String] = []
        for id in ids {
            if failing.contains(id) { broken.insert(id.first) }
            if broken.contains(id.first) { expected.append("message-\(id)") }
        }
        let orders = Orders(
            options: .init(maximumConcurrency: width, whenAllFail: .report),
            failing: failing
        )
        let response = try await orders.handle(
            event(ids),
            context: .quiet()
        )
        #expect(response.ids == expected)
        for group in ["a", "b", "c"] {
            let handled = orders.journal.entries.filter { $0.hasPrefix(group) }
            #expect(handled == ids.filter { $0.hasPrefix(group) }.prefix(handled.count).map { $0 })
        }
    }
}
