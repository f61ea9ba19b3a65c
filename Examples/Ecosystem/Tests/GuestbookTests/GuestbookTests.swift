import LambdaHTTP
import LambdaJSON
import LambdaTesting
import Testing

@testable import Guestbook

struct GuestbookTests {
    private let book = Book()
    private let guestbook: Guestbook

    init() { guestbook = Guestbook(book: book) }

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await guestbook.respond(to: request, context: .test())
    }

    @Test
    func takesAnEntryAndShowsIt() async throws {
        let entry = #"{"name":"Ada","text":"Lovely, and \"warm\"."}"#
        let added = try await answer(HTTPRequest(.post, "/entries", body: .text(entry)))
        #expect(added.statusCode == 201)
        let shown = try await answer(HTTPRequest(.get, "/entries/1"))
        #expect(shown.statusCode == 200)
        #expect(shown.headers["Content-Type"] == "application/json; charset=utf-8")
        #expect(
            try LambdaJSONDecoder().decode(Entry.self, from: #require(shown.bodyBytes))
                == Entry(name: "Ada", text: "Lovely, and \"warm\".")
        )
        try await guestbook.services.shutDown()
    }

    @Test(arguments: zip(["/entries/7", "/nowhere", "/entries/seven"], [404, 404, 400]))
    func errorsOfHummingbirdAreResponses(_ path: String, _ status: Int) async throws {
        #expect(try await answer(HTTPRequest(.get, path)).statusCode == status)
        try await guestbook.services.shutDown()
    }

    @Test
    func answersEachServiceInItsForm() async throws {
        try await withLambda(guestbook) { lambda in
            let posted = try await lambda.invoke(fixture: "post.json")
            #expect(try posted.output(as: APIGatewayV2Response.self).statusCode == 201)
            #expect(posted.logs.contains(.info, "Somebody was here.", ["logger": "hummingbird"]))
            let listed = try await lambda.invoke(ALBRequest.sample(.get, "/entries"))
            let response = try listed.output(as: ALBResponse.self)
            #expect(response.statusDescription == "200 OK")
            #expect(
                try LambdaJSONDecoder().decode([Entry].self, from: response.body ?? "")
                    == [Entry(name: "Ada", text: "Lovely.")]
            )
            let asked = try await lambda.invoke(APIGatewayRequest.sample(.get, "/whoami"))
            #expect(try asked.output(as: APIGatewayResponse.self).body == "203.0.113.10")
            #expect(try await lambda.shutdown() == .shutDown)
        }
        #expect(await book.isClosed)
    }
}
