import LambdaEvents
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
}

private struct ClosedStore: OrderStore {
    struct Closed: Error {}

    func save(_ order: Order) throws { throw Closed() }
}
