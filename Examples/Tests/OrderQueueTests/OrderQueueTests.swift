import LambdaSQSEvents
import LambdaTesting
import Testing

@testable import OrderQueue

struct OrderQueueTests {
    @Test
    func storesGoodOrdersAndGivesTheOthersBack() async throws {
        let store = InMemoryOrderStore()
        let event = try SQSEvent(fixture: "orders.json")
        let response = try await OrderQueue(store: store).handle(event, context: .test())
        #expect(await store.orders.keys.sorted() == ["A-1", "A-4"])
        #expect(response == SQSBatchResponse(failed: event.records[1...2]))
    }

    @Test
    func givesBackWhatTheStoreRefuses() async throws {
        let event = try SQSEvent(fixture: "orders.json")
        let response = try await OrderQueue(store: ClosedStore()).handle(event, context: .test())
        #expect(response == SQSBatchResponse(failed: event.records))
    }

    @Test
    func storesAGoodOrderBesideWhatIsNone() async throws {
        let store = InMemoryOrderStore()
        let event = try SQSEvent.sample(
            bodies: [Order(id: "A-1", item: "rose", quantity: 2), "no order"]
        )
        let response = try await OrderQueue(store: store).handle(event, context: .test())
        #expect(await store.orders.keys.sorted() == ["A-1"])
        #expect(response == SQSBatchResponse(failed: event.records[1...]))
    }

    @Test
    func answersThroughTheLoop() async throws {
        let store = InMemoryOrderStore()
        try await withLambda(OrderQueue(store: store)) { lambda in
            let invocation = try await lambda.invoke(fixture: "orders.json")
            let response = try invocation.output(as: SQSBatchResponse.self)
            #expect(response.batchItemFailures.count == 2)
            #expect(invocation.metrics.values(of: "OrdersStored") == [1, 1])
            #expect(invocation.metrics.values(of: "OrdersGivenBack") == [1, 1])
            #expect(
                invocation.logs.contains(
                    .error,
                    "An order cannot be stored.",
                    ["error": "Invalid"]
                )
            )
        }
        #expect(await store.orders.count == 2)
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

private struct ClosedStore: OrderStore {
    struct Closed: Error {}

    func save(_ order: Order) throws { throw Closed() }
}
