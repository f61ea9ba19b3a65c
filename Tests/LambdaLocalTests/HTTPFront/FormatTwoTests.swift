#if LOCAL_RUNNING
import LambdaEmulator
import LambdaEvents
import LambdaJSON
import Testing

@testable import LambdaLocal

/// Events of HTTP APIs and function URLs.
struct FormatTwoTests {
    let api = HTTPFront(.httpAPI)
    let url = HTTPFront(.functionURL)

    @Test func saysWhatTheRequestIs() throws {
        let event: APIGatewayV2Request = try api.event(.make("GET", "/orders/7?x=1"))
        #expect(event.version == "2.0")
        #expect(event.routeKey == "$default")
        #expect(event.rawPath == "/orders/7")
        #expect(event.rawQueryString == "x=1")
        #expect(event.queryStringParameters == ["x": "1"])
        #expect(event.pathParameters == [:])
        #expect(event.body == nil)
        #expect(!event.isBase64Encoded)
        let context = event.requestContext
        #expect(context.accountID == "123456789012")
        #expect(context.domainName == "127.0.0.1")
        #expect(context.domainPrefix == "127")
        #expect(context.http.method == .get)
        #expect(context.http.path == "/orders/7")
        #expect(context.http.protocol == "HTTP/1.1")
        #expect(context.http.sourceIP == "127.0.0.1")
        #expect(context.http.userAgent == "curl/8.7.1")
        #expect(context.requestID == "JKJaXmPLvHcESHA=")
        #expect(context.routeKey == "$default")
        #expect(context.stage == "$default")
        #expect(context.time == "01/Mar/2026:12:00:00 +0000")
        #expect(context.timeEpoch == Timestamp(millisecondsSinceEpoch: 1_772_366_400_250))
    }

    @Test func functionURLSaysWhatTheRequestIs() throws {
        let event: FunctionURLRequest = try url.event(.make("GET", "/orders/7?x=1"))
        #expect(event.routeKey == "$default")
        #expect(event.rawPath == "/orders/7")
        #expect(event.requestContext.accountID == "anonymous")
        #expect(event.requestContext.authorizer == nil)
        #expect(event.requestContext.requestID == "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
        #expect(event.requestContext.stage == "$default")
    }

    @Test func leavesOutWhatIsEmpty() throws {
        let event: JSONValue = try api.event(.make())
        let members = try #require(event.objectValue)
        #expect(
            members.keys.sorted() == [
                "headers", "isBase64Encoded", "rawPath", "rawQueryString", "requestContext",
                "routeKey", "version",
            ]
        )
        #expect(members["rawQueryString"] == "")
    }

    @Test func writesNamesOfHeadersInLowerCaseAndJoinsRepeatedOnes() throws {
        let fields = [
            ("Host", "localhost:9000"), ("X-Feature", "a"), ("Accept", "*/*"), ("x-FEATURE", "b"),
        ]
        let event: APIGatewayV2Request = try api.event(.make("GET", "/", fields))
        #expect(
            event.headers == [
                "host": "localhost:9000", "x-feature": "a,b", "accept": "*/*",
                "content-length": "0",
                "x-forwarded-for": "127.0.0.1", "x-forwarded-port": "9000",
                "x-forwarded-proto": "http",
                "x-amzn-trace-id": "Root=1-69a42c80-0123456789abcdef01234567",
            ]
        )
        #expect(event.headers.allSatisfy { $0.name == $0.name.lowercased() })
        #expect(event.requestContext.http.userAgent == "")
    }

    @Test func movesCookies() throws {
        let fields = [
            ("Host", "localhost"), ("Cookie", "session=abc; theme=dark;"), ("cookie", "a=b=c"),
        ]
        let event: APIGatewayV2Request = try api.event(.make("GET", "/", fields))
        #expect(event.cookies == ["session=abc", "theme=dark", "a=b=c"])
        #expect(event.headers["cookie"] == nil)
        let urlEvent: FunctionURLRequest = try url.event(.make("GET", "/", fields))
        #expect(urlEvent.cookies == ["session=abc", "theme=dark", "a=b=c"])
        #expect(urlEvent.headers["cookie"] == "session=abc; theme=dark;,a=b=c")
    }

    @Test func decodesParametersAndKeepsTheQuery() throws {
        let query = "tag=a%2Cb&tag=caf%C3%A9+noir&empty=&bare&%C3%A9=1&bad=%zz&cut=%C3"
        let event: APIGatewayV2Request = try api.event(.make("GET", "/?" + query))
        #expect(event.rawQueryString == query)
        #expect(
            event.queryStringParameters == [
                "tag": "a,b,café noir", "empty": "", "bare": "", "é": "1", "bad": "%zz",
                "cut": "\u{FFFD}",
            ]
        )
        #expect(event.queryValues(named: "tag") == ["a,b", "café noir"])
    }

    @Test(arguments: ["?", "?&", "?&&"])
    func hasNoParametersInAnEmptyQuery(_ query: String) throws {
        let event: JSONValue = try api.event(.make("GET", "/" + query))
        #expect(event["queryStringParameters"] == nil)
    }

    @Test func decodesThePathOfAnAPIButNotOfAURL() throws {
        let target = "/caf%C3%A9%20noir/a+b/100%25/%zz/c%2Fd"
        let event: APIGatewayV2Request = try api.event(.make("GET", target))
        #expect(event.rawPath == "/café noir/a+b/100%/%zz/c%2Fd")
        #expect(event.requestContext.http.path == event.rawPath)
        let urlEvent: FunctionURLRequest = try url.event(.make("GET", target))
        #expect(urlEvent.rawPath == target)
    }

    @Test(
        arguments: [
            ("text/plain", true), ("TEXT/HTML; charset=utf-8", true), ("application/json", true),
            ("application/json;charset=utf-8", true), ("application/xml", true),
            ("application/javascript", true), ("application/x-www-form-urlencoded", false),
            ("application/problem+json", false), ("multipart/form-data; boundary=x", false),
            ("image/png", false), ("", false),
        ]
    )
    func sendsTextAsTextAndTheRestInBase64(_ contentType: String, _ isText: Bool) throws {
        let fields = [("Host", "localhost"), ("Content-Type", contentType)]
        let request = ServerRequest.make("POST", "/", fields, body: Array("a=1 é".utf8))
        let event: APIGatewayV2Request = try api.event(request)
        #expect(event.isBase64Encoded == !isText)
        #expect(event.body == (isText ? "a=1 é" : "YT0xIMOp"))
        #expect(event.headers["content-length"] == "6")
        let urlEvent: FunctionURLRequest = try url.event(request)
        #expect(urlEvent.body == event.body)
    }

    @Test func sendsTextThatIsNoUTF8OrCompressedInBase64() throws {
        let type = ("Content-Type", "text/plain")
        let latin: APIGatewayV2Request = try api.event(.make("POST", "/", [type], body: [0xE9]))
        #expect(latin.bodyBytes == [0xE9])
        let fields = [type, ("Content-Encoding", "gzip")]
        let gzip: APIGatewayV2Request = try api.event(.make("POST", "/", fields, body: [0x41]))
        #expect(gzip.body == "QQ==")
        #expect(gzip.isBase64Encoded)
    }

    @Test func leavesOutWhatIsBetweenNeighbours() throws {
        let fields = [
            ("Host", "localhost"), ("Connection", "keep-alive"), ("Keep-Alive", "timeout=5"),
            ("Transfer-Encoding", "chunked"), ("Expect", "100-continue"), ("TE", "trailers"),
            ("Upgrade", "h2c"), ("Content-Type", "text/plain"),
        ]
        let event: APIGatewayV2Request = try api.event(.make("PUT", "/", fields, body: [0x41]))
        #expect(
            event.headers.map(\.name).sorted() == [
                "content-length", "content-type", "host", "x-amzn-trace-id", "x-forwarded-for",
                "x-forwarded-port", "x-forwarded-proto",
            ]
        )
        #expect(event.headers["content-length"] == "1")
    }

    @Test func addsToWhatProxiesHaveSaid() throws {
        let fields = [
            ("Host", "localhost"), ("X-Forwarded-For", "203.0.113.10"),
            ("X-Forwarded-Proto", "https"), ("X-Forwarded-Port", "443"),
            ("X-Amzn-Trace-Id", "Root=1-00000000-111111111111111111111111"),
        ]
        let exchange = try api.exchange(.make("GET", "/", fields))
        let event = try LambdaJSONDecoder().decode(APIGatewayV2Request.self, from: exchange.event)
        #expect(event.headers["x-forwarded-for"] == "203.0.113.10, 127.0.0.1")
        #expect(event.headers["x-forwarded-proto"] == "https")
        #expect(event.headers["x-forwarded-port"] == "443")
        #expect(event.headers["x-amzn-trace-id"] == "Root=1-00000000-111111111111111111111111")
        #expect(exchange.traceID == "Root=1-00000000-111111111111111111111111")
    }

    @Test(
        arguments: [
            ("localhost:9000", "localhost", "localhost"),
            ("api.example.com", "api.example.com", "api"),
            ("[::1]:9000", "[::1]", "[::1]"), ("", "localhost", "localhost"),
        ]
    )
    func namesTheHost(_ host: String, _ name: String, _ prefix: String) throws {
        let event: APIGatewayV2Request = try api.event(.make("GET", "/", [("Host", host)]))
        #expect(event.requestContext.domainName == name)
        #expect(event.requestContext.domainPrefix == prefix)
    }

    @Test func takesTheRouteThatFits() throws {
        let routes = ["GET /orders/{id}", "$default"].compactMap { HTTPRoute($0) }
        let api = HTTPFront(.httpAPI, routes: routes)
        let event: APIGatewayV2Request = try api.event(.make("GET", "/orders/a%20b%2Fc?x=1"))
        #expect(event.routeKey == "GET /orders/{id}")
        #expect(event.requestContext.routeKey == "GET /orders/{id}")
        #expect(event.pathParameters == ["id": "a b/c"])
        let other: APIGatewayV2Request = try api.event(.make("POST", "/orders/7"))
        #expect(other.routeKey == "$default")
        #expect(other.pathParameters == [:])
    }

    @Test func survivesBytesThatAreNoText() throws {
        // Latin-1, as it came, so that nothing is lost.
        let request = ServerRequest.make("GET", "/", [("X-Name", "caf\u{E9}\u{0}\"\\")])
        let event: APIGatewayV2Request = try api.event(request)
        #expect(event.headers["x-name"] == "caf\u{E9}\u{0}\"\\")
    }

    @Test(arguments: ["*", "example.com:443", "http:/x", "x"])
    func refusesTargetsThatAreNoPath(_ target: String) {
        #expect(api.refusal(.make("OPTIONS", target))?.status == 400)
    }

    @Test(
        arguments: [
            ("http://example.com/a?b=c", "/a"), ("HTTPS://example.com", "/"), ("//a", "//a"),
        ]
    )
    func takesTargetsInTheirAbsoluteForm(_ target: String, _ path: String) throws {
        let event: APIGatewayV2Request = try api.event(.make("GET", target))
        #expect(event.rawPath == path)
    }
}
#endif
