import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct APIGatewayRequestTests {
    private struct Order: Codable, Equatable {
        let orderId: String
        let quantity: Int
    }

    private func request(_ name: String) throws -> APIGatewayRequest {
        try APIGatewayRequest(fixture: "apigateway/\(name).json")
    }

    @Test
    func readsARequest() throws {
        let request = try request("rest-get")
        #expect(request.version == nil)
        #expect(request.resource == "/pets/{id}")
        #expect(request.httpMethod == .get)
        #expect(request.pathParameters == ["id": "42"])
        #expect(request.stageVariables == ["table": "pets-production"])
        #expect(request.requestContext.operationName == "GetPet")
        #expect(request.requestContext.identity.sourceIP == "203.0.113.10")
        #expect(request.body == nil)
        #expect(request.bodyBytes == nil)
        #expect(request.bodyForm == nil)
    }

    @Test
    func findsHeadersInBothMaps() throws {
        var request = try request("rest-get")
        #expect(request.header(named: "x-feature") == "b")
        #expect(request.headerValues(named: "X-FEATURE") == ["a", "b"])
        request.headers = [:]
        #expect(request.header(named: "x-feature") == "b")
        request.headers = ["X-Feature": "c"]
        request.multiValueHeaders = [:]
        #expect(request.headerValues(named: "x-feature") == ["c"])
        #expect(request.header(named: "X-None") == nil)
        #expect(request.headerValues(named: "X-None").isEmpty)
    }

    @Test
    func findsQueryValuesAsTheyCame() throws {
        var request = try request("rest-get")
        #expect(request.queryValues(named: "tag") == ["a,b", "café noir"])
        request.multiValueQueryStringParameters = [:]
        #expect(request.queryValues(named: "tag") == ["café noir"])
        // API Gateway has decoded once; a client may have encoded twice.
        request.queryStringParameters = ["tag": "a%2Bb+c"]
        #expect(request.queryValues(named: "tag") == ["a%2Bb+c"])
        #expect(request.queryValues(named: "none").isEmpty)
    }

    @Test
    func readsBodies() throws {
        let text = try request("rest-post-json")
        #expect(try text.decodeBody(as: Order.self) == Order(orderId: "order-1", quantity: 2))
        #expect(text.bodyText == text.body)
        #expect(text.bodyForm == nil)

        let binary = try request("rest-post-binary")
        #expect(binary.bodyBytes?.prefix(6) == Array("GIF89a".utf8)[...])
        #expect(binary.bodyText == nil)
    }

    @Test
    func readsAForm() throws {
        var request = try request("rest-form")
        let form = try #require(request.bodyForm)
        #expect(form["email"] == "ada@example.com")
        #expect(form["name"] == "Ada Lovelace")
        #expect(form.values(named: "tag") == ["a", "b"])
        request.headers["Content-Type"] = "application/x-www-form-urlencoded-not"
        #expect(request.bodyForm == nil)
    }

    @Test
    func findsCookies() throws {
        var request = try request("rest-form")
        #expect(request.cookies == ["theme=dark=blue", "session=abc123", "consent"])
        #expect(request.cookie(named: "theme") == "dark=blue")
        #expect(request.cookie(named: "session") == "abc123")
        #expect(request.cookie(named: "consent") == nil)
        request.multiValueHeaders["Cookie"] = ["a=1", "b=2; c=3"]
        #expect(request.cookie(named: "c") == "3")
    }

    @Test
    func readsClaimsOfCognito() throws {
        let authorizer = try #require(
            request("rest-cognito-authorizer").requestContext.authorizer
        )
        let claims = try #require(authorizer.claims)
        #expect(claims.subject == "5f0d8b6e-9c1a-4c55-8d0e-2b6f3a9d7c11")
        #expect(claims.strings(named: "cognito:groups") == ["admin", "staff"])
        #expect(claims.expiresAt == Timestamp(iso8601: "2026-03-01T13:00:00Z"))
        #expect(claims.timestamp(named: "auth_time") == Timestamp(secondsSinceEpoch: 1_772_366_300))
        #expect(claims.bool(named: "email_verified") == true)
        #expect(authorizer.scopes.isEmpty)
        #expect(authorizer.principalID == nil)
        #expect(authorizer.context.isEmpty)
    }

    @Test
    func readsTheContextOfALambdaAuthorizer() throws {
        let authorizer = try #require(request("rest-lambda-authorizer").requestContext.authorizer)
        #expect(authorizer.principalID == "user-1")
        #expect(authorizer.integrationLatency == 312)
        #expect(authorizer["tenant"] == "tenant-1")
        #expect(authorizer.context == ["tenant": "tenant-1", "level": 3, "trial": false])
        #expect(authorizer.claims == nil)
    }

    @Test
    func anAuthorizerMayUseTheNamesOfOthers() throws {
        let json = #"{"principalId":7,"claims":"all","scopes":"a b","integrationLatency":"12"}"#
        let authorizer = try LambdaJSONDecoder()
            .decode(APIGatewayRequest.Authorizer.self, from: json)
        #expect(authorizer.claims == nil)
        #expect(authorizer.scopes.isEmpty)
        #expect(authorizer.principalID == nil)
        #expect(authorizer.integrationLatency == 12)
        #expect(authorizer["claims"] == "all")
    }

    @Test
    func makesAuthorizers() {
        let lambda = APIGatewayRequest.Authorizer(principalID: "a", context: ["level": 3])
        #expect(lambda == ["principalId": "a", "level": 3])
        let token = APIGatewayRequest.Authorizer(claims: ["sub": "a"], scopes: ["read"])
        #expect(token == ["claims": ["sub": "a"], "scopes": ["read"]])
        #expect(token.claims?.subject == "a")
        #expect(token.scopes == ["read"])
    }

    @Test
    func readsPayloadFormat1OfHTTPAPIs() throws {
        let plain = try request("http-api")
        #expect(plain.version == "1.0")
        #expect(plain.requestContext.resourceID == nil)
        #expect(plain.requestContext.authorizer?.claims == nil)
        #expect(plain.headerValues(named: "X-Feature") == ["a", "b"])

        let jwt = try request("http-api-jwt").requestContext.authorizer
        #expect(jwt?.claims?.scopes == ["pets:read", "pets:write"])
        #expect(jwt?.claims?.strings(named: "groups") == ["admin", "staff"])
        #expect(jwt?.scopes == ["pets:read"])
    }

    @Test
    func readsWhoSignedARequest() throws {
        let identity = try request("rest-iam").requestContext.identity
        #expect(identity.cognitoAuthenticationType == .authenticated)
        #expect(identity.principalOrgID == "o-exampleorg")
        #expect(identity.userARN == "arn:aws:sts::123456789012:assumed-role/pets/session")

        let certificate = try request("rest-mutual-tls").requestContext.identity.clientCertificate
        #expect(
            certificate?.validity?.notAfterTimestamp == Timestamp(iso8601: "2030-08-05T09:36:04Z")
        )
        #expect(try request("rest-private").requestContext.identity.vpcID == "vpc-1a2b3c4d")
    }

    @Test
    func takesATestOfTheConsole() throws {
        let request = try request("rest-console-test")
        #expect(request.headers.isEmpty)
        #expect(request.multiValueHeaders.isEmpty)
        #expect(request.queryStringParameters.isEmpty)
        #expect(request.multiValueQueryStringParameters.isEmpty)
        #expect(request.stageVariables.isEmpty)
        #expect(request.requestContext.identity.sourceIP == "test-invoke-source-ip")
        #expect(request.cookies.isEmpty)
    }

    @Test
    func takesAMethodAndAPathAlone() throws {
        let request = try request("handwritten")
        #expect(request == APIGatewayRequest(path: "/pets/42", httpMethod: .get))
        #expect(request.requestContext == APIGatewayRequest.Context())
    }

    @Test
    func readsItsTimes() throws {
        let context = try request("rest-get").requestContext
        #expect(context.requestTimestamp == Timestamp(iso8601: "2026-03-01T12:00:00Z"))
        #expect(context.requestTimeEpoch == Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        // SAM sends seconds.
        let local = try request("sam-local").requestContext
        #expect(local.requestTimeEpoch == local.requestTimestamp)
        #expect(APIGatewayRequest.Context().requestTimestamp == nil)
    }

    @Test(arguments: Coder.allCases)
    func refusesTheEventsOfOthers(coder: Coder) throws {
        let elb = #"{"httpMethod":"GET","path":"/","requestContext":{"elb":{}}}"#
        #expect(throws: DecodingError.self) {
            try coder.decode(APIGatewayRequest.self, from: Array(elb.utf8))
        }
        let authorizer = #"{"httpMethod":"GET","path":"/","methodArn":"arn"}"#
        #expect {
            try coder.decode(APIGatewayRequest.self, from: Array(authorizer.utf8))
        } throws: { error in
            guard case DecodingError.dataCorrupted(let context) = error else { return false }
            return context.debugDescription
                .hasPrefix("Expected no member methodArn, which another kind of event has")
        }
    }
}

struct APIGatewayResponseTests {
    @Test
    func writesOnlyWhatIsThere() throws {
        #expect(
            try LambdaJSONEncoder().encodeToString(APIGatewayResponse(statusCode: 204))
                == #"{"statusCode":204,"isBase64Encoded":false}"#
        )
    }

    @Test
    func writesTextJSONAndBytes() throws {
        let text = APIGatewayResponse.text("Hello", headers: ["ETag": "1"])
        #expect(text.headers == ["ETag": "1", "Content-Type": "text/plain; charset=utf-8"])
        #expect(text.body == "Hello")

        let json = try APIGatewayResponse.json(
            ["id": 1],
            statusCode: 201,
            headers: ["content-type": "application/problem+json"]
        )
        #expect(json.statusCode == 201)
        #expect(json.headers == ["Content-Type": "application/problem+json"])
        #expect(json.body == #"{"id":1}"#)

        let bytes = APIGatewayResponse(bytes: [0xFF, 0xFE])
        #expect(bytes.body == "//4=")
        #expect(bytes.isBase64Encoded)
    }

    @Test
    func addsCookies() {
        var response = APIGatewayResponse(headers: ["set-cookie": "a=1"])
        response.addCookie("b=2; Secure")
        response.addCookie("c=3")
        #expect(response.headers.isEmpty)
        #expect(response.multiValueHeaders == ["Set-Cookie": ["a=1", "b=2; Secure", "c=3"]])
    }
}
