import LambdaMetrics
import LambdaSQSBatch

/// Stores the orders of a queue, and gives those back that cannot be stored.
///
/// SQS delivers the messages again whose handling throws, and deletes the others. Turn on
/// `ReportBatchItemFailures` for the event source.
///
/// With a standard queue, several orders are stored at once. With a FIFO queue, those of a message
/// group are stored in order, and none before one that failed; there is nothing to change here.
@main
struct OrderQueue: SQSRecordHandler {
    let store: any OrderStore

    init() { self.init(store: InMemoryOrderStore()) }

    init(store: any OrderStore) { self.store = store }

    func handle(
        _ order: Order,
        of message: SQSEvent.Message,
        context: LambdaContext
    ) async throws {
        try order.validate()
        let metrics = context.metrics(namespace: "OrderQueue")
        try await metrics.time("Saving") { try await store.save(order) }
        metrics.count("OrdersStored")
    }
}
