import LambdaRuntime

/// Charges for an order: a task of a state machine, which tries again what is worth trying again.
///
/// The state machine, `order.asl.json`, knows the errors by their names.
@main
struct Payment: LambdaHandler {
    let processor: any PaymentProcessor

    init() { self.init(processor: InMemoryPaymentProcessor()) }

    init(processor: any PaymentProcessor) { self.processor = processor }

    func handle(_ charge: Charge, context: LambdaContext) async throws -> Receipt {
        guard charge.cents > 0 else { throw PaymentError.chargeInvalid }
        // A state machine may run a task again that it has heard nothing of. The order is what makes
        // the second charge the same as the first.
        let number = try await processor.charge(charge.cents, of: charge.card, once: charge.order)
        context.logger.info("Charged.", ["order": "\(charge.order)"])
        return Receipt(order: charge.order, cents: charge.cents, number: number)
    }
}

/// The input of the state machine.
struct Charge: Codable, Equatable {
    var order: String
    var card: String
    var cents: Int
}

/// What the task adds to it.
struct Receipt: Codable, Equatable {
    var order: String
    var cents: Int
    var number: String
}
