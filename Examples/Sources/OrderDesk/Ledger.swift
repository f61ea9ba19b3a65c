import LambdaRuntime

struct DayReport: Codable, Equatable {
    var orders = 0
    var cents = 0
}

/// Where orders are entered: in a real function, a table.
protocol Ledger: Sendable {
    /// Enters an order, unless it is there already: EventBridge may deliver an event twice.
    ///
    /// - Returns: Whether it was entered just now.
    func enter(_ order: NewOrder) async throws -> Bool

    /// Ends the day.
    func close() async throws -> DayReport
}

actor InMemoryLedger: Ledger {
    private var known: Set<String> = []
    private var day = DayReport()

    func enter(_ order: NewOrder) throws -> Bool {
        guard !known.contains(order.id) else { return false }
        guard let cents = order.cents, cents > 0 else { throw InvalidOrder(id: order.id) }
        let (sum, isTooMuch) = day.cents.addingReportingOverflow(cents)
        guard !isTooMuch else { throw InvalidOrder(id: order.id) }
        known.insert(order.id)
        day.orders += 1
        day.cents = sum
        return true
    }

    func close() -> DayReport {
        defer { day = DayReport() }
        return day
    }
}

struct InvalidOrder: LambdaReportableError, Equatable {
    var id: String
    var errorType: String { "InvalidOrder" }
    var errorMessage: String { "Order \(id) costs nothing, or more than can be counted." }
}
