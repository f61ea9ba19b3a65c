import LambdaEvents
import LambdaJSON

/// The records of a simulated shard, and the rules of Lambda about them.
///
/// Times are durations since the clock's start.
struct ShardState<Record: Sendable> {
    struct Entry {
        let record: Record
        let sequenceNumber: String
        let arrival: Duration
    }

    struct Batch {
        var entries: [Entry]
        /// How often the batch, from its first record on, has failed so far.
        var failures = 0
        /// What it is of a time window.
        ///
        /// `nil` without tumbling windows.
        var part: WindowPart?

        var records: [Record] { entries.map(\.record) }
        var sequenceNumbers: [String] { entries.map(\.sequenceNumber) }
    }

    var count = 0
    var processed: [Record] = []
    var discarded: [SimulatedShard<Record>.Discarded] = []
    var expired: [Record] = []
    var invocations: [SimulatedShard<Record>.Invocation] = []

    /// What no batch has been made of yet.
    private var waiting: [Entry] = []
    /// What comes again, the next one last.
    private var retries: [Batch] = []
    /// The time window that has begun and not ended.
    private var window: OpenWindow?

    mutating func append(_ record: Record, sequenceNumber: String, at time: Duration) {
        waiting.append(Entry(record: record, sequenceNumber: sequenceNumber, arrival: time))
    }

    /// The next batch, without the records that have become too old.
    ///
    /// `nil` if there is none.
    mutating func next(at time: Duration, _ settings: SimulatedShardSettings) -> Batch? {
        while true {
            var batch: Batch
            if let retry = retries.popLast() {
                batch = retry
            } else if let end = endOfWindow(settings) {
                return end
            } else if let first = waiting.first {
                let bounds = settings.window(of: first.arrival)
                let size = waiting.prefix(max(1, settings.batchSize))
                    .prefix { settings.window(of: $0.arrival) == bounds }.count
                batch = Batch(
                    entries: Array(waiting.prefix(size)),
                    part: bounds.map { WindowPart(window: $0) }
                )
                waiting.removeFirst(size)
            } else {
                return nil
            }
            if let part = batch.part, part.isFinal {
                // By then its records have left the stream, and there is nothing more to try again.
                if part.window.end + settings.retentionPeriod <= VirtualClock.start + time {
                    discarded.append(.init(records: [], reason: .recordAgeExceeded))
                    window = nil
                    continue
                }
                return batch
            }
            dropOld(from: &batch, at: time, settings)
            guard !batch.entries.isEmpty else { continue }
            if let part = batch.part, window == nil { window = OpenWindow(bounds: part.window) }
            batch.part?.state = window?.state ?? [:]
            return batch
        }
    }

    /// The final invocation of the window, once all its records have been delivered.
    private func endOfWindow(_ settings: SimulatedShardSettings) -> Batch? {
        guard let window else { return nil }
        if !window.isTooLarge, let first = waiting.first,
            settings.window(of: first.arrival) == window.bounds
        {
            return nil
        }
        return Batch(
            entries: [],
            part: WindowPart(
                window: window.bounds,
                state: window.state,
                isFinal: true,
                isTerminatedEarly: window.isTooLarge
            )
        )
    }

    private mutating func dropOld(
        from batch: inout Batch,
        at time: Duration,
        _ settings: SimulatedShardSettings
    ) {
        let young = batch.entries.firstIndex { time - $0.arrival < settings.retentionPeriod }
        let expiring = young ?? batch.entries.count
        expired += batch.entries.prefix(expiring).map(\.record)
        batch.entries.removeFirst(expiring)
        guard let limit = settings.maximumRecordAge else { return }
        let old = batch.entries.prefix { time - $0.arrival > limit }.map(\.record)
        guard !old.isEmpty else { return }
        discarded.append(.init(records: old, reason: .recordAgeExceeded))
        batch.entries.removeFirst(old.count)
    }

    /// Notes how many records of a batch have succeeded, and what becomes of the others.
    ///
    /// - Parameters:
    ///   - batch: The batch.
    ///   - succeeded: How many of its records, from the first on, have succeeded.
    ///   - failed: Whether the batch failed as a whole.
    ///   - newState: What the function returned as the state of the window.
    ///   - settings: The settings of the mapping.
    /// - Returns: How long it takes until a part of it comes again; zero if none does.
    mutating func settle(
        _ batch: Batch,
        succeeded: Int,
        failed: Bool,
        newState: JSONValue?,
        _ settings: SimulatedShardSettings
    ) -> Duration {
        if batch.part?.isFinal == true { return settleWindow(batch, failed: failed, settings) }
        if !failed, let newState { window?.state = newState }
        processed += batch.entries.prefix(succeeded).map(\.record)
        guard succeeded < batch.entries.count else { return .zero }
        // "If your invocation fails and BisectBatchOnFunctionError is turned on, the batch is bisected
        // regardless of your ReportBatchItemFailures setting." After a partial response, "the batch is
        // bisected at the returned sequence number and Lambda retries only the remaining records."
        // "Splitting batches doesn't consume the retry quota."
        if failed, settings.bisectsBatchOnFunctionError, batch.entries.count > 1 {
            let middle = batch.entries.count / 2
            var (first, second) = (batch, batch)
            first.entries = Array(batch.entries[..<middle])
            second.entries = Array(batch.entries[middle...])
            retries += [second, first]
            return .seconds(1)
        }
        let isSplit = succeeded > 0 && settings.bisectsBatchOnFunctionError
        var rest = batch
        rest.entries = Array(batch.entries[succeeded...])
        rest.failures = isSplit ? batch.failures : succeeded == 0 ? batch.failures + 1 : 1
        if let limit = settings.maximumRetryAttempts, rest.failures > limit {
            discarded.append(.init(records: rest.records, reason: .retryAttemptsExhausted))
            return .zero
        }
        retries.append(rest)
        return ShardState.pause(after: rest.failures)
    }

    /// How long it takes until a batch comes again that has failed so often.
    private static func pause(after failures: Int) -> Duration {
        .seconds(min(60, 1 << min(max(failures - 1, 0), 6)))
    }

    /// Notes what came of the final invocation of a window.
    ///
    /// "If invocation is unsuccessful, your Lambda function suspends further processing until a successful
    /// invocation."
    private mutating func settleWindow(
        _ batch: Batch,
        failed: Bool,
        _ settings: SimulatedShardSettings
    ) -> Duration {
        var batch = batch
        batch.failures += failed ? 1 : 0
        guard failed, batch.failures <= settings.maximumRetryAttempts ?? .max else {
            if failed {
                discarded.append(.init(records: [], reason: .retryAttemptsExhausted))
            }
            window = nil
            return .zero
        }
        retries.append(batch)
        return ShardState.pause(after: batch.failures)
    }
}
