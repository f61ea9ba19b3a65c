/// The settings of the event source mapping that reads a ``SimulatedShard``.
public struct SimulatedShardSettings: Hashable, Sendable {
    /// How many records a batch has at most.
    ///
    /// The default is 100.
    public var batchSize: Int

    /// How often a batch that failed is tried again.
    ///
    /// `nil`, which is the default, for without end: until the records expire.
    public var maximumRetryAttempts: Int?

    /// From which age on a record is discarded.
    ///
    /// `nil`, which is the default, for never.
    public var maximumRecordAge: Duration?

    /// Whether a batch that failed as a whole comes again in two halves:
    /// `BisectBatchOnFunctionError`.
    ///
    /// To split a batch is no retry. The default is `false`.
    public var bisectsBatchOnFunctionError: Bool

    /// Whether Lambda looks at the response: `ReportBatchItemFailures`.
    ///
    /// The default is `true`. Without it, a batch whose function does not fail has succeeded.
    public var reportsBatchItemFailures: Bool

    /// How long the stream keeps a record.
    ///
    /// The default is a day.
    public var retentionPeriod: Duration

    /// How long a tumbling window is, in whole seconds.
    ///
    /// `nil`, which is the default, for none. With one, the shard is for functions that take the events
    /// of time windows.
    public var tumblingWindow: Duration?

    /// How long the function may take for a batch.
    ///
    /// The default is 3 seconds, as for a new function.
    public var functionTimeout: Duration

    /// Creates settings.
    ///
    /// Parameters match the properties of the same name.
    public init(
        batchSize: Int = 100,
        maximumRetryAttempts: Int? = nil,
        maximumRecordAge: Duration? = nil,
        bisectsBatchOnFunctionError: Bool = false,
        reportsBatchItemFailures: Bool = true,
        retentionPeriod: Duration = .seconds(24 * 3600),
        tumblingWindow: Duration? = nil,
        functionTimeout: Duration = .seconds(3)
    ) {
        self.batchSize = batchSize
        self.maximumRetryAttempts = maximumRetryAttempts
        self.maximumRecordAge = maximumRecordAge
        self.bisectsBatchOnFunctionError = bisectsBatchOnFunctionError
        self.reportsBatchItemFailures = reportsBatchItemFailures
        self.retentionPeriod = retentionPeriod
        self.tumblingWindow = tumblingWindow
        self.functionTimeout = functionTimeout
    }
}
