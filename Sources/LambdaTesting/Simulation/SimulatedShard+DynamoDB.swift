public import LambdaEvents
public import LambdaRuntime

extension SimulatedShard where Record == DynamoDBEvent.Record {
    /// Creates a shard of a DynamoDB stream, without records.
    ///
    /// - Parameter settings: The settings. The default is those of a new mapping that reports item
    ///   failures.
    public convenience init(settings: SimulatedShardSettings = SimulatedShardSettings()) {
        self.init(settings)
    }

    /// Writes a change to the shard.
    ///
    /// What happened follows from the images: an item without an old one was inserted, one without
    /// a new one removed.
    ///
    /// - Parameters:
    ///   - keys: The primary key of the item.
    ///   - old: The item before the change. `nil` if it was inserted.
    ///   - new: The item after the change. `nil` if it was removed.
    /// - Returns: The sequence number.
    @discardableResult
    public func put(
        keys: [String: AttributeValue],
        old: [String: AttributeValue]? = nil,
        new: [String: AttributeValue]? = nil
    ) -> SequenceNumber {
        append { number, time in
            let sequenceNumber = Self.sequenceNumber("100000000", number)
            let record = DynamoDBEvent.Record(
                eventID: VirtualClock.identifier(number),
                eventName: old == nil ? .insert : new == nil ? .remove : .modify,
                awsRegion: "us-east-1",
                dynamodb: DynamoDBEvent.StreamRecord(
                    // To the second, as DynamoDB has it.
                    approximateCreationDateTime: Timestamp(
                        secondsSinceEpoch: time.secondsSinceEpoch
                    ),
                    keys: keys,
                    newImage: new,
                    oldImage: old,
                    sequenceNumber: sequenceNumber,
                    streamViewType: .newAndOldImages
                ),
                eventSourceARN:
                    "arn:aws:dynamodb:us-east-1:123456789012:table/table/stream/2026-01-01T00:00:00.000"
            )
            return (record, sequenceNumber)
        }
    }

    /// Writes a change of an item that is a type of yours.
    ///
    /// - Parameters:
    ///   - new: The item after the change. `nil` if it was removed.
    ///   - old: The item before the change. `nil` if it was inserted.
    ///   - keys: The names of the attributes that are the primary key.
    /// - Returns: The sequence number.
    /// - Throws: `EncodingError` if a value does not encode as an item.
    @discardableResult
    public func put<Item: Encodable>(
        encoding new: Item?,
        old: Item? = nil,
        keys: [String]
    ) throws -> SequenceNumber {
        let newImage = try new.map { try [String: AttributeValue](encoding: $0) }
        let oldImage = try old.map { try [String: AttributeValue](encoding: $0) }
        let names = Set(keys)
        let image = (newImage ?? oldImage ?? [:]).filter { names.contains($0.key) }
        return put(keys: image, old: oldImage, new: newImage)
    }
}

extension SimulatedShard where Record == DynamoDBEvent.Record {
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
    ) async where Handler.Event == DynamoDBEvent, Handler.Output == StreamBatchResponse {
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
        _ function: (DynamoDBEvent, LambdaContext) async throws -> StreamBatchResponse
    ) async {
        // What this closure throws is an answer, so nothing is thrown.
        try? await deliver(limit: limit, isolation: isolation) { batch, context in
            await ShardAnswer {
                let response = try await function(DynamoDBEvent(records: batch.records), context)
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
    where Handler.Event == DynamoDBTimeWindowEvent, Handler.Output == TimeWindowResponse {
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
        _ function: (DynamoDBTimeWindowEvent, LambdaContext) async throws -> TimeWindowResponse
    ) async throws {
        try await deliverWindows(limit: limit, isolation: isolation) { batch, part, context in
            await ShardAnswer {
                let event = DynamoDBTimeWindowEvent(batch.records, part)
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
                let event = DynamoDBEvent(records: batch.records)
                let invocation = try await lambda.invoke(event, with: .init(timeout: timeout))
                return ShardAnswer(answer: BatchAnswer(invocation))
            }
            let event = DynamoDBTimeWindowEvent(batch.records, part)
            return ShardAnswer(try await lambda.invoke(event, with: .init(timeout: timeout)))
        }
    }
}
