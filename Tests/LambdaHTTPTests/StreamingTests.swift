import LambdaHTTPStreaming
import LambdaTesting
import Testing

/// Responses in pieces, where the source takes them and where it does not.
struct StreamingTests {
    struct Gone: Error {}

    /// Answers by the path.
    struct Ticker: LambdaHTTPStreamingHandler {
        let router: HTTPRouter

        init() {
            var router = HTTPRouter()
            router.get("/ticks") { _, _ in
                var response = HTTPResponse.stream(headers: ["Content-Type": "text/plain"]) {
                    for number in 1...3 { try await $0.write("\(number)\n") }
                }
                response.statusCode = 201
                response.cookies = ["a=1", "b=2"]
                return response
            }
            router.get("/cookies") { _, _ in
                HTTPResponse(headers: ["Set-Cookie": "a=1"], cookies: ["b=2"])
            }
            router.get("/bytes") { _, _ in .stream { try await $0.write([0xFF, 0x00]) } }
            router.get("/nothing") { _, _ in .stream { _ in } }
            router.get("/json") { _, _ in
                .stream { body in
                    try await body.write(encoding: [1])
                    try await body.writeLine(encoding: ["a": 2])
                }
            }
            router.get("/early") { _, _ in .stream { _ in throw HTTPError(409, "Not now.") } }
            router.get("/late") { _, _ in
                .stream { body in
                    try await body.write("1\n")
                    throw Gone()
                }
            }
            router.get("/flushed") { _, _ in
                .stream { body in
                    try await body.flush()
                    throw Gone()
                }
            }
            router.get("/plain") { _, _ in .text("plain") }
            router.get("/injection") { _, _ in
                .stream(headers: ["X-A": "1\r\nX-B: 2"]) { try await $0.write("1") }
            }
            self.router = router
        }

        var cors: HTTPCORSPolicy? { HTTPCORSPolicy(origins: nil) }

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            try await router.respond(to: request, context: context)
        }
    }

    private func functionURL(_ path: String) throws -> FunctionURLRequest {
        var event = try FunctionURLRequest(fixture: "function-url/get.json")
        event.rawPath = path
        event.headers["Origin"] = "https://shop.example.com"
        return event
    }

    private func restAPI(_ path: String) throws -> APIGatewayRequest {
        var event = try APIGatewayRequest(fixture: "apigateway/rest-get.json")
        event.path = path
        return event
    }

    @Test func streamsToAFunctionURL() async throws {
        try await withLambda(Ticker()) { lambda in
            let invocation = try await lambda.invoke(functionURL("/ticks"))
            let stream = try #require(invocation.stream)
            #expect(stream.contentType == "application/vnd.awslambda.http-integration-response")
            #expect(stream.head?.statusCode == 201)
            #expect(
                stream.head?.headers == [
                    "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*",
                ]
            )
            #expect(stream.head?.cookies == ["a=1", "b=2"])
            #expect(
                stream.pieces.map { String(decoding: $0, as: UTF8.self) } == ["1\n", "2\n", "3\n"]
            )
            #expect(stream.isComplete)
        }
    }

    @Test func streamsToARESTAPIWithItsCookiesAmongTheHeaders() async throws {
        try await withLambda(Ticker()) { lambda in
            let invocation = try await lambda.invoke(restAPI("/ticks"))
            let stream = try #require(invocation.stream)
            #expect(stream.head?.multiValueHeaders == ["Set-Cookie": ["a=1", "b=2"]])
            #expect(stream.head?.cookies == [])
            #expect(stream.text == "1\n2\n3\n")
        }
    }

    @Test func sendsACookieAmongTheHeadersLikeTheOthers() async throws {
        try await withLambda(Ticker()) { lambda in
            let fromREST = try #require(await lambda.invoke(restAPI("/cookies")).stream)
            #expect(fromREST.head?.multiValueHeaders == ["Set-Cookie": ["a=1", "b=2"]])
            #expect(fromREST.head?.headers["Set-Cookie"] == nil)
            let event = try FunctionURLRequest.sample(.get, "/cookies")
            let fromURL = try #require(await lambda.invoke(event).stream)
            #expect(fromURL.head?.cookies == ["a=1", "b=2"])
            #expect(fromURL.head?.headers["Set-Cookie"] == nil)
        }
    }

    @Test func streamsWhatIsWholeToo() async throws {
        try await withLambda(Ticker.self) { lambda in
            let plain = try #require(await lambda.invoke(functionURL("/plain")).stream)
            #expect(plain.head?.statusCode == 200)
            #expect(plain.text == "plain")
            let missing = try #require(await lambda.invoke(functionURL("/missing")).stream)
            #expect(missing.head?.statusCode == 404)
            #expect(missing.text == #"{"message":"Not Found"}"#)
            let nothing = try #require(await lambda.invoke(functionURL("/nothing")).stream)
            #expect(nothing.head?.statusCode == 200)
            #expect(nothing.body.isEmpty && nothing.isComplete)
        }
    }

    @Test(arguments: ["apigateway-v2/get.json", "apigateway/http-api.json", "alb/get.json"])
    func putsTogetherWhatASourceTakesAsAWhole(_ fixture: String) async throws {
        func response(_ lambda: TestLambda, _ path: String) async throws -> APIGatewayV2Response {
            let place = fixture.hasPrefix("apigateway-v2") ? "rawPath" : "path"
            let event = try Fixture(fixture).replacing(place, with: path)
            let invocation = try await lambda.invoke(event)
            #expect(invocation.stream == nil)
            // The forms of the answers differ in nothing that is looked at here.
            return try invocation.output(as: APIGatewayV2Response.self)
        }
        try await withLambda(Ticker()) { lambda in
            let ticks = try await response(lambda, "/ticks")
            #expect(ticks.statusCode == 201)
            #expect(ticks.body == "1\n2\n3\n")
            #expect(try await response(lambda, "/json").body == "[1]{\"a\":2}\n")
            let bytes = try await response(lambda, "/bytes")
            #expect(bytes.body == "/wA=")
            #expect(bytes.isBase64Encoded)
            let early = try await response(lambda, "/early")
            #expect(early.statusCode == 409)
            // Nothing has been sent yet, so a late error is one like any other.
            let late = try await response(lambda, "/late")
            #expect(late.statusCode == 500)
        }
    }

    @Test func makesAResponseOfAnErrorBeforeTheFirstPiece() async throws {
        try await withLambda(Ticker()) { lambda in
            let stream = try #require(await lambda.invoke(functionURL("/early")).stream)
            #expect(stream.head?.statusCode == 409)
            #expect(stream.head?.headers["Access-Control-Allow-Origin"] == "*")
            #expect(stream.text == #"{"message":"Not now."}"#)
            #expect(stream.isComplete)
        }
    }

    @Test(arguments: [("/late", "1\n"), ("/flushed", "")])
    func endsAResponseAsNotWholeThatFailsInTheMiddle(_ path: String, _ text: String) async throws {
        try await withLambda(Ticker()) { lambda in
            let invocation = try await lambda.invoke(functionURL(path))
            let stream = try #require(invocation.stream)
            #expect(stream.head?.statusCode == 200)
            #expect(stream.text == text)
            #expect(!stream.isComplete)
            #expect(stream.error?.type == "Gone")
        }
    }

    @Test func sendsNoHeadThatIsNone() async throws {
        try await withLambda(Ticker()) { lambda in
            let stream = try #require(await lambda.invoke(functionURL("/injection")).stream)
            #expect(stream.head?.statusCode == 500)
            #expect(stream.text == #"{"message":"Internal Server Error"}"#)
        }
    }

    /// Behind a REST API in the mode BUFFERED.
    struct Whole: LambdaHTTPStreamingHandler {
        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            .stream { try await $0.write("Hi") }
        }

        func streamsResponse(to request: HTTPRequest) -> Bool { false }
    }

    @Test func streamsNothingIfTheHandlerSaysSo() async throws {
        try await withLambda(Whole()) { lambda in
            let invocation = try await lambda.invoke(functionURL("/"))
            #expect(try invocation.output(as: FunctionURLResponse.self).body == "Hi")
        }
    }

    /// Of the module LambdaHTTP alone.
    struct Plain: LambdaHTTPHandler {
        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            .stream { try await $0.write("Hi") }
        }
    }

    @Test func putsTogetherWhatAPlainHandlerStreams() async throws {
        try await withLambda(Plain()) { lambda in
            let invocation = try await lambda.invoke(functionURL("/"))
            #expect(try invocation.output(as: FunctionURLResponse.self).body == "Hi")
        }
    }

    @Test func putsNoMoreTogetherThanLambdaTakes() async throws {
        let endless = HTTPResponse.stream { body in
            while true { try await body.write([UInt8](repeating: 0x61, count: 1 << 20)) }
        }
        let error = await #expect(throws: (any Error).self) { try await endless.collected() }
        #expect(
            error.map { "\($0)" }
                == "The body of the response has become larger than 6 MB, the most that is sent as a whole. "
                + "Stream it through a function URL or a REST API, or store it in S3."
        )
    }

    @Test func looksEmptyUntilItIsWritten() async throws {
        let response = HTTPResponse.stream { try await $0.write("Hi") }
        #expect(response.bodyBytes == nil)
        #expect(response.bodyText == nil)
        #expect(response == response)
        #expect(response != HTTPResponse.stream { try await $0.write("Hi") })
        #expect(try await response.collected() == HTTPResponse(body: .text("Hi")))
    }
}
