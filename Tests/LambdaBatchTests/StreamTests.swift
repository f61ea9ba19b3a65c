import LambdaBatch
import LambdaEvents
import LambdaJSON
import LambdaTesting
import TestSupport
import Testing

/// A handler of a Kinesis stream that does what the test says.
struct Clicks: KinesisRecordHandler {
    var batchOptions = StreamBatchOptions()
    var journal = Journal()
    var failing: Set<String> = []
    var work: @Sendable (String) async -> Void = { _ in }

    func handle(_ click: Order, of: KinesisEvent.Record, context: LambdaContext) async throws {
        await work(click.id)
        journal.note(click.id)
        if failing.contains(click.id) { throw OutOfStock() }
    }
}

extension KinesisEvent {
    /// Makes a batch of orders whose sequence numbers are 100 and up.
    static func orders(_ ids: [String], key: (String) -> String = { _ in "key" }) -> KinesisEvent {
        KinesisEvent(
            records: ids.enumerated().map { index, id in
                Record(
                    kinesis: StreamRecord(
                        partitionKey: key(id),
                        sequenceNumber: SequenceNumber(rawValue: "\(100 + index)"),
                        dataBytes: Array(#"{"id":"\#(id)"}"#.utf8)
                    )
                )
            }
        )
    }
}

struct StreamTests {
    @Test
    func handlesRecordsInOrder() async throws {
        let clicks = Clicks(work: { _ in await Task.yield() })
        let ids = (0..<20).map(String.init)
        let response = try await clicks.handle(.orders(ids), context: .quiet())
        #expect(response.ids.isEmpty)
        #expect(clicks.journal.entries == ids)
    }

    @Test
    func reportsTheFirstFailureAndStopsThere() async throws {
        let clicks = Clicks(failing: ["c", "d"])
        let response = try await clicks.handle(
            .orders(["a", "b", "c", "d", "e"]),
            context: .quiet()
        )
        #expect(response.ids == ["102"])
        #expect(clicks.journal.entries == ["a", "b", "c"])
    }

    @Test
    func takesDataThatDoNotDecodeForAFailedRecord() async throws {
        var event = KinesisEvent.orders(["a", "b", "c"])
        event.records[1].kinesis.data = "???"
        let clicks = Clicks()
        let log = CapturedLog()
        let response = try await clicks.handle(event, context: .test(logger: log.logger()))
        #expect(response.ids == ["101"])
        #expect(clicks.journal.entries == ["a"])
        let reason = try #require(log.records.first?["reason"])
        #expect("\(reason)".contains("Could not decode Order"))
    }

    @Test
    func failsIfTheFirstRecordFails() async throws {
        let error = await #expect(throws: BatchError.self) {
            try await Clicks(failing: ["a"]).handle(.orders(["a", "b"]), context: .quiet())
        }
        #expect(error?.code == .allRecordsFailed)
        #expect(
            error?.message
                == "The first of 2 records failed, so the whole batch comes again. The log says why."
        )
        let clicks = Clicks(batchOptions: .init(whenAllFail: .report), failing: ["a"])
        let response = try await clicks.handle(.orders(["a", "b"]), context: .quiet())
        #expect(response.ids == ["100"])
    }

    @Test
    func failsIfARecordHasNoSequenceNumber() async throws {
        var event = KinesisEvent.orders(["a", "b"])
        event.records[1].kinesis.sequenceNumber = ""
        let error = await #expect(throws: BatchError.self) {
            try await Clicks(failing: ["b"]).handle(event, context: .quiet())
        }
        #expect(error?.code == .recordWithoutID)
        #expect(error?.errorType == "RecordWithoutID")
    }

    @Test
    func hasNothingToReportOfAnEmptyBatch() async throws {
        #expect(try await Clicks().handle(KinesisEvent(), context: .quiet()).ids.isEmpty)
    }

    @Test
    func reportsTheFirstRecordThereWasNoTimeFor() async throws {
        let deadline = TestDeadline(in: .seconds(10))
        let clicks = Clicks(work: { _ in deadline.advance(by: .seconds(5)) })
        let response = try await clicks.handle(
            .orders(["a", "b", "c"]),
            context: .quiet(deadline: deadline)
        )
        #expect(response.ids == ["102"])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func keepsTheOrderOfEachKeyAndReportsTheLowestFailure(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let ids = (0..<Int.random(in: 1...30, using: &random)).map { index in
            "\(["a", "b", "c", "d"].randomElement(using: &random) ?? "a")\(index)"
        }
        let failing = Set(ids.filter { _ in Int.random(in: 0..<10, using: &random) == 0 })
        let clicks = Clicks(
            batchOptions: .init(
                maximumConcurrency: Int.random(in: 1...5, using: &random),
                whenAllFail: .report
            ),
            failing: failing,
            work: { _ in await Task.yield() }
        )
        let response = try await clicks.handle(
            .orders(ids) { String($0.prefix(1)) },
            context: .quiet()
        )
        let lowest = ids.firstIndex { failing.contains($0) }
        #expect(response.ids == lowest.map { ["\(100 + $0)"] } ?? [])
        // All before the checkpoint has been handled, and each key in its order.
        let handled = clicks.journal.entries
        #expect(Set(handled).isSuperset(of: ids.prefix(lowest ?? ids.count)))
        #expect(Set(handled).count == handled.count)
        for key in ["a", "b", "c", "d"] {
            let own = handled.filter { $0.hasPrefix(key) }
            #expect(own == ids.filter { $0.hasPrefix(key) }.prefix(own.count).map { $0 })
        }
    }

    struct Logs: KinesisRecordHandler {
        var journal = Journal()

        func handle(_ logs: JSONValue, of: KinesisEvent.Record, context: LambdaContext) async throws
        {
            journal.note(logs["messageType"]?.stringValue ?? "none")
        }
    }

    @Test
    func restoresDataThatAreGzip() async throws {
        let logs = Logs()
        let event = try KinesisEvent(fixture: "kinesis/cloudwatch-logs-gzip.json")
        _ = try await logs.handle(event, context: .quiet())
        #expect(logs.journal.entries.first == "DATA_MESSAGE")
    }

    struct Texts: KinesisRecordHandler {
        var journal = Journal()

        func handle(_ text: String, of: KinesisEvent.Record, context: LambdaContext) async throws {
            journal.note(text)
        }
    }

    struct Bytes: KinesisRecordHandler {
        var journal = Journal()

        func handle(_ bytes: [UInt8], of: KinesisEvent.Record, context: LambdaContext) async throws
        {
            journal.note("\(bytes)")
        }
    }

    @Test
    func passesTextAndBytesOnAsTheyAre() async throws {
        var event = KinesisEvent.orders(["a", "b"])
        event.records[0].kinesis.data = "aGk="
        event.records[1].kinesis.data = "/w=="
        let texts = Texts()
        #expect(try await texts.handle(event, context: .quiet()).ids == ["101"])
        #expect(texts.journal.entries == ["hi"])
        let bytes = Bytes()
        #expect(try await bytes.handle(event, context: .quiet()).ids.isEmpty)
        #expect(bytes.journal.entries == ["[104, 105]", "[255]"])
    }

    @Test
    func runsInItsLoop() async throws {
        try await withLambda(Clicks(failing: ["b"])) { lambda in
            let invocation = try await lambda.invoke(.orders(["a", "b"]) as KinesisEvent)
            #expect(try invocation.output(as: StreamBatchResponse.self).ids == ["101"])
        }
    }
}
