import LambdaHTTP
import LambdaTesting
import Testing

@testable import RecipeBox

struct RecipeBoxTests {
    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await RecipeBox(store: InMemoryRecipeStore()).respond(to: request, context: .test())
    }

    @Test func findsRecipesByIngredient() async throws {
        let found = try await answer(HTTPRequest(.get, "/recipes?ingredient=eggs"))
        #expect(found.bodyText == #"["crêpes"]"#)
        let none = try await answer(HTTPRequest(.get, "/recipes?ingredient=rice"))
        #expect(none.bodyText == "[]")
    }

    @Test func tellsARecipe() async throws {
        let response = try await answer(HTTPRequest(.get, "/recipes/cr%C3%AApes"))
        let recipe = try response.decodeBody(as: Recipe.self)
        #expect(recipe.steps.last == "Fry.")
    }

    @Test func saysThatARecipeIsMissing() async throws {
        await #expect(throws: HTTPError(404, "There is no recipe for soup.")) {
            try await answer(HTTPRequest(.get, "/recipes/soup"))
        }
    }

    @Test func takesARecipe() async throws {
        let box = try RecipeBox(store: InMemoryRecipeStore())
        let recipe = #"{"ingredients":["water"],"steps":["Boil."]}"#
        let request = HTTPRequest(.put, "/recipes/soup", body: .text(recipe))
        for status in [201, 204] {
            let response = try await box.respond(to: request, context: .test())
            #expect(response.statusCode == status)
        }
        let soup = try await box.respond(to: HTTPRequest(.get, "/recipes/soup"), context: .test())
        #expect(soup.bodyText == recipe)
    }

    @Test func saysWhatARecipeLacks() async throws {
        let request = HTTPRequest(.put, "/recipes/soup", body: .text(#"{"ingredients":[]}"#))
        await #expect(
            throws: HTTPError(400, #"The body is not as expected: the key "steps" is missing."#)
        ) {
            try await answer(request)
        }
    }

    @Test func answersEachServiceInItsForm() async throws {
        try await withLambda(RecipeBox.self) { lambda in
            let api = try await lambda.invoke(fixture: "http-api.json")
            #expect(try api.output(as: APIGatewayV2Response.self).statusCode == 200)
            let rest = try await lambda.invoke(fixture: "rest-api.json")
            let restResponse = try rest.output(as: APIGatewayResponse.self)
            #expect(restResponse.statusCode == 200)
            #expect(try restResponse.body == api.output(as: APIGatewayV2Response.self).body)
            let url = try await lambda.invoke(fixture: "function-url.json")
            #expect(try url.output(as: FunctionURLResponse.self).statusCode == 201)
            let balancer = try await lambda.invoke(fixture: "load-balancer.json")
            #expect(try balancer.output(as: ALBResponse.self).statusDescription == "200 OK")
            try lambda.log.records.expectNone(atLeast: .warn)
        }
    }

    @Test func answersALoadBalancerWithMultiValueHeadersInKind() async throws {
        try await withLambda(RecipeBox.self) { lambda in
            let request = try ALBRequest.sample(.get, "/recipes", usesMultiValueHeaders: true)
            let response = try await lambda.invoke(request).output(as: ALBResponse.self)
            #expect(response.multiValueHeaders?["Content-Type"] == ["application/json"])
            #expect(response.headers == nil)
        }
    }

    @Test func theSamePathMeansTheSameEverywhere() async throws {
        // The services disagree on escapes; the recipe is there for all of them.
        try await withLambda(RecipeBox.self) { lambda in
            let path = "/recipes/cr%C3%AApes"
            let requests: [any Encodable & Sendable] = [
                try APIGatewayRequest.sample(.get, path),
                try APIGatewayV2Request.sample(.get, path),
                try FunctionURLRequest.sample(.get, path), try ALBRequest.sample(.get, path),
            ]
            for request in requests {
                let response = try await lambda.invoke(request).output(as: Answer.self)
                #expect(response.statusCode == 200)
                #expect(response.body.hasPrefix(#"{"ingredients":["flour","#))
            }
        }
    }
}

/// What the answers to all services have in common.
private struct Answer: Decodable {
    var statusCode: Int
    var body: String
}
