import LambdaHTTP

/// A function that answers with what it was asked, and with the bytes of the body the other way round.
@main
struct Mirror: LambdaHTTPHandler {
    func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
        var response = HTTPResponse(bytes: (request.bodyBytes ?? []).reversed())
        response.headers["Content-Type"] = request.headers["content-type"]
        response.headers["X-Cookies"] = request.cookies.joined(separator: "|")
        response.headers["X-Tags"] = request.headers["x-tag"]
        response.headers["X-Query"] = request.query.map { "\($0.name)=\($0.value)" }
            .joined(separator: "|")
        response.cookies = ["theme=dark; Path=/", "session=\"7,8\"; HttpOnly"]
        return response
    }
}
