import LambdaAuthorizerEvents
import LambdaTesting
import Testing

@testable import Gatekeeper

struct GatekeeperTests {
    private let gatekeeper = Gatekeeper()

    @Test
    func allowsTheWholeStageToTheHolderOfAToken() async throws {
        let question = APIGatewayTokenAuthorizerRequest.sample(
            .put,
            "/recipes/soup",
            token: "Bearer example-token"
        )
        let answer = try await gatekeeper.handle(.token(question), context: .test())
        let everything: APIGatewayMethodARN =
            "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/*/*"
        #expect(
            answer
                == .allow(principalID: "ada", methods: [everything], context: ["plan": "gold"])
        )
    }

    @Test
    func refusesATokenThatNobodyHolds() async throws {
        let question = APIGatewayTokenAuthorizerRequest.sample(token: "Bearer mine")
        let answer = try await gatekeeper.handle(.token(question), context: .test())
        #expect(answer.principalID == "unknown")
        #expect(answer.policyDocument.statements.map(\.effect) == [.deny])
    }

    @Test
    func takesTheTokenOfARequestFromItsHeaderOrItsQuery() async throws {
        for question in [
            try APIGatewayRequestAuthorizerRequest.sample(headers: ["x-token": "example-token"]),
            try APIGatewayRequestAuthorizerRequest.sample(query: ["token": "example-token"]),
        ] {
            let answer = try await gatekeeper.handle(.request(question), context: .test())
            #expect(answer.principalID == "ada")
        }
    }

    @Test
    func decidesByWhatTheAnswerIsKeptBy() async throws {
        // API Gateway keeps the answer by the token in the query: a better one in the header is not to open
        // the gate to those who send the same query.
        let question = try APIGatewayRequestAuthorizerRequest.sample(
            query: ["token": "mine"],
            headers: ["x-token": "example-token"]
        )
        let answer = try await gatekeeper.handle(.request(question), context: .test())
        #expect(answer.policyDocument.statements.map(\.effect) == [.deny])
    }

    @Test
    func refusesARequestWithTwoTokens() async throws {
        let question = try APIGatewayRequestAuthorizerRequest.sample(
            query: ["token": "example-token", "token": "mine"]
        )
        await #expect(throws: Unauthorized.self) {
            _ = try await gatekeeper.handle(.request(question), context: .test())
        }
    }

    @Test
    func answersBothTypesThroughTheLoop() async throws {
        try await withLambda(gatekeeper) { lambda in
            let token = try await lambda.invoke(fixture: "token.json")
            try GoldenFile("answers/allow.json").expect(token)
            let request = try await lambda.invoke(fixture: "request.json")
            try GoldenFile("answers/allow.json").expect(request)
            try lambda.log.records.expectNone(atLeast: .warn)
        }
    }

    @Test(arguments: ["Basic YWRhOg==", "", "example-token"])
    func asksForATokenWithTheTextThatAPIGatewayKnows(_ authorization: String) async throws {
        try await withLambda(gatekeeper) { lambda in
            let invocation = try await lambda.invoke(
                Fixture("token.json").replacing("authorizationToken", with: authorization)
            )
            #expect(invocation.error?.message == "Unauthorized")
        }
    }
}
