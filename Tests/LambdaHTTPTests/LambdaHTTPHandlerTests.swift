import LambdaHTTP
import LambdaJSON
import LambdaTesting
import Testing

struct LambdaHTTPHandlerTests {
    struct Throwing: LambdaHTTPHandler {
        var error: any Error & Sendable = HTTPError(404, "There is no order 7.")

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            throw error
        }
    }

    struct Secret: Error, CustomStringConvertible { let description = "the password is wrong" }

    struct OutOfStock: HTTPResponseError {
        var response: HTTPResponse { .text("No ferns.", statusCode: 409) }
    }

    @Test func makesAResponseOfAnErrorThatSaysWhich() async {
        let log = CapturedLog()
        let request = HTTPRequest(.get, "/")
        let notFound = await Throwing().handle(request, context: .test(logger: log.logger()))
        #expect(notFound.response.statusCode == 404)
        #expect(notFound.response.bodyText == #"{"message":"There is no order 7."}"#)
        #expect(notFound.response.headers["Content-Type"] == "application/json")
        let conflict = await Throwing(error: OutOfStock()).handle(request, context: .test())
        #expect(conflict.response == .text("No ferns.", statusCode: 409))
        #expect(log.records.isEmpty)
    }

    @Test func keepsOtherErrorsFromTheClientAndLogsThem() async throws {
        let log = CapturedLog()
        let output = await Throwing(error: Secret())
            .handle(HTTPRequest(.get, "/"), context: .test(logger: log.logger()))
        #expect(output.response.statusCode == 500)
        #expect(output.response.bodyText == #"{"message":"Internal Server Error"}"#)
        #expect(
            log.records.contains(
                .error,
                "The request failed.",
                ["errorType": "Secret", "errorMessage": "the password is wrong"]
            )
        )
    }

    struct Fixed: LambdaHTTPHandler {
        var response = HTTPResponse()

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            response
        }
    }

    @Test(
        arguments: [
            (HTTPResponse(statusCode: 99), "The status is 99. Expected 200 to 599."),
            (HTTPResponse(statusCode: 101), "The status is 101. Expected 200 to 599."),
            (
                HTTPResponse(headers: ["X-A": "1\r\nX-B: 2"]),
                "The header \"X-A\" has a control character in its value."
            ),
            (HTTPResponse(headers: ["X A": "1"]), "A header has a name that no header can have."),
            (HTTPResponse(headers: ["": "1"]), "A header has a name that no header can have."),
            (HTTPResponse(cookies: ["a=1\n"]), "A cookie has a control character in it."),
            (
                .redirect(to: "/a\r\nSet-Cookie: b=1"),
                "The header \"Location\" has a control character in its value."
            ),
        ]
    )
    func sendsNoResponseThatIsNone(_ response: HTTPResponse, _ reason: String) async {
        let log = CapturedLog()
        let output = await Fixed(response: response)
            .handle(HTTPRequest(.get, "/"), context: .test(logger: log.logger()))
        #expect(output.response.statusCode == 500)
        #expect(
            log.records.contains(
                .error,
                "The response cannot be sent.",
                ["reason": .string(reason)]
            )
        )
    }

    @Test func answersInTheLoopWhicheverServiceAsks() async throws {
        let response = HTTPResponse.text("Hi")
        try await withLambda(Fixed(response: response)) { lambda in
            let v2 = try await lambda.invoke(fixture: "apigateway-v2/get.json")
            #expect(try v2.output(as: APIGatewayV2Response.self).body == "Hi")
            let rest = try await lambda.invoke(fixture: "apigateway/rest-get.json")
            #expect(try rest.output(as: APIGatewayResponse.self).body == "Hi")
            let single = try await lambda.invoke(fixture: "alb/get.json")
            let answer = try single.output(as: ALBResponse.self)
            #expect(answer.statusDescription == "200 OK")
            #expect(answer.multiValueHeaders == nil)
            let multiple = try await lambda.invoke(fixture: "alb/multi-value.json")
            #expect(try multiple.output(as: ALBResponse.self).headers == nil)
            let other = try await lambda.invoke(fixture: "sqs/standard.json")
            let message = other.error?.message ?? ""
            #expect(
                message.hasPrefix(
                    "Could not decode HTTPRequest: expected an event of API Gateway (REST or HTTP API), of a "
                        + "function URL or of a load balancer"
                ),
                "\(message)"
            )
            #expect(message.contains("The payload looks like"))
        }
    }

    struct Small: LambdaHTTPHandler {
        let maximumBodySize: Int? = 4

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            .text("\(request.bodySize)")
        }
    }

    @Test func refusesABodyThatIsTooLarge() async throws {
        func answer(_ body: HTTPRequest.Body) async -> HTTPResponse {
            await Small().handle(HTTPRequest(.post, "/", body: body), context: .test()).response
        }
        #expect(await answer(.empty).bodyText == "0")
        #expect(await answer(.text("1234")).bodyText == "4")
        #expect(await answer(.bytes([0, 1, 2, 3])).bodyText == "4")
        let refusal = await answer(.text("12é4"))
        #expect(refusal.statusCode == 413)
        #expect(
            refusal.bodyText == #"{"message":"The body is too large. Send at most 4 bytes."}"#
        )
    }

    @Test(arguments: [("", 0), ("QQ==", 1), ("QUI=", 2), ("QUJD", 3), ("QUJDRA==", 4)])
    func countsTheBytesOfABodyInBase64(_ text: String, _ count: Int) throws {
        var event = try APIGatewayV2Request(fixture: "apigateway-v2/post-base64.json")
        event.body = text
        let request = HTTPRequest(event)
        #expect(request.bodySize == count)
        #expect(request.bodyBytes?.count == count)
    }

    struct Collapsing: HTTPResponseError {
        var response: HTTPResponse { .stream { _ in throw Secret() } }
    }

    @Test func sendsAResponseForAnErrorWhoseResponseFails() async {
        let log = CapturedLog()
        let output = await Throwing(error: Collapsing())
            .handle(HTTPRequest(.get, "/"), context: .test(logger: log.logger()))
        #expect(output.response.statusCode == 500)
        #expect(log.records.contains(.error, "The request failed.", ["errorType": "Secret"]))
    }

    @Test func sendsNoBodyInAnswerToHEAD() async throws {
        func answer(_ handler: some LambdaHTTPHandler) async throws -> HTTPResponse {
            let context = LambdaContext.test(logger: CapturedLog().logger())
            return try await handler.handle(HTTPRequest(.head, "/"), context: context).response
        }
        let missing = try await answer(Throwing())
        #expect(missing.statusCode == 404)
        #expect(missing.body == .empty)
        #expect(missing.headers["Content-Type"] == "application/json")
        // That of {"message":"There is no order 7."}
        #expect(missing.headers["Content-Length"] == "34")
        let failed = try await answer(Throwing(error: Secret()))
        #expect(failed.statusCode == 500)
        #expect(failed.body == .empty)
        let flawed = try await answer(Fixed(response: .text("Hi", headers: ["X-A": "1\n"])))
        #expect(flawed.statusCode == 500)
        #expect(flawed.body == .empty)
        let collapsed = try await answer(Throwing(error: Collapsing()))
        #expect(collapsed.body == .empty)
        let whole = try await answer(Fixed(response: .text("größer")))
        #expect(whole.body == .empty)
        #expect(whole.headers["Content-Length"] == "8")
        let known = HTTPResponse(headers: ["Content-Length": "9"])
        #expect(try await answer(Fixed(response: known)) == known)
    }

    @Test func refusesToEncodeABodyThatIsYetToBeWritten() throws {
        let stream = HTTPResponse.stream { try await $0.write("Hi") }
        let output = EncodedHTTPResponse(stream, for: HTTPRequest(.get, "/"))
        let error = #expect(throws: EncodingError.self) { try LambdaJSONEncoder().encode(output) }
        guard case .invalidValue(_, let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.debugDescription.hasPart("call collected() on the response"))
    }

    // MARK: - Responses

    @Test func decodesTheBodyOfAResponse() async throws {
        #expect(try HTTPResponse.json(["a": 1]).decodeBody(as: [String: Int].self) == ["a": 1])
        #expect(try HTTPResponse(bytes: Array("[1]".utf8)).decodeBody() == [1])
        #expect(throws: DecodingError.self) { try HTTPResponse().decodeBody(as: [Int].self) }
        #expect(throws: DecodingError.self) {
            try HTTPResponse.text("[1]").decodeBody(as: String.self)
        }
        var shallow = LambdaJSONDecoder()
        shallow.maximumDepth = 1
        #expect(throws: DecodingError.self) {
            try HTTPResponse.text("[[1]]").decodeBody(as: [[Int]].self, using: shallow)
        }
        let stream = HTTPResponse.stream { try await $0.write(encoding: [1]) }
        #expect(throws: DecodingError.self) { try stream.decodeBody(as: [Int].self) }
        #expect(try await stream.collected().decodeBody(as: [Int].self) == [1])
    }

    @Test func makesResponses() throws {
        #expect(try HTTPResponse.json(["a": 1], statusCode: 201).bodyText == #"{"a":1}"#)
        #expect(
            try HTTPResponse.json(1, headers: ["content-type": "application/vnd.x+json"]).headers
                .count
                == 1
        )
        let redirect = HTTPResponse.redirect(to: "/login")
        #expect(redirect.statusCode == 303)
        #expect(redirect.headers == ["Location": "/login"])
        #expect(HTTPResponse(bytes: [0xFF]).bodyText == nil)
        #expect(HTTPResponse(bytes: [0x41]).bodyText == "A")
        #expect(HTTPResponse.text("A").bodyBytes == [0x41])
        #expect(HTTPResponse().bodyBytes == [])
        #expect(
            HTTPError(409, "No \"ferns\"\n.").response.bodyText == #"{"message":"No \"ferns\"\n."}"#
        )
    }

    @Test func writesBodiesByAnotherEncoder() async throws {
        var sorted = LambdaJSONEncoder()
        sorted.outputFormatting = [.sortedKeys, .prettyPrinted]
        let encoder = sorted
        let expected = try encoder.encodeToString(["b": 1, "a": 2])
        #expect(expected != #"{"a":2,"b":1}"#)
        let response = try HTTPResponse.json(["b": 1, "a": 2], using: encoder)
        #expect(response.bodyText == expected)
        let stream = HTTPResponse.stream { body in
            try await body.write(encoding: ["b": 1, "a": 2], using: encoder)
            try await body.writeLine(encoding: ["b": 1, "a": 2], using: encoder)
        }
        #expect(try await stream.collected().bodyText == expected + expected + "\n")
    }

    @Test(arguments: [40, 512])
    func setsManyCookiesThroughALoadBalancerWithSingleHeaders(_ count: Int) throws {
        let event = try ALBRequest(fixture: "alb/get.json")
        let cookies = (0..<count).map { "c\($0)=1" }
        let output = EncodedHTTPResponse(HTTPResponse(cookies: cookies), for: HTTPRequest(event))
        let json = try LambdaJSONDecoder().decode(
            JSONValue.self,
            from: LambdaJSONEncoder().encode(output)
        )
        let headers = try #require(json["headers"]?.objectValue)
        #expect(headers.keys.allSatisfy { $0.lowercased() == "set-cookie" })
        #expect(Set(headers.values.compactMap(\.stringValue)) == Set(cookies))
    }

    private static let tooManyCookies =
        "Expected at most 512 cookies, found 513; for more, turn on the multi-value headers of the load "
        + "balancer's target group."

    @Test func losesNoCookieThroughALoadBalancerWithSingleHeaders() async throws {
        // One of them is among the headers.
        let response = HTTPResponse(
            headers: ["Set-Cookie": "first=1"],
            cookies: (0..<512).map { "c\($0)=1" }
        )
        let event = try ALBRequest(fixture: "alb/get.json")
        let log = CapturedLog()
        let output = await Fixed(response: response)
            .handle(HTTPRequest(event), context: .test(logger: log.logger()))
        #expect(output.response.statusCode == 500)
        #expect(
            log.records.contains(
                .error,
                "The response cannot be sent.",
                ["reason": .string(Self.tooManyCookies)]
            )
        )
        // Where nobody has looked before:
        let error = try #require(throws: EncodingError.self) {
            try LambdaJSONEncoder().encode(EncodedHTTPResponse(response, for: HTTPRequest(event)))
        }
        guard case .invalidValue(_, let context) = error else { return }
        #expect(context.debugDescription == Self.tooManyCookies)
        #expect(context.underlyingError is LambdaJSONError)
    }

    @Test func setsAnyNumberOfCookiesWhereTheServiceTakesThem() async throws {
        let response = HTTPResponse(cookies: (0..<600).map { "c\($0)=1" })
        let event = try ALBRequest(fixture: "alb/multi-value.json")
        for request in [HTTPRequest(event), HTTPRequest(.get, "/")] {
            let output = await Fixed(response: response).handle(request, context: .test())
            #expect(output.response == response)
        }
    }
}
