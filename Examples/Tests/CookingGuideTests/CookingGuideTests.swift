import LambdaHTTPStreaming
import LambdaTesting
import Testing

@testable import CookingGuide

struct CookingGuideTests {
    private let guide = CookingGuide(pause: .zero)

    @Test func tellsTheSteps() async throws {
        let request = HTTPRequest(.get, "/recipes/toast/steps")
        let response = try await guide.respond(to: request, context: .test()).collected()
        #expect(response.headers["Content-Type"] == "text/event-stream")
        #expect(response.bodyText == "id: 1\ndata: Toast the bread.\n\nid: 2\ndata: Butter it.\n\n")
    }

    @Test func sendsEachStepWhenItIsTime() async throws {
        try await withLambda(guide) { lambda in
            let invocation = try await lambda.invoke(fixture: "function-url.json")
            let stream = try #require(invocation.stream)
            #expect(stream.head?.statusCode == 200)
            #expect(stream.pieces.count == 3)
            #expect(stream.isComplete)
        }
    }

    @Test func sendsAllStepsAtOnceThroughAnHTTPAPI() async throws {
        let event = try APIGatewayV2Request.sample(.get, "/recipes/toast/steps")
        try await withLambda(guide) { lambda in
            let invocation = try await lambda.invoke(event)
            let response = try invocation.output(as: APIGatewayV2Response.self)
            #expect(response.body?.hasSuffix("Butter it.\n\n") == true)
        }
    }

    @Test func saysThatTheListHasNotChanged() async throws {
        var request = HTTPRequest(.get, "/recipes")
        let first = try await guide.respond(to: request, context: .test())
        #expect(first.bodyText == #"["tea","toast"]"#)
        request.headers["If-None-Match"] = first.headers["ETag"]
        let second = try await guide.respond(to: request, context: .test())
        #expect(second.statusCode == 304)
    }
}
