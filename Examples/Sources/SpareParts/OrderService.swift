/// An order for a part that takes the place of another.
struct ReplacementOrder: Codable, Equatable, Sendable {
    /// The serial number of the part that is to be replaced.
    var partID: String
}

/// What became of an order.
enum Placement: Sendable {
    case placed
    /// There was an order for this part before.
    case alreadyThere
}

/// Who takes orders.
protocol OrderService: Sendable {
    /// Places an order, unless there is one for the part.
    ///
    /// A part is replaced once, and Lambda may deliver a window twice: it is the service that decides,
    /// as only it knows all orders.
    ///
    /// - Parameter order: The order.
    /// - Returns: Whether it is new.
    /// - Throws: `OrderServiceError` if it is not known to be placed.
    func place(_ order: ReplacementOrder) async throws -> Placement
}

/// Why an order was not placed.
struct OrderServiceError: Error, Equatable, CustomStringConvertible {
    let description: String
}

/// Orders in memory, for tests.
actor InMemoryOrderService: OrderService {
    private(set) var orders: [ReplacementOrder] = []

    func place(_ order: ReplacementOrder) -> Placement {
        if orders.contains(where: { $0.partID == order.partID }) { return .alreadyThere }
        orders.append(order)
        return .placed
    }
}
