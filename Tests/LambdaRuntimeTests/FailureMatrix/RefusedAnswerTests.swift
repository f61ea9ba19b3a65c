import LambdaRuntime
import LambdaTesting
import Testing

/// What the service can do to a function with its answers to posts: each row of the failure matrix is
/// a test through the public testing kit.
struct RefusedAnswerTests {
    @Test(
        "POST /response answered 400, 403, 413 or 500: 400 and 403",
        arguments: [
            (400, "The service does not know the invocation, or could not read the answer."),
            (403, "The invocation is not waiting for an answer."),
            (404, "Expected 202."),
            (410, "The invocation has ended already, most likely by its timeout."),
        ]
    )
    func goesOnAfterARefusedResponse(_ status: Int, _ reason: String) async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let refused = try await lambda.invoke("1", faults: [.post(.status(status))])
            let next = try await lambda.invoke("2")
            #expect(try await lambda.end() == .ended)
            #expect(lambda.course == ["next", "response", "next", "response", "next"])
            #expect(try next.text == "2")
            #expect(
                refused.lines == [
                    "ERROR POST /2018-06-01/runtime/invocation/{id}/response returned status "
                        + "\(status). \(reason)"
                ]
            )
        }
    }

    @Test("POST /response answered 400, 403, 413 or 500: 413")
    func reportsAResponseThatTheServiceFindsTooLarge() async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let refused = try await lambda.invoke("1", faults: [.post(.status(413))])
            let next = try await lambda.invoke("2")
            #expect(refused.posts.map(\.operation) == ["response", "error"])
            #expect(refused.error?.functionErrorType == "Function.ResponseSizeTooLarge")
            #expect(try next.text == "2")
        }
    }

    @Test("response over 6 MB")
    func reportsAResponseOverTheLimitWithoutSendingIt() async throws {
        let repeated = { @Sendable (count: Int, _: LambdaContext) in
            [UInt8](repeating: 0x31, count: count)
        }
        try await withLambda(repeated) { lambda in
            let over = try await lambda.invoke(6_291_557)
            let within = try await lambda.invoke(6_291_556)
            #expect(over.posts.map(\.operation) == ["error"])
            #expect(
                over.error
                    == ReportedError(
                        type: "Function.ResponseSizeTooLarge",
                        message: "The response is 6,291,557 bytes. Lambda accepts at most "
                            + "6,291,556. Stream it, or store it in S3.",
                        functionErrorType: "Function.ResponseSizeTooLarge"
                    )
            )
            #expect(try within.output.count == 6_291_556)
        }
    }

    @Test func readsTheRefusalOfAServerThatDoesNotReadTheBody() async throws {
        // It answers 413 after the head and closes, so that sending the rest fails.
        let repeated = { @Sendable (count: Int, _: LambdaContext) in
            [UInt8](repeating: 0x31, count: count)
        }
        try await withLambda(repeated) { lambda in
            let refused = try await lambda.invoke(
                6_000_000,
                faults: [.post(.status(413).beforeTheBody.then(.close))]
            )
            let next = try await lambda.invoke(1)
            #expect(refused.posts.map(\.operation) == ["response", "error"])
            #expect(refused.error?.type == "Function.ResponseSizeTooLarge")
            #expect(try next.text == "1")
        }
    }

    @Test("POST /response answered 400, 403, 413 or 500: 500", arguments: [500, 502, 503])
    func endsWhenTheServiceIsBroken(_ status: Int) async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let refused = try await lambda.invoke("1", faults: [.post(.status(status))])
            let exit = try await lambda.end()
            #expect(exit == .serviceFailed)
            #expect(exit.status == 1)
            #expect(lambda.course == ["next", "response"])
            #expect(
                refused.lines == [
                    "FATAL POST /2018-06-01/runtime/invocation/{id}/response returned status "
                        + "\(status). The service cannot go on with this process, which ends now."
                ]
            )
        }
    }

    @Test("POST /error answered 500")
    func endsWhenTheServiceCannotTakeAnError() async throws {
        try await withLambda(FailureMatrix.number) { lambda in
            let refused = try await lambda.invoke("x", faults: [.post(.status(500))])
            #expect(refused.error?.type == "Runtime.EventInvalid")
            #expect(try await lambda.end() == .serviceFailed)
            #expect(lambda.course == ["next", "error"])
        }
    }

    @Test(arguments: [400, 403, 410, 413])
    func goesOnAfterARefusedError(_ status: Int) async throws {
        try await withLambda(FailureMatrix.number) { lambda in
            let refused = try await lambda.invoke("x", faults: [.post(.status(status))])
            let next = try await lambda.invoke("2")
            #expect(refused.posts.map(\.operation) == ["error"])
            #expect(try next.text == "2")
        }
    }

    @Test(
        "connection closed before a POST is answered",
        arguments: [ServiceFault.Reply.close, .reset, .stall]
    )
    func neverSendsAnAnswerTwice(_ reply: ServiceFault.Reply) async throws {
        try await withLambda(FailureMatrix.echo, options: FailureMatrix.impatient) { lambda in
            let unconfirmed = try await lambda.invoke("1", faults: [.post(reply)])
            let next = try await lambda.invoke("2")
            #expect(lambda.course == ["next", "response", "next", "response", "next"])
            #expect(unconfirmed.posts.map(\.text) == ["1"])
            #expect(next.posts.map(\.text) == ["2"])
            #expect(unconfirmed.logs.map(\.level) == [.error])
            #expect(unconfirmed.lines[0].contains("was sent, and not confirmed."))
        }
    }

    @Test func pollsAgainWhenAnIdleConnectionEnds() async throws {
        try await withLambda(FailureMatrix.echo) { lambda in
            let first = try await lambda.invoke("1", faults: [.post(.status(202).then(.close))])
            let second = try await lambda.invoke("2")
            #expect(try first.text == "1")
            #expect(try second.text == "2")
            #expect(lambda.connections == 2)
        }
    }

    @Test("init fails: and the report is refused", arguments: [400, 403, 500])
    func endsAfterAFailedInitialisationWhateverTheServiceSays(_ status: Int) async throws {
        let options = TestLambda.Options(initializationFaults: [.status(status)])
        try await withLambda(FailureMatrix.Broken.self, options: options) { lambda in
            let error = try await lambda.initializationError()
            #expect(error?.type == "NoTable")
            #expect(try await lambda.end() == .initializationFailed)
            #expect(lambda.requests.count == 1)
            #expect(lambda.log.records.count == 2)
        }
    }
}
