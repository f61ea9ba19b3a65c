public import LambdaALBEvents
public import LambdaAPIGatewayEvents
public import LambdaAPIGatewayV2Events
public import LambdaFunctionURLEvents
public import LambdaHTTPShared

/// A request, whichever service it comes through.
///
/// ```swift
/// request.method                              // .get
/// request.path                                // "/orders/7"
/// request.query["page"]                       // "2"
/// request.headers["Accept-Language"]          // "en"
/// request.cookie(named: "session")
/// try request.decodeBody(as: Order.self)
/// ```
///
/// The services disagree on escapes, on repeated headers and parameters, on cookies and on stages. Here it
/// is the same for all of them; ``event`` has what a service sent, with what only that service sends.
///
/// AWS documentation:
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html>,
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html>,
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html>
public struct HTTPRequest: Hashable, Sendable {
    /// The method.
    public var method: HTTPMethod

    /// The path with its escapes, without the stage.
    ///
    /// An HTTP API undoes escapes before it passes a path on. What cannot be in a path without them is escaped
    /// again.
    public var path: String

    /// The values of the variables in the path, decoded.
    ///
    /// Empty if neither the API nor the router has variables.
    public var pathParameters: [String: String]

    /// The parameters of the query, decoded.
    ///
    /// In their order, where the service keeps it; REST APIs and load balancers do not, and the names are sorted
    /// then. A load balancer without multi-value headers sends only the last of several values.
    public var query: URLEncodedForm

    /// The headers, without cookies.
    ///
    /// The values of a repeated header are joined by commas, as far as the service sends them all: a load
    /// balancer without multi-value headers sends only the last.
    public var headers: HTTPHeaders

    /// The cookies, each as `name=value`.
    ///
    /// Empty if the client sent none. Use ``cookie(named:)``.
    public var cookies: [String]

    /// Who the caller is, as far as the service has found out.
    public var identity: Identity

    /// The address of the client.
    ///
    /// `nil` in test events of the console. From a load balancer it is the last entry of
    /// `X-Forwarded-For`, which the load balancer has added.
    public var sourceIP: String?

    /// The stage of the API.
    ///
    /// `nil` for services that have no stages, and for the default stage of an HTTP API.
    public var stage: String?

    /// The body as it came.
    var content: Content

    /// The event that the request was made of.
    ///
    /// `nil` for a request that was made by ``init(_:_:headers:cookies:body:)``.
    public private(set) var event: Event?

    /// The event of a request, as its service sends it.
    ///
    /// It is indirect because requests are passed on and on, and events have a hundred members.
    public indirect enum Event: Hashable, Sendable {
        /// A request to a REST API, or to an HTTP API in payload format 1.0.
        case apiGateway(APIGatewayRequest)
        /// A request to an HTTP API.
        case apiGatewayV2(APIGatewayV2Request)
        /// A request to the URL of the function.
        case functionURL(FunctionURLRequest)
        /// A request to an Application Load Balancer.
        case loadBalancer(ALBRequest)
    }

    init(
        event: Event?,
        method: HTTPMethod,
        path: String,
        pathParameters: [String: String] = [:],
        query: URLEncodedForm,
        headers: HTTPHeaders,
        cookies: [String],
        identity: Identity = Identity(),
        sourceIP: String? = nil,
        stage: String? = nil,
        content: Content
    ) {
        self.event = event
        self.method = method
        self.path = path
        self.pathParameters = pathParameters
        self.query = query
        self.headers = headers
        self.cookies = cookies
        self.identity = identity
        self.sourceIP = sourceIP
        self.stage = stage
        self.content = content
    }
}

extension HTTPRequest {
    /// Creates a request, for tests.
    ///
    /// ```swift
    /// let request = HTTPRequest(.get, "/orders/7?page=2")
    /// let response = try await OrderDesk().respond(to: request, context: .test())
    /// ```
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - target: The path, and perhaps a query behind a question mark, as a client sends them.
    ///   - headers: The headers. The default is none.
    ///   - cookies: The cookies, each as `name=value`. The default is none.
    ///   - body: The body. The default is none.
    public init(
        _ method: HTTPMethod,
        _ target: String,
        headers: HTTPHeaders = [:],
        cookies: [String] = [],
        body: Body = .empty
    ) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            event: nil,
            method: method,
            path: HTTPPath.normalized(String(parts.first ?? "/")),
            query: URLEncodedForm(parsing: parts.count > 1 ? parts[1] : ""),
            headers: headers,
            cookies: cookies,
            content: Content(body)
        )
    }
}

extension HTTPRequest {
    /// The form that the response to a request must have.
    enum Form: Hashable, Sendable {
        /// Payload format 1.0.
        case one
        /// Payload format 2.0.
        case two
        case loadBalancer(multiValue: Bool)
    }

    var form: Form {
        switch event {
        case .apiGateway: .one
        case .apiGatewayV2, .functionURL, nil: .two
        case .loadBalancer(let request):
            .loadBalancer(multiValue: request.usesMultiValueHeaders)
        }
    }
}
