import LambdaHTTPShared
import LambdaTransport
import Testing

@testable import LambdaTesting

/// When an invocation is over, as the requests of several slots tell it.
struct ScriptStateTests {
    @Test func thePollOverItsConnectionEndsAnInvocation() async throws {
        let script = SlotScript(slots: 2)
        #expect(script.poll(1).isEmpty && script.poll(2).isEmpty)
        let invocation = await script.invoke("a", over: 1)
        script.answer("a", over: 1)
        #expect(script.poll(2).isEmpty)
        #expect(script.poll(1) == ["a"])
        #expect(try await invocation.value.posts.count == 1)
    }

    @Test func aPollOfAnotherSlotEndsNothing() async throws {
        let script = SlotScript(slots: 2)
        #expect(script.poll(1).isEmpty && script.poll(2).isEmpty)
        let invocation = await script.invoke("a", over: 1)
        script.answer("a", over: 1)
        #expect(script.close(1).isEmpty)
        // What its slot still has to say about the answer is not in yet.
        #expect(script.poll(2).isEmpty)
        #expect(script.poll(3) == ["a"])
        #expect(try await invocation.value.posts.count == 1)
    }

    @Test func anEndThatIsNoticedAfterALaterPollEndsAnInvocation() async throws {
        let script = SlotScript(slots: 2)
        #expect(script.poll(1).isEmpty && script.poll(2).isEmpty)
        let invocation = await script.invoke("a", over: 1)
        script.answer("a", over: 1)
        #expect(script.poll(3).isEmpty)
        #expect(script.poll(2).isEmpty)
        #expect(script.close(1) == ["a"])
        _ = try await invocation.value
    }

    @Test func lostAnswersAreOverWhenAllSlotsPoll() async throws {
        let script = SlotScript(slots: 3)
        for connection in 1...3 { #expect(script.poll(connection).isEmpty) }
        let first = await script.invoke("a", over: 2)
        let second = await script.invoke("b", over: 3)
        #expect(script.close(2).isEmpty && script.close(3).isEmpty)
        #expect(script.poll(1).isEmpty)
        #expect(script.poll(4).isEmpty)
        #expect(script.poll(5) == [nil, nil])
        #expect(try await first.value.posts.isEmpty)
        #expect(try await second.value.posts.isEmpty)
    }

    @Test func aHandlerAtWorkIsWaitedForWhateverTheOtherSlotsDo() async throws {
        let script = SlotScript(slots: 3)
        for connection in 1...3 { #expect(script.poll(connection).isEmpty) }
        let invocation = await script.invoke("a", over: 1)
        #expect(script.close(1).isEmpty)
        for connection in 2...9 {
            #expect(script.poll(connection).isEmpty)
            #expect(script.poll(connection + 1).isEmpty)
            #expect(script.close(connection).isEmpty)
        }
        script.answer("a", over: 20)
        #expect(script.poll(10).isEmpty)
        #expect(script.poll(20) == ["a"])
        #expect(try await invocation.value.posts.map(\.connection) == [20])
    }

    @Test func theFirstPollOfASlotEndsNothing() async throws {
        let script = SlotScript(slots: 3)
        #expect(script.poll(1).isEmpty)
        let invocation = await script.invoke("a", over: 1)
        script.answer("a", over: 1)
        #expect(script.close(1).isEmpty)
        #expect(script.poll(2).isEmpty)
        #expect(script.poll(3).isEmpty)
        #expect(script.poll(4) == ["a"])
        _ = try await invocation.value
    }

    @Test func aSlotThatHasEndedIsNotWaitedFor() async throws {
        let script = SlotScript(slots: 2)
        #expect(script.poll(1).isEmpty && script.poll(2).isEmpty)
        #expect(script.close(2).isEmpty)
        let invocation = await script.invoke("a", over: 1)
        script.answer("a", over: 1)
        #expect(script.close(1).isEmpty)
        #expect(script.poll(3) == ["a"])
        _ = try await invocation.value
    }

    @Test func anAnswerThatBrokeOffIsOfAHandlerThatMayBeAtWork() async throws {
        let script = SlotScript(slots: 3)
        for connection in 1...3 { #expect(script.poll(connection).isEmpty) }
        let invocation = await script.invoke("a", over: 1)
        script.answer("a", over: 1, isWhole: false)
        #expect(script.close(1).isEmpty && script.close(2).isEmpty)
        #expect(script.poll(4).isEmpty)
        #expect(script.poll(5) == ["a"])
        _ = try await invocation.value
    }

    @Test func ofTwoInvocationsWithOneIdentifierTheConnectionTellsWhichIsAnswered() async throws {
        let script = SlotScript(slots: 2)
        #expect(script.poll(1).isEmpty && script.poll(2).isEmpty)
        let first = await script.invoke("a", over: 1)
        let second = await script.invoke("a", over: 2)
        script.answer("a", over: 2)
        #expect(script.poll(2) == ["a"])
        script.answer("a", over: 1)
        #expect(script.poll(1) == ["a"])
        #expect(try await first.value.posts.map(\.connection) == [1])
        #expect(try await second.value.posts.map(\.connection) == [2])
    }

    @Test func whatWasDeliveredIsOverWithTheLoop() async throws {
        let script = SlotScript(slots: 2)
        #expect(script.poll(1).isEmpty && script.poll(2).isEmpty)
        let invocation = await script.invoke("a", over: 1)
        #expect(script.close(1).isEmpty)
        script.state.withLock { $0.ended(.ended) }.resume()
        #expect(try await invocation.value.posts.isEmpty)
    }

    @Test func seesThatAClientHasEndedItsConnection() throws {
        let listener = try Listener()
        let address = try #require(SocketAddress(literal: "127.0.0.1", port: listener.port))
        let client = try Socket.connect(to: address, stallLimit: .seconds(60))
        let server = try listener.accept(stallLimit: .seconds(60))
        #expect(!ScriptedServer.hasEnded(server.descriptor))
        client.shutdown()
        var readiness = Readiness()
        readiness.add(server.descriptor, reading: true)
        readiness.wait(atMost: .seconds(60))
        #expect(ScriptedServer.hasEnded(server.descriptor))
    }
}

/// A state without a server: the test says what arrives.
private final class SlotScript: Sendable {
    let state: Monitor<ScriptState>

    init(slots: Int) {
        var script = ScriptState(isOpen: true)
        script.slots = slots
        state = Monitor(script)
    }

    /// Sends an event over a connection whose poll waits.
    func invoke(
        _ id: String,
        over connection: Int
    ) async -> Task<ScriptState.Completion, any Error> {
        let isQueued = Promise<Bool>()
        let task = Task { [state] in
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { script in
                    let token = script.makeToken()
                    let tracked = ScriptState.Tracked(
                        event: ScriptedEvent(
                            body: Array("{}".utf8),
                            parameters: TestLambda.Parameters(requestID: id),
                            deliveries: []
                        ),
                        postSteps: [],
                        continuation: continuation
                    )
                    script.enqueue(token, tracked, after: [])
                    _ = script.pollStep(connection)
                }
                isQueued.fulfill(true)
            }
        }
        _ = await isQueued.value(within: .seconds(60))
        return task
    }

    /// Polls, and waits for what comes.
    ///
    /// - Returns: What is over: the identifiers of its answers, `nil` where none has arrived.
    func poll(_ connection: Int) -> [String?] {
        settle { script in
            script.descriptors[connection] = -1
            return script.polled(Self.request("GET", "next", connection))
        }
    }

    func answer(_ id: String, over connection: Int, isWhole: Bool = true) {
        state.withLock { script in
            script.descriptors[connection] = -1
            var request = Self.request("POST", "\(id)/response", connection)
            request.isWhole = isWhole
            if isWhole { _ = script.post(request) } else { script.brokeOff(request) }
        }
    }

    func close(_ connection: Int) -> [String?] { settle { $0.closing(connection) } }

    private func settle(_ body: (inout ScriptState) -> ScriptState.Settled) -> [String?] {
        let settled = state.withLock { body(&$0) }
        settled.resume()
        return settled.invocations.map { $0.1.posts.first?.requestID }
    }

    private static func request(
        _ method: String,
        _ operation: String,
        _ connection: Int
    ) -> RecordedRequest {
        RecordedRequest(
            method: method,
            path: "/2018-06-01/runtime/invocation/\(operation)",
            headers: [:],
            body: [],
            connection: connection
        )
    }
}
