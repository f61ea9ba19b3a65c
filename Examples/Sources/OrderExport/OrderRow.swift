import LambdaDynamoDBEvents

/// An order as the warehouse has it: a flat row, whose names are those of the columns.
struct OrderRow: Codable, Equatable, Sendable {
    /// Whether the order is as the row says, or gone.
    enum Operation: String, Codable, Sendable {
        case upsert
        case delete
    }

    var operation: Operation
    var orderID: String
    var customerID: String
    var status: String
    /// In the smallest unit of the currency.
    var totalMinor: Int
    var currency: String
    var itemCount: Int
    var placedAt: String
    /// When the order changed, to the second.
    var changedAt: String?
    /// Of two rows of an order, the later one has the higher number, of up to 40 digits.
    var sequenceNumber: String

    enum CodingKeys: String, CodingKey {
        case operation
        case orderID = "order_id"
        case customerID = "customer_id"
        case status
        case totalMinor = "total_minor"
        case currency
        case itemCount = "item_count"
        case placedAt = "placed_at"
        case changedAt = "changed_at"
        case sequenceNumber = "sequence_number"
    }
}

extension OrderRow {
    /// Makes the row of an order.
    ///
    /// - Parameters:
    ///   - operation: What happened to the order.
    ///   - order: The order.
    ///   - record: The change.
    /// - Throws: `OrderProblem` if the order cannot be right.
    init(
        _ operation: Operation,
        of order: Order,
        _ record: DynamoDBEvent.StreamRecord
    ) throws(OrderProblem) {
        guard !order.id.isEmpty, !order.customer.isEmpty else { throw .nameMissing }
        guard let digits = minorDigits[order.currency] else { throw .currencyUnknown }
        guard let total = order.total.scaled(byPowerOfTen: digits), total >= 0 else {
            throw .totalInvalid
        }
        guard !order.lines.isEmpty else { throw .linesMissing }
        var sum = 0
        var itemCount = 0
        for line in order.lines {
            guard 1...1_000_000 ~= line.quantity,
                let price = line.price.scaled(byPowerOfTen: digits),
                0...1_000_000_000 ~= price
            else { throw .lineInvalid }
            let amount = price * line.quantity
            // Never above the total, the sum does not overflow either.
            guard amount <= total - sum else { throw .totalDiffers }
            sum += amount
            itemCount += line.quantity
        }
        guard sum == total else { throw .totalDiffers }
        self.init(
            operation: operation,
            orderID: order.id,
            customerID: order.customer,
            status: order.status,
            totalMinor: total,
            currency: order.currency,
            itemCount: itemCount,
            placedAt: order.placedAt.description,
            changedAt: record.approximateCreationDateTime?.description,
            sequenceNumber: record.sequenceNumber.rawValue
        )
    }

    /// Whether the warehouse would not notice the difference.
    func says(theSameAs other: OrderRow) -> Bool {
        var copy = other
        copy.changedAt = changedAt
        copy.sequenceNumber = sequenceNumber
        return self == copy
    }
}

/// The digits after the point of the currencies that the shop takes, of ISO 4217.
private let minorDigits = ["EUR": 2, "GBP": 2, "JPY": 0, "KWD": 3, "USD": 2]

/// Why an order cannot be right.
enum OrderProblem: String, Error, Codable, Sendable {
    case nameMissing
    case currencyUnknown
    case totalInvalid
    case linesMissing
    case lineInvalid
    case totalDiffers
}
