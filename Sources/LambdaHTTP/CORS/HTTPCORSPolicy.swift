public import LambdaHTTPShared

/// Which pages of other origins may use a function from a browser.
///
/// ```swift
/// @main
/// struct OrderDesk: LambdaHTTPHandler {
///     var cors: HTTPCORSPolicy? { HTTPCORSPolicy(origins: ["https://shop.example.com"]) }
///     …
/// }
/// ```
///
/// The handler then answers the preflight requests of browsers by itself, and adds what they want to see to
/// every response, to those for errors too.
///
/// API Gateway and function URLs have settings of their own for this, which answer preflight requests before
/// they reach the function: use one or the other.
///
/// The Fetch standard: <https://fetch.spec.whatwg.org/#http-cors-protocol>
public struct HTTPCORSPolicy: Hashable, Sendable {
    /// The origins that are allowed, each as `https://shop.example.com`.
    ///
    /// `nil` allows any.
    public var origins: [String]?

    /// The methods that are allowed.
    ///
    /// `nil` asks the handler: those are allowed that its response to OPTIONS has in `Allow`, and nothing is if
    /// it has none. An ``HTTPRouter`` answers with the methods for which the path has a route.
    public var methods: [HTTPMethod]?

    /// The request headers that are allowed beside those that always are.
    ///
    /// `nil` allows any.
    public var headers: [String]?

    /// The response headers that a page may read beside those that it always may.
    public var exposedHeaders: [String]

    /// Whether requests may carry cookies and credentials.
    ///
    /// Takes effect for listed origins only: any page at all could act for the user otherwise.
    public var allowsCredentials: Bool

    /// How many seconds a browser may remember the answer to a preflight request.
    ///
    /// `nil` leaves it to the browser.
    public var maxAge: Int?

    /// Creates a policy.
    ///
    /// Parameters match the properties of the same name.
    public init(
        origins: [String]?,
        methods: [HTTPMethod]? = [.get, .head, .post, .put, .patch, .delete],
        headers: [String]? = nil,
        exposedHeaders: [String] = [],
        allowsCredentials: Bool = false,
        maxAge: Int? = nil
    ) {
        self.origins = origins
        self.methods = methods
        self.headers = headers
        self.exposedHeaders = exposedHeaders
        self.allowsCredentials = allowsCredentials
        self.maxAge = maxAge
    }
}

extension HTTPCORSPolicy {
    /// A boolean value indicating whether a request is the question of a browser for leave.
    func isPreflight(_ request: HTTPRequest) -> Bool {
        request.method == .options && request.headers["Origin"] != nil
            && request.headers["Access-Control-Request-Method"] != nil
    }

    /// The answer to a preflight request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - ask: Answers it as any other request for OPTIONS.
    /// - Returns: The answer: without a word about methods if the origin is not allowed.
    /// - Throws: What asking throws.
    func preflight(
        _ request: HTTPRequest,
        _ ask: () async throws -> HTTPResponse
    ) async throws -> HTTPResponse {
        var response = HTTPResponse(statusCode: 204)
        guard isAllowed(request.headers["Origin"]) else { return response }
        response.headers["Access-Control-Allow-Methods"] =
            if let methods {
                methods.map(\.rawValue).joined(separator: ", ")
            } else {
                try await ask().headers["Allow"]
            }
        if let headers {
            if !headers.isEmpty {
                response.headers["Access-Control-Allow-Headers"] = headers.joined(separator: ", ")
            }
        } else if let asked = request.headers["Access-Control-Request-Headers"] {
            response.headers["Access-Control-Allow-Headers"] = asked
            response.headers.addToVary("Access-Control-Request-Headers")
        }
        if let maxAge { response.headers["Access-Control-Max-Age"] = String(maxAge) }
        return response
    }

    /// Adds what a browser wants to see.
    func apply(to response: inout HTTPResponse, for request: HTTPRequest) {
        let origin = request.headers["Origin"]
        guard origins != nil else {
            // Always, so that a cache may hand the response to the page of any origin.
            response.headers["Access-Control-Allow-Origin"] = "*"
            expose(in: &response)
            return
        }
        // The response is another one for another origin, and for none: caches have to know.
        response.headers.addToVary("Origin")
        guard let origin, isAllowed(origin) else { return }
        response.headers["Access-Control-Allow-Origin"] = origin
        if allowsCredentials { response.headers["Access-Control-Allow-Credentials"] = "true" }
        expose(in: &response)
    }

    private func expose(in response: inout HTTPResponse) {
        guard !exposedHeaders.isEmpty else { return }
        response.headers["Access-Control-Expose-Headers"] =
            exposedHeaders.joined(separator: ", ")
    }

    private func isAllowed(_ origin: String?) -> Bool {
        guard let origins else { return true }
        return origin.map(origins.contains) ?? false
    }
}

extension HTTPHeaders {
    fileprivate mutating func addToVary(_ name: String) {
        let names = (self["Vary"] ?? "").split(separator: ",").map {
            $0.drop { $0 == " " }.lowercased()
        }
        guard !names.contains(name.lowercased()), !names.contains("*") else { return }
        append(name, to: "Vary")
    }
}
