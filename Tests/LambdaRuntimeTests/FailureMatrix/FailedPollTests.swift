import LambdaRuntime
import LambdaTesting
import Testing

/// What the service and the network can do to a function that polls.
struct FailedPollTests {
    @Test("/next answers 500", arguments: [204, 302, 400, 403, 404, 500, 503])
    func pollsAgainAfterAnotherStatus(_ status: Int) async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let invocation = try await lambda.invoke("1", faults: [.poll(.status(status))])
            #expect(try invocation.text == "1")
            #expect(lambda.course == ["next", "next", "response", "next"])
            #expect(
                lambda.lines == [
                    "ERROR GET /2018-06-01/runtime/invocation/next returned status \(status). "
                        + "Expected 200."
                ]
            )
        }
    }

    @Test func givesUpAfterFiveFailedPolls() async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let faults = Array(repeating: ServiceFault.poll(.status(500)), count: 6)
            let error = await #expect(throws: LambdaTestError.self) {
                try await lambda.invoke("1", faults: faults)
            }
            #expect(error?.code == .ended)
            let exit = try await lambda.end()
            #expect(exit == .serviceFailed)
            #expect(lambda.course == ["next", "next", "next", "next", "next"])
            #expect(
                lambda.lines.last
                    == "FATAL The Runtime API could not be used in 5 attempts. The process ends "
                    + "now, so that Lambda starts another."
            )
        }
    }

    @Test func anInvocationStartsTheCountAnew() async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let faults = Array(repeating: ServiceFault.poll(.status(500)), count: 4)
            for event in ["1", "2"] {
                let invocation = try await lambda.invoke(event, faults: faults)
                #expect(try invocation.text == event)
            }
        }
    }

    @Test("connection closed while polling", arguments: [ServiceFault.Reply.close, .reset])
    func pollsAgainWhenTheConnectionEnds(_ reply: ServiceFault.Reply) async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let invocation = try await lambda.invoke("1", faults: [.poll(reply)])
            #expect(try invocation.text == "1")
            #expect(lambda.course == ["next", "next", "response", "next"])
            #expect(lambda.connections == 2)
            #expect(lambda.log.records.map(\.level) == [.warn])
        }
    }

    @Test("connection refused")
    func givesUpWhenTheServiceRefusesConnections() async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            await #expect(throws: LambdaTestError.self) {
                try await lambda.invoke("1", faults: [.poll(.refuse)])
            }
            let exit = try await lambda.end()
            #expect(exit == .serviceFailed)
            #expect(lambda.lines.count == 6)
            #expect(lambda.lines[1].hasSuffix("failed. Connecting failed: Connection refused."))
        }
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
        try await withLambda(FailureMatrix.echo) { lambda in
            let invocation = try await lambda.invoke("1", faults: [.poll(.text(bytes))])
            #expect(try invocation.text == "1")
            #expect(lambda.lines.count == 1)
            #expect(lambda.lines[0].hasSuffix("failed. \(reason)"))
        }
    }

    @Test func waitsForAPollLongerThanTheStallLimit() async throws {
        let options = TestLambda.Options(stallLimit: .milliseconds(20))
        try await withLambda(FailureMatrix.echo, options: options) { lambda in
            // Answered with no event, so that the short limit applies to nothing but the poll.
            let slow = ServiceFault.Reply.status(410).after(.milliseconds(100))
            await #expect(throws: LambdaTestError.self) {
                try await lambda.invoke("1", faults: [.poll(slow)])
            }
            let exit = try await lambda.end()
            #expect(exit == .ended)
            #expect(lambda.course == ["next"])
            #expect(lambda.connections == 1)
        }
    }
}
