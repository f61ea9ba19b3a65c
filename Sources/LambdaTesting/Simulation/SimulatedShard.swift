public import LambdaEvents
import LambdaTransport

/// A shard of a Kinesis data stream.
public typealias SimulatedKinesisShard = SimulatedShard<KinesisEvent.Record>

/// A shard of a DynamoDB stream.
public typealias SimulatedDynamoDBShard = SimulatedShard<DynamoDBEvent.Record>

/// A shard of a stream with an event source mapping, in memory and in virtual time.
///
/// ```swift
/// let shard = SimulatedKinesisShard(settings: .init(maximumRetryAttempts: 2))
/// try shard.put(encoding: Click(page: "/"), partitionKey: "ada")
///
/// await shard.drain(to: ClickCounter(store: store))
///
/// #expect(shard.discarded.isEmpty)
/// #expect(shard.invocations.count == 1)
/// ```
///
/// It delivers batches to a function and treats the records as Lambda does:
///
/// - Records come in order. The next batch comes when the one before it has succeeded, or has been
///   discarded.
/// - A response that names records makes the lowest of their sequence numbers the checkpoint: what
///   is before it has succeeded, everything from it on comes again.
/// - A batch fails as a whole if the function fails or takes too long, and if the response names a
///   record that is not in the batch, or none. It comes again, in two halves if the mapping bisects
///   batches.
/// - A batch that has been retried as often as the mapping allows is discarded, and so are records
///   that have become too old; the on-failure destination is told.
/// - With a tumbling window, batches are of one window each. What a function returns as state comes back
///   with the next batch of the window; at its end there is a final invocation without records. A state
///   of more than 1 MB ends the window early.
///
/// Three rules are not in AWS's documentation. Here, a checkpoint that moves begins a new count of
/// retries, in which the record at the checkpoint has failed once; the second attempt comes after a
/// second, each further one after twice the time, a minute at most; and a final invocation never has
/// records.
///
/// Time does not pass by itself; a function spends it with ``advance(by:)``.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html>
public final class SimulatedShard<Record: Sendable>: Sendable {
    /// The settings of the event source mapping.
    public let settings: SimulatedShardSettings

    /// What the functions have logged.
    public let log = CapturedLog()

    let clock = VirtualClock()
    let state = Monitor(ShardState<Record>())

    init(_ settings: SimulatedShardSettings) {
        self.settings = settings
    }

    /// What time it is for the shard and for the functions it invokes.
    ///
    /// It begins with the year 2026.
    public var now: Timestamp { clock.now }

    /// Lets time pass.
    ///
    /// Within an invocation, it is the function that takes this time.
    ///
    /// - Parameter duration: How much.
    public func advance(by duration: Duration) { clock.advance(by: duration) }

    /// The records that have succeeded, in order.
    public var processed: [Record] { state.withLock { $0.processed } }

    /// The records that were given up, in order.
    ///
    /// The on-failure destination is told which they are, but does not get their data.
    public var discarded: [Discarded] { state.withLock { $0.discarded } }

    /// The records that were lost at the end of the stream's retention period.
    public var expired: [Record] { state.withLock { $0.expired } }

    /// What was delivered so far.
    public var invocations: [Invocation] { state.withLock { $0.invocations } }

    /// Records that were given up together.
    public struct Discarded: Sendable {
        /// The records.
        ///
        /// Empty if it was the final invocation of a time window that was given up.
        public let records: [Record]

        /// Why they were given up.
        public let reason: DiscardReason
    }

    /// One batch that was delivered, and what came of it.
    public struct Invocation: Sendable {
        /// When it was delivered.
        public let time: Timestamp

        /// What the function was given.
        public let records: [Record]

        /// The time window of the records.
        ///
        /// `nil` if the mapping has no tumbling window.
        public let window: TimeWindow?

        /// Whether it was the last invocation of its window.
        public let isFinalInvokeForWindow: Bool

        /// How many of the records succeeded, counted from the first.
        public let succeeded: Int

        /// Why the batch failed as a whole.
        ///
        /// `nil` if it did not.
        public let failure: BatchFailure?
    }
}

/// Why Lambda gave up records of a stream.
///
/// The raw value is the `condition` in the message to the on-failure destination.
public enum DiscardReason: String, Sendable {
    /// The batch was retried as often as the mapping allows.
    case retryAttemptsExhausted = "RetryAttemptsExhausted"

    /// The records were older than the mapping allows.
    case recordAgeExceeded = "RecordAgeExceeded"
}
