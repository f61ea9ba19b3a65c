import LambdaEvents
import LambdaRuntime
import LambdaTesting
import Testing

extension KinesisEvent.Record {
    var text: String { kinesis.dataText ?? "?" }
}

extension SimulatedShard where Record == KinesisEvent.Record {
    /// The texts of each batch.
    var batches: [[String]] { invocations.map { $0.records.map(\.text) } }

    /// Puts a record for each text.
    func put(all texts: [String]) {
        for text in texts { put(text, partitionKey: "key") }
    }
}

/// Reports the first record whose text begins with "bad".
func stopAtBad(_ event: KinesisEvent, _: LambdaContext) -> StreamBatchResponse {
    event.records.first { $0.text.hasPrefix("bad") }.map(StreamBatchResponse.init(failedFrom:))
        ?? StreamBatchResponse()
}

/// Fails if there is a record whose text begins with "bad".
func failAtBad(_ event: KinesisEvent, _: LambdaContext) throws -> StreamBatchResponse {
    if event.records.contains(where: { $0.text.hasPrefix("bad") }) { throw Refusal() }
    return StreamBatchResponse()
}

struct SimulatedShardTests {
    @Test
    func deliversBatchesInOrder() async {
        let shard = SimulatedKinesisShard(settings: .init(batchSize: 2))
        shard.put(all: ["a", "b", "c"])
        await shard.drain(stopAtBad)
        #expect(shard.batches == [["a", "b"], ["c"]])
        #expect(shard.processed.map(\.text) == ["a", "b", "c"])
    }

    @Test
    func retriesFromTheCheckpointOn() async {
        let shard = SimulatedKinesisShard(settings: .init(batchSize: 4, maximumRetryAttempts: 2))
        shard.put(all: ["a", "b", "bad", "c", "d"])
        await shard.drain(stopAtBad)
        #expect(
            shard.batches == [
                ["a", "b", "bad", "c"], ["bad", "c"], ["bad", "c"], ["d"],
            ]
        )
        #expect(shard.invocations.map(\.succeeded) == [2, 0, 0, 1])
        // What comes after the record that fails is discarded with it.
        #expect(shard.discarded.map { $0.records.map(\.text) } == [["bad", "c"]])
        #expect(shard.discarded.map(\.reason) == [.retryAttemptsExhausted])
        #expect(shard.processed.map(\.text) == ["a", "b", "d"])
    }

    @Test
    func takesTheLowestSequenceNumberForTheCheckpoint() async {
        let shard = SimulatedKinesisShard()
        shard.put(all: ["a", "b", "c", "d"])
        var attempts = 0
        await shard.drain { event, _ in
            attempts += 1
            guard attempts == 1 else { return StreamBatchResponse() }
            return StreamBatchResponse(failed: [event.records[3], event.records[1]])
        }
        #expect(shard.batches == [["a", "b", "c", "d"], ["b", "c", "d"]])
    }

    @Test
    func bisectsABatchThatFailsAsAWhole() async {
        let shard = SimulatedKinesisShard(
            settings: .init(maximumRetryAttempts: 1, bisectsBatchOnFunctionError: true)
        )
        shard.put(all: ["a", "b", "bad", "c"])
        await shard.drain(failAtBad)
        #expect(
            shard.batches == [
                ["a", "b", "bad", "c"], ["a", "b"], ["bad", "c"], ["bad"], ["bad"], ["c"],
            ]
        )
        #expect(shard.discarded.map { $0.records.map(\.text) } == [["bad"]])
        #expect(shard.processed.map(\.text) == ["a", "b", "c"])
    }

    @Test
    func retriesAWholeBatchWithoutBisection() async {
        let shard = SimulatedKinesisShard(settings: .init(maximumRetryAttempts: 0))
        shard.put(all: ["a", "bad"])
        await shard.drain(failAtBad)
        #expect(shard.batches == [["a", "bad"]])
        #expect(shard.discarded.map { $0.records.map(\.text) } == [["a", "bad"]])
    }

    @Test
    func discardsRecordsThatAreTooOld() async {
        let shard = SimulatedKinesisShard(settings: .init(maximumRecordAge: .seconds(60)))
        shard.put("bad", partitionKey: "key")
        shard.advance(by: .seconds(30))
        shard.put("a", partitionKey: "key")
        await shard.drain(stopAtBad)
        #expect(shard.discarded.map(\.reason) == [.recordAgeExceeded])
        #expect(shard.discarded.map { $0.records.map(\.text) } == [["bad"]])
        #expect(shard.processed.map(\.text) == ["a"])
    }

    @Test
    func losesRecordsAtTheEndOfTheRetentionPeriod() async {
        let shard = SimulatedKinesisShard(settings: .init(retentionPeriod: .seconds(10)))
        shard.put("bad", partitionKey: "key")
        await shard.drain(stopAtBad)
        #expect(shard.expired.map(\.text) == ["bad"])
        let seconds = shard.invocations.map { ($0.time - shard.invocations[0].time) / .seconds(1) }
        #expect(seconds == [0, 1, 3, 7])
    }

    @Test
    func triesAgainOnceAMinuteAtMost() async {
        let shard = SimulatedKinesisShard()
        shard.put("bad", partitionKey: "key")
        await shard.drain(stopAtBad)
        #expect(shard.expired.map(\.text) == ["bad"])
        // After 1, 2, 4, 8, 16 and 32 seconds, then every minute of a day.
        #expect(shard.invocations.count == 7 + (86_400 - 63) / 60)
    }

    @Test(arguments: [("", BatchFailure.emptyIdentifier), ("1", .unknownIdentifier("1"))])
    func takesAMalformedResponseForAFailureOfTheBatch(
        identifier: String,
        failure: BatchFailure
    ) async {
        let shard = SimulatedKinesisShard(settings: .init(maximumRetryAttempts: 0))
        shard.put(all: ["a", "b"])
        await shard.drain { _, _ in
            StreamBatchResponse(batchItemFailures: [.init(itemIdentifier: identifier)])
        }
        #expect(shard.invocations.map(\.failure) == [failure])
        #expect(shard.discarded.first?.records.count == 2)
    }

    @Test
    func looksAtNoResponseWithoutReportBatchItemFailures() async {
        let shard = SimulatedKinesisShard(settings: .init(reportsBatchItemFailures: false))
        shard.put("bad", partitionKey: "key")
        await shard.drain(stopAtBad)
        #expect(shard.processed.count == 1)
    }

    @Test
    func endsAFunctionThatTakesTooLong() async {
        let shard = SimulatedKinesisShard(settings: .init(maximumRetryAttempts: 0))
        shard.put("a", partitionKey: "key")
        await shard.drain { _, _ in
            shard.advance(by: .seconds(4))
            return StreamBatchResponse()
        }
        #expect(shard.invocations.map(\.failure) == [.timedOut])
    }

    @Test
    func deliversToAFunctionInItsLoop() async throws {
        let shard = SimulatedKinesisShard(settings: .init(maximumRetryAttempts: 0))
        shard.put(all: ["a", "bad"])
        let function = { @Sendable (event: KinesisEvent, context: LambdaContext) in
            stopAtBad(event, context)
        }
        try await withLambda(function) { try await shard.drain(to: $0) }
        #expect(shard.processed.map(\.text) == ["a"])
        #expect(shard.discarded.count == 1)
    }

    @Test
    func numbersRecordsInOrder() {
        let shard = SimulatedKinesisShard()
        let numbers = (0..<20).map { shard.put("\($0)", partitionKey: "key") }
        #expect(numbers == numbers.sorted())
        #expect(numbers.allSatisfy { $0.rawValue.count == 56 })
    }

    struct Item: Codable {
        var id: String
        var quantity: Int
    }

    @Test
    func writesChangesOfATable() async throws {
        let shard = SimulatedDynamoDBShard()
        let (one, two) = (Item(id: "a", quantity: 1), Item(id: "a", quantity: 2))
        try shard.put(encoding: one, keys: ["id"])
        try shard.put(encoding: two, old: one, keys: ["id"])
        try shard.put(encoding: nil, old: two, keys: ["id"])
        await shard.drain { event, _ in
            #expect(event.records.map(\.eventName) == [.insert, .modify, .remove])
            #expect(event.records.allSatisfy { $0.dynamodb.keys == ["id": .string("a")] })
            #expect(event.records[1].changedAttributes?.keys.sorted() == ["quantity"])
            return StreamBatchResponse()
        }
        #expect(shard.processed.count == 3)
    }
}
