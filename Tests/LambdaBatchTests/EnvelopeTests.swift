import LambdaBatch
import LambdaEvents
import LambdaJSON
import LambdaTesting
import TestSupport
import Testing

/// What comes in an envelope, as the table of the guide has it; SQSBodyTests and StreamTests have the others.
struct EnvelopeTests {
    struct Published: SQSRecordHandler {
        var journal = Journal()

        func decodeBody(of message: SQSEvent.Message) throws -> Order {
            try message.decodeBody(as: Order.self, in: SNSNotification.self)
        }

        func handle(_ order: Order, of: SQSEvent.Message, context: LambdaContext) async throws {
            journal.note(order.id)
        }
    }

    @Test
    func readsAValueInANotification() async throws {
        let published = Published()
        let queue = SimulatedQueue("orders", settings: .init(maxReceiveCount: 1))
        let notification = try SNSNotification.sample(message: #"{"id":"7"}"#)
        try queue.send(encoding: notification)
        // With raw message delivery, there is no envelope: that would be a handler without decodeBody.
        queue.send(#"{"id":"8"}"#)
        await queue.drain(to: published)
        #expect(published.journal.entries == ["7"])
        #expect(queue.deadLetters.map(\.body) == [#"{"id":"8"}"#])
    }

    struct Changes: KinesisRecordHandler {
        var journal = Journal()

        func handle(
            _ change: DynamoDBChangeRecord,
            of: KinesisEvent.Record,
            context: LambdaContext
        ) async throws {
            journal.note(change.eventName?.rawValue ?? "?")
        }
    }

    @Test
    func readsAChangeOfATableThroughKinesis() async throws {
        let changes = Changes()
        let event = try KinesisEvent(fixture: "kinesis/dynamodb-change.json")
        let response = try await changes.handle(event, context: .quiet())
        #expect(response.ids.isEmpty)
        #expect(changes.journal.entries.count == event.records.count)
        #expect(!changes.journal.entries.contains("?"))
    }

    struct Article: Codable, Equatable {
        var name: String
        var price: Double
        var tags: [String]
    }

    struct Prices: DynamoDBRecordHandler {
        var journal = Journal()

        func handle(
            _ change: DynamoDBChange<Article>,
            of: DynamoDBEvent.Record,
            context: LambdaContext
        ) async throws {
            journal.note("\(change.old?.price ?? 0) \(change.new?.price ?? 0)")
        }
    }

    @Test
    func takesItemsThatATypeHasWritten() async throws {
        let old = Article(name: "Fern", price: 12.5, tags: ["green"])
        var new = old
        new.price = 13.25
        let image = try [String: AttributeValue](encoding: new)
        #expect(try image.decode(Article.self) == new)
        let shard = SimulatedDynamoDBShard()
        try shard.put(encoding: new, old: old, keys: ["name"])
        let prices = Prices()
        await shard.drain(to: prices)
        #expect(prices.journal.entries == ["12.5 13.25"])
    }

    /// A standard queue: whatever fails is reported, in the order of the batch, and nothing else.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func reportsAsTheModelSays(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let ids = (0..<Int.random(in: 1...30, using: &random)).map(String.init)
        let failing = Set(ids.filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
        let undecodable = Set(ids.filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
        let width = Int.random(in: 1...40, using: &random)
        var event = SQSEvent.orders(ids)
        for index in event.records.indices where undecodable.contains(ids[index]) {
            event.records[index].body = "not an order"
        }
        let orders = Orders(
            options: .init(maximumConcurrency: width, whenAllFail: .report)
        ) { order, _, _ in
            await Task.yield()
            if failing.contains(order.id) { throw OutOfStock() }
        }
        let response = try await orders.handle(event, context: .quiet())
        let expected = ids.filter { failing.contains($0) || undecodable.contains($0) }
        #expect(response.ids == expected.map { "message-\($0)" })
        #expect(
            orders.journal.entries.sorted() == ids.filter { !undecodable.contains($0) }.sorted()
        )
    }
}
