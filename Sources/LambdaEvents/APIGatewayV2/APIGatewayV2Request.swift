import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared

/// A request to an HTTP API of API Gateway, in payload format 2.0.
///
/// ```swift
/// func handle(
///     _ request: APIGatewayV2Request,
///     context: LambdaContext
/// ) async throws -> APIGatewayV2Response {
///     switch (request.requestContext.http.method, request.rawPath) {
///     case (.get, "/health"): .text("OK")
///     case (.post, "/orders"): try .json(create(request.decodeBody(as: Order.self)), statusCode: 201)
///     default: APIGatewayV2Response(statusCode: 404)
///     }
/// }
/// ```
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>
public struct APIGatewayV2Request: Codable, Hashable, Sendable {
    /// The version of the payload format: `2.0`.
    public var version: String

    /// The key of the route that matched, such as `GET /pets/{id}` or `$default`.
    ///
    /// Absent is `$default`, as in the samples for function URLs.
    public var routeKey: String

    /// The path, with the stage in front unless that is `$default`.
    ///
    /// In spite of its name, an HTTP API decodes it: `/a%20b` arrives as `/a b`.
    public var rawPath: String

    /// The query as the client sent it, without the question mark.
    ///
    /// Use ``queryValues(named:)`` for parameters that occur more than once.
    public var rawQueryString: String

    /// The cookies, each as `name=value`.
    ///
    /// Empty if the client sent none. Use ``cookie(named:)``.
    public var cookies: [String]

    /// The headers.
    ///
    /// API Gateway lower-cases the names and joins repeated headers with commas.
    ///
    /// Empty in test events of the console.
    public var headers: HTTPHeaders

    /// The parameters of the query, decoded, with the values of a repeated parameter joined by
    /// commas.
    ///
    /// Empty if the query is. Use ``queryValues(named:)`` where a value can itself contain a comma.
    public var queryStringParameters: [String: String]

    /// What API Gateway knows about the request.
    public var requestContext: Context

    /// The values of the variables in the path of the route.
    ///
    /// Empty if the route has none.
    public var pathParameters: [String: String]

    /// The variables of the stage.
    ///
    /// Empty if the stage has none.
    public var stageVariables: [String: String]

    /// The body, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` if the request has none. Use ``bodyBytes``, ``bodyText`` or ``decodeBody(as:)``.
    public var body: String?

    /// Whether ``body`` is in Base64, as API Gateway sends content types that are not text.
    ///
    /// Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a request.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String = "2.0",
        routeKey: String = "$default",
        rawPath: String,
        rawQueryString: String = "",
        cookies: [String] = [],
        headers: HTTPHeaders = [:],
        queryStringParameters: [String: String] = [:],
        requestContext: Context,
        pathParameters: [String: String] = [:],
        stageVariables: [String: String] = [:],
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.version = version
        self.routeKey = routeKey
        self.rawPath = rawPath
        self.rawQueryString = rawQueryString
        self.cookies = cookies
        self.headers = headers
        self.queryStringParameters = queryStringParameters
        self.requestContext = requestContext
        self.pathParameters = pathParameters
        self.stageVariables = stageVariables
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }

    /// Reads a request, and refuses the question to an authorizer about one.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is something else.
    public init(from decoder: any Decoder) throws {
        try decoder.refuse(having: "routeArn")
        let container = try decoder.container(keyedBy: CodingKeys.self)
        version = try container.decode(String.self, forKey: .version)
        routeKey = try container.decode(String.self, forKey: .routeKey)
        rawPath = try container.decode(String.self, forKey: .rawPath)
        rawQueryString = try container.decode(String.self, forKey: .rawQueryString)
        cookies = try container.decode([String].self, forKey: .cookies)
        headers = try container.decode(HTTPHeaders.self, forKey: .headers)
        queryStringParameters = try container.decode(
            [String: String].self,
            forKey: .queryStringParameters
        )
        requestContext = try container.decode(Context.self, forKey: .requestContext)
        pathParameters = try container.decode([String: String].self, forKey: .pathParameters)
        stageVariables = try container.decode([String: String].self, forKey: .stageVariables)
        body = try container.decodeIfPresent(String.self, forKey: .body)
        isBase64Encoded = try container.decode(Bool.self, forKey: .isBase64Encoded)
    }

    enum CodingKeys: String, DefaultsStrings {
        case version
        case routeKey
        case rawPath
        case rawQueryString
        case cookies
        case headers
        case queryStringParameters
        case requestContext
        case pathParameters
        case stageVariables
        case body
        case isBase64Encoded

        var defaultString: String? { self == .routeKey ? "$default" : nil }
    }
}
