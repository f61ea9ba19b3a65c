import LambdaJSON
import LambdaTesting
import Testing

@testable import Payment

struct PaymentTests {
    @Test
    func chargesOnceHoweverOftenItIsAsked() async throws {
        let processor = InMemoryPaymentProcessor()
        let charge = try Charge(fixture: "charge.json")
        for _ in 1...2 {
            let receipt = try await Payment(processor: processor).handle(charge, context: .test())
            #expect(receipt == Receipt(order: "A-1", cents: 6_100, number: "R-A-1"))
        }
        #expect(await processor.charges == ["A-1": 6_100])
    }

    @Test(arguments: [0, -1])
    func refusesAChargeOfNothing(_ cents: Int) async throws {
        await #expect(throws: PaymentError.chargeInvalid) {
            let charge = Charge(order: "A-1", card: "tok_visa", cents: cents)
            return try await Payment().handle(charge, context: .test())
        }
    }

    /// What the state machine does with the errors, as far as its definition says.
    @Test
    func theStateMachineKnowsTheErrorsByTheirNames() throws {
        let definition = try Fixture("../../../Sources/Payment/order.asl.json")
            .decode(as: JSONValue.self)
        let charge = definition["States"]?["Charge"]
        func names(_ field: String) -> [JSONValue] {
            (charge?[field]?.arrayValue ?? []).flatMap { $0["ErrorEquals"]?.arrayValue ?? [] }
        }
        for error in PaymentError.allCases {
            let name = JSONValue.string(error.errorType)
            #expect(names("Retry").contains(name) == (error == .processorBusy))
            #expect(names("Catch").contains(name) == (error == .cardDeclined))
        }
    }

    @Test
    func tellsTheStateMachineWhatIsWorthTryingAgain() async throws {
        try await withLambda(Payment(processor: InMemoryPaymentProcessor(busyCalls: 1))) { lambda in
            let first = try await lambda.invoke(fixture: "charge.json")
            #expect(first.error?.type == "PaymentProcessorBusy")
            let second = try await lambda.invoke(fixture: "charge.json")
            #expect(try second.text == #"{"order":"A-1","cents":6100,"number":"R-A-1"}"#)
            let declined = try await lambda.invoke(
                Fixture("charge.json").replacing("card", with: "declined")
            )
            #expect(declined.error?.type == "CardDeclined")
            #expect(declined.error?.message == "The card was declined.")
        }
    }
}
