import LambdaEvents
import LambdaJSON

/// What a batch is of a time window.
struct WindowPart {
    var window: TimeWindow
    /// What the function has returned from the invocation before.
    var state: JSONValue = [:]
    var isFinal = false
    var isTerminatedEarly = false
}

/// A time window that has begun.
struct OpenWindow {
    let bounds: TimeWindow
    /// What the function has returned last: an empty object at the beginning.
    var state: JSONValue = [:]

    /// A boolean value indicating whether the state is more than a window can keep: 1 MB.
    var isTooLarge: Bool { state.description.utf8.count > 1024 * 1024 }
}

extension SimulatedShardSettings {
    /// The window that a time since the start of the clock lies in.
    ///
    /// `nil` without tumbling windows.
    func window(of arrival: Duration) -> TimeWindow? {
        tumblingWindow.map { .sample(around: VirtualClock.start + arrival, length: $0) }
    }
}

/// What a function gave back for a batch of a shard.
struct ShardAnswer {
    var answer: BatchAnswer
    /// The new state of the window.
    var state: JSONValue?
}

extension ShardAnswer {
    /// Takes what a function returns or throws.
    init(
        isolation: isolated (any Actor)? = #isolation,
        _ function: () async throws -> ([StreamBatchResponse.ItemFailure], state: JSONValue?)
    ) async {
        do {
            let (failures, state) = try await function()
            self.init(answer: .failures(failures.map(\.itemIdentifier)), state: state)
        } catch {
            self.init(answer: .failed(.error("\(type(of: error))")))
        }
    }

    /// Reads what a function of time windows in its loop has answered.
    init(_ invocation: TestLambda.Invocation) {
        self.init(
            answer: BatchAnswer(invocation),
            state: (try? invocation.output(as: JSONValue.self))?["state"]
        )
    }
}

extension KinesisTimeWindowEvent {
    init(_ records: [KinesisEvent.Record], _ part: WindowPart) {
        self.init(
            records: records,
            window: part.window,
            state: part.state,
            shardID: "shardId-000000000000",
            eventSourceARN: "arn:aws:kinesis:us-east-1:123456789012:stream/stream",
            isFinalInvokeForWindow: part.isFinal,
            isWindowTerminatedEarly: part.isTerminatedEarly
        )
    }
}

extension DynamoDBTimeWindowEvent {
    init(_ records: [DynamoDBEvent.Record], _ part: WindowPart) {
        self.init(
            records: records,
            window: part.window,
            state: part.state,
            shardID: "shardId-000000000000",
            eventSourceARN:
                "arn:aws:dynamodb:us-east-1:123456789012:table/table/stream/2026-01-01T00:00:00.000",
            isFinalInvokeForWindow: part.isFinal,
            isWindowTerminatedEarly: part.isTerminatedEarly
        )
    }
}
