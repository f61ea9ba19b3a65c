import LambdaHTTPStreaming

/// Tells the steps of a recipe one by one, as server-sent events.
///
/// For a function URL with the invoke mode `RESPONSE_STREAM`, or a REST API with the response transfer mode
/// `STREAM`. Any other service gets all steps at once.
///
/// ```
/// curl --no-buffer 'https://….lambda-url.us-east-1.on.aws/recipes/tea/steps'
/// ```
@main
struct CookingGuide: LambdaHTTPStreamingHandler {
    let router: HTTPRouter

    init() { self.init(pause: .seconds(1)) }

    init(pause: Duration) {
        var router = HTTPRouter()
        router.use { request, context, next in
            try await next(request, context).unlessUnchanged(for: request)
        }
        router.get("/recipes") { _, _ in try .json(Self.recipes.keys.sorted()) }
        router.get("/recipes/{name}/steps") { request, _ in
            let name = try request.pathParameter("name")
            guard let steps = Self.recipes[name] else {
                throw HTTPError(404, "There is no recipe for \(name).")
            }
            return .stream(
                headers: ["Content-Type": "text/event-stream", "Cache-Control": "no-cache"]
            ) { body in
                for (index, step) in steps.enumerated() {
                    if index > 0 { try await Task.sleep(for: pause) }
                    try await body.write("id: \(index + 1)\ndata: \(step)\n\n")
                }
            }
        }
        self.router = router
    }

    func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
        try await router.respond(to: request, context: context)
    }

    private static let recipes = [
        "tea": ["Boil water.", "Pour it over the leaves.", "Wait for three minutes."],
        "toast": ["Toast the bread.", "Butter it."],
    ]
}
