#if LOCAL_RUNNING
import LambdaTransport
import TestSupport
import Testing

@testable import LambdaEmulator

@Suite(.blocking)
struct LocalRuntimeAPITests {
    @Test
    func handsOutAQueuedEvent() throws {
        let api = try LocalRuntimeAPI(now: { 1_000_000 })
        let peer = try RuntimeAPIPeer(api)
        var invocation = LocalInvocation.make(#"{"name":"Ada"}"#)
        invocation.timeout = .seconds(7)
        api.submit(invocation)
        let event = try peer.request("GET", "invocation/next")
        #expect(event.status == 200)
        #expect(event.body == #"{"name":"Ada"}"#)
        #expect(event.keepsAlive)
        #expect(
            event.headers == [
                "Content-Type": "application/json",
                "Content-Length": "14",
                "Lambda-Runtime-Aws-Request-Id": "8476a536",
                "Lambda-Runtime-Deadline-Ms": "1007000",
                "Lambda-Runtime-Invoked-Function-Arn":
                    "arn:aws:lambda:us-east-1:123456789012:function:function",
            ]
        )
        #expect(peer.events == [.polled, .delivered(requestID: "8476a536")])
    }

    @Test
    func parksAPollerUntilThereIsAnEvent() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        try peer.poll()
        #expect(try peer.answer() == nil)
        #expect(peer.events == [.polled])
        api.submit(.make("[1]"))
        #expect(try peer.answer()?.body == "[1]")
    }

    @Test
    func registersTheFunctionAsAnExtensionWithoutEvents() throws {
        let api = try LocalRuntimeAPI()
        let extensionPeer = try RuntimeAPIPeer(api)
        try extensionPeer.send(
            "POST /2020-01-01/extension/register HTTP/1.1\r\nHost: x\r\n"
                + "Lambda-Extension-Name: f\r\nContent-Length: 13\r\n\r\n{\"events\":[]}"
        )
        let answer = try #require(try extensionPeer.answer())
        #expect(answer.status == 200)
        #expect(answer.headers["Lambda-Extension-Identifier"]?.isEmpty == false)
        try extensionPeer.send("GET /2020-01-01/extension/event/next HTTP/1.1\r\nHost: x\r\n\r\n")
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make("[1]"))
        #expect(try peer.request("GET", "invocation/next").body == "[1]")
        #expect(try extensionPeer.answer() == nil)
    }

    @Test
    func sendsTheHeadersThatAreThere() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        var invocation = LocalInvocation.make()
        invocation.traceID = "Root=1-0-0"
        invocation.clientContext = "{\"a\":\r\n\"b\"}"
        invocation.cognitoIdentity = "{}"
        invocation.tenantID = "blue"
        api.submit(invocation)
        let headers = try peer.request("GET", "invocation/next").headers
        #expect(headers["Lambda-Runtime-Trace-Id"] == "Root=1-0-0")
        #expect(headers["Lambda-Runtime-Client-Context"] == "{\"a\":  \"b\"}")
        #expect(headers["Lambda-Runtime-Cognito-Identity"] == "{}")
        #expect(headers["Lambda-Runtime-Aws-Tenant-Id"] == "blue")
    }

    @Test(arguments: [0, 1, 2047, 2048, 2049, 70_000, 6_291_456])
    func chunksWhatIsLargerThanTwoKilobytes(_ size: Int) throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        let event = String(repeating: "7", count: size)
        api.submit(.make(event))
        let answer = try peer.request("GET", "invocation/next")
        #expect(answer.body == event)
        #expect(answer.isChunked == (size > 2048))
    }

    @Test
    func doesNotChunkForHTTP10() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make(String(repeating: "7", count: 5000)))
        try peer.send("GET /2018-06-01/runtime/invocation/next HTTP/1.0\r\n\r\n")
        let answer = try #require(try peer.answer())
        #expect(!answer.isChunked)
        #expect(!answer.keepsAlive)
        #expect(answer.body.utf8.count == 5000)
    }

    @Test
    func acceptsAResponse() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        let answer = try peer.request("POST", "invocation/8476a536/response", "\"done\"")
        #expect(answer.status == 202)
        #expect(answer.body == "{\"status\":\"OK\"}\n")
        let body = Array("\"done\"".utf8)
        let outcome = LocalOutcome.response(body: body, contentType: "application/octet-stream")
        #expect(peer.events.last == .answered(requestID: "8476a536", outcome))
    }

    @Test
    func keepsTheContentTypeOfAResponse() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        try peer.send(
            "POST /2018-06-01/runtime/invocation/8476a536/response HTTP/1.1\r\nHost: x\r\n"
                + "content-TYPE: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
        )
        #expect(try peer.answer()?.status == 202)
        let outcome = LocalOutcome.response(body: Array("abc".utf8), contentType: "text/plain")
        #expect(peer.events.last == .answered(requestID: "8476a536", outcome))
    }

    @Test
    func acceptsAnError() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        try peer.send(
            "POST /2018-06-01/runtime/invocation/8476a536/error HTTP/1.1\r\nContent-Length: 2\r\n"
                + "Host: x\r\nlambda-runtime-function-error-type: Function.NoSuchOrder\r\n\r\n{}"
        )
        #expect(try peer.answer()?.status == 202)
        let failure = FunctionFailure(type: "Function.NoSuchOrder", body: Array("{}".utf8))
        #expect(peer.events.last == .answered(requestID: "8476a536", .failure(failure)))
    }

    @Test
    func acceptsAnInitializationErrorBeforeTheFirstPollOnly() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        #expect(try peer.request("POST", "init/error", "{}").status == 202)
        let failure = FunctionFailure(type: nil, body: Array("{}".utf8))
        #expect(peer.events == [.initializationFailed(failure)])
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        let refusal = try peer.request("POST", "init/error", "{}")
        #expect(refusal.status == 403)
        #expect(refusal.body.contains("\"errorType\":\"InvalidStateTransition\""))
    }

    @Test
    func refusesAnUnknownRequestID() throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        for path in ["invocation/1/response", "invocation/1/error", "invocation//response"] {
            let refusal = try peer.request("POST", path, "{}")
            #expect(refusal.status == 400)
            let expected = #"{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}"#
            #expect(refusal.body == expected + "\n")
        }
        #expect(peer.events.isEmpty)
    }

    @Test
    func refusesASecondAnswerUntilTheNextPollAndForgetsTheInvocationThen() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        _ = try peer.request("POST", "invocation/8476a536/response", "1")
        let refusal = try peer.request("POST", "invocation/8476a536/error", "{}")
        #expect(refusal.status == 403)
        #expect(refusal.body.contains("InvalidStateTransition"))
        api.submit(.make(id: "other"))
        _ = try peer.request("GET", "invocation/next")
        #expect(try peer.request("POST", "invocation/8476a536/response", "1").status == 400)
    }

    @Test
    func refusesToHandOutMoreThanTheConcurrency() throws {
        let api = try LocalRuntimeAPI(concurrency: 2)
        let peer = try RuntimeAPIPeer(api)
        for id in ["a", "b", "c"] { api.submit(.make(id: id)) }
        #expect(try peer.request("GET", "invocation/next").status == 200)
        #expect(try peer.request("GET", "invocation/next").status == 200)
        #expect(try peer.request("GET", "invocation/next").status == 403)
        #expect(try peer.request("POST", "invocation/b/response").status == 202)
        #expect(try peer.request("GET", "invocation/next").status == 200)
    }

    @Test
    func servesTheLongestWaitingPollerFirst() throws {
        let api = try LocalRuntimeAPI(concurrency: 2)
        let first = try RuntimeAPIPeer(api)
        try first.poll()
        let second = try RuntimeAPIPeer(api)
        try second.poll()
        api.submit(.make("1", id: "a"))
        api.submit(.make("2", id: "b"))
        #expect(try first.answer()?.body == "1")
        #expect(try second.answer()?.body == "2")
    }

    @Test
    func passesOverAPollerThatHasGone() throws {
        let api = try LocalRuntimeAPI()
        var gone: RuntimeAPIPeer? = try RuntimeAPIPeer(api)
        try gone?.poll()
        gone = nil
        let peer = try RuntimeAPIPeer(api)
        try peer.poll()
        api.submit(.make("1"))
        #expect(try peer.answer()?.body == "1")
    }

    @Test
    func refusesAResponseThatIsTooLarge() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        let body = String(repeating: "7", count: LocalRuntimeAPI.largestAnswer + 1)
        let refusal = try peer.request("POST", "invocation/8476a536/response", body)
        #expect(refusal.status == 413)
        #expect(refusal.body.contains("\"errorType\":\"RequestEntityTooLarge\""))
        #expect(refusal.keepsAlive)
        guard case .answered(_, .failure(let failure)) = peer.events.last else {
            Issue.record("The invocation is not answered.")
            return
        }
        #expect(failure.type == "Function.ResponseSizeTooLarge")
    }

    @Test
    func acceptsTheLargestResponse() throws {
        let api = try LocalRuntimeAPI()
        let peer = try RuntimeAPIPeer(api)
        api.submit(.make())
        _ = try peer.request("GET", "invocation/next")
        let body = String(repeating: "7", count: LocalRuntimeAPI.largestAnswer)
        #expect(try peer.request("POST", "invocation/8476a536/response", body).status == 202)
    }

    @Test(arguments: [
        ("GET", "/"), ("GET", "/2018-06-01/runtime/invocation/next/"),
        ("POST", "/2018-06-01/runtime/invocation/next"), ("GET", "/2018-06-01/runtime/init/error"),
        ("GET", "/2018-06-01/runtime/invocation/1/response"), ("POST", "/2018-06-01/runtime/"),
        ("PUT", "/2018-06-01/runtime/invocation/1/response"), ("GET", "*"),
        ("POST", "/2018-06-01/runtime/invocation/1/response/2"),
    ])
    func hasNoOtherPaths(_ method: String, _ path: String) throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        try peer.send("\(method) \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
        let answer = try #require(try peer.answer())
        #expect(answer.status == 404)
        #expect(answer.keepsAlive)
    }

    @Test
    func ignoresTheQueryOfATarget() throws {
        let peer = try RuntimeAPIPeer(try LocalRuntimeAPI())
        #expect(try peer.request("POST", "invocation/1/response?x=/2").status == 400)
    }
}
#endif
