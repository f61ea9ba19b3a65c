import LambdaBatch
import LambdaJSON
import LambdaTesting
import TestSupport
import Testing

/// Handlers of time windows and the shards that feed them, together.
struct WindowSimulationTests {
    private let settings = SimulatedShardSettings(
        batchSize: 2,
        maximumRetryAttempts: 1,
        tumblingWindow: .seconds(60)
    )

    private func put(_ ids: [String], into shard: SimulatedKinesisShard) throws {
        for id in ids { try shard.put(encoding: Order(id: id), partitionKey: "key") }
    }

    @Test
    func carriesTheStateToTheEndOfEachWindow() async throws {
        let shard = SimulatedKinesisShard(settings: settings)
        try put(["a", "b", "c"], into: shard)
        shard.advance(by: .seconds(61))
        try put(["d"], into: shard)
        let totals = Totals()
        try await shard.drain(to: totals)
        #expect(totals.journal.entries == ["a b c", "d"])
        #expect(shard.invocations.map(\.records.count) == [2, 1, 0, 1, 0])
        #expect(
            shard.invocations.map(\.isFinalInvokeForWindow) == [false, false, true, false, true]
        )
        let windows = shard.invocations.compactMap(\.window)
        #expect(windows[0] == windows[2] && windows[2].end == windows[3].start)
        #expect(windows.allSatisfy { $0.duration == .seconds(60) })
        // The last window is over when it is finished.
        #expect(shard.now == windows[4].end)
    }

    @Test
    func carriesTheStateThroughAFunctionInItsLoop() async throws {
        let shard = SimulatedKinesisShard(settings: settings)
        try put(["a", "b", "c"], into: shard)
        let totals = Totals()
        try await withLambda(totals) { try await shard.drain(to: $0) }
        #expect(totals.journal.entries == ["a b c"])
        #expect(shard.processed.count == 3)
    }

    @Test
    func goesOnFromTheFailedRecordWithTheStateFromBeforeIt() async throws {
        let shard = SimulatedKinesisShard(settings: settings)
        try put(["a", "b", "c"], into: shard)
        let totals = Totals(failing: ["b"])
        try await shard.drain(to: totals)
        // Lambda gives "b" up after its retry, and the window is without it.
        #expect(shard.discarded.map(\.records.count) == [1])
        #expect(totals.journal.entries == ["a c"])
    }

    @Test
    func triesTheEndOfAWindowAgain() async throws {
        let shard = SimulatedKinesisShard(settings: settings)
        try put(["a"], into: shard)
        var failures = 0
        try await shard.drainWindows { event, _ in
            if event.isFinalInvokeForWindow, failures == 0 {
                failures += 1
                throw OutOfStock()
            }
            return TimeWindowResponse(state: ["count": 1])
        }
        #expect(shard.invocations.map(\.isFinalInvokeForWindow) == [false, true, true])
        #expect(shard.invocations.map(\.failure) == [nil, .error("OutOfStock"), nil])
        #expect(shard.discarded.isEmpty)
    }

    @Test
    func givesUpAWindowWhoseEndFailsTooOften() async throws {
        let shard = SimulatedKinesisShard(settings: settings)
        try put(["a"], into: shard)
        try await shard.drainWindows { event, _ in
            if event.isFinalInvokeForWindow { throw OutOfStock() }
            return TimeWindowResponse(state: [:])
        }
        #expect(shard.invocations.count == 3)
        #expect(shard.discarded.map(\.records.count) == [0])
    }

    @Test
    func givesUpAWindowWhoseEndFailsUntilItsRecordsExpire() async throws {
        let shard = SimulatedKinesisShard(
            settings: SimulatedShardSettings(
                retentionPeriod: .seconds(120),
                tumblingWindow: .seconds(60)
            )
        )
        try put(["a"], into: shard)
        try await shard.drainWindows { event, _ in
            if event.isFinalInvokeForWindow { throw OutOfStock() }
            return TimeWindowResponse(state: [:])
        }
        // The end of the window is tried again after 1, 2, 4 … seconds, up to 120 seconds after it.
        #expect(shard.invocations.count == 8)
        #expect(shard.discarded.map(\.reason) == [.recordAgeExceeded])
    }

    @Test
    func takesAResponseWithoutAStateForAFailure() async throws {
        let shard = SimulatedKinesisShard(settings: settings)
        try put(["a"], into: shard)
        try await shard.drainWindows { _, _ in TimeWindowResponse(state: .null) }
        #expect(shard.invocations.first?.failure == .invalidResponse)
        #expect(shard.processed.isEmpty)
    }

    @Test
    func saysThatThereAreNoWindowsToDeliver() async throws {
        let shard = SimulatedKinesisShard()
        try put(["a"], into: shard)
        let error = await #expect(throws: LambdaTestError.self) {
            try await shard.drain(to: Totals())
        }
        #expect(error?.code == .settingsInvalid)
        #expect(
            error?.description
                == "The function takes time windows, and the shard has none. Set the tumblingWindow of "
                + "its settings."
        )
        // The record is still there.
        await shard.drain { _, _ in StreamBatchResponse() }
        #expect(shard.processed.count == 1)
        await #expect(throws: LambdaTestError.self) {
            try await SimulatedDynamoDBShard().drain(to: Kinds())
        }
    }

    @Test
    func endsAWindowEarlyWhoseStateIsTooLarge() async throws {
        let shard = SimulatedKinesisShard(settings: settings)
        try put(["a", "b", "c"], into: shard)
        var flags: [String] = []
        try await shard.drainWindows { event, _ in
            flags.append(
                "\(event.records.count) \(event.isFinalInvokeForWindow) \(event.isWindowTerminatedEarly)"
            )
            let text = String(repeating: "x", count: event.records.count == 2 ? 1 << 20 : 1)
            return TimeWindowResponse(state: ["text": .string(text)])
        }
        #expect(flags == ["2 false false", "0 true true", "1 false false", "0 true false"])
    }

    struct Kinds: DynamoDBWindowHandler {
        var journal = Journal()

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
        ) async throws {
            journal.note(
                state.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: ", ")
            )
        }
    }

    @Test
    func countsTheChangesOfATableByTheWindow() async throws {
        let shard = SimulatedDynamoDBShard(settings: settings)
        try shard.put(encoding: Order(id: "a"), keys: ["id"])
        try shard.put(encoding: Order(id: "b"), keys: ["id"])
        try shard.put(encoding: nil, old: Order(id: "a"), keys: ["id"])
        let kinds = Kinds()
        try await shard.drain(to: kinds)
        #expect(kinds.journal.entries == ["INSERT 2, REMOVE 1"])
    }

    /// Whatever fails how often, each window has what has succeeded in it, once and in order.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func sumsUpEachWindowOnce(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let shard = SimulatedKinesisShard(
            settings: .init(
                batchSize: Int.random(in: 1...6, using: &random),
                maximumRetryAttempts: Int.random(in: 0...3, using: &random),
                bisectsBatchOnFunctionError: true,
                tumblingWindow: .seconds(Int.random(in: 1...90, using: &random))
            )
        )
        var windows: [[String]] = []
        var last: TimeWindow?
        let failing = Set(
            (0..<40).filter { _ in Int.random(in: 0..<8, using: &random) == 0 }.map(String.init)
        )
        let count = Int.random(in: 1...40, using: &random)
        for index in 0..<count {
            shard.advance(by: .seconds(Int.random(in: 0...30, using: &random)))
            let length = shard.settings.tumblingWindow ?? .zero
            let seconds = length.components.seconds
            let start = shard.now.secondsSinceEpoch / seconds * seconds
            let window = TimeWindow(
                start: Timestamp(secondsSinceEpoch: start),
                end: Timestamp(secondsSinceEpoch: start + seconds)
            )
            if window != last { windows.append([]) }
            last = window
            try shard.put(encoding: Order(id: "\(index)"), partitionKey: "key")
            if !failing.contains("\(index)") { windows[windows.count - 1].append("\(index)") }
        }
        let totals = Totals(failing: failing)
        try await shard.drain(to: totals)
        #expect(totals.journal.entries == windows.map { $0.joined(separator: " ") })
        #expect(shard.discarded.flatMap(\.records).count + shard.processed.count == count)
    }
}
