import LambdaEventBridgeEvents
import LambdaRuntime

/// Enters new orders as the shop announces them on an event bus, and adds them up when the day is over.
///
/// Two kinds of events, one function: the detail of an event is an enum, chosen by the event's source and
/// detail type.
@main
struct OrderDesk: LambdaHandler {
    let ledger: any Ledger

    init() { self.init(ledger: InMemoryLedger()) }

    init(ledger: any Ledger) { self.ledger = ledger }

    func handle(
        _ event: EventBridgeEvent<Occasion>,
        context: LambdaContext
    ) async throws -> DayReport? {
        switch event.detail {
        case .newOrder(let order):
            let isNew = try await ledger.enter(order)
            context.logger.info("Entered an order.", ["isNew": .bool(isNew)])
            return nil
        case .endOfDay:
            let report = try await ledger.close()
            context.logger.info(
                "The day is over.",
                ["orders": .integer(report.orders), "cents": .integer(report.cents)]
            )
            return report
        case .other:
            // Thrown, an error would bring the event back twice more.
            context.logger.warn(
                "The rule lets events through that nobody expects.",
                ["source": "\(event.source)", "type": "\(event.detailType)"]
            )
            return nil
        }
    }
}

/// What the rule and the schedule of the function let through.
enum Occasion: EventBridgeDetailChoice {
    case newOrder(NewOrder)
    case endOfDay
    case other

    init(_ detail: EventBridgeDetailDecoder) throws {
        if let order = try detail.decode(ifMatching: NewOrder.self) {
            self = .newOrder(order)
        } else {
            self = detail.detailType == .scheduledEvent ? .endOfDay : .other
        }
    }
}

/// The detail of the event `New Order`.
struct NewOrder: EventBridgeDetail, Encodable, Equatable {
    static let sources: [EventBridgeSource] = ["com.example.shop"]
    static let detailTypes: [EventBridgeDetailType] = ["New Order"]

    var id: String
    var customer: String
    var items: [Item]

    struct Item: Codable, Equatable {
        var name: String
        var quantity: Int
        var cents: Int
    }

    /// What the order costs.
    ///
    /// `nil` if that is no number that a computer counts to.
    var cents: Int? {
        items.reduce(0) { sum, item in
            let (price, isTooHigh) = item.quantity.multipliedReportingOverflow(by: item.cents)
            let (total, isTooMuch) = (sum ?? 0).addingReportingOverflow(price)
            return sum == nil || isTooHigh || isTooMuch ? nil : total
        }
    }
}
