import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

struct APIGatewayAuthorizerRequestTests {
    @Test(arguments: [
        ("Bearer abc.def", "abc.def"), ("bearer  abc", "abc"), ("BEARER abc def", "abc def"),
        ("Bearer ", nil), ("Bearer", nil), ("Basic abc", nil), ("abc", nil), ("", nil),
        ("Bearerabc", nil),
    ])
    func findsTheTokenOfABearer(text: String, token: String?) {
        let request = APIGatewayTokenAuthorizerRequest(
            authorizationToken: text,
            methodARN: "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/pets"
        )
        #expect(request.bearerToken == token)
    }

    @Test
    func readsARequestOfARESTAPI() throws {
        let request = try APIGatewayRequestAuthorizerRequest(
            fixture: "apigateway-authorizers/request-rest.json"
        )
        #expect(request.type == .request)
        #expect(request.header(named: "x-token") == "example-token")
        #expect(request.headerValues(named: "X-Token") == ["example-token"])
        #expect(request.queryValues(named: "tag") == ["a", "b"])
        #expect(request.requestContext.identity.apiKeyID == "k3y1d")
        #expect(
            request.requestContext.requestTimestamp == Timestamp(iso8601: "2026-03-01T12:00:00Z")
        )
        #expect(request.methodARN.path == "/pets/42")
    }

    @Test
    func readsAConnectionOfAWebSocketAPI() throws {
        let request = try APIGatewayRequestAuthorizerRequest(
            fixture: "apigateway-authorizers/request-websocket.json"
        )
        #expect(request.httpMethod == nil)
        #expect(request.requestContext.eventType == .connect)
        #expect(request.requestContext.connectionID == "WuVvNcsQIAMCJPQ=")
        #expect(request.methodARN.routeKey == "$connect")
        #expect(request.queryValues(named: "token") == ["example-token"])
    }

    @Test
    func readsARequestOfAnHTTPAPI() throws {
        let old = try APIGatewayRequestAuthorizerRequest(
            fixture: "apigateway-authorizers/request-http-1.0.json"
        )
        #expect(old.version == "1.0")
        #expect(old.identitySource == "example-token,203.0.113.10")
        #expect(old.cookie(named: "session") == "abc123")

        let new = try APIGatewayV2AuthorizerRequest(
            fixture: "apigateway-authorizers/request-http-2.0.json"
        )
        #expect(new.identitySource == ["example-token", "203.0.113.10"])
        #expect(new.queryValues(named: "tag") == ["a,b", "c"])
        #expect(new.cookie(named: "session") == "abc123")
        #expect(new.routeARN.stage == "$default")
        #expect(new.requestContext.http.method == .get)

        let without = try APIGatewayV2AuthorizerRequest(
            fixture: "apigateway-authorizers/request-http-2.0-without-identity.json"
        )
        #expect(without.identitySource.isEmpty)
    }
}

struct APIGatewayMethodARNTests {
    private let arn: APIGatewayMethodARN =
        "arn:aws-cn:execute-api:cn-north-1:123456789012:a1b2c3d4e5/prod/GET/pets/a:b/"

    @Test
    func isTakenApart() {
        #expect(arn.partition == "aws-cn")
        #expect(arn.region == "cn-north-1")
        #expect(arn.accountID == "123456789012")
        #expect(arn.apiID == "a1b2c3d4e5")
        #expect(arn.stage == "prod")
        #expect(arn.method == .get)
        #expect(arn.path == "/pets/a:b/")
        #expect(arn.routeKey == nil)
    }

    @Test
    func takesAnyText() {
        for text in ["", "arn", "arn:aws:s3:::bucket", "arn:aws:execute-api:us-east-1:1:", "*"] {
            let arn = APIGatewayMethodARN(rawValue: text)
            #expect(arn.apiID == nil)
            #expect(arn.method == nil)
            #expect(arn.path == nil)
            // Nothing is made up that would allow more than the text does.
            #expect(arn.anyMethod == arn)
        }
        let api: APIGatewayMethodARN = "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5"
        #expect(api.apiID == "a1b2c3d4e5")
        #expect(api.stage == nil)
        #expect(api.anyMethod == api)
    }

    @Test
    func theRootHasAPath() {
        let arn: APIGatewayMethodARN =
            "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/"
        #expect(arn.path == "/")
    }

    @Test
    func makesTheARNsOfOtherMethods() {
        let prefix = "arn:aws-cn:execute-api:cn-north-1:123456789012:a1b2c3d4e5/prod"
        #expect(arn.anyMethod.description == prefix + "/*/*")
        #expect(arn.method(.post, path: "/orders/*").rawValue == prefix + "/POST/orders/*")
        #expect(arn.method(.delete).rawValue == prefix + "/DELETE/*")
        let made = APIGatewayMethodARN(
            region: "us-east-1",
            accountID: "123456789012",
            apiID: "a1b2c3d4e5"
        )
        #expect(made == "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/*/*")
    }
}

struct APIGatewayAuthorizerResponseTests {
    @Test
    func allows() throws {
        let arn: APIGatewayMethodARN =
            "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/pets"
        let user = "user-1"
        let response = APIGatewayAuthorizerResponse.allow(
            principalID: user,
            methods: [arn.anyMethod],
            context: [
                "user": "\(user)", "level": 3, "share": 0.25, "trial": false,
            ],
            usageIdentifierKey: "key"
        )
        let json = try Tree(json: LambdaJSONEncoder().encode(response))
        let expected = #"""
            {"principalId":"user-1","policyDocument":{"Version":"2012-10-17","Statement":[{
            "Effect":"Allow","Action":"execute-api:Invoke","Resource":[
            "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/*/*"]}]},
            "context":{"user":"user-1","level":3,"share":0.25,"trial":false},
            "usageIdentifierKey":"key"}
            """#
        #expect(try json == Tree(json: Array(expected.utf8)))
    }

    @Test
    func denies() {
        let response = APIGatewayAuthorizerResponse.deny(principalID: "a", methods: ["arn:1"])
        let statement = response.policyDocument.statements.first
        #expect(statement?.effect == .deny)
        #expect(statement?.action == "execute-api:Invoke")
        #expect(statement?.resource == ["arn:1"])
        #expect(response.context.isEmpty)
    }

    @Test(arguments: ["null", "[]", "{}"], Coder.allCases)
    func handsOnNoOtherValues(json: String, coder: Coder) {
        let json = #"{"a":\#(json)}"#
        #expect(throws: DecodingError.self) {
            try coder.decode(
                [String: APIGatewayAuthorizerResponse.ContextValue].self,
                from: Array(json.utf8)
            )
        }
    }

    @Test
    func answersSimply() throws {
        #expect(APIGatewayV2SimpleAuthorizerResponse.deny.isAuthorized == false)
        let response = APIGatewayV2SimpleAuthorizerResponse.allow(context: ["groups": ["a", "b"]])
        #expect(
            try LambdaJSONEncoder().encodeToString(response)
                == #"{"isAuthorized":true,"context":{"groups":["a","b"]}}"#
        )
    }
}

struct IAMPolicyDocumentTests {
    @Test(
        arguments: [
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a","Resource":"b"}}"#,
            #"{"Statement":[{"Effect":"Allow","Action":["a"],"Resource":["b"]}]}"#,
            #"{"Statement":[]}"#,
            #"{"Id":"i","Statement":[{"Effect":"Deny","Principal":"*","NotAction":["a","b"]}]}"#,
            #"{"Statement":[{"Effect":"Deny","Principal":{"AWS":"a","Service":["b"]}}]}"#,
        ],
        Coder.allCases
    )
    func comesOutInTheFormItCameIn(json: String, coder: Coder) throws {
        let bytes = Array(json.utf8)
        let written = try coder.roundTrip(IAMPolicyDocument.self, bytes)
        #expect(try Tree(json: written) == Tree(json: bytes))
    }

    @Test
    func oneElementEqualsAListOfOne() {
        let one: IAMPolicyDocument.OneOrMore<String> = "a"
        let list: IAMPolicyDocument.OneOrMore<String> = ["a"]
        #expect(one == list)
        #expect(one.hashValue == list.hashValue)
        #expect(Array(one) == ["a"])
    }

    @Test
    func aSingleElementThatBecomesAListIsWrittenAsOne() throws {
        var list: IAMPolicyDocument.OneOrMore<String> = "a"
        #expect(try LambdaJSONEncoder().encodeToString(list) == #""a""#)
        list.elements.append("b")
        #expect(try LambdaJSONEncoder().encodeToString(list) == #"["a","b"]"#)
        list.elements = []
        #expect(try LambdaJSONEncoder().encodeToString(list) == "[]")
    }

    @Test
    func readsEveryElement() throws {
        let response = try APIGatewayAuthorizerResponse(
            fixture: "apigateway-authorizers/response-every-element.json"
        )
        let policy = response.policyDocument
        #expect(policy.id == "pets")
        #expect(policy.statements.map(\.id) == ["Read", "Others"])
        #expect(policy.statements[0].principal == .everybody)
        #expect(
            policy.statements[0].condition["NumericLessThan"]?["aws:MultiFactorAuthAge"] == 3600
        )
        #expect(policy.statements[0].action?.count == 2)
        #expect(
            policy.statements[1].notPrincipal
                == .names([
                    "AWS": ["arn:aws:iam::123456789012:root"],
                    "Service": "apigateway.amazonaws.com",
                ])
        )
    }

    @Test(arguments: Coder.allCases)
    func saysWhatIsWrongInAList(coder: Coder) {
        let json = #"{"Statement":[{"Effect":"Allow","Action":["a",1]}]}"#
        #expect {
            try coder.decode(IAMPolicyDocument.self, from: Array(json.utf8))
        } throws: { error in
            guard case DecodingError.typeMismatch(_, let context) = error else { return false }
            return context.codingPath.map(\.stringValue).contains("Action")
        }
    }
}
