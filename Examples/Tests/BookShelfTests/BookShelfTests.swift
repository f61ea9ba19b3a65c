import LambdaAPIGatewayV2Events
import LambdaJSON
import LambdaTesting
import Testing

@testable import BookShelf

struct BookShelfTests {
    @Test
    func answersWithTheBook() async throws {
        let request = try APIGatewayV2Request(fixture: "get.json")
        let response = try await BookShelf().handle(request, context: .test())
        #expect(response.statusCode == 200)
        #expect(response.headers["Content-Type"] == "application/json")
        #expect(response.body == #"{"title":"Pride and Prejudice","author":"Jane Austen"}"#)
    }

    @Test
    func placesABook() async throws {
        let shelf = BookShelf(store: InMemoryBookStore())
        var request = try APIGatewayV2Request(fixture: "put.json")
        let placed = try await shelf.handle(request, context: .test())
        #expect(placed.statusCode == 201)
        request.requestContext.http.method = .get
        let found = try await shelf.handle(request, context: .test())
        #expect(found.body == placed.body)
    }

    @Test
    func saysThatABookIsMissing() async throws {
        let request = try APIGatewayV2Request.sample(
            .get,
            "/books/0",
            routeKey: "GET /books/{isbn}"
        )
        try await expectProblem(404, "There is no book 0 on this shelf.", for: request)
    }

    @Test(arguments: [nil, "", "The Odyssey", #"{"title":"The Odyssey"}"#])
    func refusesABodyThatIsNoBook(_ body: String?) async throws {
        var request = try APIGatewayV2Request(fixture: "put.json")
        request.body = body
        try await expectProblem(
            400,
            "The body is no book: expected its title and author as JSON.",
            for: request
        )
    }

    @Test
    func refusesOtherMethodsAndPaths() async throws {
        var request = try APIGatewayV2Request(fixture: "get.json")
        request.requestContext.http.method = .delete
        try await expectProblem(
            405,
            "A book can be read with GET and placed with PUT.",
            for: request
        )
        request.pathParameters = [:]
        try await expectProblem(404, "There is nothing at this path.", for: request)
    }

    @Test
    func answersThroughTheLoop() async throws {
        try await withLambda(BookShelf.self) { lambda in
            let found = try await lambda.invoke(fixture: "get.json")
            try GoldenFile("responses/get.json").expect(found)
            let placed = try await lambda.invoke(fixture: "put.json")
            #expect(try placed.output(as: APIGatewayV2Response.self).statusCode == 201)
            let missing = try await lambda.invoke(
                Fixture("get.json").replacing("pathParameters.isbn", with: "0")
            )
            #expect(try missing.output(as: APIGatewayV2Response.self).statusCode == 404)
            try lambda.log.records.expectNone(atLeast: .warn)
        }
    }

    private func expectProblem(
        _ status: Int,
        _ detail: String,
        for request: APIGatewayV2Request
    ) async throws {
        let response = try await BookShelf().handle(request, context: .test())
        let problem = try LambdaJSONDecoder().decode(Problem.self, from: response.body ?? "")
        #expect(response.statusCode == status)
        #expect(response.headers["content-type"] == "application/problem+json")
        #expect(problem.status == status)
        #expect(problem.detail == detail)
    }
}
