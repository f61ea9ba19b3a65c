import LambdaAuthorizerEvents
import LambdaRuntime

/// Decides who may call a REST or a WebSocket API: the authorizer of either type.
///
/// A client without a token gets status 401, one with a token that nobody holds 403. The function behind
/// the API finds the visitor in `requestContext.authorizer`.
@main
struct Gatekeeper: LambdaHandler {
    let register: any VisitorRegister

    init() { self.init(register: InMemoryVisitorRegister()) }

    init(register: any VisitorRegister) { self.register = register }

    func handle(
        _ question: Question,
        context: LambdaContext
    ) async throws -> APIGatewayAuthorizerResponse {
        guard let token = question.token else { throw Unauthorized() }
        // API Gateway keeps the answer and applies it to the other methods as well.
        let methods = [question.methodARN.anyMethod]
        guard let visitor = try await register.visitor(holding: token) else {
            context.logger.info("Refused a token that nobody holds.")
            return .deny(principalID: "unknown", methods: methods)
        }
        return .allow(
            principalID: visitor.id,
            methods: methods,
            context: ["plan": .string(visitor.plan)]
        )
    }
}

/// What API Gateway answers with status 401, by its text.
struct Unauthorized: LambdaReportableError {
    var errorType: String { "Unauthorized" }
    var errorMessage: String { "Unauthorized" }
}
