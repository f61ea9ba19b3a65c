import LambdaEventBridgeEvents
import LambdaTesting
import Testing

@testable import OrderDesk

struct OrderDeskTests {
    private let desk = OrderDesk(ledger: InMemoryLedger())

    private func order(_ id: String, quantity: Int = 1, cents: Int = 2_500) -> NewOrder {
        NewOrder(
            id: id,
            customer: "ada",
            items: [.init(name: "lamp", quantity: quantity, cents: cents)]
        )
    }

    private func enter(_ order: NewOrder) async throws {
        _ = try await desk.handle(.sample(detail: .newOrder(order)), context: .test())
    }

    private func close() async throws -> DayReport? {
        try await desk.handle(.sample(detail: .endOfDay), context: .test())
    }

    @Test
    func addsUpTheDay() async throws {
        try await enter(order("A-1", quantity: 2))
        try await enter(order("A-2"))
        #expect(try await close() == DayReport(orders: 2, cents: 7_500))
        #expect(try await close() == DayReport())
    }

    @Test
    func countsAnOrderOnceThatIsAnnouncedTwice() async throws {
        for _ in 1...2 { try await enter(order("A-1")) }
        #expect(try await close() == DayReport(orders: 1, cents: 2_500))
    }

    @Test(arguments: [(0, 2_500), (1, -1), (Int.max, 2), (2, Int.max)])
    func refusesAnOrderThatCannotBe(_ quantity: Int, _ cents: Int) async throws {
        await #expect(throws: InvalidOrder(id: "A-1")) {
            try await enter(order("A-1", quantity: quantity, cents: cents))
        }
    }

    @Test
    func tellsTheEventsApart() async throws {
        try await withLambda(desk) { lambda in
            let ordered = try await lambda.invoke(fixture: "new-order.json")
            #expect(try ordered.text == "null")
            #expect(ordered.logs.contains(.info, "Entered an order.", ["isNew": true]))
            let closed = try await lambda.invoke(fixture: "end-of-day.json")
            #expect(try closed.text == #"{"orders":1,"cents":6100}"#)
            // As a rule with a schedule sends it, too.
            let again = try await lambda.invoke(ScheduledEvent.sample())
            #expect(try again.text == #"{"orders":0,"cents":0}"#)
        }
    }

    @Test
    func saysSoWhereTheRuleLetsTooMuchThrough() async throws {
        try await withLambda(desk) { lambda in
            let other = try Fixture("new-order.json").replacing("detail-type", with: "Order Lost")
            let invocation = try await lambda.invoke(other)
            #expect(invocation.error == nil)
            #expect(invocation.logs.atLeast(.warn).count == 1)
        }
    }
}
