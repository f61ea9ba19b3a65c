import LambdaBatch
import LambdaJSON
import LambdaTesting
import Testing

struct Total: Codable, Equatable, Sendable {
    var ids: [String] = []
}

/// Sums up the orders of a window.
struct Totals: KinesisWindowHandler {
    var journal = Journal()
    var failing: Set<String> = []

    func makeState(for window: TimeWindow) -> Total { Total() }

    func handle(
        _ order: Order,
        of record: KinesisEvent.Record,
        state: inout Total,
        context: LambdaContext
    ) async throws {
        state.ids.append(order.id)
        if failing.contains(order.id) { throw OutOfStock() }
    }

    func finish(_ state: Total, of window: TimeWindow, context: LambdaContext) async throws {
        journal.note(state.ids.joined(separator: " "))
    }
}

struct WindowTests {
    private func event(
        _ ids: [String],
        state: JSONValue? = nil,
        isFinal: Bool = false
    ) -> KinesisTimeWindowEvent {
        KinesisTimeWindowEvent(
            records: KinesisEvent.orders(ids).records,
            window: TimeWindow(
                start: Timestamp(secondsSinceEpoch: 0),
                end: Timestamp(secondsSinceEpoch: 60)
            ),
            state: state,
            isFinalInvokeForWindow: isFinal
        )
    }

    @Test
    func carriesTheStateThroughAWindow() async throws {
        let totals = Totals()
        let first = try await totals.handle(event(["a", "b"]), context: .quiet())
        #expect(try first.state.decode(Total.self) == Total(ids: ["a", "b"]))
        #expect(totals.journal.entries.isEmpty)

        let second = try await totals.handle(event(["c"], state: first.state), context: .quiet())
        #expect(try second.state.decode(Total.self) == Total(ids: ["a", "b", "c"]))

        let last = event([], state: second.state, isFinal: true)
        _ = try await totals.handle(last, context: .quiet())
        #expect(totals.journal.entries == ["a b c"])
    }

    @Test
    func forgetsWhatAFailedRecordHasDoneToTheState() async throws {
        let totals = Totals(failing: ["b"])
        let response = try await totals.handle(event(["a", "b", "c"]), context: .quiet())
        #expect(try response.state.decode(Total.self) == Total(ids: ["a"]))
        #expect(response.batchItemFailures.map(\.itemIdentifier) == ["101"])
    }

    @Test
    func finishesNoWindowWithRecordsThatFailed() async throws {
        let totals = Totals(failing: ["b"])
        _ = try await totals.handle(event(["a", "b"], isFinal: true), context: .quiet())
        #expect(totals.journal.entries.isEmpty)
    }

    @Test
    func failsForAStateOfAnotherType() async throws {
        await #expect(throws: DecodingError.self) {
            try await Totals().handle(event(["a"], state: ["ids": 1]), context: .quiet())
        }
    }

    struct Kinds: DynamoDBWindowHandler {
        func makeState(for window: TimeWindow) -> [String: Int] { [:] }

        func handle(
            _ change: DynamoDBChange<[String: AttributeValue]>,
            of: DynamoDBEvent.Record,
            state: inout [String: Int],
            context: LambdaContext
        ) async throws {
            state[change.eventName?.rawValue ?? "?", default: 0] += 1
        }

        func finish(
            _ state: [String: Int],
            of window: TimeWindow,
            context: LambdaContext
        ) async throws {}
    }

    @Test
    func countsTheChangesOfATable() async throws {
        let event = try DynamoDBTimeWindowEvent(fixture: "dynamodb/time-window-first.json")
        let response = try await Kinds().handle(event, context: .quiet())
        let counts = try response.state.decode([String: Int].self)
        #expect(counts.values.reduce(0, +) == event.records.count)
        #expect(response.batchItemFailures.isEmpty)
    }
}
