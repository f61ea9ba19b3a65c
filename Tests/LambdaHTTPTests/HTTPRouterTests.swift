import LambdaHTTP
import LambdaTesting
import Testing

struct HTTPRouterTests {
    /// A router that answers with the pattern it has chosen and the variables it has found.
    private func router(_ routes: [(HTTPMethod, String)]) -> HTTPRouter {
        var router = HTTPRouter()
        for (method, pattern) in routes {
            router.on(method, pattern) { request, _ in
                let variables = request.pathParameters.sorted { $0.key < $1.key }
                let text = variables.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
                return .text("\(method) \(pattern)" + (text.isEmpty ? "" : "?" + text))
            }
        }
        return router
    }

    private func answer(
        _ router: HTTPRouter,
        _ method: HTTPMethod,
        _ target: String
    ) async throws
        -> String?
    {
        try await router.respond(to: HTTPRequest(method, target), context: .test()).bodyText
    }

    static let routes: [(HTTPMethod, String)] = [
        (.get, "/"), (.get, "/orders"), (.post, "/orders"), (.get, "/orders/{id}"),
        (.get, "/orders/new"), (.delete, "/orders/{order}"), (.get, "/orders/{id}/lines/{line}"),
        (.get, "/orders/{rest+}"), (.get, "/files/{path+}"), (.get, "/a/b/c"), (.get, "/a/{x}/d"),
        (.put, "/café"),
    ]

    @Test(
        arguments: [
            (.get, "/", "GET /"), (.get, "/orders", "GET /orders"),
            (.get, "/orders/", "GET /orders"),
            (.post, "/orders?x=1", "POST /orders"), (.get, "/orders/7", "GET /orders/{id}?id=7"),
            (.get, "/orders/new", "GET /orders/new"),
            (.delete, "/orders/new", "DELETE /orders/{order}?order=new"),
            (.get, "/orders/7/lines/2", "GET /orders/{id}/lines/{line}?id=7&line=2"),
            (.get, "/orders/7/lines", "GET /orders/{rest+}?rest=7/lines"),
            (.get, "/orders/7/lines/2/3", "GET /orders/{rest+}?rest=7/lines/2/3"),
            (.get, "/files/a/b.png", "GET /files/{path+}?path=a/b.png"),
            (.get, "/files//a/", "GET /files/{path+}?path=/a"),
            (.get, "/orders/a%2Fb%20c", "GET /orders/{id}?id=a/b c"),
            (.get, "/a/b/c", "GET /a/b/c"),
            (.get, "/a/b/d", "GET /a/{x}/d?x=b"), (.put, "/caf%C3%A9", "PUT /café"),
            (.put, "/café", "PUT /café"),
        ] as [(HTTPMethod, String, String)]
    )
    func choosesTheRouteThatFits(
        _ method: HTTPMethod,
        _ target: String,
        _ text: String
    ) async throws {
        for routes in [Self.routes, Self.routes.reversed()] {
            #expect(try await answer(router(routes), method, target) == text)
        }
    }

    @Test(arguments: [
        "/customers", "/orders//lines/2", "/files", "/files/", "/files//", "/files///", "/a/b",
        "/ORDERS",
    ])
    func answers404WhereThereIsNoRoute(_ target: String) async throws {
        var routes = Self.routes
        routes.removeAll { $0.1 == "/orders/{rest+}" }
        let router = router(routes)
        let error = try await #require(throws: HTTPError.self) {
            _ = try await router.respond(to: HTTPRequest(.get, target), context: .test())
        }
        #expect(error == HTTPError(404, "Not Found"))
    }

    @Test func answers405WithTheMethodsThatThereAre() async throws {
        let router = router(Self.routes)
        let error = try await #require(throws: HTTPError.self) {
            _ = try await router.respond(to: HTTPRequest(.patch, "/orders/7"), context: .test())
        }
        #expect(error.statusCode == 405)
        #expect(error.headers == ["Allow": "DELETE, GET, HEAD, OPTIONS"])
    }

    @Test func answersOPTIONSAndHEAD() async throws {
        let router = router(Self.routes + [(.head, "/files/{path+}")])
        let options = try await router.respond(
            to: HTTPRequest(.options, "/orders"),
            context: .test()
        )
        #expect(options.statusCode == 204)
        #expect(options.headers == ["Allow": "GET, HEAD, OPTIONS, POST"])
        let head = try await router.respond(to: HTTPRequest(.head, "/orders/7"), context: .test())
        #expect(head.statusCode == 200)
        #expect(head.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(head.headers["Content-Length"] == "21")
        #expect(head.body == .empty)
        #expect(try await answer(router, .head, "/files/a") == "HEAD /files/{path+}?path=a")
    }

    @Test func putsMiddlewareInFrontOfTheRoutesOfItsGroup() async throws {
        @Sendable func tag(_ name: String) -> HTTPRouter.Middleware {
            { request, context, next in
                var response = try await next(request, context)
                response.headers.append(name, to: "X-Tag")
                return response
            }
        }
        var router = HTTPRouter()
        router.get("/before") { _, _ in HTTPResponse() }
        router.use(tag("outer"))
        router.group("/admin") { admin in
            admin.use(tag("inner"))
            admin.get("/a") { _, _ in HTTPResponse() }
            admin.get("/") { _, _ in HTTPResponse() }
            admin.group("/b") { $0.get("/c") { _, _ in HTTPResponse() } }
        }
        router.get("/after") { _, _ in HTTPResponse() }
        for (path, tags) in [
            ("/before", nil), ("/admin/a", "inner, outer"), ("/admin", "inner, outer"),
            ("/admin/b/c", "inner, outer"),
            ("/after", "outer"),
        ] {
            let response = try await router.respond(to: HTTPRequest(.get, path), context: .test())
            #expect(response.headers["X-Tag"] == tags, "\(path)")
        }
    }

    @Test func middlewareCanAnswerByItself() async throws {
        var router = HTTPRouter()
        router.use { request, context, next in
            guard request.headers["Authorization"] != nil else { throw HTTPError(401, "Sign in.") }
            return try await next(request, context)
        }
        router.get("/") { _, _ in .text("Welcome") }
        await #expect(throws: HTTPError(401, "Sign in.")) {
            _ = try await router.respond(to: HTTPRequest(.get, "/"), context: .test())
        }
    }

    @Test func makesTypesOfVariables() async throws {
        var router = HTTPRouter()
        router.get("/orders/{id}") { request, _ in
            .text("\(try request.pathParameter("id", as: Int.self) + 1)")
        }
        router.get("/none/{id}") { request, _ in .text(try request.pathParameter("name")) }
        #expect(try await answer(router, .get, "/orders/41") == "42")
        await #expect(throws: HTTPError(404, "Not Found")) {
            _ = try await answer(router, .get, "/orders/x")
        }
        let error = await #expect(throws: (any Error).self) {
            _ = try await answer(router, .get, "/none/x")
        }
        #expect(
            error.map { "\($0)" }
                == "The path has no variable \"name\". Name it in the pattern of the route: /{name}."
        )
    }

    @Test func isNotSlowedDownByHostilePaths() async throws {
        var router = HTTPRouter()
        for depth in 1...12 {
            let variables = (0..<depth).map { "/{v\($0)}" }.joined()
            let literals = String(repeating: "/a", count: depth)
            router.get(variables + "/end") { _, _ in HTTPResponse() }
            router.get(literals + "/end") { _, _ in HTTPResponse() }
        }
        let path = String(repeating: "/a", count: 100_000)
        await #expect(throws: HTTPError(404, "Not Found")) {
            _ = try await answer(router, .get, path)
        }
    }

    // MARK: - Mistakes

    private func mistake(_ build: (inout HTTPRouter) -> Void) async -> String? {
        var router = HTTPRouter()
        router.get("/") { _, _ in .text("Hi") }
        build(&router)
        let routes = router
        let checked = #expect(throws: (any Error).self) { try routes.validate() }
        // No request gets an answer from a table that is not what it is meant to be.
        let asked = await #expect(throws: (any Error).self) {
            _ = try await answer(routes, .get, "/")
        }
        let text = checked.map { "\($0)" }
        #expect(asked.map { "\($0)" } == text)
        return text
    }

    @Test func namesAPatternThatIsNone() async {
        let text = await mistake { $0.get("orders/{id") { _, _ in HTTPResponse() } }
        #expect(
            text
                == "\"orders/{id\" is no pattern of a path. Expected a slash, and parts such as orders, {id}, "
                + "or {rest+} at the end, without escapes."
        )
        let inGroup = await mistake { router in
            router.group("admin") { $0.get("/a") { _, _ in HTTPResponse() } }
        }
        #expect(inGroup?.hasPrefix("\"admin/a\" is no pattern") == true)
    }

    @Test func namesARouteThatIsAddedTwiceAndTheFirstMistakeOnly() async {
        let text = await mistake { router in
            router.get("/orders/{id}") { _, _ in HTTPResponse() }
            router.get("/orders/{order}") { _, _ in HTTPResponse() }
            router.get("none") { _, _ in HTTPResponse() }
        }
        #expect(
            text
                == "GET /orders/{order} has a route already. Each pattern, whatever its variables are called, has "
                + "one route for a method."
        )
    }

    @Test func findsNothingWrongWithGoodRoutes() throws {
        try router(Self.routes).validate()
        try HTTPRouter().validate()
    }

    /// Its prefix comes from outside.
    private struct Prefixed: LambdaHTTPHandler {
        var router = HTTPRouter()

        init() {}

        init(prefix: String, isChecked: Bool) throws {
            router.group(prefix) { $0.get("/a") { _, _ in HTTPResponse() } }
            if isChecked { try router.validate() }
        }

        func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
            try await router.respond(to: request, context: context)
        }
    }

    @Test func answersEachRequestWith500AndLogsTheMistake() async throws {
        let log = CapturedLog()
        let handler = try Prefixed(prefix: "shop", isChecked: false)
        for count in 1...2 {
            let output = await handler.handle(
                HTTPRequest(.get, "/shop/a"),
                context: .test(logger: log.logger())
            )
            #expect(output.response.statusCode == 500)
            #expect(output.response.bodyText == #"{"message":"Internal Server Error"}"#)
            #expect(log.records.count == count)
        }
        let record = try #require(log.records.last)
        #expect(record.level == .error)
        #expect(record["errorType"] == "InvalidRoute")
        #expect(
            record["errorMessage"]
                == .string(
                    "\"shop/a\" is no pattern of a path. Expected a slash, and parts such as orders, {id}, or {rest+} "
                        + "at the end, without escapes."
                )
        )
    }

    @Test func failsTheInitialisationOfAHandlerThatChecks() throws {
        #expect(throws: (any Error).self) { try Prefixed(prefix: "shop", isChecked: true) }
        _ = try Prefixed(prefix: "/shop", isChecked: true)
    }
}
