public import LambdaEvents
import LambdaJSON
public import LambdaRuntime

extension SimulatedShard where Record == KinesisEvent.Record {
    /// Creates a shard of a Kinesis data stream, without records.
    ///
    /// - Parameter settings: The settings. The default is those of a new mapping that reports item
    ///   failures.
    public convenience init(settings: SimulatedShardSettings = SimulatedShardSettings()) {
        self.init(settings)
    }

    /// Puts a record into the shard.
    ///
    /// - Parameters:
    ///   - data: The data of the record.
    ///   - partitionKey: The partition key.
    /// - Returns: The sequence number.
    @discardableResult
    public func put(_ data: [UInt8], partitionKey: String) -> SequenceNumber {
        append { number, time in
            // Kinesis writes times in seconds.
            let arrival = Timestamp(
                secondsSinceEpoch: time.secondsSinceEpoch,
                nanoseconds: time.nanoseconds
            )
            let prefix = "49590338271490256608559692538361571095921575"
            let sequenceNumber = Self.sequenceNumber(prefix, number)
            let record = KinesisEvent.Record(
                kinesis: KinesisEvent.StreamRecord(
                    partitionKey: partitionKey,
                    sequenceNumber: sequenceNumber,
                    dataBytes: data,
                    approximateArrivalTimestamp: arrival
                ),
                eventID: "shardId-000000000000:\(sequenceNumber.rawValue)",
                invokeIdentityARN: "arn:aws:iam::123456789012:role/lambda-role",
                awsRegion: "us-east-1",
                eventSourceARN: "arn:aws:kinesis:us-east-1:123456789012:stream/stream"
            )
            return (record, sequenceNumber)
        }
    }

    /// Puts a record with a text into the shard.
    ///
    /// - Parameters:
    ///   - text: The data of the record.
    ///   - partitionKey: The partition key.
    /// - Returns: The sequence number.
    @discardableResult
    public func put(_ text: String, partitionKey: String) -> SequenceNumber {
        put(Array(text.utf8), partitionKey: partitionKey)
    }

    /// Puts a record with the JSON of a value into the shard.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - partitionKey: The partition key.
    /// - Returns: The sequence number.
    /// - Throws: What encoding the value throws.
    @discardableResult
    public func put(encoding value: some Encodable, partitionKey: String) throws -> SequenceNumber {
        put(try LambdaJSONEncoder().encode(value), partitionKey: partitionKey)
    }
}

extension SimulatedShard where Record == KinesisEvent.Record {
    /// Delivers batches to a handler until nothing is left in the shard.
    ///
    /// - Parameters:
    ///   - handler: The handler.
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the handler is called: where the caller is.
    public func drain<Handler: LambdaHandler>(
        to handler: Handler,
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation
    ) async where Handler.Event == KinesisEvent, Handler.Output == StreamBatchResponse {
        await drain(limit: limit) { try await handler.handle($0, context: $1) }
    }

    /// Delivers batches to a closure until nothing is left in the shard.
    ///
    /// - Parameters:
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the closure is called: where the caller is.
    ///   - function: Handles one batch.
    public func drain(
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation,
        _ function: (KinesisEvent, LambdaContext) async throws -> StreamBatchResponse
    ) async {
        // What this closure throws is an answer, so nothing is thrown.
        try? await deliver(limit: limit, isolation: isolation) { batch, context in
            await ShardAnswer {
                let response = try await function(KinesisEvent(records: batch.records), context)
                return (response.batchItemFailures, nil)
            }
        }
    }

    /// Delivers batches of time windows to a handler until nothing is left in the shard.
    ///
    /// - Parameters:
    ///   - handler: The handler.
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the handler is called: where the caller is.
    /// - Throws: `LambdaTestError` if the settings have no ``SimulatedShardSettings/tumblingWindow``.
    public func drain<Handler: LambdaHandler>(
        to handler: Handler,
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation
    ) async throws
    where Handler.Event == KinesisTimeWindowEvent, Handler.Output == TimeWindowResponse {
        try await drainWindows(limit: limit) { try await handler.handle($0, context: $1) }
    }

    /// Delivers batches of time windows to a closure until nothing is left in the shard.
    ///
    /// - Parameters:
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the closure is called: where the caller is.
    ///   - function: Handles one batch.
    /// - Throws: `LambdaTestError` if the settings have no ``SimulatedShardSettings/tumblingWindow``.
    public func drainWindows(
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation,
        _ function: (KinesisTimeWindowEvent, LambdaContext) async throws -> TimeWindowResponse
    ) async throws {
        try await deliverWindows(limit: limit, isolation: isolation) { batch, part, context in
            await ShardAnswer {
                let event = KinesisTimeWindowEvent(batch.records, part)
                let response = try await function(event, context)
                return (response.batchItemFailures, response.state)
            }
        }
    }

    /// Delivers batches to a function that runs in its loop.
    ///
    /// The function has the timeout of the settings in real time.
    ///
    /// - Parameters:
    ///   - lambda: The function.
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the caller is.
    /// - Throws: `LambdaTestError` if the function has ended, or does not answer.
    public func drain(
        to lambda: TestLambda,
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation
    ) async throws {
        let timeout = settings.functionTimeout
        try await deliver(limit: limit, isolation: isolation) { batch, _ in
            guard let part = batch.part else {
                let event = KinesisEvent(records: batch.records)
                let invocation = try await lambda.invoke(event, with: .init(timeout: timeout))
                return ShardAnswer(answer: BatchAnswer(invocation))
            }
            let event = KinesisTimeWindowEvent(batch.records, part)
            return ShardAnswer(try await lambda.invoke(event, with: .init(timeout: timeout)))
        }
    }
}
