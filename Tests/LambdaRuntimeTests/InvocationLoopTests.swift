import LambdaJSON
import LambdaTesting
import LambdaTransport
import Testing

@testable import LambdaRuntime

struct InvocationLoopTests {
    private let id = "8476a536-e9f4-11e8-9739-2dfe598c3fcd"

    @Test func answersEachInvocationAndEndsWith410() async throws {
        let run = try await LoopRun.run(
            polls: [
                .invocation(#"{"article":"tea","quantity":2}"#),
                .invocation(#"{"article":"jam","quantity":3}"#, id: "second"),
            ],
            function { (order: Order, _: LambdaContext) in
                Order(article: order.article.uppercased(), quantity: order.quantity * 2)
            }
        )
        #expect(run.exit == .ended)
        #expect(
            run.requests.map(\.path) == [
                "/2018-06-01/runtime/invocation/next",
                "/2018-06-01/runtime/invocation/\(id)/response",
                "/2018-06-01/runtime/invocation/next",
                "/2018-06-01/runtime/invocation/second/response",
                "/2018-06-01/runtime/invocation/next",
            ]
        )
        #expect(run.posts[0].text == #"{"article":"TEA","quantity":4}"#)
        #expect(run.posts[1].text == #"{"article":"JAM","quantity":6}"#)
        #expect(run.posts[0].header(.contentType) == "application/json")
        #expect(run.requests.allSatisfy { $0.header("host")?.hasPrefix("127.0.0.1:") == true })
        #expect(run.connections == 1)
        #expect(run.logs.isEmpty)
    }

    @Test func passesTextAndBytesThrough() async throws {
        let text = try await LoopRun.run(
            polls: [.invocation("not {json, \u{FC}"), .invocation("")],
            function { (event: String, _: LambdaContext) in "<\(event)>" }
        )
        #expect(text.posts.map(\.text) == ["<not {json, \u{FC}>", "<>"])
        #expect(text.posts[0].header(.contentType) == "text/plain; charset=utf-8")
        let payload: [UInt8] = [0, 255, 10, 13]
        let bytes = try await LoopRun.run(polls: [.invocation(bytes: payload)], echo)
        #expect(bytes.posts.map(\.body) == [payload])
        #expect(bytes.posts[0].header(.contentType) == "application/octet-stream")
    }

    @Test func answersNullForNothing() async throws {
        let run = try await LoopRun.run(polls: [.invocation("{}")]) {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .null,
                call: { (_: JSONValue, _) in }
            )
        }
        #expect(run.posts.map(\.text) == ["null"])
    }

    @Test func handsTheHeadToTheHandler() async throws {
        let contexts = Monitor<[LambdaContext]>([])
        let run = try await LoopRun.run(
            polls: [
                .invocation(
                    "{}",
                    more: [
                        "LAMBDA-RUNTIME-TRACE-ID: Root=1-2-3;Sampled=1",
                        "lambda-runtime-aws-tenant-id: blue",
                        #"Lambda-Runtime-Client-Context: {"custom":{"a":1},"client":{"app_title":"x"}}"#,
                        #"Lambda-Runtime-Cognito-Identity: {"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"}"#,
                    ]
                )
            ],
            function { (_: JSONValue, context: LambdaContext) in
                contexts.withLock { $0.append(context) }
                return true
            }
        )
        #expect(run.exit == .ended)
        let context = try #require(contexts.withLock { $0.first })
        #expect(context.requestID == id)
        #expect(context.deadlineMilliseconds == 4_102_444_800_000)
        #expect(context.remainingTime > .seconds(1_000_000))
        #expect(
            context.invokedFunctionARN == "arn:aws:lambda:us-east-1:123456789012:function:test"
        )
        #expect(context.traceID == "Root=1-2-3;Sampled=1")
        #expect(context.tenantID == "blue")
        #expect(context.clientContext?.client?.appTitle == "x")
        #expect(context.clientContext?.custom == ["a": 1])
        #expect(
            context.cognitoIdentity
                == LambdaContext.CognitoIdentity(identityID: "i", identityPoolID: "p")
        )
    }

    @Test func sendsTheInvocationIDBack() async throws {
        let run = try await LoopRun.run(
            polls: [
                .invocation("1", more: ["Lambda-Runtime-Invocation-Id: abc-1"]),
                .invocation("x", more: ["Lambda-Runtime-Invocation-Id: abc-2"]),
                .invocation("1"),
            ],
            function { (event: Int, _: LambdaContext) in event }
        )
        #expect(run.course == ["next", "response", "next", "error", "next", "response", "next"])
        #expect(
            run.posts.map { $0.header(.invocationID) } == ["abc-1", "abc-2", nil]
        )
    }

    @Test func readsWhatGoServersSend() async throws {
        let body = String(repeating: "x", count: 100_000)
        let head =
            "HTTP/1.1 200 OK\r\nlambda-runtime-aws-request-id: a\r\n"
            + "lambda-runtime-deadline-ms: 4102444800000\r\n"
            + "lambda-runtime-invoked-function-arn: b\r\nTransfer-Encoding: chunked\r\n\r\n"
        let size = String(body.utf8.count, radix: 16)
        let run = try await LoopRun.run(
            polls: [
                .raw(head + "\(size)\r\n\(body)\r\n0\r\n\r\n").cut(at: [1, 30, 200, 5000]),
                .raw(head + "5\r\nhello\r\n3\r\n wo\r\n3\r\nrld\r\n0\r\n\r\n"),
                .raw("HTTP/1.1 100 Continue\r\n\r\n" + head + "0\r\n\r\n"),
            ],
            echo
        )
        #expect(run.posts.map(\.text) == [body, "hello world", ""])
        #expect(run.connections == 1)
        #expect(run.logs.isEmpty)
    }

    @Test(arguments: ["1.0", "1.1"])
    func readsAnEventThatEndsWithItsConnection(_ version: String) async throws {
        let head =
            "HTTP/\(version) 200 OK\r\nlambda-runtime-aws-request-id: a\r\n"
            + "lambda-runtime-deadline-ms: 4102444800000\r\n"
            + "lambda-runtime-invoked-function-arn: b\r\n\r\n"
        let run = try await LoopRun.run(
            polls: [.raw(head + "hello", .close), .invocation("2")],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["hello", "2"])
        #expect(run.connections == 2)
        #expect(run.logs.isEmpty)
    }

    @Test func aTimeoutOfTheIdleConnectionIsNoAnswer() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1"), .invocation("2")],
            posts: [
                .raw(
                    "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"
                        + "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n",
                    .close
                )
            ],
            echo
        )
        #expect(run.exit == .ended)
        #expect(run.posts.map(\.text) == ["1", "2"])
        #expect(run.connections == 2)
        #expect(run.logs.isEmpty)
    }

    @Test("endpoint without a port, or IPv6 [::1]:80: IPv6")
    func speaksToAnIPv6Endpoint() async throws {
        let run = try await LoopRun.run(polls: [.invocation("6")], host: "::1", echo)
        #expect(run.posts.map(\.text) == ["6"])
        #expect(run.posts[0].header("host")?.hasPrefix("[::1]:") == true)
    }

    @Test("a host name instead of an address")
    func speaksToAHostName() async throws {
        let api = try ScriptedRuntimeAPI(polls: [.invocation("7")])
        let loop = InvocationLoop(
            endpoint: try Endpoint("localhost:\(api.endpoint.port)"),
            logger: LambdaLogger(sink: CapturedLog()),
            makeFunction: echo
        )
        #expect(await loop.run() == .ended)
        await api.stop()
        #expect(api.requests.map(\.text) == ["", "7", ""])
    }

    @Test func handlesSixMegabytesBothWays() async throws {
        let payload = [UInt8](repeating: 0x61, count: 6_291_556)
        let run = try await LoopRun.run(
            polls: [.invocation(bytes: payload), .invocation("small")],
            echo
        )
        #expect(run.posts.map(\.body.count) == [6_291_556, 5])
        // Compared outside the macro, which would set about listing millions of differences.
        let isSame = run.posts.first?.body == payload
        #expect(isSame)
        #expect(run.connections == 1)
    }

    @Test func acceptsAnEventLargerThanLambdaSends() async throws {
        let payload = [UInt8](repeating: 0x20, count: 20_000_000)
        let run = try await LoopRun.run(
            polls: [.invocation(bytes: payload)],
            function { (event: [UInt8], _: LambdaContext) in event.count }
        )
        #expect(run.posts.map(\.text) == ["20000000"])
    }
}
