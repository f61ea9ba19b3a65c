import LambdaEventsCoding
import LambdaEventsShared
public import LambdaHTTPShared

/// A request to the URL of a function.
///
/// ```swift
/// func handle(
///     _ request: FunctionURLRequest,
///     context: LambdaContext
/// ) async throws -> FunctionURLResponse {
///     switch (request.requestContext.http.method, request.rawPath) {
///     case (.get, "/health"): .text("OK")
///     case (.post, "/orders"): try .json(create(request.decodeBody(as: Order.self)), statusCode: 201)
///     default: FunctionURLResponse(statusCode: 404)
///     }
/// }
/// ```
///
/// It is the payload format 2.0 of API Gateway without what only an API has: routes, stages, path
/// parameters, and authorizers other than IAM.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html>
public struct FunctionURLRequest: Codable, Hashable, Sendable {
    /// The version of the payload format: `2.0`.
    public var version: String

    /// A placeholder: `$default`.
    ///
    /// Absent is `$default`, as in the sample of the guide.
    public var routeKey: String

    /// The path as the client sent it.
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
    /// Lambda lower-cases the names and joins repeated headers with commas.
    ///
    /// Empty in test events.
    public var headers: HTTPHeaders

    /// The parameters of the query, decoded, with the values of a repeated parameter joined by
    /// commas.
    ///
    /// Empty if the query is. Use ``queryValues(named:)`` where a value can itself contain a comma.
    public var queryStringParameters: [String: String]

    /// What Lambda knows about the request.
    public var requestContext: Context

    /// The body, in Base64 if ``isBase64Encoded`` is true.
    ///
    /// `nil` if the request has none. Use ``bodyBytes``, ``bodyText`` or ``decodeBody(as:)``.
    public var body: String?

    /// Whether ``body`` is in Base64, as Lambda sends content types that are not text.
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
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }

    /// Reads a request, and refuses the question to an authorizer of an HTTP API about one.
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
        case body
        case isBase64Encoded

        var defaultString: String? { self == .routeKey ? "$default" : nil }
    }
}

extension FunctionURLRequest {
    /// The bytes of the body, decoded if they were sent in Base64.
    ///
    /// `nil` if the request has no body, or if it should be Base64 and is not.
    public var bodyBytes: [UInt8]? { content.bytes }

    /// The body as text, decoded if it was sent in Base64.
    ///
    /// `nil` if the request has no body, if it should be Base64 and is not, or if its bytes are no
    /// UTF-8.
    public var bodyText: String? { content.text }

    /// The fields of an HTML form.
    ///
    /// `nil` if the content type is not `application/x-www-form-urlencoded`, or if there is no text.
    public var bodyForm: URLEncodedForm? { content.form(contentType: headers["Content-Type"]) }

    /// Decodes the JSON of the body.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the request has no body, or its bytes are not JSON, or JSON of
    ///   another shape.
    public func decodeBody<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body {
        try content.decode(type, at: CodingKeys.body)
    }

    /// Finds the value of a cookie.
    ///
    /// - Parameter name: The name, in the case the cookie was set with.
    /// - Returns: The value, or `nil` if the client sent no cookie of that name.
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

    private var content: HTTPBody { HTTPBody(body, isBase64Encoded: isBase64Encoded) }
}
