package import LambdaBatchShared
package import LambdaRuntime
package import LambdaStreamsShared

extension RecordBatch {
    /// Creates the batch of a stream.
    ///
    /// - Parameters:
    ///   - sequenceNumbers: That of every record.
    ///   - keys: The key of every record, asked for if several are handled at once.
    ///   - options: How to treat it.
    ///   - context: The context of the invocation.
    package init<Key: Hashable>(
        sequenceNumbers: [SequenceNumber],
        keys: @autoclosure () -> [Key],
        options: StreamBatchOptions,
        context: LambdaContext
    ) {
        self.init(
            count: sequenceNumbers.count,
            lanes: options.maximumConcurrency > 1
                ? RecordLanes(grouping: keys()) : .single(sequenceNumbers.count),
            maximumConcurrency: options.maximumConcurrency,
            endsAtFailure: true,
            deadlineMargin: options.deadlineMargin,
            whenAllFail: options.whenAllFail,
            context: context,
            idName: "sequenceNumber",
            id: { sequenceNumbers[$0].rawValue }
        )
    }
}

extension RecordBatch {
    /// Creates the batch of a time window, whose records share a state and so come in order.
    package init(
        window sequenceNumbers: [SequenceNumber],
        options: StreamBatchOptions,
        context: LambdaContext
    ) {
        var options = options
        options.maximumConcurrency = 1
        self.init(
            sequenceNumbers: sequenceNumbers,
            keys: [Int](),
            options: options,
            context: context
        )
    }
}

extension StreamBatchResponse {
    /// Creates a response from what a batch could not finish.
    package init(unfinished: [Int], of sequenceNumbers: [SequenceNumber]) {
        self.init(batchItemFailures: unfinished.map { ItemFailure(sequenceNumbers[$0]) })
    }
}
