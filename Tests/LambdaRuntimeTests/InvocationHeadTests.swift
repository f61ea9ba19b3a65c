import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

/// Heads of `/next` with something missing or malformed.
struct InvocationHeadTests {
    private static let requestIDText =
        "ERROR The Lambda-Runtime-Aws-Request-Id header is not an identifier of at most 128 "
        + "letters, digits, dots, hyphens and underscores. The invocation cannot be answered."

    @Test(arguments: [
        (
            nil,
            "ERROR The invocation has no Lambda-Runtime-Aws-Request-Id header. It cannot be answered."
        ),
        (
            "",
            "ERROR The invocation has no Lambda-Runtime-Aws-Request-Id header. It cannot be answered."
        ),
        ("../../init/error", requestIDText),
        ("a b", requestIDText),
        ("..", requestIDText),
        ("a%2f", requestIDText),
        ("\u{FC}", requestIDText),
        (String(repeating: "a", count: 129), requestIDText),
    ])
    func anInvocationWithoutUsableRequestID(_ id: String?, _ line: String) async throws {
        let run = try await LoopRun.run(polls: [.invocation("1", id: id), .invocation("2")], echo)
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "next", "response", "next"])
        #expect(run.posts.map(\.text) == ["2"])
        #expect(run.lines == [line])
    }

    @Test func givesUpWhenNoInvocationHasAnID() async throws {
        let polls = Array(repeating: ScriptedStep.invocation("1", id: nil), count: 6)
        let run = try await LoopRun.run(polls: polls, echo)
        #expect(run.exit == .serviceFailed)
        #expect(run.requests.count == 5)
    }

    @Test(arguments: [
        (
            nil,
            "WARN The invocation has no Lambda-Runtime-Deadline-Ms header. The deadline is taken "
                + "to be 15 minutes from now."
        ),
        (
            "soon",
            "WARN The Lambda-Runtime-Deadline-Ms header is not a number of milliseconds. The "
                + "deadline is taken to be 15 minutes from now."
        ),
        (
            "99999999999999999999",
            "WARN The Lambda-Runtime-Deadline-Ms header is not a number of milliseconds. The "
                + "deadline is taken to be 15 minutes from now."
        ),
        (
            "-5",
            "WARN The Lambda-Runtime-Deadline-Ms header is not a number of milliseconds. The "
                + "deadline is taken to be 15 minutes from now."
        ),
    ])
    func handlesAnEventWithoutUsableDeadline(_ deadline: String?, _ line: String) async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1", deadline: deadline)],
            function { (_: Int, context: LambdaContext) in
                context.remainingTime > .seconds(890) && context.remainingTime <= .seconds(900)
            }
        )
        #expect(run.lines == [line])
        #expect(run.logs[0].requestID != nil)
        #expect(run.posts.map(\.text) == ["true"])
    }

    @Test func handlesAnEventWithoutFunctionARN() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1", arn: nil)],
            function { (_: Int, context: LambdaContext) in context.invokedFunctionARN == nil }
        )
        #expect(run.posts.map(\.text) == ["true"])
        #expect(
            run.lines == [
                "WARN The invocation has no Lambda-Runtime-Invoked-Function-Arn header. The "
                    + "context has no function ARN."
            ]
        )
    }

    @Test func doesNotSendAMalformedInvocationIDBack() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1", more: ["Lambda-Runtime-Invocation-Id: a b"])],
            echo
        )
        #expect(run.posts[0].header(.invocationID) == nil)
        #expect(
            run.lines == [
                "WARN The Lambda-Runtime-Invocation-Id header is not an identifier of at most 128 "
                    + "letters, digits, dots, hyphens and underscores. It is not sent back with "
                    + "the answer."
            ]
        )
    }

    @Test func takesAnIdentifierAtTheLimit() async throws {
        let id = String(repeating: "a", count: 128)
        let run = try await LoopRun.run(
            polls: [.invocation("1", id: id, more: ["Lambda-Runtime-Invocation-Id: \(id)"])],
            echo
        )
        #expect(run.posts[0].path.contains("/\(id)/"))
        #expect(run.posts[0].header(.invocationID) == id)
    }

    @Test(arguments: ["{", "[]", "\"x\"", ""])
    func aMalformedClientContextIsNone(_ text: String) async throws {
        let run = try await LoopRun.run(
            polls: [
                .invocation(
                    "1",
                    more: [
                        "Lambda-Runtime-Client-Context: \(text)",
                        "Lambda-Runtime-Cognito-Identity: \(text)",
                    ]
                )
            ],
            function { (_: Int, context: LambdaContext) in
                context.clientContext == nil && context.cognitoIdentity == nil
            }
        )
        #expect(run.posts.map(\.text) == ["true"])
    }
}
