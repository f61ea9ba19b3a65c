public import LambdaALBEvents
public import LambdaAPIGatewayEvents
public import LambdaAPIGatewayV2Events
import LambdaEventsShared
public import LambdaFunctionURLEvents
import LambdaHTTPShared

extension HTTPRequest {
    /// Makes a request of an event of an HTTP API.
    ///
    /// - Parameter event: The event.
    public init(_ event: APIGatewayV2Request) {
        let context = event.requestContext
        let stage = context.stage == "$default" ? nil : context.stage
        self.init(
            event: .apiGatewayV2(event),
            method: context.http.method,
            path: HTTPPath.normalized(
                stage.map { HTTPPath.path(event.rawPath, withoutStage: $0) } ?? event.rawPath,
                isDecoded: true
            ),
            pathParameters: event.pathParameters,
            query: URLEncodedForm(parsing: event.rawQueryString),
            headers: event.headers.withoutCookies(),
            cookies: event.cookies,
            identity: Identity(context.authorizer),
            sourceIP: context.http.sourceIP,
            stage: stage,
            content: Content(event.body, isBase64Encoded: event.isBase64Encoded)
        )
    }

    /// Makes a request of an event of a function URL.
    ///
    /// - Parameter event: The event.
    public init(_ event: FunctionURLRequest) {
        let context = event.requestContext
        self.init(
            event: .functionURL(event),
            method: context.http.method,
            path: HTTPPath.normalized(event.rawPath),
            query: URLEncodedForm(parsing: event.rawQueryString),
            headers: event.headers.withoutCookies(),
            cookies: event.cookies,
            identity: Identity(context.authorizer?.iam),
            sourceIP: context.http.sourceIP,
            content: Content(event.body, isBase64Encoded: event.isBase64Encoded)
        )
    }

    /// Makes a request of an event of a REST API, or of an HTTP API in payload format 1.0.
    ///
    /// - Parameter event: The event.
    public init(_ event: APIGatewayRequest) {
        let context = event.requestContext
        let stage = context.stage == "$default" ? nil : context.stage
        // An HTTP API undoes escapes, in the path and in variables, and has the stage in the path; a REST API
        // leaves the escapes, and has the stage elsewhere.
        let isHTTPAPI = event.version != nil
        let variables =
            isHTTPAPI
            ? event.pathParameters : event.pathParameters.mapValues(HTTPPath.decoded)
        let namedStage = isHTTPAPI ? stage : nil
        let path = namedStage.map { HTTPPath.path(event.path, withoutStage: $0) } ?? event.path
        let all = event.multiValueQueryStringParameters
        let query =
            all.isEmpty ? event.queryStringParameters.map { ($0, [$1]) } : all.map { ($0, $1) }
        self.init(
            event: .apiGateway(event),
            method: event.httpMethod,
            path: HTTPPath.normalized(path, isDecoded: isHTTPAPI),
            pathParameters: variables,
            query: Self.form(query) { $0 },
            headers: HTTPHeaders(joining: event.multiValueHeaders, or: event.headers),
            cookies: event.cookies,
            identity: Identity(context),
            sourceIP: context.identity.sourceIP,
            stage: stage,
            content: Content(event.body, isBase64Encoded: event.isBase64Encoded)
        )
    }

    /// Makes a request of an event of an Application Load Balancer.
    ///
    /// - Parameter event: The event.
    public init(_ event: ALBRequest) {
        let all = event.multiValueQueryStringParameters ?? [:]
        let single = event.queryStringParameters ?? [:]
        let query = all.isEmpty ? single.map { ($0, [$1]) } : all.map { ($0, $1) }
        let headers = HTTPHeaders(joining: event.multiValueHeaders ?? [:], or: event.headers ?? [:])
        self.init(
            event: .loadBalancer(event),
            method: event.httpMethod,
            path: HTTPPath.normalized(event.path),
            query: Self.form(query, decode: FormURLEncoding.decode),
            headers: headers,
            cookies: event.headerValues(named: "Cookie").flatMap(Cookies.pairs),
            sourceIP: headers["X-Forwarded-For"].flatMap(Self.lastAddress),
            content: Content(
                event.body == "" ? nil : event.body,
                isBase64Encoded: event.isBase64Encoded
            )
        )
    }

    /// The parameters of a map, sorted by name since a map has no order.
    private static func form(
        _ parameters: [(name: String, values: [String])],
        decode: (String) -> String
    ) -> URLEncodedForm {
        let sorted = parameters.count > 1 ? parameters.sorted { $0.name < $1.name } : parameters
        return URLEncodedForm(
            sorted.flatMap { name, values in values.map { (decode(name), decode($0)) } }
        )
    }

    /// The last of the addresses that a list has.
    private static func lastAddress(_ list: String) -> String? {
        let last = list.utf8.split(separator: UInt8(ascii: ",")).last
        return last.map { String(Substring($0.drop { $0 == UInt8(ascii: " ") })) }
    }
}

extension HTTPHeaders {
    /// The headers with all values of each, joined by commas as HTTP APIs do, and without cookies.
    fileprivate init(joining all: MultiValueHeaders, or single: HTTPHeaders) {
        guard !all.isEmpty else {
            self = single.withoutCookies()
            return
        }
        self.init()
        for (name, values) in all where !name.isEqualIgnoringASCIICase(to: "Cookie") {
            appendField(named: name, values.count == 1 ? values[0] : values.joined(separator: ","))
        }
    }

    fileprivate func withoutCookies() -> Self {
        guard self["Cookie"] != nil else { return self }
        var headers = self
        headers["Cookie"] = nil
        return headers
    }
}
