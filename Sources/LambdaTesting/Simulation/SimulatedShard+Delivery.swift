import LambdaEvents
import LambdaJSON
import LambdaRuntime
import LambdaTransport

extension SimulatedShard {
    func append(
        _ make: (_ number: Int, _ time: Timestamp) -> (Record, SequenceNumber)
    ) -> SequenceNumber {
        let (elapsed, time) = (clock.elapsed, now)
        return state.withLock { state in
            state.count += 1
            let (record, sequenceNumber) = make(state.count, time)
            state.append(record, sequenceNumber: sequenceNumber.rawValue, at: elapsed)
            return sequenceNumber
        }
    }

    /// Delivers batches until nothing is left in the shard.
    func deliver(
        limit: Int,
        isolation: isolated (any Actor)?,
        _ function: (ShardState<Record>.Batch, LambdaContext) async throws -> ShardAnswer
    ) async throws {
        var left = limit
        while left > 0 {
            let elapsed = clock.elapsed
            guard let batch = state.withLock({ $0.next(at: elapsed, settings) }) else { return }
            left -= 1
            // Nothing else can happen until a window is over.
            if let part = batch.part, part.isFinal, !part.isTerminatedEarly, part.window.end > now {
                clock.advance(by: part.window.end - now)
            }
            let time = now
            var newState: JSONValue?
            let answer = try await clock.invoke(
                timeout: settings.functionTimeout,
                log: log,
                isolation: isolation
            ) {
                let answer = try await function(batch, $0)
                newState = answer.state
                return answer.answer
            }
            clock.advance(by: settle(batch, time, answer, newState))
        }
    }

    /// Delivers batches of time windows until nothing is left in the shard.
    ///
    /// - Throws: `LambdaTestError` if there are no windows. What a function throws is an answer.
    func deliverWindows(
        limit: Int,
        isolation: isolated (any Actor)?,
        _ function: (ShardState<Record>.Batch, WindowPart, LambdaContext) async -> ShardAnswer
    ) async throws {
        // Before a batch is taken, which would be lost.
        guard settings.tumblingWindow != nil else { throw LambdaTestError.windowMissing() }
        try await deliver(limit: limit, isolation: isolation) { batch, context in
            guard let part = batch.part else { throw LambdaTestError.windowMissing() }
            return await function(batch, part, context)
        }
    }

    private func settle(
        _ batch: ShardState<Record>.Batch,
        _ time: Timestamp,
        _ answer: BatchAnswer,
        _ newState: JSONValue?
    ) -> Duration {
        var checked = answer.checked(
            against: batch.sequenceNumbers,
            reportsItemFailures: settings.reportsBatchItemFailures
        )
        // "If the response does not contain a state property, Lambda considers this a failed invocation."
        if batch.part != nil, newState?.objectValue == nil, case .failures = checked {
            checked = .failed(.invalidResponse)
        }
        let succeeded: Int
        let failure: BatchFailure?
        switch checked {
        case .failures(let identifiers):
            let failed = Set(identifiers)
            succeeded =
                batch.sequenceNumbers.firstIndex { failed.contains($0) } ?? batch.entries.count
            failure = nil
        case .failed(let reason):
            (succeeded, failure) = (0, reason)
        }
        let invocation = Invocation(
            time: time,
            records: batch.records,
            window: batch.part?.window,
            isFinalInvokeForWindow: batch.part?.isFinal ?? false,
            succeeded: succeeded,
            failure: failure
        )
        return state.withLock { state in
            state.invocations.append(invocation)
            return state.settle(
                batch,
                succeeded: succeeded,
                failed: failure != nil,
                newState: newState,
                settings
            )
        }
    }

    /// A sequence number of as many digits as those of AWS have.
    static func sequenceNumber(_ prefix: String, _ number: Int) -> SequenceNumber {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 12 - digits.utf8.count))
        return SequenceNumber(rawValue: prefix + zeros + digits)
    }
}
