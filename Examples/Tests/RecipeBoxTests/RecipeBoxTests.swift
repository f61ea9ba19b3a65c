import LambdaHTTP
import LambdaJSON
import LambdaTesting
import Testing

@testable import RecipeBox

struct RecipeBoxTests {
    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await RecipeBox().respond(to: request, context: .test())
    }

    @Test func findsRecipesByIngredient() async throws {
        let found = try await answer(HTTPRequest(.get, "/recipes?ingredient=eggs"))
        #expect(found.bodyText == #"["crêpes"]"#)
        let none = try await answer(HTTPRequest(.get, "/recipes?ingredient=rice"))
        #expect(none.bodyText == "[]")
    }

    @Test func tellsARecipe() async throws {
        let response = try await answer(HTTPRequest(.get, "/recipes/cr%C3%AApes"))
        let recipe = try LambdaJSONDecoder().decode(Recipe.self, from: #require(response.bodyBytes))
        #expect(recipe.steps.last == "Fry.")
    }

    @Test func saysThatARecipeIsMissing() async throws {
        await #expect(throws: HTTPError(404, "There is no recipe for soup.")) {
            try await answer(HTTPRequest(.get, "/recipes/soup"))
        }
    }

    @Test func takesARecipe() async throws {
        let box = RecipeBox()
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
            let balancer = try await lambda.invoke(fixture: "load-balancer.json")
            #expect(try balancer.output(as: ALBResponse.self).statusDescription == "200 OK")
            let other = try await lambda.invoke(fixture: "function-url/get.json")
            #expect(try other.output(as: FunctionURLResponse.self).statusCode == 404)
            try lambda.log.records.expectNone(atLeast: .warn)
        }
    }
}
