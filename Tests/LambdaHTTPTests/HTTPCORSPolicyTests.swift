import LambdaHTTP
import LambdaTesting
import Testing

struct HTTPCORSPolicyTests {
    struct Shop: LambdaHTTPHandler {
        var cors: HTTPCORSPolicy? = HTTPCORSPolicy(origins: ["https://shop.example.com"])

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            guard request.path == "/" else { throw HTTPError(404, "Not Found") }
            return .text("Hi", headers: ["Vary": "Accept"])
        }
    }

    private func response(
        _ handler: Shop = Shop(),
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        _ headers: HTTPHeaders = ["Origin": "https://shop.example.com"]
    ) async -> HTTPResponse {
        let request = HTTPRequest(method, path, headers: headers)
        return await handler.handle(request, context: .test()).response
    }

    @Test func allowsTheOriginsThatAreListed() async {
        let response = await response()
        #expect(response.statusCode == 200)
        #expect(response.headers["Access-Control-Allow-Origin"] == "https://shop.example.com")
        #expect(response.headers["Access-Control-Allow-Credentials"] == nil)
        #expect(response.headers["Vary"] == "Accept, Origin")
    }

    @Test func tellsPagesOfErrorsToo() async {
        let response = await response(Shop(), .get, "/missing")
        #expect(response.statusCode == 404)
        #expect(response.headers["Access-Control-Allow-Origin"] == "https://shop.example.com")
    }

    @Test(arguments: ["https://evil.example.com", "http://shop.example.com", "null", ""])
    func allowsNoOthers(_ origin: String) async {
        let response = await response(Shop(), .get, "/", ["Origin": origin])
        #expect(response.headers["Access-Control-Allow-Origin"] == nil)
        #expect(response.headers["Vary"] == "Accept, Origin")
    }

    @Test func allowsAnyWithoutCredentials() async {
        let any = Shop(cors: HTTPCORSPolicy(origins: nil, allowsCredentials: true))
        let response = await response(any)
        #expect(response.headers["Access-Control-Allow-Origin"] == "*")
        #expect(response.headers["Access-Control-Allow-Credentials"] == nil)
        #expect(response.headers["Vary"] == "Accept")
    }

    @Test func allowsAnyWhereNoneIsNamedForTheSakeOfCaches() async {
        let any = Shop(cors: HTTPCORSPolicy(origins: nil, exposedHeaders: ["ETag"]))
        let response = await response(any, .get, "/", [:])
        #expect(response.headers["Access-Control-Allow-Origin"] == "*")
        #expect(response.headers["Access-Control-Expose-Headers"] == "ETag")
    }

    @Test func tellsPagesThatAResponseCannotBeSent() async {
        struct Broken: LambdaHTTPHandler {
            let cors: HTTPCORSPolicy? = HTTPCORSPolicy(origins: ["https://shop.example.com"])

            func respond(to request: HTTPRequest, context: LambdaContext) -> HTTPResponse {
                .text("Hi", headers: ["X-Name": "a\r\nb"])
            }
        }
        let request = HTTPRequest(.get, "/", headers: ["Origin": "https://shop.example.com"])
        let context = LambdaContext.test(logger: CapturedLog().logger())
        let response = await Broken().handle(request, context: context).response
        #expect(response.statusCode == 500)
        #expect(response.headers["Access-Control-Allow-Origin"] == "https://shop.example.com")
    }

    @Test func answersPreflightRequests() async {
        let policy = HTTPCORSPolicy(
            origins: ["https://shop.example.com"],
            methods: [.get, .put],
            headers: ["X-Token"],
            exposedHeaders: ["ETag", "X-Count"],
            allowsCredentials: true,
            maxAge: 600
        )
        let headers: HTTPHeaders = [
            "Origin": "https://shop.example.com", "Access-Control-Request-Method": "PUT",
            "Access-Control-Request-Headers": "x-token",
        ]
        let response = await response(Shop(cors: policy), .options, "/missing", headers)
        #expect(response.statusCode == 204)
        #expect(
            response.headers == [
                "Access-Control-Allow-Origin": "https://shop.example.com",
                "Access-Control-Allow-Methods": "GET, PUT",
                "Access-Control-Allow-Headers": "X-Token",
                "Access-Control-Allow-Credentials": "true",
                "Access-Control-Expose-Headers": "ETag, X-Count",
                "Access-Control-Max-Age": "600",
                "Vary": "Origin",
            ]
        )
    }

    @Test func refusesPreflightRequestsOfOthersByTellingNothing() async {
        let headers: HTTPHeaders = [
            "Origin": "https://evil.example.com", "Access-Control-Request-Method": "PUT",
        ]
        let response = await response(Shop(), .options, "/", headers)
        #expect(response.statusCode == 204)
        #expect(response.headers == ["Vary": "Origin"])
    }

    struct Library: LambdaHTTPHandler {
        let router: HTTPRouter
        let cors: HTTPCORSPolicy? = HTTPCORSPolicy(origins: nil, methods: nil)

        init() {
            var router = HTTPRouter()
            router.use { _, _, _ in throw HTTPError(401, "Sign in.") }
            router.get("/books/{id}") { _, _ in HTTPResponse() }
            router.put("/books/{id}") { _, _ in HTTPResponse() }
            self.router = router
        }

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            try await router.respond(to: request, context: context)
        }
    }

    @Test func allowsTheMethodsOfTheRoutesOfThePath() async {
        func preflight(_ path: String) async -> HTTPResponse {
            let headers: HTTPHeaders = [
                "Origin": "https://shop.example.com", "Access-Control-Request-Method": "PUT",
            ]
            let request = HTTPRequest(.options, path, headers: headers)
            return await Library().handle(request, context: .test()).response
        }
        let book = await preflight("/books/7")
        // No route is asked, and no middleware: a browser sends no credentials with its question.
        #expect(book.statusCode == 204)
        #expect(book.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS, PUT")
        #expect(book.headers["Access-Control-Allow-Origin"] == "*")
        let nothing = await preflight("/authors")
        #expect(nothing.statusCode == 404)
        #expect(nothing.headers["Access-Control-Allow-Methods"] == nil)
        // A handler that answers OPTIONS without naming methods allows none.
        let mute = HTTPCORSPolicy(origins: nil, methods: nil)
        let headers: HTTPHeaders = ["Origin": "x", "Access-Control-Request-Method": "PUT"]
        let silent = await response(Shop(cors: mute), .options, "/", headers)
        #expect(silent.headers["Access-Control-Allow-Methods"] == nil)
    }

    @Test func leavesOtherOPTIONSToTheHandler() async {
        let response = await response(Shop(), .options, "/", ["Origin": "https://shop.example.com"])
        #expect(response.bodyText == "Hi")
    }

    @Test func saysNothingWithoutAPolicy() async {
        let response = await response(Shop(cors: nil))
        #expect(response.headers["Access-Control-Allow-Origin"] == nil)
        #expect(response.headers["Vary"] == "Accept")
    }
}
