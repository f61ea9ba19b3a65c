import LambdaBatch
import LambdaTesting
import LambdaTransport
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

    @Test
    func beginsNothingAfterTheDeadline() async throws {
        let orders = Orders()
        await #expect(throws: BatchError.self) {
            try await orders.handle(
                .orders(["1", "2"]),
                context: .quiet(deadline: TestDeadline(in: .zero))
            )
        }
        #expect(orders.journal.entries.isEmpty)
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

    /// What a handler does when it is cancelled may block, which holds up its own batch and no other.
    @Test(.timeLimit(.minutes(2)))
    func stopsABatchWhileTheCancellationOfAnotherBlocks() async throws {
        let isBlocked = Monitor(false)
        let isReleased = Monitor(false)
        let blocking = Orders { _, _, _ in
            try await withTaskCancellationHandler {
                // To leave this scope waits for the handler, with a thread that all tests share.
                while !isReleased.withLock({ $0 }) { await Task.yield() }
                throw CancellationError()
            } onCancel: {
                isBlocked.withLock { $0 = true }
                isReleased.wait { $0 ? () : nil }
            }
        }
        let first = Task {
            try await blocking.handle(
                .orders(["1"]),
                context: .quiet(realTime: .milliseconds(100))
            )
        }
        while !isBlocked.withLock({ $0 }) { await Task.yield() }
        let hanging = Orders { order, _, _ in
            if order.id == "2" { try await Task.sleep(for: .seconds(3600)) }
        }
        let response = try await hanging.handle(
            .orders(["1", "2"]),
            context: .quiet(realTime: .seconds(1))
        )
        #expect(response.ids == ["message-2"])
        isReleased.withLock { $0 = true }
        isReleased.signal()
        await #expect(throws: BatchError.self) { try await first.value }
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
    func handsBackWhatACancelledInvocationHasNotBegun() async throws {
        let orders = Orders(options: .init(maximumConcurrency: 1)) { order, _, _ in
            if order.id == "2" { withUnsafeCurrentTask { $0?.cancel() } }
        }
        let response = try await orders.handle(.orders(["1", "2", "3"]), context: .quiet())
        #expect(response.ids == ["message-3"])
    }
}
