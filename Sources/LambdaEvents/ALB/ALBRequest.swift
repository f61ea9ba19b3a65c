import LambdaEventsCoding
public import LambdaEventsShared
public import LambdaHTTPShared

/// A request that an Application Load Balancer passes to a function.
///
/// ```swift
/// func handle(_ request: ALBRequest, context: LambdaContext) async throws -> ALBResponse {
///     let response: ALBResponse = switch (request.httpMethod, request.path) {
///     case (.get, "/health"): .text("OK")
///     case (.post, "/orders"): try .json(create(request.decodeBody(as: Order.self)), statusCode: 201)
///     default: ALBResponse(statusCode: 404)
///     }
///     return response.matching(request)
/// }
/// ```
///
/// Whether headers and parameters come with one value or with all their values is an attribute of
/// the target group, `lambda.multi_value_headers.enabled`. ``header(named:)``,
/// ``headerValues(named:)`` and ``queryValues(named:)`` read either, and
/// ``ALBResponse/matching(_:)`` answers in the same way, as the load balancer demands.
///
/// AWS documentation: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html>
public struct ALBRequest: Codable, Hashable, Sendable {
    /// Which target group the request came through.
    public var requestContext: Context

    /// The method.
    public var httpMethod: HTTPMethod

    /// The path as the client sent it, with its escapes.
    public var path: String

    /// The parameters of the query as the client sent them, with their escapes; of a repeated one
    /// the last.
    ///
    /// `nil` if the target group uses multi-value headers. Use ``queryValues(named:)``, which undoes
    /// the escapes: the load balancer does not.
    public var queryStringParameters: [String: String]?

    /// The parameters of the query as the client sent them, with their escapes.
    ///
    /// `nil` unless the target group uses multi-value headers. Use ``queryValues(named:)``, which
    /// undoes the escapes: the load balancer does not.
    public var multiValueQueryStringParameters: [String: [String]]?

    /// The headers, names in lower case; of a repeated one the last.
    ///
    /// `nil` if the target group uses multi-value headers. Use ``header(named:)``.
    public var headers: HTTPHeaders?

    /// The headers with all their values, names in lower case.
    ///
    /// `nil` unless the target group uses multi-value headers. Use ``headerValues(named:)``.
    public var multiValueHeaders: MultiValueHeaders?

    /// The body, in Base64 if ``isBase64Encoded`` is true, and empty if the client sent none.
    ///
    /// `nil` in handwritten events. Use ``bodyBytes``, ``bodyText`` or ``decodeBody(as:)``.
    public var body: String?

    /// Whether ``body`` is in Base64.
    ///
    /// The load balancer sends as text what has no content encoding and is `text/*`, JSON,
    /// JavaScript or XML, and anything else in Base64. Absent is false.
    public var isBase64Encoded: Bool

    /// Creates a request.
    ///
    /// Parameters match the properties of the same name.
    public init(
        requestContext: Context,
        httpMethod: HTTPMethod,
        path: String,
        queryStringParameters: [String: String]? = nil,
        multiValueQueryStringParameters: [String: [String]]? = nil,
        headers: HTTPHeaders? = nil,
        multiValueHeaders: MultiValueHeaders? = nil,
        body: String? = nil,
        isBase64Encoded: Bool = false
    ) {
        self.requestContext = requestContext
        self.httpMethod = httpMethod
        self.path = path
        self.queryStringParameters = queryStringParameters
        self.multiValueQueryStringParameters = multiValueQueryStringParameters
        self.headers = headers
        self.multiValueHeaders = multiValueHeaders
        self.body = body
        self.isBase64Encoded = isBase64Encoded
    }

    enum CodingKeys: String, CodingKey {
        case requestContext
        case httpMethod
        case path
        case queryStringParameters
        case multiValueQueryStringParameters
        case headers
        case multiValueHeaders
        case body
        case isBase64Encoded
    }
}

extension ALBRequest {
    /// What the load balancer knows about a request.
    public struct Context: Codable, Hashable, Sendable {
        /// The load balancer.
        public var elb: ELB

        /// Creates a context.
        ///
        /// Parameters match the properties of the same name.
        public init(elb: ELB) {
            self.elb = elb
        }
    }

    /// The load balancer a request came through.
    public struct ELB: Codable, Hashable, Sendable {
        /// The ARN of the target group.
        ///
        /// JSON key: `targetGroupArn`.
        public var targetGroupARN: String

        /// Creates a load balancer.
        ///
        /// Parameters match the properties of the same name.
        public init(targetGroupARN: String) {
            self.targetGroupARN = targetGroupARN
        }

        /// The target group, from ``targetGroupARN``.
        public var targetGroup: ARN { ARN(targetGroupARN) }

        enum CodingKeys: String, CodingKey {
            case targetGroupARN = "targetGroupArn"
        }
    }
}
