import LambdaHTTP
import LambdaTesting
import Testing

struct ConditionalTests {
    private func router(_ response: HTTPResponse) -> HTTPRouter {
        var router = HTTPRouter()
        router.use { request, context, next in
            try await next(request, context).unlessUnchanged(for: request)
        }
        router.get("/") { _, _ in response }
        router.put("/") { _, _ in response }
        return router
    }

    private func answer(
        _ response: HTTPResponse,
        _ method: HTTPMethod = .get,
        ifNoneMatch: String? = nil
    ) async throws -> HTTPResponse {
        var request = HTTPRequest(method, "/")
        request.headers["if-none-match"] = ifNoneMatch
        return try await router(response).respond(to: request, context: .test())
    }

    @Test func tagsABodyByWhatIsInIt() async throws {
        let one = try await answer(.text("one")).headers["ETag"]
        #expect(one == "W/\"3-1a08aa1921ca5caf\"")
        #expect(try await answer(.text("one")).headers["ETag"] == one)
        #expect(try await answer(.text("two")).headers["ETag"] != one)
        #expect(try await answer(.text("one"), .put).headers["ETag"] == nil)
        #expect(try await answer(.text("one", statusCode: 201)).headers["ETag"] == nil)
        #expect(try await answer(.stream { _ in }).headers["ETag"] == nil)
    }

    @Test func saysThatNothingHasChanged() async throws {
        let page = HTTPResponse.text(
            "one",
            headers: ["Cache-Control": "max-age=60", "Content-Language": "en", "Vary": "Accept"]
        )
        let tag = try #require(try await answer(page).headers["ETag"])
        let unchanged = try await answer(page, ifNoneMatch: tag)
        #expect(unchanged.statusCode == 304)
        #expect(unchanged.body == .empty)
        #expect(
            unchanged.headers == ["Cache-Control": "max-age=60", "ETag": tag, "Vary": "Accept"]
        )
        #expect(try await answer(page, .head, ifNoneMatch: tag).headers["Content-Length"] == nil)
        #expect(try await answer(page, .put, ifNoneMatch: tag).statusCode == 200)
    }

    // RFC 9110 section 13.1.2: a list, or an asterisk, and weak tags count as strong ones do.
    @Test(
        arguments: [
            (#""v1""#, true), (#"W/"v1""#, true), (#""v0", "v1""#, true), ("*", true),
            (#""a,\"v1", "v2""#, false), (#""v0""#, false), ("v1", false), ("", false),
            (#""v1"#, false), (#"""#, false), (#""v1-gzip""#, false),
            (" * ", true), ("abc*", false), (#"*, "v0""#, false), (#""v0", *"#, false),
            ("**", false),
        ]
    )
    func comparesTags(_ list: String, _ isUnchanged: Bool) async throws {
        let response = HTTPResponse(headers: ["ETag": #""v1""#], body: .text("one"))
        let status = try await answer(response, ifNoneMatch: list).statusCode
        #expect(status == (isUnchanged ? 304 : 200))
    }

    @Test func answersHEADWithTheLengthThatGETHas() async throws {
        let head = try await answer(.text("größer"), .head)
        #expect(head.body == .empty)
        #expect(head.headers["Content-Length"] == "8")
        #expect(head.headers["ETag"] == (try await answer(.text("größer")).headers["ETag"]))
        #expect(try await answer(.stream { _ in }, .head).headers["Content-Length"] == nil)
        let none = try await answer(HTTPResponse(statusCode: 204), .head)
        #expect(none.headers["Content-Length"] == nil)
        let known = try await answer(HTTPResponse(headers: ["content-length": "9"]), .head)
        #expect(known.headers["Content-Length"] == "9")
    }

    @Test func leavesTheLengthToARESTAPIWhichRenamesIt() async throws {
        var event = try APIGatewayRequest(fixture: "apigateway/rest-get.json")
        event.httpMethod = .head
        event.path = "/"
        let head = try await router(.text("one")).respond(
            to: HTTPRequest(event),
            context: .test()
        )
        #expect(head.headers["Content-Length"] == nil)
        #expect(head.body == .empty)
    }
}
