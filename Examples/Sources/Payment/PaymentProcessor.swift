/// What moves the money: in a real function, a client of a payment service.
protocol PaymentProcessor: Sendable {
    /// Charges a card, unless it has been charged for the same purpose.
    ///
    /// - Parameters:
    ///   - cents: The amount.
    ///   - card: The card.
    ///   - purpose: What the charge is for: the same again is the same charge.
    /// - Returns: The number of the receipt.
    /// - Throws: ``PaymentError``.
    func charge(_ cents: Int, of card: String, once purpose: String) async throws -> String
}

actor InMemoryPaymentProcessor: PaymentProcessor {
    private(set) var charges: [String: Int] = [:]
    private var busyCalls: Int

    /// Creates a processor.
    ///
    /// - Parameter busyCalls: How often it is busy at first. The default is never.
    init(busyCalls: Int = 0) { self.busyCalls = busyCalls }

    func charge(_ cents: Int, of card: String, once purpose: String) throws -> String {
        guard busyCalls == 0 else {
            busyCalls -= 1
            throw PaymentError.processorBusy
        }
        guard card != "declined" else { throw PaymentError.cardDeclined }
        if charges[purpose] == nil { charges[purpose] = cents }
        return "R-\(purpose)"
    }
}
