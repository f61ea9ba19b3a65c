public import LambdaBatchShared

/// How an ``SQSRecordHandler`` treats a batch.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
public struct SQSBatchOptions: Hashable, Sendable {
    /// How many messages are handled at once.
    ///
    /// In a FIFO queue, how many message groups: within a group there is one message at a time. With 1,
    /// the messages come one after the other, in their order. The default is 10, as many as a batch
    /// has unless its mapping says otherwise.
    public var maximumConcurrency: Int

    /// How long before the deadline the batch ends.
    ///
    /// Messages that have not begun by then are handed back, and the tasks of those that have are
    /// cancelled, so that the others of the batch still count as done. The default is half a second.
    /// It is never more than a quarter of the time there is at the beginning.
    public var deadlineMargin: Duration

    /// What becomes of the invocation if no message succeeds.
    ///
    /// The default is that it fails.
    public var whenAllFail: AllFailedPolicy

    /// Creates options.
    ///
    /// Parameters match the properties of the same name.
    public init(
        maximumConcurrency: Int = 10,
        deadlineMargin: Duration = .milliseconds(500),
        whenAllFail: AllFailedPolicy = .throwError
    ) {
        self.maximumConcurrency = maximumConcurrency
        self.deadlineMargin = deadlineMargin
        self.whenAllFail = whenAllFail
    }
}
