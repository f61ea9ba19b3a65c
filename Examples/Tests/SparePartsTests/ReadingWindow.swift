import LambdaJSON
import LambdaKinesisBatch
import LambdaTesting

@testable import SpareParts

/// A time window over a simulated shard: what Lambda does between the stream and the function.
final class ReadingWindow {
    let shard: SimulatedKinesisShard
    let window: TimeWindow
    private var state: JSONValue?

    /// Begins a window of five minutes now.
    init(over shard: SimulatedKinesisShard) {
        self.shard = shard
        window = TimeWindow(start: shard.now, end: shard.now + .seconds(300))
    }

    /// Puts a reading into the shard, taken some minutes after the beginning of the window.
    func put(_ partID: String, _ temperature: Double, after minutes: Double) throws {
        let reading = Reading(
            partID: partID,
            temperature: temperature,
            measuredAt: window.start + .seconds(60 * minutes)
        )
        try shard.put(encoding: reading, partitionKey: partID)
    }

    /// Delivers what is in the shard, each batch with the state that the one before has returned.
    func deliver(to function: SpareParts) async {
        await shard.drain { event, context in
            let response = try await function.handle(
                KinesisTimeWindowEvent(records: event.records, window: window, state: state ?? [:]),
                context: context
            )
            state = response.state
            return StreamBatchResponse(batchItemFailures: response.batchItemFailures)
        }
    }

    /// Ends the window, as often as it takes.
    ///
    /// - Returns: How often it took.
    func end(_ function: SpareParts, attempts: Int = 5) async throws -> Int {
        let final = KinesisTimeWindowEvent(
            window: window,
            state: state ?? [:],
            isFinalInvokeForWindow: true
        )
        for attempt in 1..<attempts {
            if (try? await function.handle(final, context: .test())) != nil { return attempt }
        }
        _ = try await function.handle(final, context: .test())
        return attempts
    }
}
