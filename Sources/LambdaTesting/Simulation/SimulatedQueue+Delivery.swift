public import LambdaEvents
import LambdaJSON
public import LambdaRuntime
import LambdaTransport

extension SimulatedQueue {
    /// Delivers batches to a handler until nothing is left in the queue.
    ///
    /// - Parameters:
    ///   - handler: The handler.
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the handler is called: where the caller is.
    public func drain<Handler: LambdaHandler>(
        to handler: Handler,
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation
    ) async where Handler.Event == SQSEvent, Handler.Output == SQSBatchResponse {
        await drain(limit: limit) { try await handler.handle($0, context: $1) }
    }

    /// Delivers batches to a handler that answers with nothing, as the function of the same name does.
    ///
    /// - Parameters:
    ///   - handler: The handler.
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the handler is called: where the caller is.
    public func drain<Handler: LambdaHandler>(
        to handler: Handler,
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation
    ) async where Handler.Event == SQSEvent, Handler.Output == Void {
        await drain(limit: limit) {
            try await handler.handle($0, context: $1)
            return SQSBatchResponse()
        }
    }

    /// Delivers batches to a closure until nothing is left in the queue.
    ///
    /// - Parameters:
    ///   - limit: How many batches to deliver at most. The default is as many as it takes.
    ///   - isolation: Where the closure is called: where the caller is.
    ///   - function: Handles one batch.
    public func drain(
        limit: Int = .max,
        isolation: isolated (any Actor)? = #isolation,
        _ function: (SQSEvent, LambdaContext) async throws -> SQSBatchResponse
    ) async {
        // What this closure throws is an answer, so nothing is thrown.
        try? await deliver(limit: limit, isolation: isolation) { event, context in
            do {
                let response = try await function(event, context)
                return .failures(response.batchItemFailures.map(\.itemIdentifier))
            } catch {
                return .failed(.error("\(type(of: error))"))
            }
        }
    }

    /// Delivers batches to a function that runs in its loop.
    ///
    /// ```swift
    /// try await withLambda(OrderQueue(store: store)) { lambda in
    ///     try await queue.drain(to: lambda)
    /// }
    /// ```
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
        try await deliver(limit: limit, isolation: isolation) { event, _ in
            BatchAnswer(try await lambda.invoke(event, with: .init(timeout: timeout)))
        }
    }

    private func deliver(
        limit: Int,
        isolation: isolated (any Actor)?,
        _ function: (SQSEvent, LambdaContext) async throws -> BatchAnswer
    ) async throws {
        var left = limit
        while left > 0 {
            let elapsed = clock.elapsed
            let (batch, next) = state.withLock { state in
                state.expire(after: settings.retentionPeriod, at: elapsed)
                let batch = state.receive(at: elapsed, settings)
                return (
                    batch, state.nextChange(after: elapsed, retention: settings.retentionPeriod)
                )
            }
            guard !batch.isEmpty else {
                guard let next else { return }
                clock.advance(by: next - elapsed)
                continue
            }
            left -= 1
            let event = SQSEvent(records: batch)
            let time = now
            let answer = try await clock.invoke(
                timeout: settings.functionTimeout,
                log: log,
                isolation: isolation
            ) {
                try await function(event, $0)
            }
            settle(event, time, answer)
        }
    }

    private func settle(_ event: SQSEvent, _ time: Timestamp, _ answer: BatchAnswer) {
        let checked = answer.checked(
            against: event.records.map(\.messageID),
            reportsItemFailures: settings.reportsBatchItemFailures
        )
        let returned: Set<String>
        let failure: BatchFailure?
        switch checked {
        case .failures(let identifiers): (returned, failure) = (Set(identifiers), nil)
        case .failed(let reason):
            (returned, failure) = (Set(event.records.map(\.messageID)), reason)
        }
        let invocation = Invocation(
            time: time,
            event: event,
            deleted: event.records.filter { !returned.contains($0.messageID) },
            returned: event.records.filter { returned.contains($0.messageID) },
            failure: failure
        )
        state.withLock { $0.settle(invocation) }
    }
}

extension BatchAnswer {
    /// Reads what a function in its loop has answered.
    ///
    /// Lambda takes `null`, and an object without failures, for a success.
    init(_ invocation: TestLambda.Invocation) {
        if invocation.timedOut {
            self = .failed(.timedOut)
        } else if let error = invocation.error {
            self = .failed(.error(error.type))
        } else if let response = try? invocation.output(as: ItemFailures?.self) {
            self = .failures(response.batchItemFailures?.map { $0.itemIdentifier ?? "" } ?? [])
        } else if let text = try? invocation.text, text == "null" {
            self = .failures([])
        } else {
            self = .failed(.invalidResponse)
        }
    }

    private struct ItemFailures: Decodable {
        let batchItemFailures: [ItemFailure]?
    }

    private struct ItemFailure: Decodable {
        let itemIdentifier: String?
    }
}
