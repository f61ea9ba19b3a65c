import LambdaSQSBatch
import LambdaTesting
import Testing

@testable import OrderQueue

struct OrderQueueTests {
    @Test
    func refusesAnOrderOfNothing() async throws {
        let event = try SQSEvent(fixture: "orders.json")
        let order = Order(id: "A-2", item: "lamp", quantity: 0)
        await #expect(throws: Order.Invalid.self) {
            try await OrderQueue().handle(order, of: event.records[0], context: .test())
        }
    }

    @Test
    func storesGoodOrdersAndGivesTheOthersBack() async throws {
        let store = InMemoryOrderStore()
        let event = try SQSEvent(fixture: "orders.json")
        let response = try await OrderQueue(store: store).handle(event, context: .test())
        #expect(await store.orders.map(\.id).sorted() == ["A-1", "A-4"])
        #expect(response == SQSBatchResponse(failed: event.records[1...2]))
    }

    @Test
    func leavesWhatItCannotStoreInTheDeadLetterQueue() async throws {
        let store = InMemoryOrderStore()
        let queue = SimulatedQueue("orders", settings: .init(maxReceiveCount: 3))
        try queue.send(encoding: Order(id: "A-1", item: "lamp", quantity: 1))
        let bad = try queue.send(encoding: Order(id: "A-2", item: "lamp", quantity: 0))
        queue.send("Two lamps, please")

        await queue.drain(to: OrderQueue(store: store))

        #expect(await store.orders.map(\.id) == ["A-1"])
        #expect(queue.deadLetters.count == 2)
        #expect(queue.receiveCount(of: bad) == 3)
        #expect(queue.invocations.count == 3)
    }

    @Test
    func keepsTheOrderOfACustomer() async throws {
        // The store is closed for the second delivery, in the midst of a customer's orders.
        let store = FlakyStore(refusing: [2])
        let queue = SimulatedQueue("orders.fifo", settings: .init(maxReceiveCount: 5))
        for number in 1...3 {
            let order = Order(id: "ada-\(number)", item: "lamp", quantity: 1)
            try queue.send(encoding: order, group: "ada")
        }

        await queue.drain(to: OrderQueue(store: store))

        #expect(await store.saved == ["ada-1", "ada-2", "ada-3"])
        #expect(queue.invocations.map { $0.event.records.count } == [3, 2])
        #expect(queue.deadLetters.isEmpty)
    }

    @Test
    func storesAGoodOrderBesideWhatIsNone() async throws {
        let store = InMemoryOrderStore()
        let event = try SQSEvent.sample(
            bodies: [Order(id: "A-1", item: "rose", quantity: 2), "no order"]
        )
        let response = try await OrderQueue(store: store).handle(event, context: .test())
        #expect(await store.orders.map(\.id) == ["A-1"])
        #expect(response == SQSBatchResponse(failed: event.records[1...]))
    }

    @Test
    func answersThroughTheLoop() async throws {
        let store = InMemoryOrderStore()
        try await withLambda(OrderQueue(store: store)) { lambda in
            let invocation = try await lambda.invoke(fixture: "orders.json")
            let response = try invocation.output(as: SQSBatchResponse.self)
            #expect(response.batchItemFailures.count == 2)
            #expect(invocation.logs.contains(.error, "A record failed.", ["error": "Invalid"]))
            #expect(invocation.metrics.values(of: "OrdersStored") == [1, 1])
        }
        #expect(await store.orders.count == 2)
    }

    @Test
    func givesBackWhatFollowsInTheGroupOfAFailedOrder() async throws {
        let store = InMemoryOrderStore()
        try await withLambda(OrderQueue(store: store)) { lambda in
            let invocation = try await lambda.invoke(fixture: "fifo-orders.json")
            let event = try SQSEvent(fixture: "fifo-orders.json")
            // The second and the fourth are of one customer.
            #expect(
                try invocation.output(as: SQSBatchResponse.self)
                    == SQSBatchResponse(failed: [event.records[1], event.records[3]])
            )
        }
        #expect(await store.orders.map(\.id).sorted() == ["A-1", "B-1"])
    }

    @Test
    func storesAnOrderOnceThatIsDeliveredTwice() async throws {
        let store = InMemoryOrderStore()
        try await withLambda(OrderQueue(store: store)) { lambda in
            // The first answer is lost on its way, so SQS delivers the batch again.
            try await lambda.invoke(fixture: "orders.json", faults: [.post(.close)])
            let again = try await lambda.invoke(fixture: "orders.json")
            #expect(try again.output(as: SQSBatchResponse.self).batchItemFailures.count == 2)
        }
        #expect(await store.orders.count == 2)
    }
}

/// A store that is closed now and then.
private actor FlakyStore: OrderStore {
    struct Closed: Error {}

    private(set) var saved: [String] = []
    private var calls = 0
    private let refused: Set<Int>

    init(refusing calls: Set<Int>) { refused = calls }

    func save(_ order: Order) throws {
        calls += 1
        if refused.contains(calls) { throw Closed() }
        saved.append(order.id)
    }
}
