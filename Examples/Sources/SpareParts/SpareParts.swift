import LambdaKinesisBatch
import Settings

/// Orders a replacement for each part of a machine that is getting hotter.
///
/// Sensors write to a Kinesis data stream, with the part as partition key. The event source mapping has a
/// tumbling window of a few minutes, over which Lambda keeps the state; at its end, a part is judged by
/// the line through its readings.
@main
struct SpareParts: KinesisWindowHandler {
    /// What is kept of a window: up to 1 MB of JSON, which is some 8000 parts to a shard.
    struct State: Codable, Equatable {
        /// The beginning of the window, from which the minutes of the readings count.
        var start: Timestamp
        var parts: [String: Trend] = [:]
    }

    /// When a part is to be replaced.
    struct Rule {
        /// Fewer readings tell nothing.
        var minimumCount = 5
        /// In degrees for each minute.
        var minimumSlope = 0.5
        /// Which part of the differences the line has to explain; the rest is noise.
        var minimumFit = 0.7
    }

    let orders: any OrderService
    let rule: Rule

    init() throws {
        self.init(orders: try Settings.environment.makeOrderService())
    }

    init(orders: any OrderService, rule: Rule = Rule()) {
        self.orders = orders
        self.rule = rule
    }

    func makeState(for window: TimeWindow) -> State { State(start: window.start) }

    func handle(
        _ reading: Reading,
        of record: KinesisEvent.Record,
        state: inout State,
        context: LambdaContext
    ) async throws {
        let minutes = (reading.measuredAt - state.start) / .seconds(60)
        // Sensors that were offline send what they have measured before, and broken ones anything.
        guard reading.isPlausible, -60...60 ~= minutes else {
            context.logger.warn("A reading does not count.", sequenceNumber(of: record))
            return
        }
        state.parts[reading.partID, default: Trend()].add(x: minutes, y: reading.temperature)
    }

    func handleUndecodable(
        _ record: KinesisEvent.Record,
        error: any Error,
        context: LambdaContext
    ) async throws {
        // A sensor that is broken does not hold up the others. The stream keeps the record for a while.
        context.logger.warn("A record is no reading.", sequenceNumber(of: record))
    }

    /// Orders what is to be replaced.
    ///
    /// If an order cannot be placed, this throws, and Lambda tries again with the same state. What was
    /// ordered already is not ordered again: neither then, nor in the windows that follow.
    func finish(_ state: State, of window: TimeWindow, context: LambdaContext) async throws {
        for (partID, trend) in state.parts.sorted(by: { $0.key < $1.key }) where isRising(trend) {
            let placement = try await orders.place(ReplacementOrder(partID: partID))
            if placement == .placed {
                context.logger.info("Ordered a replacement.", ["part": .string(partID)])
            }
        }
    }

    private func isRising(_ trend: Trend) -> Bool {
        guard trend.count >= rule.minimumCount, let slope = trend.slope, let fit = trend.fit else {
            return false
        }
        return slope >= rule.minimumSlope && fit >= rule.minimumFit
    }

    private func sequenceNumber(
        of record: KinesisEvent.Record
    ) -> KeyValuePairs<String, LambdaLogger.Value> {
        ["sequenceNumber": .string(record.kinesis.sequenceNumber.rawValue)]
    }
}
