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
            } else if !waiting.isEmpty {
                let size = min(max(1, settings.batchSize), waiting.count)
                batch = Batch(entries: Array(waiting.prefix(size)))
                waiting.removeFirst(size)
            } else {
                return nil
            }
            dropOld(from: &batch, at: time, settings)
            if !batch.entries.isEmpty { return batch }
        }
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
    ///   - settings: The settings of the mapping.
    /// - Returns: Whether it comes again.
    mutating func settle(
        _ batch: Batch,
        succeeded: Int,
        failed: Bool,
        _ settings: SimulatedShardSettings
    ) -> Bool {
        processed += batch.entries.prefix(succeeded).map(\.record)
        guard succeeded < batch.entries.count else { return false }
        // "If your invocation fails and BisectBatchOnFunctionError is turned on, the batch is bisected
        // regardless of your ReportBatchItemFailures setting." After a partial response, "the batch is
        // bisected at the returned sequence number and Lambda retries only the remaining records."
        // "Splitting batches doesn't consume the retry quota."
        if failed, settings.bisectsBatchOnFunctionError, batch.entries.count > 1 {
            let middle = batch.entries.count / 2
            let second = Batch(entries: Array(batch.entries[middle...]), failures: batch.failures)
            let first = Batch(entries: Array(batch.entries[..<middle]), failures: batch.failures)
            retries += [second, first]
            return true
        }
        let isSplit = succeeded > 0 && settings.bisectsBatchOnFunctionError
        let rest = Batch(
            entries: Array(batch.entries[succeeded...]),
            failures: isSplit ? batch.failures : succeeded == 0 ? batch.failures + 1 : 1
        )
        if let limit = settings.maximumRetryAttempts, rest.failures > limit {
            discarded.append(.init(records: rest.records, reason: .retryAttemptsExhausted))
            return false
        }
        retries.append(rest)
        return true
    }
}
