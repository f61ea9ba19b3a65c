public import LambdaHTTPShared
public import LambdaRuntime

/// Chooses what answers a request, by its method and path.
///
/// ```swift
/// var router = HTTPRouter()
/// router.get("/orders/{id}") { request, context in
///     let id = try request.pathParameter("id", as: Int.self)
///     return try .json(await orders.find(id))
/// }
/// router.group("/admin") { admin in
///     admin.use(requireAdministrator)
///     admin.delete("/orders/{id}") { request, context in … }
/// }
/// ```
///
/// A ``LambdaHTTPHandler`` makes a router in its `init` and hands it the requests:
/// `try await router.respond(to: request, context: context)`.
///
/// **Patterns** are those of API Gateway. `{id}` stands for one part of the path, decoded and not empty;
/// `{rest+}` at the end for all that is left, which is not empty either. What is fixed goes before `{id}`, and that
/// before `{rest+}`, part by part, whatever the order in which the routes were added. A slash at the end of
/// a path makes no difference.
///
/// **Methods**: a path that has routes, but none for the method, is answered with 405 and the methods that it
/// has, OPTIONS with 204 and the same. HEAD is answered by the route for GET, with the length of the body
/// instead of the body, unless it has a route of its own. A path without a route is answered with 404.
///
/// Two routes for the same method and pattern, and a pattern that is none, are mistakes. ``validate()`` says which
/// was made; a handler calls it in its `init`, so that the function does not start with a wrong table. A router
/// that has one answers no request: each fails with the same error.
public struct HTTPRouter: Sendable {
    /// Answers a request.
    public typealias Handler =
        @Sendable (_ request: HTTPRequest, _ context: LambdaContext) async throws -> HTTPResponse

    /// Answers a request, by what comes next or by itself.
    ///
    /// ```swift
    /// router.use { request, context, next in
    ///     let start = ContinuousClock.now
    ///     let response = try await next(request, context)
    ///     context.logger.info("Answered", ["duration": "\(start.duration(to: .now))"])
    ///     return response
    /// }
    /// ```
    public typealias Middleware =
        @Sendable (
            _ request: HTTPRequest, _ context: LambdaContext, _ next: @escaping Handler
        ) async throws -> HTTPResponse

    private var trie = RouteTrie()
    private var prefix = ""
    private var middleware: [Middleware] = []
    /// What was wrong first with the routes.
    private var mistake: InvalidRoute?

    /// Creates a router without routes.
    public init() {}

    /// Adds a route.
    ///
    /// What is wrong with it, ``validate()`` says.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - pattern: The pattern of the path: `/orders/{id}`.
    ///   - handler: What answers the requests.
    public mutating func on(
        _ method: HTTPMethod,
        _ pattern: String,
        _ handler: @escaping Handler
    ) {
        var pattern = prefix + pattern
        // The root of a group: a slash at the end makes no difference.
        if pattern.utf8.count > 1, pattern.utf8.last == UInt8(ascii: "/") { pattern.removeLast() }
        guard let parts = RoutePattern(pattern) else {
            note(.pattern(pattern))
            return
        }
        let answer = middleware.reversed().reduce(handler) { next, middleware in
            { request, context in try await middleware(request, context, next) }
        }
        if !trie.add(answer, for: method, at: parts) { note(.repeated(method, pattern)) }
    }

    /// The first mistake is kept: the others may come of it.
    private mutating func note(_ mistake: InvalidRoute) {
        if self.mistake == nil { self.mistake = mistake }
    }

    /// Checks that all routes could be added.
    ///
    /// ```swift
    /// init() async throws {
    ///     var router = HTTPRouter()
    ///     router.get("/orders/{id}") { request, context in … }
    ///     try router.validate()
    ///     self.router = router
    /// }
    /// ```
    ///
    /// What a handler's `init` throws is reported to Lambda, and the function does not start. Without this call,
    /// requests fail with the same error.
    ///
    /// - Throws: An error that names the first mistake: a pattern that is none, or a second route for the same
    ///   method and pattern.
    public func validate() throws {
        if let mistake { throw mistake }
    }

    /// Puts something in front of the routes that are added from here on.
    ///
    /// What is used first is the outermost. Requests without a route do not reach it.
    ///
    /// - Parameter middleware: What answers the requests, or hands them on.
    public mutating func use(_ middleware: @escaping Middleware) {
        self.middleware.append(middleware)
    }

    /// Adds routes whose patterns begin alike.
    ///
    /// What the group uses is for its own routes.
    ///
    /// - Parameters:
    ///   - pattern: The beginning: `/admin`.
    ///   - build: Adds the routes.
    public mutating func group(
        _ pattern: String,
        _ build: (inout HTTPRouter) throws -> Void
    ) rethrows {
        let (outerPrefix, outerMiddleware) = (prefix, middleware)
        prefix += pattern
        defer { (prefix, middleware) = (outerPrefix, outerMiddleware) }
        try build(&self)
    }
}

// MARK: - Methods

extension HTTPRouter {
    /// Adds a route for GET, which answers HEAD as well.
    ///
    /// - Parameters:
    ///   - pattern: The pattern of the path.
    ///   - handler: What answers the requests.
    public mutating func get(_ pattern: String, _ handler: @escaping Handler) {
        on(.get, pattern, handler)
    }

    /// Adds a route for POST.
    ///
    /// - Parameters:
    ///   - pattern: The pattern of the path.
    ///   - handler: What answers the requests.
    public mutating func post(_ pattern: String, _ handler: @escaping Handler) {
        on(.post, pattern, handler)
    }

    /// Adds a route for PUT.
    ///
    /// - Parameters:
    ///   - pattern: The pattern of the path.
    ///   - handler: What answers the requests.
    public mutating func put(_ pattern: String, _ handler: @escaping Handler) {
        on(.put, pattern, handler)
    }

    /// Adds a route for PATCH.
    ///
    /// - Parameters:
    ///   - pattern: The pattern of the path.
    ///   - handler: What answers the requests.
    public mutating func patch(_ pattern: String, _ handler: @escaping Handler) {
        on(.patch, pattern, handler)
    }

    /// Adds a route for DELETE.
    ///
    /// - Parameters:
    ///   - pattern: The pattern of the path.
    ///   - handler: What answers the requests.
    public mutating func delete(_ pattern: String, _ handler: @escaping Handler) {
        on(.delete, pattern, handler)
    }
}

// MARK: - Requests

extension HTTPRouter {
    /// Answers a request by the route that fits it.
    ///
    /// - Parameters:
    ///   - request: The request. The route's handler gets it with the variables of the route's pattern in
    ///     ``HTTPRequest/pathParameters``.
    ///   - context: What Lambda knows about the invocation.
    /// - Returns: The response.
    /// - Throws: What the handler throws, and ``HTTPError``: 404 if no route has the path, 405 if none of those
    ///   has the method. What ``validate()`` throws, if there is a mistake in the routes.
    public func respond(
        to request: HTTPRequest,
        context: LambdaContext
    ) async throws -> HTTPResponse {
        try validate()
        var segments = request.pathSegments
        if segments.count > 1, segments.last == "" { segments.removeLast() }
        if let match = trie.match(request.method, segments) {
            return try await match.handler(request.with(match.variables), context)
        }
        if request.method == .head, let match = trie.match(.get, segments) {
            let response = try await match.handler(request.with(match.variables), context)
            return response.withoutBody(for: request)
        }
        let methods = trie.methods(segments)
        guard !methods.isEmpty else { throw HTTPError(404, "Not Found") }
        let allow = Self.allow(methods)
        guard request.method == .options else {
            throw HTTPError(405, "Method Not Allowed", headers: ["Allow": allow])
        }
        return HTTPResponse(statusCode: 204, headers: ["Allow": allow])
    }

    /// The value of an `Allow` header (RFC 9110 section 10.2.1).
    private static func allow(_ methods: Set<String>) -> String {
        var methods = methods
        methods.insert("OPTIONS")
        if methods.contains("GET") { methods.insert("HEAD") }
        return methods.sorted().joined(separator: ", ")
    }
}

extension HTTPResponse {
    /// The response to HEAD: what GET would have, without the body (RFC 9110 section 9.3.2).
    ///
    /// The length is left to a REST API, which renames what a function says of it.
    func withoutBody(for request: HTTPRequest) -> Self {
        var response = self
        if let count = bodyBytes?.count, headers["Content-Length"] == nil,
            statusCode != 204, statusCode != 304, request.form != .one
        {
            response.headers["Content-Length"] = String(count)
        }
        response.body = .empty
        return response
    }
}

extension HTTPRequest {
    /// The value of a variable of the path.
    ///
    /// - Parameters:
    ///   - name: The name of the variable in the pattern.
    ///   - type: What to make of it: `Int`, `Bool`, or another type that is a `LosslessStringConvertible`.
    /// - Returns: The value.
    /// - Throws: ``HTTPError`` with status 404 if the text is none of the type: there is no such resource then.
    ///   Status 500 if the pattern has no variable of that name.
    public func pathParameter<Value: LosslessStringConvertible>(
        _ name: String,
        as type: Value.Type = String.self
    ) throws -> Value {
        guard let text = pathParameters[name] else {
            throw MissingPathParameter(name: name)
        }
        guard let value = Value(text) else { throw HTTPError(404, "Not Found") }
        return value
    }

    fileprivate func with(_ variables: [String: String]) -> Self {
        guard !variables.isEmpty else { return self }
        var request = self
        request.pathParameters = variables
        return request
    }
}

/// A handler has asked for a variable that its pattern does not have.
struct MissingPathParameter: Error, CustomStringConvertible {
    let name: String

    var description: String {
        "The path has no variable \"\(name)\". Name it in the pattern of the route: /{\(name)}."
    }
}
