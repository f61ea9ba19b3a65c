import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

/// What the service and the network can do to the loop: each row of the failure matrix that a
/// function which takes a request and gives a response can meet.
struct FailureMatrixTests {
    // MARK: Answers that the service refuses

    @Test(arguments: [
        (400, "The service does not know the invocation, or could not read the answer."),
        (403, "The invocation is not waiting for an answer."),
        (404, "Expected 202."),
        (410, "The invocation has ended already, most likely by its timeout."),
    ])
    func goesOnAfterARefusedResponse(_ status: Int, _ reason: String) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            posts: [.status(status)],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "response", "next", "response", "next"])
        #expect(
            run.lines == [
                "ERROR POST /2018-06-01/runtime/invocation/{id}/response returned status "
                    + "\(status). \(reason)"
            ]
        )
        #expect(run.logs[0].requestID == "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
    }

    @Test func reportsAResponseThatTheServiceFindsTooLarge() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            posts: [.status(413)],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "response", "error", "next", "response", "next"])
        #expect(
            run.posts[1]["lambda-runtime-function-error-type"]
                == "Function.ResponseSizeTooLarge"
        )
    }

    @Test func reportsAResponseOverTheLimitWithoutSendingIt() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            function { (event: Int, _: LambdaContext) in
                [UInt8](repeating: 0x31, count: event == 1 ? 6_291_557 : 6_291_556)
            }
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "error", "next", "response", "next"])
        #expect(
            run.posts[0].text == #"{"errorMessage":"The response is 6,291,557 bytes. Lambda "#
                + #"accepts at most 6,291,556. Stream it, or store it in S3.","#
                + #""errorType":"Function.ResponseSizeTooLarge","stackTrace":[]}"#
        )
    }

    @Test func readsTheRefusalOfAServerThatDoesNotReadTheBody() async throws {
        // It answers 413 after the head and closes, so that sending the rest fails.
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            posts: [ScriptedStep.status(413, .close).early],
            function { (event: Int, _: LambdaContext) in
                [UInt8](repeating: 0x31, count: event == 1 ? 6_000_000 : 1)
            }
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "response", "error", "next", "response", "next"])
        #expect(run.posts.last?.text == "1")
    }

    @Test(arguments: [500, 502, 503])
    func endsWhenTheServiceIsBroken(_ status: Int) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            posts: [.status(status)],
            echo
        )
        #expect(run.exit == .serviceFailed)
        #expect(run.exit.status == 1)
        #expect(run.course == ["next", "response"])
        #expect(
            run.lines == [
                "FATAL POST /2018-06-01/runtime/invocation/{id}/response returned status "
                    + "\(status). The service cannot go on with this process, which ends now."
            ]
        )
    }

    @Test func endsWhenTheServiceCannotTakeAnError() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("x"), .invocation("2")],
            posts: [.status(500)],
            function { (event: Int, _: LambdaContext) in event }
        )
        #expect(run.exit == .serviceFailed)
        #expect(run.course == ["next", "error"])
    }

    @Test(arguments: [400, 403, 410, 413])
    func goesOnAfterARefusedError(_ status: Int) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("x"), .invocation("2")],
            posts: [.status(status)],
            function { (event: Int, _: LambdaContext) in event }
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "error", "next", "response", "next"])
    }

    // MARK: Polls that fail

    @Test(arguments: [204, 302, 400, 403, 404, 500, 503])
    func pollsAgainAfterAnotherStatus(_ status: Int) async throws {
        let run = try await LoopRun.run(polls: [.status(status), .invocation("1")], echo)
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "next", "response", "next"])
        #expect(
            run.lines == [
                "ERROR GET /2018-06-01/runtime/invocation/next returned status \(status). "
                    + "Expected 200."
            ]
        )
    }

    @Test func givesUpAfterFiveFailedPolls() async throws {
        let run = try await LoopRun.run(
            polls: Array(repeating: .status(500), count: 6) + [.invocation("1")],
            echo
        )
        #expect(run.exit == .serviceFailed)
        #expect(run.course == ["next", "next", "next", "next", "next"])
        #expect(
            run.lines.last
                == "FATAL The Runtime API could not be used in 5 attempts. The process ends now, "
                + "so that Lambda starts another."
        )
    }

    @Test func anInvocationStartsTheCountAnew() async throws {
        let failures = Array(repeating: ScriptedStep.status(500), count: 4)
        let run = try await LoopRun.run(
            polls: failures + [.invocation("1")] + failures + [.invocation("2")],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["1", "2"])
    }

    @Test(arguments: [ScriptedStep.Ending.close, .reset])
    func pollsAgainWhenTheConnectionEnds(_ ending: ScriptedStep.Ending) async throws {
        let run = try await LoopRun.run(polls: [.nothing(ending), .invocation("1")], echo)
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "next", "response", "next"])
        #expect(run.connections == 2)
        #expect(run.logs.map(\.level) == [.warn])
    }

    @Test func pollsAgainWhenAnIdleConnectionEnds() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            posts: [.status(202, .close)],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["1", "2"])
        #expect(run.connections == 2)
    }

    @Test func givesUpWhenTheServiceRefusesConnections() async throws {
        let run = try await LoopRun.run(polls: [.nothing(.refuse)], echo)
        #expect(run.exit == .serviceFailed)
        #expect(run.lines.count == 6)
        #expect(run.lines[1].hasSuffix("failed. Connecting failed: Connection refused."))
    }

    @Test func honoursConnectionClose() async throws {
        let closing = ["Connection: close"]
        let run = try await LoopRun.run(
            polls: [
                .invocation("1", more: closing, ending: .close),
                .invocation("2", more: closing, ending: .close),
            ],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["1", "2"])
        #expect(run.requests.map(\.connection) == [1, 2, 2, 3, 3])
        #expect(run.logs.isEmpty)
    }

    @Test func doesNotReuseAConnectionWithBytesNobodyAskedFor() async throws {
        let run = try await LoopRun.run(
            polls: [.raw(ScriptedStep.invocation("1").text + "surplus"), .invocation("2")],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["1", "2"])
    }

    @Test(arguments: [
        ("SSH-2.0-OpenSSH_9.6\r\n", "The bytes are not an HTTP/1.1 message (RFC 9112 §2.3)."),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1",
            "The message has both Content-Length and Transfer-Encoding (RFC 9112 §6.1)."
        ),
        (
            "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
            "A line ends in LF. Expected CR LF (RFC 9112 §2.2)."
        ),
    ])
    func saysWhichClauseAServerBreaks(_ bytes: String, _ reason: String) async throws {
        let run = try await LoopRun.run(polls: [.raw(bytes), .invocation("1")], echo)
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["1"])
        #expect(run.lines.count == 1)
        #expect(run.lines[0].hasSuffix("failed. \(reason)"))
    }

    // MARK: Events that break off

    @Test(arguments: [ScriptedStep.Ending.close, .reset, .stall])
    func answersAnEventThatBreaksOff(_ ending: ScriptedStep.Ending) async throws {
        let whole = ScriptedStep.invocation("{\"article\":\"tea\"}")
        let part = ScriptedStep(bytes: Array(whole.bytes.dropLast(3)), ending: ending)
        let run = try await LoopRun.run(
            polls: [part, .invocation("1")],
            patience: ending == .stall ? .impatient : .test,
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "error", "next", "response", "next"])
        #expect(
            run.posts[0]["lambda-runtime-function-error-type"] == "Runtime.EventTruncated"
        )
        #expect(run.connections == 2)
    }

    @Test(arguments: ["67108865", "99999999999999999999"])
    func answersAnEventThatIsTooLargeToTake(_ length: String) async throws {
        let run = try await LoopRun.run(
            polls: [
                .raw(
                    "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: large\r\n"
                        + "Content-Length: \(length)\r\n\r\n["
                ),
                .invocation("1"),
            ],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "error", "next", "response", "next"])
        #expect(run.posts[0].target == "/2018-06-01/runtime/invocation/large/error")
        #expect(run.posts[0].text.contains("The body is larger than the limit set for it"))
        #expect(run.posts[1].text == "1")
    }

    @Test func pollsAgainWhenAHeadBreaksOff() async throws {
        let head = "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: a\r\nLambda-Run"
        let run = try await LoopRun.run(
            polls: [.raw(head, .stall), .invocation("1")],
            patience: .impatient,
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "next", "response", "next"])
        #expect(run.lines.map { $0.hasSuffix("The response stopped in the middle.") } == [true])
    }

    @Test func waitsForAPollLongerThanTheStallLimit() async throws {
        // Without an event, so that the short limit applies to nothing but the poll.
        var patience = RuntimePatience.test
        patience.stallLimit = .milliseconds(20)
        let run = try await LoopRun.run(
            polls: [ScriptedStep.status(410).delayed(.milliseconds(100))],
            patience: patience,
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next"])
        #expect(run.connections == 1)
    }

    // MARK: Answers that are not confirmed

    @Test(arguments: [ScriptedStep.Ending.close, .reset, .stall])
    func neverSendsAnAnswerTwice(_ ending: ScriptedStep.Ending) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            posts: [.nothing(ending)],
            patience: ending == .stall ? .impatient : .test,
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "response", "next", "response", "next"])
        #expect(run.posts.map(\.text) == ["1", "2"])
        #expect(run.logs.map(\.level) == [.error])
        #expect(run.lines[0].contains("was sent, and not confirmed."))
        #expect(run.logs[0].requestID != nil)
    }

    /// How a handler spends the time in which its connection ends.
    enum Pause {
        /// It lets go of the thread, as a handler does that awaits something.
        case suspends
        /// It keeps the thread, in a system call of its own or in a long computation.
        case blocks
    }

    @Test(arguments: [Pause.suspends, .blocks])
    func sendsAnAnswerOverANewConnectionWhenTheOldOneHasEnded(_ pause: Pause) async throws {
        // The connection ends while the handler is at work: the answer would be lost on it.
        let api = try ScriptedRuntimeAPI(polls: [.invocation("1", ending: .close)])
        let logs = LogCollector()
        let loop = InvocationLoop(
            endpoint: api.endpoint,
            logger: LambdaLogger(sink: logs),
            patience: .test,
            makeFunction: function { (event: Int, _: LambdaContext) in
                let start = MonotonicClock.nanoseconds
                switch pause {
                case .suspends:
                    _ = await offThePool { api.waitUntilClosed(1) }
                case .blocks:
                    // The thread is the loop's own. The server may be quicker than any pause.
                    api.waitUntilClosed(1)
                    while MonotonicClock.nanoseconds - start < 2_000_000 {}
                }
                return event
            }
        )
        #expect(await loop.run() == .ended)
        #expect(api.stop())
        #expect(api.requests.map(\.connection) == [1, 2, 2])
        #expect(api.requests[1].text == "1")
        #expect(logs.records.isEmpty)
    }
}

extension ScriptedStep {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
