import LambdaBatchShared
import LambdaRuntime
import LambdaSQSEvents

extension RecordBatch {
    init(messages: [SQSEvent.Message], options: SQSBatchOptions, context: LambdaContext) {
        // A group alone does not make a queue FIFO: standard queues have groups too, to be fair to
        // tenants, and keep no order within them. The name of a FIFO queue ends in ".fifo". All
        // messages of a batch are of one queue.
        let isFIFO = messages.first?.eventSourceARN.hasSuffix(".fifo") ?? false
        self.init(
            count: messages.count,
            lanes: isFIFO
                ? RecordLanes(grouping: messages.map { $0.attributes.messageGroupID })
                : .independent(messages.count),
            maximumConcurrency: options.maximumConcurrency,
            endsAtFailure: false,
            deadlineMargin: options.deadlineMargin,
            whenAllFail: options.whenAllFail,
            context: context,
            idName: "messageID",
            id: { messages[$0].messageID }
        )
    }
}

extension SQSBatchResponse {
    /// Creates a response that names messages by their index.
    ///
    /// A standard queue may deliver a message twice in a batch. It is named once, if it failed once.
    init(messages: [SQSEvent.Message], at indices: [Int]) {
        guard !indices.isEmpty else {
            self.init()
            return
        }
        var known: Set<String> = []
        self.init(
            failed: indices.lazy.map { messages[$0] }.filter { known.insert($0.messageID).inserted }
        )
    }
}
