import LambdaMetrics
import LambdaRuntime
import LambdaSQSEvents

/// Stores the orders of a queue, and gives those back that cannot be stored.
///
/// SQS delivers a message again when the response names it as failed, and all of the batch when the
/// handler throws. Turn on `ReportBatchItemFailures` for the event source.
@main
struct OrderQueue: LambdaHandler {
    let store: any OrderStore

    init() { self.init(store: InMemoryOrderStore()) }

    init(store: any OrderStore) { self.store = store }

    func handle(_ event: SQSEvent, context: LambdaContext) async throws -> SQSBatchResponse {
        let metrics = context.metrics(namespace: "OrderQueue")
        metrics.recordColdStart()
        var response = SQSBatchResponse()
        for message in event.records {
            do {
                let order = try message.decodeBody(as: Order.self)
                try order.validate()
                try await metrics.time("Saving") { try await store.save(order) }
                metrics.count("OrdersStored")
            } catch {
                context.logger.error(
                    "An order cannot be stored.",
                    ["messageID": "\(message.messageID)", "error": "\(type(of: error))"]
                )
                metrics.count("OrdersGivenBack")
                response.addFailure(of: message)
            }
        }
        return response
    }
}
