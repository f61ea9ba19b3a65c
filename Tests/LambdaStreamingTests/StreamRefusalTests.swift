import LambdaRuntime
import LambdaTesting
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaStreaming

/// What the service and the network can do to a response in the middle: nothing is sent twice, the
/// handler learns of it, and the log says why.
@Suite(.bothDrivers)
struct StreamRefusalTests {
    /// Writes until it is told not to, and notes why.
    private static func writer(
        _ reasons: Monitor<[String]>
    ) -> @Sendable (Int, LambdaResponseStream, LambdaContext) async throws -> Void {
        { count, response, _ in
            do {
                for number in 0..<count {
                    try await response.write("\(number)\n")
                    // The service answers on another thread.
                    if number >= 2 { try await Task.sleep(for: .milliseconds(1)) }
                }
            } catch let error as LambdaStreamError {
                reasons.withLock { $0.append("\(error.code)") }
                throw error
            }
        }
    }

    @Test(arguments: [
        (400, "The service does not know the invocation, or could not read the answer."),
        (403, "The invocation is not waiting for an answer."),
        (410, "The invocation has ended already, most likely by its timeout."),
        (413, "The answer is larger than Lambda accepts."),
    ])
    func stopsAtARefusalInMidStream(_ status: Int, _ reason: String) async throws {
        let reasons = Monitor<[String]>([])
        try await withLambda(Self.writer(reasons)) { lambda in
            let refused = try await lambda.invoke(
                1_000_000,
                faults: [.post(.status(status).afterPieces(3))]
            )
            #expect(reasons.withLock { $0 } == ["StreamInterrupted"])
            #expect(refused.posts.map(\.operation) == ["response"])
            #expect(
                refused.lines == [
                    "ERROR POST /2018-06-01/runtime/invocation/{id}/response returned status "
                        + "\(status) before the response was whole. \(reason) The rest of it is not "
                        + "sent."
                ]
            )
            #expect(try await lambda.invoke(1).text == "0\n")
            #expect(try await lambda.end() == .ended)
        }
    }

    @Test(arguments: [400, 403, 410, 413])
    func logsARefusalAtTheEnd(_ status: Int) async throws {
        let reasons = Monitor<[String]>([])
        try await withLambda(Self.writer(reasons)) { lambda in
            let refused = try await lambda.invoke(2, faults: [.post(.status(status))])
            #expect(refused.posts.map(\.operation) == ["response"])
            #expect(refused.lines.count == 1)
            #expect(refused.logs.first?.message.contains("returned status \(status).") == true)
            #expect(try await lambda.invoke(1).text == "0\n")
        }
    }

    @Test func finishThrowsWhatTheServiceRefused() async throws {
        let story = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write("x")
            let error = await #expect(throws: LambdaStreamError.self) {
                try await response.finish()
            }
            #expect(error?.code == .interrupted)
            // It is over, and says so again.
            await #expect(throws: LambdaStreamError.self) { try await response.write("y") }
        }
        try await withLambda(story) { lambda in
            let refused = try await lambda.invoke(1, faults: [.post(.status(410))])
            #expect(refused.posts.count == 1)
            #expect(refused.lines.count == 1)
        }
    }

    @Test(arguments: [ServiceFault.Reply.close, .reset])
    func aConnectionThatBreaksInMidStreamInterruptsTheHandler(
        _ reply: ServiceFault.Reply
    ) async throws {
        let reasons = Monitor<[String]>([])
        try await withLambda(Self.writer(reasons)) { lambda in
            let broken = try await lambda.invoke(
                1_000_000,
                faults: [.post(reply.afterPieces(3))]
            )
            #expect(reasons.withLock { $0 } == ["StreamInterrupted"])
            #expect(broken.posts.map(\.operation) == ["response"])
            #expect(broken.answer?.isWhole == false)
            #expect(broken.stream?.isComplete == false)
            let line = try #require(broken.logs.first)
            #expect(broken.logs.count == 1)
            #expect(line.level == .error)
            #expect(
                line.message.hasPrefix(
                    "POST /2018-06-01/runtime/invocation/{id}/response broke in the middle of the "
                        + "response. "
                )
            )
            #expect(
                line.message.hasSuffix(
                    " The rest of it is not sent, and what was sent is not sent again."
                )
            )
            #expect(try await lambda.invoke(1).text == "0\n")
            #expect(try await lambda.end() == .ended)
        }
    }

    @Test func aConnectionThatBreaksAtTheEndIsLogged() async throws {
        let reasons = Monitor<[String]>([])
        try await withLambda(Self.writer(reasons)) { lambda in
            let broken = try await lambda.invoke(2, faults: [.post(.close)])
            #expect(broken.posts.map(\.operation) == ["response"])
            #expect(broken.logs.count == 1)
            #expect(try await lambda.invoke(1).text == "0\n")
        }
    }

    @Test func aServiceThatNeverConfirmsIsGivenUp() async throws {
        let reasons = Monitor<[String]>([])
        try await withLambda(
            Self.writer(reasons),
            options: TestLambda.Options(stallLimit: .seconds(1))
        ) { lambda in
            let stalled = try await lambda.invoke(
                2,
                with: .init(timeout: .seconds(1)),
                faults: [.post(.stall)]
            )
            #expect(stalled.posts.count == 1)
            // With many invocations at once the deadline, which has passed as well, may be an error of its own.
            #expect((1...2).contains(stalled.logs.atLeast(.error).count))
            #expect(try await lambda.invoke(1).text == "0\n")
        }
    }

    @Test func aReaderThatPausesIsWaitedForUntilTheDeadline() async throws {
        let gate = Monitor(false)
        let open = { @Sendable in
            gate.withLock { $0 = true }
            gate.signal()
        }
        let ended = Monitor(0)
        let blob = {
            @Sendable (count: Int, response: LambdaResponseStream, context: LambdaContext) in
            defer { ended.withLock { $0 += 1 } }
            let piece = [UInt8](repeating: 1, count: 1 << 20)
            for _ in 0..<count { try await response.write(piece) }
        }
        let options = TestLambda.Options(stallLimit: .milliseconds(300))
        try await withLambda(blob, options: options) { lambda in
            async let patient = lambda.invoke(32) { _ in _ = gate.wait { $0 ? true : nil as Bool? }
            }
            // Whatever comes of the wait, nobody may be left at the gate.
            defer { open() }
            try await eventually("the runtime has said that it waits") {
                lambda.log.messages.contains { $0.hasPrefix("The response is not being") }
            }
            open()
            #expect(try await patient.stream?.isComplete == true)

            gate.withLock { $0 = false }
            async let impatient = lambda.invoke(160, with: .init(timeout: .seconds(1))) { _ in
                _ = gate.wait { $0 ? true : nil as Bool? }
            }
            defer { open() }
            // 160 MiB do not fit between the two, whose buffers the kernel lets grow to 36 MiB on some
            // machines: only the deadline ends the write.
            try await eventually("the write has ended") { ended.withLock { $0 } >= 2 }
            open()
            #expect(try await impatient.stream?.isComplete != true)
        }
    }

    @Test func theBeginningIsSentAgainOverANewConnectionWhereNobodySawIt() async throws {
        // The connection over which the event came has ended by the time of the first piece.
        let hello = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write("hello")
        }
        try await withLambda(hello) { lambda in
            let invocation = try await lambda.invoke(
                1,
                faults: [.event(.closingTheConnection)]
            )
            #expect(try invocation.text == "hello")
            #expect(invocation.posts.count == 1)
            #expect(invocation.logs.isEmpty)
            #expect(lambda.connections == 2)
        }
    }

    @Test func aServiceThatIsGoneIsReported() async throws {
        let hello = { @Sendable (_: Int, response: LambdaResponseStream, _: LambdaContext) in
            try await response.write("hello")
        }
        try await withLambda(hello) { lambda in
            _ = try? await lambda.invoke(1, faults: [.post(.refuse.afterPieces(0))])
            let exit = try await lambda.end()
            #expect(exit == .serviceFailed)
            #expect(!lambda.log.records.atLeast(.error).isEmpty)
        }
    }
}
