import LambdaSNSEvents
import LambdaTesting
import Testing

@testable import OrderNews

struct OrderNewsTests {
    private let postOffice = InMemoryPostOffice()

    private var news: OrderNews { OrderNews(postOffice: postOffice) }

    @Test(
        arguments: zip(
            ["shipped", "delivered"],
            ["Your order A-1 is on its way.", "Your order A-1 has arrived."]
        )
    )
    func writesToTheCustomer(_ status: String, _ text: String) async throws {
        let update = OrderUpdate(order: "A-1", customer: "ada", status: status)
        try await news.handle(SNSEvent.sample(message: update), context: .test())
        let letters = await postOffice.letters
        #expect(letters.map(\.customer) == ["ada"])
        #expect(letters.map(\.text) == [text])
    }

    @Test
    func leavesTheCustomerInPeaceWithTheRest() async throws {
        let update = OrderUpdate(order: "A-1", customer: "ada", status: "picked")
        try await news.handle(SNSEvent.sample(message: update), context: .test())
        #expect(await postOffice.letters.isEmpty)
    }

    @Test
    func writesOnceOfWhatIsDeliveredTwice() async throws {
        try await withLambda(news) { lambda in
            let first = try await lambda.invoke(fixture: "shipped.json")
            #expect(try first.text == "null")
            let second = try await lambda.invoke(fixture: "shipped.json")
            #expect(second.logs.contains(.info, "Wrote to the customer.", ["isNew": false]))
        }
        #expect(await postOffice.letters.count == 1)
    }

    @Test
    func failsOverAMessageThatIsNone() async throws {
        // Lambda tries twice more, and then leaves the event to the queue of the template.
        try await withLambda(news) { lambda in
            let invocation = try await lambda.invoke(SNSEvent.sample(message: "Shipped!"))
            #expect(invocation.error != nil)
        }
    }
}
