struct Order: Codable, Equatable, Sendable {
    var id: String
    var item: String
    var quantity: Int

    struct Invalid: Error {}

    func validate() throws {
        guard quantity > 0 else { throw Invalid() }
    }
}

/// Where orders are kept: in a real function, a database.
protocol OrderStore: Sendable {
    /// Saves an order.
    ///
    /// SQS may deliver a message twice, so saving an order again must change nothing.
    func save(_ order: Order) async throws
}

actor InMemoryOrderStore: OrderStore {
    private(set) var orders: [Order] = []

    func save(_ order: Order) {
        if !orders.contains(where: { $0.id == order.id }) { orders.append(order) }
    }
}
