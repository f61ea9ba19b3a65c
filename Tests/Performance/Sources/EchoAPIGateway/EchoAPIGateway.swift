import LambdaAPIGatewayV2Events
import LambdaRuntime

/// Answers an HTTP request with its own path.
@main
struct EchoAPIGateway: LambdaHandler {
    func handle(
        _ event: APIGatewayV2Request,
        context: LambdaContext
    ) async throws -> APIGatewayV2Response {
        APIGatewayV2Response(
            statusCode: 200,
            headers: ["content-type": "text/plain"],
            body: "Hello, \(event.rawPath)!"
        )
    }
}
