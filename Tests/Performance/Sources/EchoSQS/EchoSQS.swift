import LambdaRuntime
import LambdaSQSEvents

/// Accepts every message that has a body, and hands the others back.
@main
struct EchoSQS: LambdaHandler {
    func handle(_ event: SQSEvent, context: LambdaContext) async throws -> SQSBatchResponse {
        let refused = event.records.filter { $0.body.isEmpty }
        return SQSBatchResponse(
            batchItemFailures: refused.map {
                SQSBatchResponse.ItemFailure(itemIdentifier: $0.messageID)
            }
        )
    }
}
