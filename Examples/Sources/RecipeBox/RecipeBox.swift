import LambdaHTTP

/// A box of recipes, behind an API, a function URL or a load balancer: the function does not mind.
@main
struct RecipeBox: LambdaHTTPHandler {
    let router: HTTPRouter

    init() async throws { try self.init(store: InMemoryRecipeStore()) }

    init(store: any RecipeStore) throws {
        var router = HTTPRouter()
        router.get("/recipes") { request, _ in
            try .json(await store.names(with: request.query["ingredient"]))
        }
        router.get("/recipes/{name}") { request, _ in
            let name = try request.pathParameter("name")
            guard let recipe = await store.recipe(named: name) else {
                throw HTTPError(404, "There is no recipe for \(name).")
            }
            return try .json(recipe)
        }
        router.put("/recipes/{name}") { request, context in
            let name = try request.pathParameter("name")
            let isNew = await store.put(try request.decodeBody(), named: name)
            context.logger.info("Put a recipe into the box.", ["isNew": .bool(isNew)])
            return HTTPResponse(statusCode: isNew ? 201 : 204)
        }
        try router.validate()
        self.router = router
    }

    func respond(to request: HTTPRequest, context: LambdaContext) async throws -> HTTPResponse {
        try await router.respond(to: request, context: context)
    }
}
