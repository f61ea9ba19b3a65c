import LambdaBatch
import LambdaTesting
import Testing

struct DeadlineTests {
    @Test
    func handsBackWhatThereIsNoTimeFor() async throws {
        let log = CapturedLog()
        let deadline = TestDeadline(in: .seconds(10))
        let orders = Orders(options: .init(maximumConcurrency: 1)) { _, _, _ in
            deadline.advance(by: .seconds(4))
        }
        let response = try await orders.handle(
            .orders(["1", "2", "3", "4", "5"]),
            context: .test(deadline: deadline, logger: log.logger())
        )
        #expect(orders.journal.entries == ["1", "2", "3"])
        #expect(response.ids == ["message-4", "message-5"])
        #expect(
            log.records.contains(
                .warn,
                "Handing back records that there was no time for.",
                ["untried": 2, "records": 5]
            )
        )
    }

    @Test
    func keepsTheMarginOfTheOptions() async throws {
        let deadline = TestDeadline(in: .seconds(10))
        let options = SQSBatchOptions(maximumConcurrency: 1, deadlineMargin: .seconds(2))
        let orders = Orders(options: options) { _, _, _ in deadline.advance(by: .seconds(8)) }
        let response = try await orders.handle(
            .orders(["1", "2"]),
            context: .quiet(deadline: deadline)
        )
        #expect(response.ids == ["message-2"])
    }

    @Test
    func leavesMostOfAShortTimeToTheRecords() async throws {
        let deadline = TestDeadline(in: .seconds(1))
        let options = SQSBatchOptions(maximumConcurrency: 1, deadlineMargin: .seconds(60))
        let orders = Orders(options: options) { _, _, _ in
            deadline.advance(by: .milliseconds(400))
        }
        let response = try await orders.handle(
            .orders(["1", "2", "3"]),
            context: .quiet(deadline: deadline)
        )
        #expect(orders.journal.entries == ["1", "2"])
        #expect(response.ids == ["message-3"])
    }

    @Test(arguments: [
        (["1", "2"], "There was no time for any of the 2 records of the batch."),
        (["1"], "There was no time for the only record of the batch."),
    ])
    func beginsNothingAfterTheDeadline(ids: [String], problem: String) async throws {
        let orders = Orders()
        let error = await #expect(throws: BatchError.self) {
            try await orders.handle(
                .orders(ids),
                context: .quiet(deadline: TestDeadline(in: .zero))
            )
        }
        #expect(orders.journal.entries.isEmpty)
        #expect(error?.code == .allRecordsFailed)
        #expect(error?.message == problem + Self.advice)
    }

    private static let advice =
        " Set a longer timeout of the function, or smaller batches in the event source mapping."

    @Test(arguments: [
        (
            ["a", "b"],
            "There was no time for the first of 2 records, so the whole batch comes again."
        ),
        (["a"], "There was no time for the only record of the batch."),
    ])
    func beginsNothingOfAStreamAfterTheDeadline(ids: [String], problem: String) async throws {
        let clicks = Clicks()
        let error = await #expect(throws: BatchError.self) {
            try await clicks.handle(
                .orders(ids),
                context: .quiet(deadline: TestDeadline(in: .zero))
            )
        }
        #expect(clicks.journal.entries.isEmpty)
        #expect(error?.message == problem + Self.advice)
    }

    @Test
    func saysThatRecordsFailedIfTimeRanOutBehindThem() async throws {
        let deadline = TestDeadline(in: .seconds(10))
        let orders = Orders(options: .init(maximumConcurrency: 1)) { _, _, _ in
            deadline.advance(by: .seconds(10))
            throw OutOfStock()
        }
        let error = await #expect(throws: BatchError.self) {
            try await orders.handle(.orders(["1", "2"]), context: .quiet(deadline: deadline))
        }
        #expect(
            error?.message == "None of the 2 records of the batch succeeded. The log says why."
        )
    }

    @Test
    func handsBackTheGroupsThatThereIsNoTimeFor() async throws {
        let deadline = TestDeadline(in: .seconds(10))
        let orders = Orders(options: .init(maximumConcurrency: 1)) { _, _, _ in
            deadline.advance(by: .seconds(4))
        }
        let response = try await orders.handle(
            .orders(["a1", "b1", "a2", "b2"]) { String($0.prefix(1)) },
            context: .quiet(deadline: deadline)
        )
        #expect(orders.journal.entries == ["a1", "a2", "b1"])
        #expect(response.ids == ["message-b2"])
    }

    @Test
    func handsBackTheRestOfAGroupAfterAMessageThatHangs() async throws {
        // Real time: the deadline is a little way off, and nothing else ends the sleep.
        let orders = Orders { order, _, _ in
            if order.id == "a1" { try await Task.sleep(for: .seconds(3600)) }
        }
        let response = try await orders.handle(
            .orders(["a1", "b1", "a2", "b2"]) { String($0.prefix(1)) },
            context: .quiet(realTime: .seconds(1))
        )
        #expect(response.ids == ["message-a1", "message-a2"])
        #expect(orders.journal.entries.sorted() == ["a1", "b1", "b2"])
    }

    struct HangingKey: KinesisRecordHandler {
        var batchOptions: StreamBatchOptions { StreamBatchOptions(maximumConcurrency: 2) }
        var journal = Journal()

        func handle(_ click: Order, of: KinesisEvent.Record, context: LambdaContext) async throws {
            if click.id == "b1" { try await Task.sleep(for: .seconds(3600)) }
            journal.note(click.id)
        }
    }

    @Test
    func reportsTheKeyThatHangsWhileTheOthersGoOn() async throws {
        let clicks = HangingKey()
        let response = try await clicks.handle(
            .orders(["a1", "b1", "a2", "b2", "c1"]) { String($0.prefix(1)) },
            context: .quiet(realTime: .seconds(1))
        )
        // What has succeeded behind it comes again.
        #expect(response.ids == ["101"])
        #expect(clicks.journal.entries == ["a1", "a2", "c1"])
    }

    @Test(arguments: [1, 4])
    func cancelsWhatHangs(width: Int) async throws {
        // Real time: the deadline is a little way off, and nothing else ends the sleep.
        let orders = Orders(options: .init(maximumConcurrency: width)) { order, _, _ in
            if order.id == "3" { try await Task.sleep(for: .seconds(3600)) }
        }
        let response = try await orders.handle(
            .orders(["1", "2", "3", "4"]),
            context: .quiet(realTime: .seconds(1))
        )
        #expect(response.ids == (width == 1 ? ["message-3", "message-4"] : ["message-3"]))
    }

    @Test
    func cancelsWhatComputesWithoutEverWaiting() async throws {
        let orders = Orders { order, _, _ in
            guard order.id == "2" else { return }
            while !Task.isCancelled {}
            throw CancellationError()
        }
        let response = try await orders.handle(
            .orders(["1", "2"]),
            context: .quiet(realTime: .seconds(1))
        )
        #expect(response.ids == ["message-2"])
    }

    @Test
    func cancelsManyBatchesEachInItsTime() async throws {
        let responses = try await withThrowingTaskGroup(of: [String].self) { group in
            for number in 1...20 {
                group.addTask {
                    let orders = Orders { order, _, _ in
                        if order.id == "2" { try await Task.sleep(for: .seconds(3600)) }
                    }
                    return try await orders.handle(
                        .orders(["1", "2"]),
                        context: .quiet(realTime: .milliseconds(1000 + number * 10))
                    ).ids
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(responses == Array(repeating: ["message-2"], count: 20))
    }

    @Test
    func handsBackWhatACancelledInvocationHasNotFinishedOrBegun() async throws {
        let orders = Orders(options: .init(maximumConcurrency: 1)) { order, _, _ in
            if order.id == "2" { withUnsafeCurrentTask { $0?.cancel() } }
        }
        let response = try await orders.handle(.orders(["1", "2", "3"]), context: .quiet())
        #expect(response.ids == ["message-2", "message-3"])
    }

    @Test
    func handsBackWhatReturnsAfterItWasCancelled() async throws {
        // A stream that nobody feeds or ends: only the cancellation ends it, and it throws nothing.
        let (lines, feed) = AsyncStream.makeStream(of: String.self)
        let log = CapturedLog()
        let orders = Orders { order, _, _ in
            if order.id == "2" { for await _ in lines {} }
        }
        let response = try await orders.handle(
            .orders(["1", "2"]),
            context: LambdaContext(remainingTime: .seconds(1), logger: log.logger())
        )
        feed.finish()
        #expect(response.ids == ["message-2"])
        let reason =
            "Time ran out while the record was handled, and its handler returned as if all were done. It "
            + "comes again, in case only a part was."
        #expect(
            log.records.contains(
                .error,
                "A record failed.",
                [
                    "messageID": "message-2", "error": "RecordCancelled",
                    "reason": .string(reason),
                ]
            )
        )
    }

    struct Skipping: SQSRecordHandler {
        func handle(_ order: Order, of: SQSEvent.Message, context: LambdaContext) async throws {}

        func handleUndecodable(
            _ message: SQSEvent.Message,
            error: any Error,
            context: LambdaContext
        ) async throws {
            if message.messageID == "2" { withUnsafeCurrentTask { $0?.cancel() } }
        }
    }

    @Test
    func handsBackWhatDoesNotDecodeIfItsHandlingWasCancelled() async throws {
        let event = SQSEvent(records: ["1", "2"].map { .make(id: $0, body: "not an order") })
        let response = try await Skipping().handle(event, context: .quiet())
        #expect(response.ids == ["2"])
    }
}
