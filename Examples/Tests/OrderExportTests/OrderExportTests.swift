import LambdaDynamoDBEvents
import LambdaJSON
import LambdaTesting
import ObjectStores
import Testing

@testable import OrderExport

struct OrderExportTests {
    private let name =
        "2026-11-20/014c7719c2235e8a2d9be2d600000000-014c7719c2235e8a2d9be2d600000008.ndjson"

    /// The lines of an object, each as a value.
    private func lines<Line: Decodable>(
        of key: String,
        in store: InMemoryObjectStore,
        as type: Line.Type = Line.self
    ) async throws -> [Line] {
        let object = try #require(await store.buckets["warehouse"]?[key])
        #expect(object.contentType == "application/x-ndjson")
        #expect(object.content.last == UInt8(ascii: "\n"))
        return try object.content.split(separator: UInt8(ascii: "\n")).map {
            try LambdaJSONDecoder().decode(Line.self, from: Array($0))
        }
    }

    private let order = Order(
        id: "B-1",
        customer: "ada",
        status: "PLACED",
        total: 20,
        currency: "EUR",
        lines: [.init(article: "fern", quantity: 2, price: 10)],
        placedAt: Timestamp(secondsSinceEpoch: 1_795_176_000)
    )

    private var draft: Order {
        var draft = order
        draft.status = "DRAFT"
        return draft
    }

    @Test
    func writesARowForEachChangeThatTheWarehouseWants() async throws {
        let store = InMemoryObjectStore()
        let event = try DynamoDBEvent(fixture: "changes.json")
        let summary = try await OrderExport(store: store, bucket: "warehouse")
            .handle(event, context: .test())
        #expect(summary == Summary(rows: 4, rejects: 2, unchanged: 3))

        let content = try #require(await store.buckets["warehouse"]?["orders/" + name]).content
        try GoldenFile("rows.ndjson").expect(content)
        let rows = try await lines(of: "orders/" + name, in: store, as: OrderRow.self)
        #expect(rows.map(\.orderID) == ["A-1", "A-1", "A-3", "A-6"])
        #expect(rows.map(\.operation) == [.upsert, .upsert, .upsert, .delete])
        #expect(rows.map(\.totalMinor) == [2999, 2999, 1200, 2999])
    }

    @Test
    func keepsEveryChangeThatIsNoOrder() async throws {
        let store = InMemoryObjectStore()
        let log = CapturedLog()
        let event = try DynamoDBEvent(fixture: "changes.json")
        _ = try await OrderExport(store: store, bucket: "warehouse")
            .handle(event, context: .test(logger: log.logger()))

        let rejects = try await lines(of: "rejects/" + name, in: store, as: Reject.self)
        #expect(rejects.map(\.reason) == ["totalDiffers", "DecodingError"])
        #expect(rejects.map(\.path) == [nil, "total"])
        // As they came, so that they can be mended and loaded.
        #expect(rejects.map(\.change) == [event.records[5], event.records[6]])
        #expect(log.metrics.values(of: "ChangesRejected") == [2])
        #expect(log.metrics.values(of: "RowsWritten") == [4])
        #expect(
            log.records.contains(
                .warn,
                "A change is no order that can be right.",
                ["sequenceNumber": "4421584500000000017400000006", "reason": "totalDiffers"]
            )
        )
    }

    @Test(arguments: [
        Flaw(.nameMissing) { $0.id = "" },
        Flaw(.nameMissing) { $0.customer = "" },
        Flaw(.currencyUnknown) { $0.currency = "XXX" },
        Flaw(.totalInvalid) { $0.total = -1 },
        Flaw(.totalInvalid) { $0.total = 0.001 },
        Flaw(.linesMissing) { $0.lines = [] },
        Flaw(.lineInvalid) { $0.lines[0].quantity = 0 },
        Flaw(.lineInvalid) { $0.lines[0].quantity = .max },
        Flaw(.lineInvalid) { $0.lines[0].price = -10 },
        Flaw(.lineInvalid) { $0.lines[0].price = 1e300 },
        Flaw(.lineInvalid) { $0.lines[0].price = 0.005 },
        Flaw(.totalDiffers) { $0.total = 21 },
        Flaw(.totalDiffers) { $0.total = 19 },
    ])
    func saysWhatIsWrong(flaw: Flaw) throws {
        var order = order
        let record = DynamoDBEvent.StreamRecord(keys: [:], sequenceNumber: "1")
        #expect(try OrderRow(.upsert, of: order, record).totalMinor == 2000)
        flaw.put(&order)
        #expect(throws: flaw.problem) { try OrderRow(.upsert, of: order, record) }
    }

    /// Something wrong with an order, and what is said about it.
    struct Flaw: Sendable {
        let problem: OrderProblem
        let put: @Sendable (inout Order) -> Void

        init(_ problem: OrderProblem, _ put: @escaping @Sendable (inout Order) -> Void) {
            self.problem = problem
            self.put = put
        }
    }

    @Test
    func writesTheRowThatMendsAnOrder() async throws {
        let store = InMemoryObjectStore()
        var wrong = order
        wrong.total = 21
        let event = try DynamoDBEvent.sample(newImage: order, oldImage: wrong)
        let summary = try await OrderExport(store: store, bucket: "warehouse")
            .handle(event, context: .test())
        #expect(summary == Summary(rows: 1))
    }

    @Test
    func deletesAnOrderThatIsADraftAgain() async throws {
        let store = InMemoryObjectStore()
        let event = try DynamoDBEvent.sample(newImage: draft, oldImage: order)
        let summary = try await OrderExport(store: store, bucket: "warehouse")
            .handle(event, context: .test())
        #expect(summary == Summary(rows: 1))
        let key = try #require(await store.buckets["warehouse"]?.keys.first)
        let rows = try await lines(of: key, in: store, as: OrderRow.self)
        #expect(rows.map(\.operation) == [.delete])
        // As it was when the warehouse had it.
        #expect(rows.map(\.status) == ["PLACED"])
    }

    @Test
    func keepsADraftThatWasNoOrderThatCanBeRight() async throws {
        // The warehouse may have an older row of it, which somebody has to look after.
        let store = InMemoryObjectStore()
        var wrong = order
        wrong.total = 21
        let event = try DynamoDBEvent.sample(newImage: draft, oldImage: wrong)
        let summary = try await OrderExport(store: store, bucket: "warehouse")
            .handle(event, context: .test())
        #expect(summary == Summary(rejects: 1))
    }

    @Test
    func leavesOutADraftThatWasOneBefore() async throws {
        let store = InMemoryObjectStore()
        let event = try DynamoDBEvent.sample(newImage: draft, oldImage: draft)
        let summary = try await OrderExport(store: store, bucket: "warehouse")
            .handle(event, context: .test())
        #expect(summary == Summary(unchanged: 1))
    }

    @Test
    func rejectsAChangeWithoutImages() async throws {
        let store = InMemoryObjectStore()
        let event = try DynamoDBEvent.sample(newImage: order, streamViewType: .keysOnly)
        let summary = try await OrderExport(store: store, bucket: "warehouse")
            .handle(event, context: .test())
        #expect(summary == Summary(rejects: 1))
    }

    @Test
    func writesNoEmptyFiles() async throws {
        let store = InMemoryObjectStore()
        let summary = try await OrderExport(store: store, bucket: "warehouse")
            .handle(.sample(newImage: draft), context: .test())
        #expect(summary == Summary(unchanged: 1))
        #expect(await store.buckets.isEmpty)
    }

    @Test
    func losesNothingWhileTheStoreIsOutOfReach() async throws {
        // Three batches of two changes. The store fails twice: before the rejects of a batch, and
        // between them and its rows.
        let memory = InMemoryObjectStore()
        let store = FlakyStore(memory, refusing: [1, 3])
        let export = OrderExport(store: store, bucket: "warehouse")
        let shard = SimulatedDynamoDBShard(settings: .init(batchSize: 2))
        for number in 1...6 {
            var order = order
            order.id = "B-\(number)"
            if number % 2 == 0 { order.total = 21 }
            try shard.put(encoding: order, keys: ["id"])
        }

        await shard.drain { event, context in
            _ = try await export.handle(event, context: context)
            return StreamBatchResponse()
        }

        #expect(shard.processed.count == 6)
        #expect(shard.invocations.count == 5)
        let objects = try #require(await memory.buckets["warehouse"])
        #expect(objects.count == 6)
        var orders: [String] = []
        for key in objects.keys.sorted() where key.hasPrefix("orders/") {
            orders += try await lines(of: key, in: memory, as: OrderRow.self).map(\.orderID)
        }
        #expect(orders == ["B-1", "B-3", "B-5"])
    }

    @Test
    func answersThroughTheLoop() async throws {
        let store = InMemoryObjectStore()
        try await withLambda(OrderExport(store: store, bucket: "warehouse")) { lambda in
            // The first answer is lost on its way, so the batch comes again.
            try await lambda.invoke(fixture: "changes.json", faults: [.post(.close)])
            let before = await store.buckets
            let invocation = try await lambda.invoke(fixture: "changes.json")
            #expect(try invocation.text == #"{"rows":4,"rejects":2,"unchanged":3}"#)
            #expect(await store.buckets == before)
        }
    }
}

/// A store that is out of reach now and then.
private actor FlakyStore: ObjectStore {
    private let store: InMemoryObjectStore
    private let refused: Set<Int>
    private var calls = 0

    init(_ store: InMemoryObjectStore, refusing calls: Set<Int>) {
        self.store = store
        refused = calls
    }

    func object(_ key: String, in bucket: String, upTo limit: Int) async throws -> [UInt8]? {
        try await store.object(key, in: bucket, upTo: limit)
    }

    func put(
        _ content: [UInt8],
        as key: String,
        in bucket: String,
        contentType: String
    ) async throws {
        calls += 1
        if refused.contains(calls) { throw ObjectStoreError(.failed, "Out of reach.") }
        await store.put(content, as: key, in: bucket, contentType: contentType)
    }
}
