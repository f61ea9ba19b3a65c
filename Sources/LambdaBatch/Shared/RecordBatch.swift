package import LambdaRuntime

// How the records of a batch are handled
// --------------------------------------
// A batch is a set of lanes (`RecordLanes`), and a few workers, each of which takes a lane, handles its
// records in order up to the first that fails, and takes the next:
//
//     standard queue   a lane for every record          all lanes go on after a failure
//     FIFO queue       a lane for every message group   all lanes go on after a failure
//     stream           one lane, or one for every key   nothing behind the lowest failure begins
//
// Only success is kept. Whatever has not succeeded, because it failed, because another one before it in
// its lane failed, or because time ran out, is handed back; so no way through this code can lose a
// record. A handler that returns when it is already cancelled has not succeeded: a sequence that ends
// because of the cancellation looks to it as if there were no more.

/// The records of one invocation, whatever they come from.
///
/// It knows them by their index alone, so that it is compiled once for all kinds of records.
package struct RecordBatch: Sendable {
    /// How many records there are.
    package var count: Int
    /// Which of them wait for each other.
    package var lanes: RecordLanes
    /// How many are handled at once, at least one.
    package var maximumConcurrency: Int
    /// Whether a record behind one that failed is not handled any more, in any lane.
    package var endsAtFailure: Bool
    /// How much time before the deadline the batch ends.
    package var deadlineMargin: Duration
    /// What becomes of the invocation if no record succeeds.
    package var whenAllFail: AllFailedPolicy
    /// The context of the invocation.
    package var context: LambdaContext
    /// What a record is identified by, in the log and to Lambda.
    package var idName: String
    /// The identifier of a record, empty where it has none.
    package var id: @Sendable (Int) -> String

    package init(
        count: Int,
        lanes: RecordLanes,
        maximumConcurrency: Int,
        endsAtFailure: Bool,
        deadlineMargin: Duration,
        whenAllFail: AllFailedPolicy,
        context: LambdaContext,
        idName: String,
        id: @escaping @Sendable (Int) -> String
    ) {
        self.count = count
        self.lanes = lanes
        self.maximumConcurrency = maximumConcurrency
        self.endsAtFailure = endsAtFailure
        self.deadlineMargin = deadlineMargin
        self.whenAllFail = whenAllFail
        self.context = context
        self.idName = idName
        self.id = id
    }

    /// Handles the records.
    ///
    /// - Parameter handle: Handles the record of an index. It calls ``checkCancellation()`` where the
    ///   record has been handled, before anything is kept of it.
    /// - Returns: The records to report, in order: for a queue those that did not succeed, for a stream
    ///   the first of them.
    /// - Throws: ``BatchError``.
    package func run(
        _ handle: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> [Int] {
        guard count > 0 else { return [] }
        let left = context.remainingTime
        // A margin may be longer than a short timeout. The greater part of the time is for the records.
        let margin = min(max(deadlineMargin, .zero), left * 0.25)
        let workers = max(1, min(maximumConcurrency, lanes.first.count))
        let progress = BatchProgress(
            records: count,
            lanes: lanes,
            endsAtFailure: endsAtFailure,
            workers: workers
        )
        // Where a test has the time in its hands, no clock may end a batch.
        let token =
            context.hasVirtualTime
            ? nil : DeadlineWatch.shared.add(progress, stoppingAfter: left - margin)
        await withTaskGroup(of: Void.self) { group in
            // Workers that never wait leave nothing for the next one to do.
            for worker in 0..<workers where progress.hasLanes {
                group.startTask { await work(worker, on: progress, margin: margin, handle) }
            }
        }
        if let token { DeadlineWatch.shared.remove(token) }
        let outcome = progress.outcome
        return outcome.unfinished.isEmpty ? [] : try report(outcome)
    }

    /// Fails a record whose handling has come to its end after it was cancelled.
    ///
    /// - Throws: ``RecordCancelled``.
    package static func checkCancellation() throws(RecordCancelled) {
        if Task.isCancelled { throw RecordCancelled() }
    }

    /// Has a handler deal with a record that does not decode.
    ///
    /// - Parameters:
    ///   - type: What the record was to be decoded as, for the log.
    ///   - error: What the decoder threw.
    ///   - handle: Deals with it.
    /// - Throws: What `handle` throws, with the type if it is the decoder's error, and
    ///   ``RecordCancelled``.
    package static func handleUndecodable(
        as type: Any.Type,
        _ error: any Error,
        _ handle: () async throws -> Void
    ) async throws {
        do {
            try await handle()
        } catch let thrown as DecodingError where "\(thrown)" == "\(error)" {
            // Not an error of something else that the handler has tried to decode.
            throw UndecodableRecord(type: type, error: thrown)
        }
        try checkCancellation()
    }

    /// Handles lane after lane, as long as there is one that nobody has begun.
    private func work(
        _ worker: Int,
        on progress: BatchProgress,
        margin: Duration,
        _ handle: @Sendable (Int) async throws -> Void
    ) async {
        // A `Task` would be a handle without end. But what creates one that runs on this thread returns
        // it only when the task first waits, which a handler that computes does not do.
        await withUnsafeCurrentTask { task in
            var next = progress.begin(worker: worker, task)
            while let record = next {
                if Task.isCancelled || context.remainingTime <= margin {
                    progress.skip()
                    break
                }
                do {
                    try await handle(record)
                    next = progress.finish(record, succeeds: true)
                } catch {
                    log(record, error)
                    next = progress.finish(record, succeeds: false)
                }
            }
            progress.end(worker: worker)
        }
    }

    private func report(_ outcome: BatchOutcome) throws(BatchError) -> [Int] {
        let unfinished = outcome.unfinished
        let untried = unfinished.count - outcome.failures
        if untried > 0 {
            context.logger.warn(
                outcome.ranOutOfTime
                    ? "Handing back records that there was no time for."
                    : "Handing back records that come after one that failed.",
                ["untried": .integer(untried), "records": .integer(count)]
            )
        }
        // All of a stream comes again from the first failure on, whatever has succeeded behind it.
        let isWithoutSuccess = endsAtFailure ? unfinished.first == 0 : unfinished.count == count
        if isWithoutSuccess, whenAllFail == .throwError {
            throw BatchError.allRecordsFailed(
                count,
                hasFailed: endsAtFailure ? outcome.lowestFailure == 0 : outcome.failures > 0,
                inOrder: endsAtFailure
            )
        }
        let reported = endsAtFailure ? Array(unfinished.prefix(1)) : unfinished
        // An empty identifier makes Lambda retry the whole batch without a word; so say it.
        if let record = reported.first(where: { id($0).isEmpty }) {
            throw BatchError.recordWithoutID(record, idName)
        }
        return reported
    }

    /// Writes down why a record failed.
    ///
    /// A description of an error may have values of the payload in it, unless its type is known to have
    /// none, or to be made for others to read.
    private func log(_ record: Int, _ error: any Error) {
        let undecodable = error as? UndecodableRecord
        let report = undecodable.map { ErrorReport($0.error, of: $0.type) } ?? ErrorReport(error)
        switch error {
        case is any LambdaReportableError, is LambdaError, is DecodingError, is EncodingError,
            is UndecodableRecord:
            context.logger.error(
                "A record failed.",
                [
                    idName: .string(id(record)), "error": .string(report.type),
                    "reason": .string(report.message),
                ]
            )
        default:
            context.logger.error(
                "A record failed.",
                [idName: .string(id(record)), "error": .string(report.type)]
            )
        }
    }
}

/// Tells what a record was to be decoded as, which a `DecodingError` alone does not.
private struct UndecodableRecord: Error {
    let type: Any.Type
    let error: DecodingError
}

extension TaskGroup {
    /// Adds a task that runs on this thread until it first waits.
    ///
    /// A task that is added in the ordinary way wakes another thread, which costs more than handling
    /// a record does. An older macOS knows no other way.
    fileprivate mutating func startTask(
        _ operation: @escaping @Sendable () async -> ChildTaskResult
    ) {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            addImmediateTask(operation: operation)
        } else {
            addTask(operation: operation)
        }
    }
}
