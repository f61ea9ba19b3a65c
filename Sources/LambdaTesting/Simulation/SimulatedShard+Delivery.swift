import LambdaEvents
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
        _ function: ([Record], LambdaContext) async throws -> BatchAnswer
    ) async throws {
        var left = limit
        while left > 0 {
            let elapsed = clock.elapsed
            guard let batch = state.withLock({ $0.next(at: elapsed, settings) }) else { return }
            left -= 1
            let time = now
            let answer = try await clock.invoke(
                timeout: settings.functionTimeout,
                log: log,
                isolation: isolation
            ) {
                try await function(batch.records, $0)
            }
            if settle(batch, time, answer) { clock.advance(by: .seconds(1)) }
        }
    }

    private func settle(
        _ batch: ShardState<Record>.Batch,
        _ time: Timestamp,
        _ answer: BatchAnswer
    ) -> Bool {
        let checked = answer.checked(
            against: batch.sequenceNumbers,
            reportsItemFailures: settings.reportsBatchItemFailures
        )
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
            succeeded: succeeded,
            failure: failure
        )
        return state.withLock { state in
            state.invocations.append(invocation)
            return state.settle(
                batch,
                succeeded: succeeded,
                failed: failure != nil,
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
