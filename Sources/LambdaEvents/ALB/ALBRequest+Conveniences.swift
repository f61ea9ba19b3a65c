import LambdaEventsShared
public import LambdaHTTPShared

extension ALBRequest {
    /// Whether the target group uses multi-value headers, and so wants them in the response.
    public var usesMultiValueHeaders: Bool {
        // A health check has a header too, so one of the two is always there.
        multiValueHeaders != nil || (headers == nil && multiValueQueryStringParameters != nil)
    }

    /// Whether the load balancer sent the request by itself to see if the function is well.
    ///
    /// A health check has no header but `user-agent`. Anyone can send that header, so answer a
    /// health check with nothing that is secret.
    public var isHealthCheck: Bool {
        header(named: "User-Agent")?.hasPrefix("ELB-HealthChecker/") ?? false
    }

    /// Finds the value of a header.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The value, the last of several, or `nil` if there is no header of that name.
    public func header(named name: String) -> String? {
        multiValueHeaders?[name].last ?? headers?[name]
    }

    /// Finds all values of a header.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The values, in their order. Unless the target group uses multi-value headers, only
    ///   the last of them. Empty if there is no header of that name.
    public func headerValues(named name: String) -> [String] {
        let values = multiValueHeaders?[name] ?? []
        guard values.isEmpty, let value = headers?[name] else { return values }
        return [value]
    }

    /// Finds the values of a query parameter.
    ///
    /// The load balancer passes names and values on with their escapes; here they are undone, `+`
    /// for a space among them.
    ///
    /// - Parameter name: The name of the parameter, decoded.
    /// - Returns: The values, decoded, in their order. Unless the target group uses multi-value
    ///   headers, only the last of them. Empty if the query has no such parameter.
    public func queryValues(named name: String) -> [String] {
        // Clients may escape one name in several ways; a sorted order makes the result the same on
        // every run.
        if let parameters = multiValueQueryStringParameters, !parameters.isEmpty {
            return parameters.keys.filter { FormURLEncoding.decode($0) == name }.sorted()
                .flatMap { (parameters[$0] ?? []).map { FormURLEncoding.decode($0) } }
        }
        let parameters = queryStringParameters ?? [:]
        return parameters.keys.filter { FormURLEncoding.decode($0) == name }.sorted()
            .compactMap { parameters[$0].map { FormURLEncoding.decode($0) } }
    }

    /// Finds the value of a query parameter.
    ///
    /// - Parameter name: The name of the parameter, decoded.
    /// - Returns: The value, decoded, the last of several, or `nil` if the query has no such
    ///   parameter.
    public func queryValue(named name: String) -> String? {
        queryValues(named: name).last
    }

    /// Finds the value of a cookie.
    ///
    /// - Parameter name: The name, in the case the cookie was set with.
    /// - Returns: The value, or `nil` if the client sent no cookie of that name.
    public func cookie(named name: String) -> String? {
        Cookies.value(
            named: name,
            in: headerValues(named: "Cookie").flatMap(Cookies.pairs(in:))
        )
    }
}

extension ALBRequest {
    /// The bytes of the body, decoded if they were sent in Base64.
    ///
    /// `nil` if the event has no body, or if it should be Base64 and is not.
    public var bodyBytes: [UInt8]? { content.bytes }

    /// The body as text, decoded if it was sent in Base64.
    ///
    /// `nil` if the event has no body, if it should be Base64 and is not, or if its bytes are no
    /// UTF-8.
    public var bodyText: String? { content.text }

    /// The fields of an HTML form.
    ///
    /// `nil` if the content type is not `application/x-www-form-urlencoded`, or if there is no text.
    public var bodyForm: URLEncodedForm? {
        content.form(contentType: header(named: "Content-Type"))
    }

    /// Decodes the JSON of the body.
    ///
    /// - Parameter type: The type to decode.
    /// - Returns: The decoded value.
    /// - Throws: `DecodingError` if the event has no body, or its bytes are not JSON, or JSON of
    ///   another shape.
    public func decodeBody<Body: Decodable>(as type: Body.Type = Body.self) throws -> Body {
        try content.decode(type, at: CodingKeys.body)
    }

    private var content: HTTPBody { HTTPBody(body, isBase64Encoded: isBase64Encoded) }
}
