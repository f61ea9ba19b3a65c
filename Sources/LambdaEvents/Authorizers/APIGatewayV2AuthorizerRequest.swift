public import LambdaAPIGatewayV2Events
import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared

/// A question to an authorizer of an HTTP API, in payload format 2.0, whether a client may send a
/// request.
///
/// ```swift
/// func handle(
///     _ request: APIGatewayV2AuthorizerRequest,
///     context: LambdaContext
/// ) async throws -> APIGatewayV2SimpleAuthorizerResponse {
///     guard let user = try await verify(request.identitySource.first) else { return .deny }
///     return .allow(context: ["user": .string(user)])
/// }
/// ```
///
/// An authorizer with simple responses answers with ``APIGatewayV2SimpleAuthorizerResponse``,
/// another with ``APIGatewayAuthorizerResponse``.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html>
public struct APIGatewayV2AuthorizerRequest: Codable, Hashable, Sendable {
    /// The version of the payload format: `2.0`.
    public var version: String

    /// The type of the authorizer: `REQUEST`.
    public var type: APIGatewayAuthorizerType

    /// The ARN of the route and path that the client wants to call.
    ///
    /// JSON key: `routeArn`.
    public var routeARN: APIGatewayMethodARN

    /// The values the authorizer is configured to look at, in the order of the configuration.
    ///
    /// Empty if none are configured, for which API Gateway sends null.
    public var identitySource: [String]

    /// The key of the route that matched, such as `GET /pets/{id}` or `$default`.
    public var routeKey: String

    /// The path, with the stage in front unless that is `$default`.
    ///
    /// In spite of its name, it is decoded.
    public var rawPath: String

    /// The query as the client sent it, without the question mark.
    ///
    /// Use ``queryValues(named:)`` for parameters that occur more than once.
    public var rawQueryString: String

    /// The cookies, each as `name=value`.
    ///
    /// Empty if the client sent none. Use ``cookie(named:)``.
    public var cookies: [String]

    /// The headers, with their names in lower case and repeated headers joined by commas.
    ///
    /// Empty if the client sent none.
    public var headers: HTTPHeaders

    /// The parameters of the query, decoded, with the values of a repeated parameter joined by
    /// commas.
    ///
    /// Empty if the query is. Use ``queryValues(named:)`` where a value can itself contain a comma.
    public var queryStringParameters: [String: String]

    /// What API Gateway knows about the request: all that the function behind the route gets, but
    /// for what the authorizer finds out.
    public var requestContext: APIGatewayV2Request.Context

    /// The values of the variables in the path of the route.
    ///
    /// Empty if the route has none.
    public var pathParameters: [String: String]

    /// The variables of the stage.
    ///
    /// Empty if the stage has none.
    public var stageVariables: [String: String]

    /// Creates a request.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String = "2.0",
        type: APIGatewayAuthorizerType = .request,
        routeARN: APIGatewayMethodARN,
        identitySource: [String] = [],
        routeKey: String = "$default",
        rawPath: String,
        rawQueryString: String = "",
        cookies: [String] = [],
        headers: HTTPHeaders = [:],
        queryStringParameters: [String: String] = [:],
        requestContext: APIGatewayV2Request.Context,
        pathParameters: [String: String] = [:],
        stageVariables: [String: String] = [:]
    ) {
        self.version = version
        self.type = type
        self.routeARN = routeARN
        self.identitySource = identitySource
        self.routeKey = routeKey
        self.rawPath = rawPath
        self.rawQueryString = rawQueryString
        self.cookies = cookies
        self.headers = headers
        self.queryStringParameters = queryStringParameters
        self.requestContext = requestContext
        self.pathParameters = pathParameters
        self.stageVariables = stageVariables
    }

    enum CodingKeys: String, CodingKey {
        case version
        case type
        case routeARN = "routeArn"
        case identitySource
        case routeKey
        case rawPath
        case rawQueryString
        case cookies
        case headers
        case queryStringParameters
        case requestContext
        case pathParameters
        case stageVariables
    }
}

extension APIGatewayV2AuthorizerRequest {
    /// Finds the value of a cookie.
    ///
    /// - Parameter name: The name, in the case the cookie was set with.
    /// - Returns: The value as it was sent, or `nil` if the client sent no cookie of that name.
    public func cookie(named name: String) -> String? {
        Cookies.value(named: name, in: cookies)
    }

    /// Finds the values of a query parameter.
    ///
    /// They are read from ``rawQueryString``, so that values with commas stay apart.
    ///
    /// - Parameter name: The name of the parameter, decoded.
    /// - Returns: The values, decoded, in their order. Empty if the query has no such parameter.
    public func queryValues(named name: String) -> [String] {
        FormURLEncoding.values(named: name, in: rawQueryString)
    }
}
