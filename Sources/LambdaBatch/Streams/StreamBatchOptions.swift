public import LambdaBatchShared

/// How a handler of records treats a batch of a stream.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html>
public struct StreamBatchOptions: Hashable, Sendable {
    /// How many partition keys are handled at once.
    ///
    /// Records with the same key stay in order. With the default of 1, all records do. For DynamoDB,
    /// the key is the primary key of the item.
    ///
    /// Lambda retries a stream from the first failure on. So with more than one, records behind it that
    /// have succeeded come again.
    public var maximumConcurrency: Int

    /// How long before the deadline the batch ends.
    ///
    /// Records that have not begun by then are handed back, and the tasks of those that have are
    /// cancelled, so that those before them still count as done. The default is half a second. It is
    /// never more than a quarter of the time there is at the beginning.
    public var deadlineMargin: Duration

    /// What becomes of the invocation if the first record fails, so that all come again.
    ///
    /// The default is that it fails, too: only then does Lambda bisect the batch, so that the other
    /// records are not discarded with the first.
    public var whenAllFail: AllFailedPolicy

    /// Creates options.
    ///
    /// Parameters match the properties of the same name.
    public init(
        maximumConcurrency: Int = 1,
        deadlineMargin: Duration = .milliseconds(500),
        whenAllFail: AllFailedPolicy = .throwError
    ) {
        self.maximumConcurrency = maximumConcurrency
        self.deadlineMargin = deadlineMargin
        self.whenAllFail = whenAllFail
    }
}
