public import LambdaEvents

extension SimulatedQueue {
    /// The settings of a queue and of the event source mapping that reads it.
    public struct Settings: Hashable, Sendable {
        /// How long a message that was received stays hidden, unless it is deleted.
        ///
        /// At least a second, as time would not pass otherwise. The default is 30 seconds.
        public var visibilityTimeout: Duration

        /// How often a message is received before it goes to the dead-letter queue.
        ///
        /// `nil`, which is the default, for a queue without one.
        public var maxReceiveCount: Int?

        /// How long a message is kept.
        ///
        /// The default is four days.
        public var retentionPeriod: Duration

        /// How many messages a batch has at most.
        ///
        /// The default is 10.
        public var batchSize: Int

        /// Whether Lambda looks at the response: `ReportBatchItemFailures`.
        ///
        /// The default is `true`. Without it, a batch whose function does not fail has succeeded.
        public var reportsBatchItemFailures: Bool

        /// How long the function may take for a batch.
        ///
        /// The default is 3 seconds, as for a new function.
        public var functionTimeout: Duration

        /// Creates settings.
        ///
        /// Parameters match the properties of the same name.
        public init(
            visibilityTimeout: Duration = .seconds(30),
            maxReceiveCount: Int? = nil,
            retentionPeriod: Duration = .seconds(4 * 24 * 3600),
            batchSize: Int = 10,
            reportsBatchItemFailures: Bool = true,
            functionTimeout: Duration = .seconds(3)
        ) {
            self.visibilityTimeout = visibilityTimeout
            self.maxReceiveCount = maxReceiveCount
            self.retentionPeriod = retentionPeriod
            self.batchSize = batchSize
            self.reportsBatchItemFailures = reportsBatchItemFailures
            self.functionTimeout = functionTimeout
        }
    }

    /// One batch that was delivered, and what came of it.
    public struct Invocation: Sendable {
        /// When it was delivered.
        public let time: Timestamp

        /// What the function was given.
        public let event: SQSEvent

        /// The messages that succeeded.
        public let deleted: [SQSEvent.Message]

        /// The messages that come again.
        public let returned: [SQSEvent.Message]

        /// Why the batch failed as a whole.
        ///
        /// `nil` if it did not.
        public let failure: BatchFailure?
    }
}
