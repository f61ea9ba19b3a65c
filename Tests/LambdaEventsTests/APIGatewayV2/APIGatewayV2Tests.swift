import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct APIGatewayV2RequestTests {
    private struct Order: Codable, Equatable {
        let orderId: String
        let quantity: Int
    }

    private func request(_ name: String) throws -> APIGatewayV2Request {
        try APIGatewayV2Request(fixture: "apigateway-v2/\(name).json")
    }

    @Test
    func readsARequest() throws {
        let request = try request("get")
        #expect(request.routeKey == "GET /pets/{id}")
        #expect(request.requestContext.http.method == .get)
        #expect(request.requestContext.http.sourceIP == "203.0.113.10")
        #expect(request.requestContext.timeEpoch == Timestamp(iso8601: "2026-03-01T12:00:00.250Z"))
        #expect(request.headers["Host"] == "api-id.execute-api.us-east-1.amazonaws.com")
        #expect(request.pathParameters == ["id": "42"])
        #expect(request.stageVariables == ["table": "pets-production"])
        #expect(request.body == nil)
        #expect(request.bodyBytes == nil)
        #expect(request.bodyText == nil)
        #expect(request.requestContext.authorizer == nil)
    }

    @Test
    func findsQueryValuesApartAndDecoded() throws {
        let request = try request("get")
        #expect(request.queryValues(named: "tag") == ["a,b", "café noir"])
        #expect(request.queryValues(named: "limit") == ["10"])
        #expect(request.queryValues(named: "none").isEmpty)
    }

    @Test(arguments: [
        ("", []), ("a", [""]), ("a=", [""]), ("a=1&&a=2", ["1", "2"]), ("a=b=c", ["b=c"]),
        ("%61=1", ["1"]), ("a=%zz", ["%zz"]), ("=1", []), ("b=a", []), ("&", []),
    ])
    func takesAnyQuery(query: String, values: [String]) throws {
        var request = try request("minimal")
        request.rawQueryString = query
        #expect(request.queryValues(named: "a") == values)
    }

    @Test
    func findsCookies() throws {
        let request = try request("cookies")
        #expect(request.cookie(named: "session") == "abc123")
        #expect(request.cookie(named: "theme") == "dark=blue")
        #expect(request.cookie(named: "consent") == nil)
        #expect(request.cookie(named: "Session") == nil)
    }

    @Test
    func readsABodyOfText() throws {
        let request = try request("post-json")
        #expect(request.bodyText == request.body)
        #expect(request.bodyBytes == request.body.map { Array($0.utf8) })
        #expect(try request.decodeBody(as: Order.self) == Order(orderId: "order-1", quantity: 2))
    }

    @Test
    func readsABodyOfBytes() throws {
        var request = try request("post-base64")
        #expect(request.bodyBytes?.prefix(6) == Array("GIF89a".utf8)[...])
        request.body = "eyJvcmRlcklkIjoiYSIsInF1YW50aXR5IjoxfQ"
        #expect(try request.decodeBody(as: Order.self) == Order(orderId: "a", quantity: 1))
        request.body = "/w=="
        #expect(request.bodyBytes == [0xFF])
        #expect(request.bodyText == nil)
    }

    @Test
    func saysWhyABodyCannotBeDecoded() throws {
        var request = try request("post-base64")
        request.body = "no Base64!"
        #expect(request.bodyBytes == nil)
        #expect(reason(decoding: request) == "Expected a body in Base64.")
        request.body = nil
        #expect(reason(decoding: request) == "Expected a body, found none.")
    }

    private func reason(decoding request: APIGatewayV2Request) -> String? {
        do {
            _ = try request.decodeBody(as: Order.self)
            return nil
        } catch DecodingError.valueNotFound(_, let context) {
            #expect(context.underlyingError is LambdaJSONError)
            return context.debugDescription
        } catch {
            return "\(error)"
        }
    }

    @Test
    func readsAuthorizers() throws {
        let jwt = try #require(request("jwt-authorizer").requestContext.authorizer?.jwt)
        #expect(jwt.claims["sub"] == .string("user-1"))
        #expect(jwt.claims.subject == "user-1")
        #expect(jwt.scopes == ["pets:read", "pets:write"])

        let typed = try request("jwt-authorizer-typed-claims").requestContext.authorizer?.jwt
        #expect(typed?.claims["email_verified"] == .bool(true))
        #expect(typed?.claims["groups"] == .array([.string("admin"), .string("staff")]))
        #expect(typed?.claims["nickname"] == .null)
        #expect(typed?.scopes == [])

        let iam = try request("iam-authorizer-cognito").requestContext.authorizer?.iam
        #expect(iam?.accessKey == "ASIAIOSFODNN7EXAMPLE")
        #expect(iam?.principalOrgID == nil)
        #expect(iam?.cognitoIdentity?.amr == ["authenticated", "idp.example.com"])

        let lambda = try request("lambda-authorizer").requestContext.authorizer?.lambda
        #expect(lambda?["tenant"] == .string("tenant-1"))
        #expect(lambda?["admin"] == .bool(false))

        let none = try request("lambda-authorizer-without-context").requestContext.authorizer
        #expect(none?.lambda == nil)
    }

    @Test
    func readsTheCertificateOfTheClient() throws {
        let certificate = try #require(
            request("mutual-tls").requestContext.authentication?.clientCertificate
        )
        #expect(certificate.subjectDN == "C=US,ST=Washington,O=Example,CN=client.example.com")
        #expect(certificate.validity?.notAfter == "Aug  5 09:36:04 2030 GMT")
        let pemOnly = try request("mutual-tls-pem-only").requestContext.authentication
        #expect(pemOnly?.clientCertificate?.validity == nil)
    }

    @Test
    func readsSecondsAndMilliseconds() throws {
        let local = try request("sam-local").requestContext.timeEpoch
        #expect(local == Timestamp(iso8601: "2026-03-01T12:00:00Z"))
    }

    @Test
    func readsAForm() throws {
        let form = try #require(request("form").bodyForm)
        #expect(form["email"] == "ada@example.com")
        #expect(form["name"] == "Ada Lovelace")
        #expect(try request("post-json").bodyForm == nil)
    }

    @Test
    func readsTheTimeForPeople() throws {
        let context = try request("get").requestContext
        #expect(context.timestamp == Timestamp(iso8601: "2026-03-01T12:00:00Z"))
        // Without the blank, as AWS's samples have it.
        let old = try request("first-year").requestContext
        #expect(old.timestamp == old.timeEpoch)
        #expect(old.routeID == "r0ut31d")
    }

    @Test(arguments: Coder.allCases)
    func refusesTheQuestionToAnAuthorizer(coder: Coder) throws {
        let bytes = try Fixture("apigateway-authorizers/request-http-2.0.json").bytes
        #expect(throws: DecodingError.self) {
            try coder.decode(APIGatewayV2Request.self, from: bytes)
        }
    }

    @Test
    func routeAndStageDefault() throws {
        let request = try request("function-url-sample")
        #expect(request.routeKey == "$default")
        #expect(request.requestContext.stage == "$default")
        #expect(request.requestContext.routeKey == nil)
    }

    @Test
    func takesNullForAbsent() throws {
        let request = try request("console-nulls")
        #expect(request.headers.isEmpty)
        #expect(request.cookies.isEmpty)
        #expect(request.queryStringParameters.isEmpty)
        #expect(request.pathParameters.isEmpty)
        #expect(request.stageVariables.isEmpty)
        #expect(request.body == nil)
    }
}

struct APIGatewayV2ResponseTests {
    @Test
    func writesOnlyWhatIsThere() throws {
        #expect(
            try LambdaJSONEncoder().encodeToString(APIGatewayV2Response(statusCode: 204))
                == #"{"statusCode":204,"isBase64Encoded":false}"#
        )
    }

    @Test
    func writesText() throws {
        let response = APIGatewayV2Response.text("Hello", headers: ["ETag": "1"])
        #expect(response.statusCode == 200)
        #expect(response.headers == ["ETag": "1", "Content-Type": "text/plain; charset=utf-8"])
        #expect(response.body == "Hello")
        #expect(!response.isBase64Encoded)
    }

    @Test
    func writesJSON() throws {
        let response = try APIGatewayV2Response.json(["id": 1], statusCode: 201)
        #expect(response.statusCode == 201)
        #expect(response.headers == ["Content-Type": "application/json"])
        #expect(response.body == #"{"id":1}"#)
    }

    @Test
    func keepsAContentTypeThatIsGiven() throws {
        let response = try APIGatewayV2Response.json(
            [1],
            headers: ["content-type": "application/problem+json"]
        )
        #expect(response.headers == ["Content-Type": "application/problem+json"])
    }

    @Test
    func writesBytesInBase64() {
        let response = APIGatewayV2Response(bytes: [0xFF, 0xFE])
        #expect(response.body == "//4=")
        #expect(response.isBase64Encoded)
    }
}
