import LambdaHTTP

/// Answers an HTTP request with its own path, whichever service it comes through.
@main
struct EchoHTTP: LambdaHTTPHandler {
    func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
        .text("Hello, \(request.path)!")
    }
}
