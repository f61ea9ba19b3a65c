import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared

/// A request to a REST API of API Gateway, or to an HTTP API in payload format 1.0.
///
/// ```swift
/// func handle(
///     _ request: APIGatewayRequest,
///     context: LambdaContext
/// ) async throws -> APIGatewayResponse {
///     switch (request.httpMethod, request.resource) {
///     case (.get, "/pets/{id}"): try .json(pet(request.pathParameters["id"]))
///     case (.post, "/pets"): try .json(adopt(request.decodeBody(as: Pet.self)), statusCode: 201)
///     default: APIGatewayResponse(statusCode: 404)
///     }
/// }
/// ```
///
/// REST APIs send null where a map is empty, and a test in their console sends no headers at all.
/// Both are empty here.
///
/// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format>
public struct APIGatewayRequest: Codable, Hashable, Sendable {
    /// The version of the payload format: `1.0`.
    ///
    /// `nil` for REST APIs.
    public var version: String?

    /// The path of the resource that matched, with its variables: `/pets/{id}`.
    ///
    /// `nil` in handwritten events.
    public var resource: String?

    /// The path of the request, without the stage.
    ///
    /// A REST API leaves it encoded, an HTTP API decodes it: `/a%20b` arrives as `/a b`.
    public var path: String

    /// The method.
    public var httpMethod: HTTPMethod

    /// The headers, the last value of each.
    ///
    /// Empty in tests of the console, and for clients that send none. Use ``headerValues(named:)``
    /// for headers that occur more than once.
    public var headers: HTTPHeaders

    /// The headers, all values of each.
    ///
    /// Empty in tests of the console, and from gateways that do not send them.
    public var multiValueHeaders: MultiValueHeaders

    /// The parameters of the query, decoded, the last value of each.
    ///
    /// Empty if the query is. Use ``queryValues(named:)`` for parameters that occur more than once.
    public var queryStringParameters: [String: String]

    /// The parameters of the query, decoded, all values of each.
    ///
    /// Empty if the query is, and from gateways that do not send them.
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
    ///
    /// Without members in handwritten events that lack it.
    public var requestContext: Context

    /// The body, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` if the request has none. Use ``bodyBytes``, ``bodyText``, ``bodyForm`` or
    /// ``decodeBody(as:)``.
    public var body: String?

    /// Whether ``body`` is in Base64, as API Gateway sends the binary media types of the API.
    ///
    /// Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a request.
    ///
    /// Parameters match the properties of the same name.
    public init(
        version: String? = nil,
        resource: String? = nil,
        path: String,
        httpMethod: HTTPMethod,
        headers: HTTPHeaders = [:],
        multiValueHeaders: MultiValueHeaders = [:],
        queryStringParameters: [String: String] = [:],
        multiValueQueryStringParameters: [String: [String]] = [:],
        pathParameters: [String: String] = [:],
        stageVariables: [String: String] = [:],
        requestContext: Context = Context(),
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.version = version
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

    /// Reads a request, and refuses the question to an authorizer about one.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the JSON value is something else.
    public init(from decoder: any Decoder) throws {
        try decoder.refuse(having: "methodArn")
        let container = try decoder.container(keyedBy: CodingKeys.self)
        version = try container.decodeIfPresent(String.self, forKey: .version)
        resource = try container.decodeIfPresent(String.self, forKey: .resource)
        path = try container.decode(String.self, forKey: .path)
        httpMethod = try container.decode(HTTPMethod.self, forKey: .httpMethod)
        headers = try container.decode(HTTPHeaders.self, forKey: .headers)
        multiValueHeaders = try container.decode(MultiValueHeaders.self, forKey: .multiValueHeaders)
        queryStringParameters = try container.decode(
            [String: String].self,
            forKey: .queryStringParameters
        )
        multiValueQueryStringParameters = try container.decode(
            [String: [String]].self,
            forKey: .multiValueQueryStringParameters
        )
        pathParameters = try container.decode([String: String].self, forKey: .pathParameters)
        stageVariables = try container.decode([String: String].self, forKey: .stageVariables)
        requestContext = try container.decode(Context.self, forKey: .requestContext)
        body = try container.decodeIfPresent(String.self, forKey: .body)
        isBase64Encoded = try container.decode(Bool.self, forKey: .isBase64Encoded)
    }

    enum CodingKeys: String, CodingKey {
        case version
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
