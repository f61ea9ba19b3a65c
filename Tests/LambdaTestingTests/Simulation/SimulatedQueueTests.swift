import LambdaEvents
import LambdaRuntime
import LambdaTesting
import Testing

struct Refusal: Error {}

/// Answers that a body which begins with "bad" has failed.
func refuseBad(_ event: SQSEvent, _: LambdaContext) -> SQSBatchResponse {
    SQSBatchResponse(failed: event.records.filter { $0.body.hasPrefix("bad") })
}

extension SimulatedQueue {
    /// The bodies of each batch.
    var batches: [[String]] { invocations.map { $0.event.records.map(\.body) } }
}

struct SimulatedQueueTests {
    @Test
    func deliversBatchesOfTheSizeOfTheMapping() async {
        let queue = SimulatedQueue(settings: .init(batchSize: 2))
        for body in ["a", "b", "c"] { queue.send(body) }
        await queue.drain(refuseBad)
        #expect(queue.batches == [["a", "b"], ["c"]])
        #expect(queue.deleted.map(\.body) == ["a", "b", "c"])
        #expect(queue.messages.isEmpty)
    }

    @Test
    func sendsWhatSQSSends() async throws {
        let queue = SimulatedQueue("orders")
        let id = queue.send(
            "a",
            messageAttributes: ["kind": .init(stringValue: "x", dataType: .string)]
        )
        queue.advance(by: .seconds(7))
        await queue.drain(refuseBad)
        let message = try #require(queue.invocations.first?.event.records.first)
        #expect(message.messageID == id)
        #expect(message.attributes.receiveCount == 1)
        #expect(message.attributes.approximateFirstReceiveTimestamp == queue.now)
        #expect(queue.now - message.attributes.sentTimestamp == .seconds(7))
        #expect(message.attributes.sequenceNumber == nil)
        #expect(message.queue.resource == "orders")
        #expect(message.messageAttributes["kind"]?.stringValue == "x")
    }

    @Test
    func deliversAFailedMessageAfterTheVisibilityTimeoutAndNoOther() async throws {
        let queue = SimulatedQueue(settings: .init(visibilityTimeout: .seconds(90)))
        for body in ["a", "bad", "b"] { queue.send(body) }
        await queue.drain(limit: 3, refuseBad)
        #expect(queue.batches == [["a", "bad", "b"], ["bad"], ["bad"]])
        let times = queue.invocations.map(\.time)
        #expect(times[1] - times[0] == .seconds(90))
        #expect(times[2] - times[1] == .seconds(90))
        let last = try #require(queue.invocations.last?.event.records.first)
        #expect(last.attributes.receiveCount == 3)
        #expect(last.attributes.approximateFirstReceiveTimestamp == times[0])
        #expect(queue.messages.map(\.body) == ["bad"])
    }

    @Test
    func movesAPoisonMessageToTheDeadLetterQueueAfterTheConfiguredReceives() async {
        let queue = SimulatedQueue(settings: .init(maxReceiveCount: 3))
        let good = queue.send("a")
        let bad = queue.send("bad")
        await queue.drain(refuseBad)
        #expect(queue.deadLetters.map(\.messageID) == [bad])
        #expect(queue.deadLetters.first?.attributes.receiveCount == 3)
        #expect(queue.receiveCount(of: bad) == 3)
        #expect(queue.receiveCount(of: good) == 1)
        #expect(queue.deleted.map(\.messageID) == [good])
        #expect(queue.messages.isEmpty)
    }

    @Test
    func losesAMessageAtTheEndOfTheRetentionPeriod() async {
        let settings = SimulatedQueue.Settings(
            visibilityTimeout: .seconds(3600),
            retentionPeriod: .seconds(4 * 3600)
        )
        let queue = SimulatedQueue(settings: settings)
        queue.send("bad")
        await queue.drain(refuseBad)
        #expect(queue.expired.map(\.body) == ["bad"])
        #expect(queue.invocations.count == 4)
    }

    @Test
    func returnsAWholeBatchWhoseFunctionFails() async {
        let queue = SimulatedQueue(settings: .init(maxReceiveCount: 2))
        queue.send("a")
        queue.send("b")
        await queue.drain { _, _ in throw Refusal() }
        #expect(queue.batches == [["a", "b"], ["a", "b"]])
        #expect(queue.invocations.map(\.failure) == [.error("Refusal"), .error("Refusal")])
        #expect(queue.deadLetters.map(\.body) == ["a", "b"])
    }

    @Test(arguments: [("", BatchFailure.emptyIdentifier), ("?", .unknownIdentifier("?"))])
    func takesAMalformedResponseForAFailureOfTheBatch(
        identifier: String,
        failure: BatchFailure
    ) async {
        let queue = SimulatedQueue(settings: .init(maxReceiveCount: 1))
        queue.send("a")
        queue.send("b")
        await queue.drain { event, _ in
            var response = SQSBatchResponse(failed: event.records.prefix(1))
            response.batchItemFailures.append(.init(itemIdentifier: identifier))
            return response
        }
        #expect(queue.invocations.map(\.failure) == [failure])
        #expect(queue.invocations.first?.returned.count == 2)
        #expect(queue.deadLetters.map(\.body) == ["a", "b"])
    }

    @Test
    func looksAtNoResponseWithoutReportBatchItemFailures() async {
        let queue = SimulatedQueue(settings: .init(reportsBatchItemFailures: false))
        queue.send("bad")
        await queue.drain(refuseBad)
        #expect(queue.deleted.map(\.body) == ["bad"])
    }

    @Test
    func endsAFunctionThatTakesTooLong() async {
        let settings = SimulatedQueue.Settings(maxReceiveCount: 1, functionTimeout: .seconds(5))
        let queue = SimulatedQueue(settings: settings)
        queue.send("a")
        let before = queue.now
        await queue.drain { _, context in
            #expect(context.remainingTime == .seconds(5))
            queue.advance(by: .seconds(4))
            #expect(context.remainingTime == .seconds(1))
            queue.advance(by: .seconds(4))
            return SQSBatchResponse()
        }
        #expect(queue.invocations.first?.failure == .timedOut)
        #expect(queue.now - before == .seconds(30))
        #expect(queue.deadLetters.count == 1)
    }

    @Test
    func takesMessagesThatTheFunctionSends() async {
        let queue = SimulatedQueue()
        queue.send("first")
        await queue.drain { event, _ in
            if event.records.first?.body == "first" { queue.send("second") }
            return SQSBatchResponse()
        }
        #expect(queue.batches == [["first"], ["second"]])
    }

    struct Silent: LambdaHandler {
        func handle(_ event: SQSEvent, context: LambdaContext) async throws {
            if event.records.contains(where: { $0.body == "bad" }) { throw Refusal() }
        }
    }

    @Test
    func deliversToAHandlerThatAnswersWithNothing() async {
        let queue = SimulatedQueue(settings: .init(maxReceiveCount: 2, batchSize: 1))
        queue.send("a")
        queue.send("bad")
        await queue.drain(to: Silent())
        #expect(queue.deleted.map(\.body) == ["a"])
        #expect(queue.deadLetters.map(\.body) == ["bad"])
    }

    @Test
    func deliversToAFunctionInItsLoop() async throws {
        let queue = SimulatedQueue(settings: .init(maxReceiveCount: 2))
        for body in ["a", "bad"] { queue.send(body) }
        let function = { @Sendable (event: SQSEvent, context: LambdaContext) in
            refuseBad(event, context)
        }
        try await withLambda(function) { try await queue.drain(to: $0) }
        #expect(queue.batches == [["a", "bad"], ["bad"]])
        #expect(queue.deadLetters.map(\.body) == ["bad"])
    }

    @Test(
        arguments: [
            ("null", nil), ("{}", nil), (#"{"batchItemFailures":null}"#, nil),
            (#"{"batchItemFailures":[{"itemIdentifier":null}]}"#, BatchFailure.emptyIdentifier),
            (#"{"batchItemFailures":[{"id":"x"}]}"#, .emptyIdentifier),
            ("not JSON", .invalidResponse), (#"{"batchItemFailures":1}"#, .invalidResponse),
        ] as [(String, BatchFailure?)]
    )
    func readsAResponseAsLambdaDoes(text: String, failure: BatchFailure?) async throws {
        let queue = SimulatedQueue(settings: .init(maxReceiveCount: 1))
        queue.send("a")
        let function = { @Sendable (_: SQSEvent, _: LambdaContext) in text }
        try await withLambda(function) { try await queue.drain(to: $0) }
        #expect(queue.invocations.map(\.failure) == [failure])
        #expect(queue.deleted.count == (failure == nil ? 1 : 0))
    }
}
