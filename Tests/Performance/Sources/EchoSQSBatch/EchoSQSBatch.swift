import LambdaSQSBatch

/// Does what EchoSQS does, message by message.
@main
struct EchoSQSBatch: SQSRecordHandler {
    struct NoBody: Error {}

    func handle(_ body: String, of message: SQSEvent.Message, context: LambdaContext) async throws {
        if body.isEmpty { throw NoBody() }
    }
}
