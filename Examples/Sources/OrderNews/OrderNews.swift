import LambdaRuntime
import LambdaSNSEvents

/// Writes to customers what has become of their orders: one of several that listen to a topic.
///
/// The topic passes on only what the filter policy of the subscription lets through. SNS may deliver a
/// message twice, with the same ID, and Lambda calls a function again that has thrown.
@main
struct OrderNews: LambdaHandler {
    let postOffice: any PostOffice

    init() { self.init(postOffice: InMemoryPostOffice()) }

    init(postOffice: any PostOffice) { self.postOffice = postOffice }

    func handle(_ event: SNSEvent, context: LambdaContext) async throws {
        for record in event.records {
            let update = try record.decodeMessage(as: OrderUpdate.self)
            guard let text = text(for: update) else {
                context.logger.info("No news for the customer.", ["status": "\(update.status)"])
                continue
            }
            let letter = Letter(id: record.sns.messageID, customer: update.customer, text: text)
            let isNew = try await postOffice.send(letter)
            context.logger.info("Wrote to the customer.", ["isNew": .bool(isNew)])
        }
    }

    private func text(for update: OrderUpdate) -> String? {
        switch update.status {
        case "shipped": "Your order \(update.order) is on its way."
        case "delivered": "Your order \(update.order) has arrived."
        default: nil
        }
    }
}

/// What the shop publishes to its topic.
struct OrderUpdate: Codable, Equatable {
    var order: String
    var customer: String
    /// More of them may come: what is not known here is no news.
    var status: String
}
