import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct SampleRequestTests {
    private struct Order: Codable, Equatable {
        var id = 7
    }

    // MARK: - Query

    @Test
    func queriesAreWrittenAsEachServiceDoes() throws {
        let path = "/pets?tag=caf%C3%A9+noir"
        let query: KeyValuePairs = ["tag": "a,b", "x": "1 & 2"]

        let http = try APIGatewayV2Request.sample(.get, path, query: query)
        #expect(http.rawPath == "/pets")
        #expect(http.rawQueryString == "tag=caf%C3%A9+noir&tag=a%2Cb&x=1%20%26%202")
        #expect(http.queryStringParameters == ["tag": "café noir,a,b", "x": "1 & 2"])
        #expect(http.queryValues(named: "tag") == ["café noir", "a,b"])

        let url = try FunctionURLRequest.sample(.get, path, query: query)
        #expect(url.rawQueryString == http.rawQueryString)
        #expect(url.queryStringParameters == http.queryStringParameters)

        let rest = try APIGatewayRequest.sample(.get, path, query: query)
        #expect(rest.path == "/pets")
        #expect(rest.queryStringParameters == ["tag": "a,b", "x": "1 & 2"])
        #expect(
            rest.multiValueQueryStringParameters
                == ["tag": ["café noir", "a,b"], "x": ["1 & 2"]]
        )

        let alb = try ALBRequest.sample(.get, path, query: query)
        #expect(alb.queryStringParameters == ["tag": "a%2Cb", "x": "1%20%26%202"])
        #expect(alb.queryValue(named: "x") == "1 & 2")
        let multiple = try ALBRequest.sample(
            .get,
            path,
            query: query,
            usesMultiValueHeaders: true
        )
        #expect(multiple.queryStringParameters == nil)
        #expect(multiple.queryValues(named: "tag") == ["café noir", "a,b"])
    }

    // MARK: - Headers and cookies

    @Test
    func headersAreWrittenAsEachServiceDoes() throws {
        let headers: KeyValuePairs = [
            "X-Feature": "a", "X-Feature": "b", "User-Agent": "test", "Host": "pets.example",
        ]
        let cookies: KeyValuePairs = ["session": "abc", "theme": "dark"]

        let http = try APIGatewayV2Request.sample(headers: headers, cookies: cookies)
        #expect(http.headers["x-feature"] == "a,b")
        #expect(http.headers["host"] == "pets.example")
        #expect(http.headers.allSatisfy { $0.name == $0.name.lowercased() })
        #expect(http.headers["cookie"] == nil)
        #expect(http.cookies == ["session=abc", "theme=dark"])
        #expect(http.cookie(named: "theme") == "dark")
        #expect(http.requestContext.http.userAgent == "test")

        let rest = try APIGatewayRequest.sample(headers: headers, cookies: cookies)
        #expect(rest.headers["X-Feature"] == "b")
        #expect(rest.multiValueHeaders["X-Feature"] == ["a", "b"])
        #expect(rest.headers["Cookie"] == "session=abc; theme=dark")
        #expect(rest.cookie(named: "theme") == "dark")
        #expect(rest.requestContext.identity.userAgent == "test")

        let alb = try ALBRequest.sample(headers: headers, cookies: cookies)
        #expect(alb.headers?["x-feature"] == "b")
        #expect(alb.multiValueHeaders == nil)
        #expect(alb.cookie(named: "session") == "abc")
        let multiple = try ALBRequest.sample(headers: headers, usesMultiValueHeaders: true)
        #expect(multiple.headers == nil)
        #expect(multiple.headerValues(named: "X-Feature") == ["a", "b"])
    }

    @Test
    func aCookieHeaderIsCookies() throws {
        let request = try FunctionURLRequest.sample(
            headers: ["Cookie": "a=1; b=2"],
            cookies: ["c": "3"]
        )
        #expect(request.cookies == ["a=1", "b=2", "c=3"])
        #expect(request.headers["cookie"] == nil)
    }

    // MARK: - Bodies

    @Test
    func bodiesHaveTheirContentType() throws {
        let json = try APIGatewayV2Request.sample(.post, body: Order())
        #expect(try json.decodeBody(as: Order.self) == Order())
        #expect(json.headers["content-type"] == "application/json")
        #expect(json.headers["content-length"] == "8")
        #expect(!json.isBase64Encoded)

        let text = try ALBRequest.sample(.post, body: "grüß")
        #expect(text.bodyText == "grüß")
        #expect(text.header(named: "content-type") == "text/plain; charset=utf-8")
        #expect(text.header(named: "content-length") == "6")

        let image = try APIGatewayRequest.sample(
            .put,
            headers: ["content-type": "image/gif"],
            body: [0x47, 0x49, 0xFF] as [UInt8]
        )
        #expect(image.isBase64Encoded)
        #expect(image.bodyBytes == [0x47, 0x49, 0xFF])
        #expect(image.multiValueHeaders["Content-Type"] == ["image/gif"])

        let form = try FunctionURLRequest.sample(
            .post,
            headers: ["Content-Type": "application/x-www-form-urlencoded"],
            body: "name=Ada+Lovelace"
        )
        #expect(form.bodyForm?["name"] == "Ada Lovelace")
        #expect(try APIGatewayV2Request.sample().body == nil)
        #expect(try ALBRequest.sample().body == "")
    }

    // MARK: - Routes

    @Test
    func pathParametersComeFromTheRoute() throws {
        let pet = try APIGatewayV2Request.sample(
            .get,
            "/pets/a%20b/toys/7",
            routeKey: "GET /pets/{id}/toys/{toy}"
        )
        #expect(pet.pathParameters == ["id": "a b", "toy": "7"])
        #expect(pet.rawPath == "/pets/a b/toys/7")

        let staged = try APIGatewayV2Request.sample(
            .get,
            "/files/a/b",
            routeKey: "ANY /files/{path+}",
            stage: "prod"
        )
        #expect(staged.pathParameters == ["path": "a/b"])
        #expect(staged.rawPath == "/prod/files/a/b")
        #expect(staged.requestContext.http.path == "/prod/files/a/b")
        #expect(try APIGatewayV2Request.sample(.get, "/x").pathParameters == [:])

        let rest = try APIGatewayRequest.sample(.get, "/pets/42")
        #expect(rest.resource == "/{proxy+}")
        #expect(rest.pathParameters == ["proxy": "pets/42"])
        #expect(rest.requestContext.path == "/prod/pets/42")
        let root = try APIGatewayRequest.sample()
        #expect(root.resource == "/")
        #expect(root.pathParameters == [:])
    }

    @Test(arguments: [
        ("/pets", "/pets/{id}"), ("/pets/", "/pets/{id}"), ("/pets/42/toys", "/pets/{id}"),
        ("/dogs/42", "/pets/{id}"), ("/", "/pets"),
    ])
    func aPathOfAnotherRouteIsRefused(path: String, route: String) {
        let error = #expect(throws: LambdaTestError.self) {
            try APIGatewayV2Request.sample(.get, path, routeKey: "GET \(route)")
        }
        #expect(error?.description.hasPrefix("The path \(path) does not match \(route)") == true)
        #expect(throws: Never.self) {
            try APIGatewayV2Request.sample(
                .get,
                path,
                routeKey: "GET \(route)",
                pathParameters: ["id": "1"]
            )
        }
    }

    // MARK: - Authorizers

    @Test
    func authorizersSayWhoCalls() throws {
        let jwt = try APIGatewayV2Request.sample(
            authorizer: .sample(claims: ["sub": "ada"], scopes: ["pets"])
        )
        #expect(jwt.requestContext.authorizer?.jwt?.claims.subject == "ada")
        let rest = try APIGatewayRequest.sample(
            authorizer: .init(principalID: "ada", context: ["tenant": "blue"])
        )
        #expect(rest.requestContext.authorizer?.principalID == "ada")
        let signed = try FunctionURLRequest.sample(
            authorizer: .sample(userARN: "arn:aws:iam::123456789012:user/ada")
        )
        #expect(signed.requestContext.accountID == "123456789012")
        #expect(try FunctionURLRequest.sample().requestContext.accountID == "anonymous")
    }

    @Test
    func authorizersAreAskedAboutAMethod() throws {
        let token = APIGatewayTokenAuthorizerRequest.sample(.delete, "/pets/42", token: "Bearer t")
        #expect(token.bearerToken == "t")
        #expect(
            token.methodARN
                == "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/DELETE/pets/42"
        )
        let request = try APIGatewayRequestAuthorizerRequest.sample(
            .get,
            "/pets/42?tag=a",
            headers: ["X-Token": "t"],
            resource: "/pets/{id}"
        )
        #expect(request.methodARN.path == "/pets/42")
        #expect(request.pathParameters == ["id": "42"])
        #expect(request.headers["X-Token"] == "t")
        let http = try APIGatewayV2AuthorizerRequest.sample(
            .get,
            "/pets/42",
            headers: ["Authorization": "Bearer t"],
            routeKey: "GET /pets/{id}",
            stage: "prod"
        )
        #expect(http.identitySource == ["Bearer t"])
        #expect(http.rawPath == "/prod/pets/42")
        #expect(http.routeARN.path == "/pets/42")
        #expect(http.routeARN.stage == "prod")
    }

    // MARK: - WebSocket

    @Test
    func webSocketEventsHaveThePartsOfTheirKind() throws {
        let joined = try APIGatewayWebSocketRequest.sample(
            .connect,
            query: ["room": "blue"],
            headers: ["X-Token": "t"]
        )
        #expect(joined.requestContext.routeKey == "$connect")
        #expect(joined.queryValues(named: "room") == ["blue"])
        #expect(joined.header(named: "x-token") == "t")
        #expect(joined.body == nil)

        let said = try APIGatewayWebSocketRequest.sample(body: Order(), routeKey: "say")
        #expect(try said.decodeBody(as: Order.self) == Order())
        #expect(said.requestContext.routeKey == "say")
        #expect(said.headers.isEmpty)

        let left = try APIGatewayWebSocketRequest.sample(.disconnect, disconnectStatusCode: 1001)
        #expect(left.requestContext.disconnectStatusCode == 1001)
        #expect(left.body == nil)
        #expect(
            Set([joined, said, left].map(\.requestContext.connectionID)).count == 1
        )
    }

    // MARK: - Time and place

    @Test
    func timesAndHostsFollowTheirParameters() throws {
        let time = Timestamp(secondsSinceEpoch: 1_700_000_000)
        let request = try APIGatewayV2Request.sample(
            sourceIP: "192.0.2.1",
            apiID: "pets",
            time: time,
            region: .euCentral1
        )
        let context = request.requestContext
        #expect(context.domainName == "pets.execute-api.eu-central-1.amazonaws.com")
        #expect(request.headers["host"] == context.domainName)
        #expect(context.time == "14/Nov/2023:22:13:20 +0000")
        #expect(context.timestamp == time)
        #expect(context.timeEpoch == time)
        #expect(context.http.sourceIP == "192.0.2.1")
        #expect(request.headers["x-forwarded-for"] == "192.0.2.1")
    }
}
