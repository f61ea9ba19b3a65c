import LambdaHTTPStreaming

/// Answers an HTTP request with its own path, in a piece of its own.
@main
struct EchoHTTPStreaming: LambdaHTTPStreamingHandler {
    func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
        .stream { try await $0.write("Hello, \(request.path)!") }
    }
}
