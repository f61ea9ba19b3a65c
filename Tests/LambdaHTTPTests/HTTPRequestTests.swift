import LambdaHTTP
import LambdaJSON
import LambdaTesting
import Testing

struct HTTPRequestTests {
    private func request(_ fixture: String) throws -> HTTPRequest {
        try HTTPRequest(fixture: fixture)
    }

    @Test func tellsTheServicesApart() throws {
        func isKind(_ fixture: String, _ check: (HTTPRequest.Event) -> Bool) throws -> Bool {
            try request(fixture).event.map(check) ?? false
        }
        for name in ["minimal", "get", "cookies", "post-base64", "jwt-authorizer", "console-nulls"]
        {
            #expect(
                try isKind("apigateway-v2/\(name).json") {
                    if case .apiGatewayV2 = $0 { true } else { false }
                },
                "\(name)"
            )
        }
        for name in ["minimal", "get", "iam", "iam-cloudfront", "nulls", "guide-sample"] {
            #expect(
                try isKind("function-url/\(name).json") {
                    if case .functionURL = $0 { true } else { false }
                },
                "\(name)"
            )
        }
        for name in ["rest-get", "rest-console-test", "http-api", "handwritten", "sam-local"] {
            #expect(
                try isKind("apigateway/\(name).json") {
                    if case .apiGateway = $0 { true } else { false }
                },
                "\(name)"
            )
        }
        for name in ["get", "multi-value", "health-check", "health-check-multi-value"] {
            #expect(
                try isKind("alb/\(name).json") {
                    if case .loadBalancer = $0 { true } else { false }
                },
                "\(name)"
            )
        }
    }

    @Test(arguments: ["sqs/standard.json", "apigateway-websocket/connect.json"])
    func refusesOtherEvents(_ fixture: String) throws {
        #expect(throws: (any Error).self) { try request(fixture) }
    }

    @Test func refusesQuestionsToAuthorizers() throws {
        for name in ["request-http-2.0", "request-rest"] {
            #expect(throws: (any Error).self) { try request("apigateway-authorizers/\(name).json") }
        }
    }

    @Test func takesTheStageOutOfThePath() throws {
        var event = try APIGatewayV2Request(fixture: "apigateway-v2/minimal.json")
        for (rawPath, path) in [
            ("/prod/orders", "/orders"), ("/prod", "/"), ("/prod/", "/"),
            ("/products", "/products"),
        ] {
            event.rawPath = rawPath
            event.requestContext.stage = "prod"
            #expect(HTTPRequest(event).path == path)
            #expect(HTTPRequest(event).stage == "prod")
        }
        event.requestContext.stage = "$default"
        event.rawPath = "/prod/orders"
        #expect(HTTPRequest(event).path == "/prod/orders")
        #expect(HTTPRequest(event).stage == nil)
    }

    @Test func takesTheStageOutOfThePathOfAnHTTPAPIInFormatOne() throws {
        var event = try APIGatewayRequest(fixture: "apigateway/http-api.json")
        event.version = "1.0"
        event.requestContext.stage = "prod"
        for (path, expected) in [
            ("/prod/orders", "/orders"), ("/prod", "/"), ("/products", "/products"),
            ("/orders", "/orders"),
        ] {
            event.path = path
            #expect(HTTPRequest(event).path == expected)
            #expect(HTTPRequest(event).stage == "prod")
        }
        event.requestContext.stage = "$default"
        event.path = "/prod/orders"
        #expect(HTTPRequest(event).path == "/prod/orders")
        // The stage of a REST API is never there, so the path may begin alike.
        var rest = try APIGatewayRequest(fixture: "apigateway/rest-get.json")
        rest.requestContext.stage = "prod"
        rest.path = "/prod/orders"
        #expect(HTTPRequest(rest).path == "/prod/orders")
    }

    /// `%2F` and `%25` are all that can be left of escapes in the path of an HTTP API.
    @Test(
        arguments: [
            ("/%41", "/%2541"), ("/%2F%2f", "/%2F%2f"), ("/%25%2541", "/%25%2541"),
            ("/100%", "/100%25"),
        ]
    )
    func takesEscapesOfAnHTTPAPIForUndone(_ sent: String, _ path: String) throws {
        var two = try APIGatewayV2Request(fixture: "apigateway-v2/minimal.json")
        two.rawPath = sent
        #expect(HTTPRequest(two).path == path)
        var one = try APIGatewayRequest(fixture: "apigateway/http-api.json")
        one.version = "1.0"
        one.path = sent
        #expect(HTTPRequest(one).path == path)
        var url = try FunctionURLRequest(fixture: "function-url/get.json")
        url.rawPath = "/%41"
        #expect(HTTPRequest(url).path == "/%41")
    }

    @Test(
        arguments: [
            ("/a b/é/100%/#?", "/a%20b/%C3%A9/100%25/%23%3F"), ("orders", "/orders"), ("", "/"),
            ("/a%2Fb/%zz/%e", "/a%2Fb/%25zz/%25e"), ("/a-._~!$&'()*+,;=:@", "/a-._~!$&'()*+,;=:@"),
        ]
    )
    func escapesWhatCannotBeInAPath(_ rawPath: String, _ path: String) throws {
        var event = try APIGatewayV2Request(fixture: "apigateway-v2/minimal.json")
        event.rawPath = rawPath
        #expect(HTTPRequest(event).path == path)
    }

    @Test func decodesVariablesOfRESTAPIsOnly() throws {
        var rest = try APIGatewayRequest(fixture: "apigateway/rest-get.json")
        rest.pathParameters = ["id": "a%20b"]
        #expect(HTTPRequest(rest).pathParameters == ["id": "a b"])
        rest.version = "1.0"
        #expect(HTTPRequest(rest).pathParameters == ["id": "a%20b"])
    }

    @Test func saysWhoTheCallerIs() throws {
        let jwt = try request("apigateway-v2/jwt-authorizer.json").identity
        #expect(jwt.claims?.subject != nil)
        let cognito = try request("apigateway/rest-cognito-authorizer.json").identity
        #expect(cognito.claims?.subject != nil)
        let lambda = try request("apigateway-v2/lambda-authorizer.json").identity
        #expect(!lambda.context.isEmpty)
        let iam = try request("function-url/iam.json").identity
        #expect(iam.userARN != nil)
        #expect(iam.accountID != nil)
        #expect(try request("alb/get.json").identity == HTTPRequest.Identity())
    }

    @Test func takesTheAddressThatTheLoadBalancerHasAdded() throws {
        var event = try ALBRequest(fixture: "alb/get.json")
        event.headers?["X-Forwarded-For"] = "198.51.100.1, 203.0.113.10"
        #expect(HTTPRequest(event).sourceIP == "203.0.113.10")
        event.headers?["X-Forwarded-For"] = nil
        #expect(HTTPRequest(event).sourceIP == nil)
    }

    @Test func isMadeForTests() throws {
        let request = HTTPRequest(
            .post,
            "/orders/a%20b?tag=a&tag=b",
            headers: ["Content-Type": "application/json"],
            cookies: ["session=abc"],
            body: .text(#"{"item":"Fern"}"#)
        )
        #expect(request.pathSegments == ["orders", "a b"])
        #expect(request.query.values(named: "tag") == ["a", "b"])
        #expect(request.cookie(named: "session") == "abc")
        #expect(try request.decodeBody(as: [String: String].self) == ["item": "Fern"])
        #expect(request.event == nil)
        #expect(HTTPRequest(.get, "/").bodyBytes == nil)
    }

    // MARK: - Bodies

    struct Order: Decodable, Equatable {
        var items: [Item]
        struct Item: Decodable, Equatable { var quantity: Int }
    }

    @Test(
        arguments: [
            ("application/json", "", 400, "The request has no body. Expected JSON."),
            (
                "application/json", #"{"items":[{"quantity":1},{"quantity":"secret"}]}"#, 400,
                "The body is not as expected at items[1].quantity: expected an integer, found a string"
            ),
            (
                "application/json", #"{"items":[{}]}"#, 400,
                "The body is not as expected at items[0]: the key \"quantity\" is missing."
            ),
            ("application/json", "secret", 400, "The body is not as expected: "),
            (
                "text/plain", "{}", 415,
                "The content type is not that of JSON. Send application/json."
            ),
        ]
    )
    func tellsTheClientWhatIsWrongWithABody(
        _ type: String,
        _ body: String,
        _ status: Int,
        _ message: String
    ) throws {
        let request = HTTPRequest(
            .post,
            "/",
            headers: ["Content-Type": type],
            body: body.isEmpty ? .empty : .text(body)
        )
        let error = try #require(throws: HTTPError.self) { try request.decodeBody(as: Order.self) }
        #expect(error.statusCode == status)
        #expect(error.message.hasPrefix(message), "\(error.message)")
        #expect(!error.message.hasPart("secret"))
    }

    @Test(arguments: ["application/json; charset=utf-8", "Application/Problem+JSON", nil])
    func takesJSONByItsType(_ type: String?) throws {
        var request = HTTPRequest(.post, "/", body: .bytes(Array(#"{"items":[]}"#.utf8)))
        request.headers["Content-Type"] = type
        #expect(try request.decodeBody(as: Order.self) == Order(items: []))
    }

    @Test(arguments: [HTTPRequest.Body.text("[[1]]"), .bytes(Array("[[1]]".utf8))])
    func decodesABodyByAnotherDecoder(_ body: HTTPRequest.Body) throws {
        let request = HTTPRequest(.post, "/", body: body)
        var shallow = LambdaJSONDecoder()
        shallow.maximumDepth = 1
        #expect(try request.decodeBody(as: [[Int]].self) == [[1]])
        let error = #expect(throws: HTTPError.self) {
            try request.decodeBody(as: [[Int]].self, using: shallow)
        }
        #expect(error?.statusCode == 400)
    }

    @Test func readsForms() throws {
        let form = try request("apigateway-v2/form.json")
        #expect(form.bodyForm != nil)
        #expect(try request("apigateway-v2/post-json.json").bodyForm == nil)
    }

    @Test func survivesHostileEvents() throws {
        var event = try APIGatewayV2Request(fixture: "apigateway-v2/minimal.json")
        event.rawPath = "/" + String(repeating: "é%", count: 300_000)
        event.rawQueryString = String(repeating: "a=%&", count: 100_000)
        event.headers = HTTPHeaders()
        event.body = "not Base64"
        event.isBase64Encoded = true
        let request = HTTPRequest(event)
        #expect(request.path.utf8.count == 1 + 300_000 * 9)
        #expect(request.query.count == 100_000)
        #expect(request.bodyBytes == nil)
        #expect(throws: HTTPError.self) { try request.decodeBody(as: Order.self) }
    }

    @Test func takesTenThousandHeaders() throws {
        let fields = (0..<10_000).map { #""x-\#($0)":["1","2"]"# }.joined(separator: ",")
        let json = #"{"path":"/","httpMethod":"GET","multiValueHeaders":{\#(fields)}}"#
        let request = try LambdaJSONDecoder().decode(HTTPRequest.self, from: json)
        #expect(request.headers.count == 10_000)
        #expect(request.headers["X-9999"] == "1,2")
    }
}
