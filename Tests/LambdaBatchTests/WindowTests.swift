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
    var work: @Sendable (String) async throws -> Void = { _ in }

    func makeState(for window: TimeWindow) -> Total { Total() }

    func handle(
        _ order: Order,
        of record: KinesisEvent.Record,
        state: inout Total,
        context: LambdaContext
    ) async throws {
        state.ids.append(order.id)
        try await work(order.id)
        if failing.contains(order.id) { throw OutOfStock() }
    }

    func finish(_ state: Total, of window: TimeWindow, context: LambdaContext) async throws {
        journal.note(state.ids.joined(separator: " "))
    }
}

struct WindowTests {
    @Test
    func saysInTheLogAsWhatARecordDoesNotDecode() async throws {
        let log = CapturedLog()
        var event = event(["a", "b"])
        event.records[1].kinesis.data = "???"
        _ = try await Totals().handle(event, context: .test(logger: log.logger()))
        let reason = try #require(log.records.first?["reason"])
        #expect("\(reason)".contains("Could not decode Order"))
    }

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

    @Test
    func handsBackWhatThereIsNoTimeForWithTheStateFromBeforeIt() async throws {
        let deadline = TestDeadline(in: .seconds(10))
        let totals = Totals(work: { _ in deadline.advance(by: .seconds(5)) })
        let response = try await totals.handle(
            event(["a", "b", "c"], isFinal: true),
            context: .quiet(deadline: deadline)
        )
        #expect(try response.state.decode(Total.self) == Total(ids: ["a", "b"]))
        #expect(response.batchItemFailures.map(\.itemIdentifier) == ["102"])
        // The last record comes again, and with it the end of the window.
        #expect(totals.journal.entries.isEmpty)
    }

    @Test
    func forgetsWhatACancelledRecordHasDoneToTheState() async throws {
        // Real time: nothing else ends the sleep.
        let totals = Totals(work: { id in
            if id == "b" { try await Task.sleep(for: .seconds(3600)) }
        })
        let response = try await totals.handle(
            event(["a", "b", "c"], isFinal: true),
            context: .quiet(realTime: .seconds(1))
        )
        #expect(try response.state.decode(Total.self) == Total(ids: ["a"]))
        #expect(response.batchItemFailures.map(\.itemIdentifier) == ["101"])
        #expect(totals.journal.entries.isEmpty)
    }

    @Test
    func forgetsWhatARecordHasDoneThatReturnedAfterItWasCancelled() async throws {
        let totals = Totals(work: { id in
            if id == "b" { withUnsafeCurrentTask { $0?.cancel() } }
        })
        let response = try await totals.handle(
            event(["a", "b", "c"], isFinal: true),
            context: .quiet()
        )
        #expect(try response.state.decode(Total.self) == Total(ids: ["a"]))
        #expect(response.batchItemFailures.map(\.itemIdentifier) == ["101"])
        #expect(totals.journal.entries.isEmpty)
    }

    @Test
    func letsAHandlerWorkForTheBatchAsAWhole() async throws {
        struct Bulk: KinesisWindowHandler {
            var journal = Journal()

            func handle(
                _ event: KinesisTimeWindowEvent,
                context: LambdaContext
            ) async throws -> TimeWindowResponse {
                journal.note("begin")
                defer { journal.note("end") }
                return try await handleRecords(of: event, context: context)
            }

            func makeState(for window: TimeWindow) -> Total { Total() }

            func handle(
                _ order: Order,
                of: KinesisEvent.Record,
                state: inout Total,
                context: LambdaContext
            ) async throws {
                journal.note(order.id)
            }

            func finish(_ state: Total, of: TimeWindow, context: LambdaContext) async throws {}
        }
        let bulk = Bulk()
        _ = try await bulk.handle(event(["a"]), context: .quiet())
        #expect(bulk.journal.entries == ["begin", "a", "end"])
    }

    /// Counts records in a state that Lambda does not take.
    struct Counter: KinesisWindowHandler {
        var journal = Journal()

        func makeState(for window: TimeWindow) -> Int { 0 }

        func handle(
            _ order: Order,
            of: KinesisEvent.Record,
            state: inout Int,
            context: LambdaContext
        ) async throws {
            state += 1
        }

        func finish(_ state: Int, of: TimeWindow, context: LambdaContext) async throws {
            journal.note("\(state)")
        }
    }

    @Test
    func failsForAStateThatIsNoObjectBeforeItIsUsed() async throws {
        let counter = Counter()
        try await withLambda(counter) { lambda in
            let invocation = try await lambda.invoke(event(["a"], state: [:], isFinal: true))
            #expect(invocation.error?.type == "EncodingError")
            #expect(
                invocation.error?.message
                    == "Could not encode a value: expected the state of a time window to be encoded as "
                    + "an object, as a structure is; Int is encoded as a number."
            )
        }
        #expect(counter.journal.entries.isEmpty)
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
    func failsForAStateOfChangesThatIsNoObject() async throws {
        struct Names: DynamoDBWindowHandler {
            var journal = Journal()

            func makeState(for window: TimeWindow) -> [String] { [] }

            func handle(
                _ change: DynamoDBChange<[String: AttributeValue]>,
                of: DynamoDBEvent.Record,
                state: inout [String],
                context: LambdaContext
            ) async throws {}

            func finish(_ state: [String], of: TimeWindow, context: LambdaContext) async throws {
                journal.note("finished")
            }
        }
        let names = Names()
        var event = try DynamoDBTimeWindowEvent(fixture: "dynamodb/time-window-first.json")
        event.isFinalInvokeForWindow = true
        await #expect(throws: EncodingError.self) {
            try await names.handle(event, context: .quiet())
        }
        #expect(names.journal.entries.isEmpty)
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
