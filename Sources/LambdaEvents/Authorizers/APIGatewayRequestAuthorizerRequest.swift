import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared

/// A question to an authorizer of the type `REQUEST`, whether a client may send a request.
///
/// REST APIs ask it, WebSocket APIs when a client connects, and HTTP APIs in payload format 1.0.
///
/// ```swift
/// func handle(
///     _ request: APIGatewayRequestAuthorizerRequest,
///     context: LambdaContext
/// ) async throws -> APIGatewayAuthorizerResponse {
///     let token = request.queryValues(named: "token").first ?? request.header(named: "X-Token")
///     guard let user = try await verify(token) else {
///         return .deny(principalID: "unknown", methods: [request.methodARN])
///     }
///     return .allow(principalID: user, methods: [request.methodARN], context: ["tier": "gold"])
/// }
/// ```
///
/// | | REST | WebSocket | HTTP 1.0 |
/// |---|---|---|---|
/// | ``version`` | | | `1.0` |
/// | ``identitySource``, ``authorizationToken`` | | | yes |
/// | ``resource``, ``path``, ``httpMethod``, ``pathParameters`` | yes | | yes |
/// | ``multiValueHeaders``, ``multiValueQueryStringParameters`` | yes | yes | |
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html>
public struct APIGatewayRequestAuthorizerRequest: Codable, Hashable, Sendable {
    /// The version of the payload format: `1.0`.
    ///
    /// `nil` for REST and WebSocket APIs.
    public var version: String?

    /// The type of the authorizer: `REQUEST`.
    public var type: APIGatewayAuthorizerType

    /// The ARN of the method, or of the route of a WebSocket API, that the client wants to call.
    ///
    /// JSON key: `methodArn`.
    public var methodARN: APIGatewayMethodARN

    /// The values the authorizer is configured to look at, joined by commas.
    ///
    /// `nil` for REST and WebSocket APIs, and if none are configured.
    public var identitySource: String?

    /// The same as ``identitySource``.
    ///
    /// `nil` for REST and WebSocket APIs, and if none are configured.
    public var authorizationToken: String?

    /// The path of the resource that matched, with its variables: `/pets/{id}`.
    ///
    /// `nil` for WebSocket APIs.
    public var resource: String?

    /// The path of the request, without the stage.
    ///
    /// `nil` for WebSocket APIs.
    public var path: String?

    /// The method.
    ///
    /// `nil` for WebSocket APIs.
    public var httpMethod: HTTPMethod?

    /// The headers, the last value of each.
    ///
    /// Empty in tests of the console.
    public var headers: HTTPHeaders

    /// The headers, all values of each.
    ///
    /// Empty for HTTP APIs, and in tests of the console.
    public var multiValueHeaders: MultiValueHeaders

    /// The parameters of the query, decoded, the last value of each.
    ///
    /// Empty if the query is.
    public var queryStringParameters: [String: String]

    /// The parameters of the query, decoded, all values of each.
    ///
    /// Empty if the query is, and for HTTP APIs.
    public var multiValueQueryStringParameters: [String: [String]]

    /// The values of the variables in ``resource``.
    ///
    /// Empty if it has none.
    public var pathParameters: [String: String]

    /// The variables of the stage.
    ///
    /// Empty if the stage has none.
    public var stageVariables: [String: String]

    /// What API Gateway knows about the request.
    public var requestContext: Context

    /// The body.
    ///
    /// `nil` from API Gateway, which does not show it to authorizers; tests of the console send it.
    public var body: String?

    /// Whether ``body`` is in Base64.
    ///
    /// `nil` from API Gateway; tests of the console send it.
    public var isBase64Encoded: Bool?

    /// Creates a request.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String? = nil,
        type: APIGatewayAuthorizerType = .request,
        methodARN: APIGatewayMethodARN,
        identitySource: String? = nil,
        authorizationToken: String? = nil,
        resource: String? = nil,
        path: String? = nil,
        httpMethod: HTTPMethod? = nil,
        headers: HTTPHeaders = [:],
        multiValueHeaders: MultiValueHeaders = [:],
        queryStringParameters: [String: String] = [:],
        multiValueQueryStringParameters: [String: [String]] = [:],
        pathParameters: [String: String] = [:],
        stageVariables: [String: String] = [:],
        requestContext: Context,
        body: String? = nil,
        isBase64Encoded: Bool? = nil
    ) {
        self.version = version
        self.type = type
        self.methodARN = methodARN
        self.identitySource = identitySource
        self.authorizationToken = authorizationToken
        self.resource = resource
        self.path = path
        self.httpMethod = httpMethod
        self.headers = headers
        self.multiValueHeaders = multiValueHeaders
        self.queryStringParameters = queryStringParameters
        self.multiValueQueryStringParameters = multiValueQueryStringParameters
        self.pathParameters = pathParameters
        self.stageVariables = stageVariables
        self.requestContext = requestContext
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }

    enum CodingKeys: String, CodingKey {
        case version
        case type
        case methodARN = "methodArn"
        case identitySource
        case authorizationToken
        case resource
        case path
        case httpMethod
        case headers
        case multiValueHeaders
        case queryStringParameters
        case multiValueQueryStringParameters
        case pathParameters
        case stageVariables
        case requestContext
        case body
        case isBase64Encoded
    }
}

extension APIGatewayRequestAuthorizerRequest {
    /// Finds the last value of a header, in ``headers`` or else in ``multiValueHeaders``.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The value, or `nil` if there is no header of that name.
    public func header(named name: String) -> String? {
        headers[name] ?? multiValueHeaders[name].last
    }

    /// Finds all values of a header, in ``multiValueHeaders`` or else in ``headers``.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The values, in their order. Empty if there is no header of that name.
    public func headerValues(named name: String) -> [String] {
        let values = multiValueHeaders[name]
        guard values.isEmpty else { return values }
        return headers[name].map { [$0] } ?? []
    }

    /// Finds the value of a cookie.
    ///
    /// - Parameter name: The name, in the case the cookie was set with.
    /// - Returns: The value as it was sent, or `nil` if the client sent no cookie of that name.
    public func cookie(named name: String) -> String? {
        Cookies.value(named: name, in: headerValues(named: "Cookie").flatMap(Cookies.pairs))
    }

    /// Finds the values of a query parameter, in ``multiValueQueryStringParameters`` or else in
    /// ``queryStringParameters``.
    ///
    /// API Gateway has decoded them.
    ///
    /// - Parameter name: The name of the parameter, decoded.
    /// - Returns: The values, in their order. Empty if the query has no such parameter.
    public func queryValues(named name: String) -> [String] {
        multiValueQueryStringParameters[name] ?? queryStringParameters[name].map { [$0] } ?? []
    }
}
