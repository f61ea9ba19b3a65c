import LambdaBatch
import LambdaTesting
import TestSupport
import Testing

/// Handlers of records and the sources that feed them, together.
struct SimulationTests {
    @Test
    func handlesNoGoodMessageTwiceBecauseOfAPoisonMessage() async throws {
        let queue = SimulatedQueue("orders", settings: .init(maxReceiveCount: 3))
        for id in ["1", "2", "3"] { try queue.send(encoding: Order(id: id)) }
        queue.send("not an order")
        let orders = Orders(failing: ["2"])
        await queue.drain(to: orders)
        #expect(orders.journal.entries.count { $0 == "1" } == 1)
        #expect(orders.journal.entries.count { $0 == "2" } == 3)
        #expect(orders.journal.entries.count { $0 == "3" } == 1)
        #expect(queue.deadLetters.map(\.body).sorted() == ["not an order", #"{"id":"2"}"#])
        #expect(queue.log.records.contains(.error, "A record failed."))
    }

    /// Every message succeeds once, or is in the dead-letter queue after the configured receives.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func drainsAStandardQueueWithoutLosingAMessage(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let limit = Int.random(in: 1...4, using: &random)
        let ids = (0..<Int.random(in: 1...60, using: &random)).map(String.init)
        // How often each fails before it succeeds.
        var failures: [String: Int] = [:]
        for id in ids { failures[id] = Int.random(in: -6...5, using: &random) }
        let settings = SimulatedQueue.Settings(
            maxReceiveCount: limit,
            batchSize: Int.random(in: 1...10, using: &random)
        )
        let queue = SimulatedQueue("orders", settings: settings)
        for id in ids { try queue.send(encoding: Order(id: id)) }
        let options = SQSBatchOptions(
            maximumConcurrency: Int.random(in: 1...12, using: &random),
            whenAllFail: Bool.random(using: &random) ? .report : .throwError
        )
        let succeeded = Journal()
        let orders = Orders(options: options) { [failures] order, message, _ in
            await Task.yield()
            let attempt = message.attributes.receiveCount ?? 0
            if attempt <= failures[order.id, default: 0] { throw OutOfStock() }
            succeeded.note(order.id)
        }
        await queue.drain(to: orders)
        let dead = ids.filter { failures[$0, default: 0] >= limit }
        #expect(queue.deadLetters.map(\.body).sorted() == dead.map { #"{"id":"\#($0)"}"# }.sorted())
        #expect(succeeded.entries.sorted() == ids.filter { !dead.contains($0) }.sorted())
        #expect(queue.messages.isEmpty && queue.expired.isEmpty)
        #expect(queue.deleted.count + queue.deadLetters.count == ids.count)
    }

    /// The same for a FIFO queue, and no message succeeds before one that was sent earlier to its
    /// group, unless that one is dead.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func drainsAFIFOQueueInOrder(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let limit = Int.random(in: 2...4, using: &random)
        var failures: [String: Int] = [:]
        let settings = SimulatedQueue.Settings(
            maxReceiveCount: limit,
            batchSize: Int.random(in: 1...10, using: &random)
        )
        let queue = SimulatedQueue("orders.fifo", settings: settings)
        let ids = (0..<Int.random(in: 1...40, using: &random)).map { index in
            "\(["a", "b", "c", "d"].randomElement(using: &random) ?? "a")\(index)"
        }
        for id in ids {
            failures[id] = Int.random(in: -8...2, using: &random)
            try queue.send(encoding: Order(id: id), group: String(id.prefix(1)))
        }
        let options = SQSBatchOptions(maximumConcurrency: Int.random(in: 1...5, using: &random))
        let attempts = Journal()
        let succeeded = Journal()
        let orders = Orders(options: options) { [failures] order, _, _ in
            await Task.yield()
            attempts.note(order.id)
            let attempt = attempts.entries.count { $0 == order.id }
            if attempt <= failures[order.id, default: 0] { throw OutOfStock() }
            succeeded.note(order.id)
        }
        await queue.drain(to: orders)
        let dead = Set(queue.deadLetters.map(\.body))
        for group in ["a", "b", "c", "d"] {
            let sent = ids.filter { $0.hasPrefix(group) && !dead.contains(#"{"id":"\#($0)"}"#) }
            #expect(succeeded.entries.filter { $0.hasPrefix(group) } == sent)
        }
        #expect(succeeded.entries.count + dead.count == ids.count)
        #expect(queue.messages.isEmpty && queue.expired.isEmpty)
    }

    /// Each record succeeds, in the order of its key, or is discarded, and nothing succeeds before what
    /// precedes it.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func drainsAShardInOrder(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let settings = SimulatedShardSettings(
            batchSize: Int.random(in: 1...12, using: &random),
            maximumRetryAttempts: Int.random(in: 0...3, using: &random),
            bisectsBatchOnFunctionError: true
        )
        let shard = SimulatedKinesisShard(settings: settings)
        let ids = (0..<Int.random(in: 1...40, using: &random)).map { index in
            "\(["a", "b", "c"].randomElement(using: &random) ?? "a")\(index)"
        }
        let failing = Set(ids.filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
        for id in ids { try shard.put(encoding: Order(id: id), partitionKey: String(id.prefix(1))) }
        let clicks = Clicks(
            batchOptions: .init(maximumConcurrency: Int.random(in: 1...4, using: &random)),
            failing: failing,
            work: { _ in await Task.yield() }
        )
        await shard.drain(to: clicks)
        func id(_ record: KinesisEvent.Record) throws -> String {
            try record.kinesis.decodeData(as: Order.self).id
        }
        let processed = try shard.processed.map(id)
        let discarded = try shard.discarded.flatMap { try $0.records.map(id) }
        // Bisection isolates each record that fails, so nothing else is discarded.
        #expect(processed == ids.filter { !failing.contains($0) })
        #expect(discarded == ids.filter { failing.contains($0) })
    }

    @Test
    func discardsGoodRecordsWithoutBisection() async throws {
        // What `StreamBatchOptions.whenAllFail` says, seen from the other side.
        for (policy, expected) in [(AllFailedPolicy.throwError, ["a"]), (.report, ["a", "b"])] {
            let settings = SimulatedShardSettings(
                maximumRetryAttempts: 1,
                bisectsBatchOnFunctionError: true
            )
            let shard = SimulatedKinesisShard(settings: settings)
            for id in ["a", "b"] { try shard.put(encoding: Order(id: id), partitionKey: "key") }
            let clicks = Clicks(batchOptions: .init(whenAllFail: policy), failing: ["a"])
            await shard.drain(to: clicks)
            let discarded = try shard.discarded.flatMap {
                try $0.records.map { try $0.kinesis.decodeData(as: Order.self).id }
            }
            #expect(discarded == expected)
        }
    }

    @Test
    func endsInTimeForWhatIsDone() async throws {
        let settings = SimulatedQueue.Settings(maxReceiveCount: 5, functionTimeout: .seconds(10))
        let queue = SimulatedQueue("orders", settings: settings)
        for id in 1...6 { try queue.send(encoding: Order(id: "\(id)")) }
        let orders = Orders(options: .init(maximumConcurrency: 1, deadlineMargin: .seconds(2))) {
            _,
            _,
            _ in queue.advance(by: .seconds(4))
        }
        await queue.drain(to: orders)
        #expect(queue.invocations.map(\.deleted.count) == [2, 2, 2])
        #expect(queue.invocations.allSatisfy { $0.failure == nil })
        #expect(orders.journal.entries.count == 6)
    }
}
