import LambdaEvents
import LambdaTesting
import Testing

struct SimulatedFIFOQueueTests {
    private func queue(_ settings: SimulatedQueue.Settings = .init()) -> SimulatedQueue {
        SimulatedQueue("orders.fifo", settings: settings)
    }

    @Test
    func fillsABatchWithOneGroupBeforeTheNext() async {
        let queue = queue(.init(batchSize: 3))
        for (body, group) in [("a1", "a"), ("b1", "b"), ("a2", "a"), ("b2", "b")] {
            queue.send(body, group: group)
        }
        await queue.drain(refuseBad)
        #expect(queue.batches == [["a1", "a2", "b1"], ["b2"]])
    }

    @Test
    func blocksAGroupThatHasMessagesInFlight() async throws {
        let queue = queue(.init(visibilityTimeout: .seconds(60), batchSize: 1))
        for (body, group) in [("bad", "a"), ("a2", "a"), ("b1", "b")] {
            queue.send(body, group: group)
        }
        await queue.drain(limit: 3, refuseBad)
        // b1 comes while a waits for its first message.
        #expect(queue.batches == [["bad"], ["b1"], ["bad"]])
        let times = queue.invocations.map(\.time)
        #expect(times[1] == times[0])
        #expect(times[2] - times[0] == .seconds(60))
    }

    @Test
    func goesOnWithAGroupWhoseFirstMessageIsDead() async {
        let queue = queue(.init(maxReceiveCount: 2, batchSize: 1))
        queue.send("bad", group: "a")
        queue.send("a2", group: "a")
        await queue.drain(refuseBad)
        #expect(queue.batches == [["bad"], ["bad"], ["a2"]])
        #expect(queue.deadLetters.map(\.body) == ["bad"])
        #expect(queue.deleted.map(\.body) == ["a2"])
    }

    @Test
    func numbersMessages() async throws {
        let queue = queue()
        queue.send("a", group: "x")
        queue.send("b")
        let messages = queue.messages
        let numbers = messages.compactMap(\.attributes.sequenceNumber)
        #expect(numbers.count == 2)
        #expect(numbers == numbers.sorted())
        #expect(messages.map(\.attributes.messageGroupID) == ["x", "default"])
        #expect(messages.allSatisfy { $0.attributes.messageDeduplicationID != nil })
    }

    @Test
    func dropsAMessageThatIsSentAgainWithinFiveMinutes() {
        let queue = queue()
        let first = queue.send("a", group: "x", deduplicationID: "1")
        #expect(queue.send("a", group: "x", deduplicationID: "1") == first)
        #expect(queue.messages.count == 1)
        queue.advance(by: .seconds(300))
        #expect(queue.send("a", group: "x", deduplicationID: "1") != first)
        #expect(queue.messages.count == 2)
    }
}
