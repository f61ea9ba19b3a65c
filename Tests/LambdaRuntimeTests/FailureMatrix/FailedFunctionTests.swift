import LambdaJSON
import LambdaRuntime
import LambdaTesting
import Testing

/// What a function can do wrong by itself, and what it is told about its caller: rows of the failure
/// matrix, through the public testing kit.
struct FailedFunctionTests {
    private struct Refusal: LambdaReportableError {
        var errorType = "Refusal"
        var errorMessage = "No."
    }

    /// Throws for the event 1, and answers every other.
    private func refused(with error: Refusal) async throws -> ReportedError? {
        let function = { @Sendable (event: Int, _: LambdaContext) in
            if event == 1 { throw error }
            return event
        }
        return try await withLambda(function) { lambda in
            let refused = try await lambda.invoke("1")
            #expect(refused.posts.map(\.operation) == ["error"])
            #expect(try await lambda.invoke("2").text == "2")
            return refused.error
        }
    }

    @Test("event that does not decode")
    func reportsAnEventThatDoesNotDecode() async throws {
        try await withLambda(FailureMatrix.number) { lambda in
            let broken = try await lambda.invoke(#"{"name":"secret"}"#)
            #expect(broken.posts.map(\.operation) == ["error"])
            let error = try #require(broken.error)
            #expect(error.type == "Runtime.EventInvalid")
            #expect(!error.message.contains("secret"))
            #expect(try await lambda.invoke("2").text == "2")
        }
    }

    @Test("init fails")
    func reportsAFailedInitialisation() async throws {
        try await withLambda(FailureMatrix.Broken.self) { lambda in
            let error = try await lambda.initializationError()
            #expect(error?.type == "NoTable")
            #expect(error?.functionErrorType == "Function.NoTable")
            #expect(lambda.requests.map(\.path) == ["/2018-06-01/runtime/init/error"])
            #expect(try await lambda.end() == .initializationFailed)
        }
    }

    @Test("error message with a newline or control character")
    func postsAnyMessageAsJSON() async throws {
        let message = "line\nbreak \"quoted\" \\ \u{0}\u{1F}\u{7F}\t\r \u{2028} \u{1F600}"
        #expect(try await refused(with: Refusal(errorMessage: message))?.message == message)
    }

    @Test(
        "error header",
        arguments: [
            ("OutOfStock", "Function.OutOfStock"),
            ("Runtime.OutOfStock", "Runtime.OutOfStock"),
            ("X\r\nInjected: yes", "Function.Unknown"),
        ]
    )
    func countsTheErrorUnderItsType(_ type: String, _ header: String) async throws {
        let error = try await refused(with: Refusal(errorType: type))
        #expect(error?.type == type)
        #expect(error?.functionErrorType == header)
    }

    @Test("client context, Cognito identity")
    func tellsTheHandlerWhoCalls() async throws {
        let caller = { @Sendable (_: Int, context: LambdaContext) in
            [
                context.clientContext?.custom["key"]?.stringValue,
                context.cognitoIdentity?.identityID, context.cognitoIdentity?.identityPoolID,
            ]
        }
        try await withLambda(caller) { lambda in
            let invocation = try await lambda.invoke(
                "1",
                with: .init(
                    clientContext: .init(custom: ["key": "value"]),
                    cognitoIdentity: .init(identityID: "ada", identityPoolID: "pool")
                )
            )
            #expect(try invocation.output(as: [String?].self) == ["value", "ada", "pool"])
            let anonymous = try await lambda.invoke("1")
            #expect(try anonymous.output(as: [String?].self) == [nil, nil, nil])
        }
    }
}
