public import LambdaEvents

extension ALBRequest {
    /// Makes a request that a load balancer passes to a function.
    ///
    /// ```swift
    /// let request = try ALBRequest.sample(.get, "/orders", query: ["tag": "a", "tag": "b"])
    /// let all = try ALBRequest.sample(.get, "/orders?tag=a&tag=b", usesMultiValueHeaders: true)
    /// ```
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path as the client sends it, with its escapes. It may have a query.
    ///   - query: Further parameters of the query, not encoded: the event has them encoded, as the
    ///     load balancer leaves them. A name may occur more than once.
    ///   - headers: Headers, in place of the default ones of the same name. A name may occur more
    ///     than once.
    ///   - cookies: Cookies, by name.
    ///   - body: The body: a `String` as it is, a `[UInt8]` in Base64, any other `Encodable` as
    ///     JSON. The content type follows, unless the headers have one.
    ///   - usesMultiValueHeaders: Whether the target group passes all values of headers and
    ///     parameters on, or the last of each.
    ///   - sourceIP: The address of the client.
    ///   - targetGroup: The name of the target group.
    ///   - time: When the request came in, which shows in the trace header alone.
    ///   - region: The region of the load balancer.
    ///   - accountID: The account of the load balancer.
    /// - Returns: The request.
    /// - Throws: ``LambdaTestError`` if the body does not encode.
    public static func sample(
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        query: KeyValuePairs<String, String> = [:],
        headers: KeyValuePairs<String, String> = [:],
        cookies: KeyValuePairs<String, String> = [:],
        body: (any Encodable)? = nil,
        usesMultiValueHeaders: Bool = false,
        sourceIP: String = "203.0.113.10",
        targetGroup: String = "orders",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> ALBRequest {
        let request = try SampleHTTPRequest(
            path,
            query,
            headers,
            cookies,
            body,
            host: "\(targetGroup)-0123456789.\(region).elb.amazonaws.com",
            sourceIP: sourceIP,
            time: time
        )
        let isMultiple = usesMultiValueHeaders
        let parameters = request.undecodedQuery
        return ALBRequest(
            requestContext: .sample(targetGroup, region, accountID),
            httpMethod: method,
            path: request.path,
            queryStringParameters: isMultiple ? nil : Dictionary(parameters) { $1 },
            multiValueQueryStringParameters: isMultiple
                ? Dictionary(parameters.map { ($0, [$1]) }, uniquingKeysWith: +) : nil,
            headers: isMultiple ? nil : request.lastHeaders(lowercased: true),
            multiValueHeaders: isMultiple ? request.multiValueHeaders(lowercased: true) : nil,
            body: request.body ?? "",
            isBase64Encoded: request.isBase64Encoded
        )
    }

    /// Makes the request with which a load balancer sees if a function is well.
    ///
    /// - Parameters:
    ///   - path: The path of the health check.
    ///   - usesMultiValueHeaders: Whether the target group passes all values of headers on.
    ///   - targetGroup: The name of the target group.
    ///   - region: The region of the load balancer.
    ///   - accountID: The account of the load balancer.
    /// - Returns: The request.
    public static func sampleHealthCheck(
        path: String = "/",
        usesMultiValueHeaders: Bool = false,
        targetGroup: String = "orders",
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) -> ALBRequest {
        let agent = "ELB-HealthChecker/2.0"
        return ALBRequest(
            requestContext: .sample(targetGroup, region, accountID),
            httpMethod: .get,
            path: path,
            queryStringParameters: usesMultiValueHeaders ? nil : [:],
            multiValueQueryStringParameters: usesMultiValueHeaders ? [:] : nil,
            headers: usesMultiValueHeaders ? nil : ["user-agent": agent],
            multiValueHeaders: usesMultiValueHeaders ? ["user-agent": [agent]] : nil,
            body: ""
        )
    }
}

extension ALBRequest.Context {
    fileprivate static func sample(
        _ targetGroup: String,
        _ region: AWSRegion,
        _ accountID: String
    ) -> Self {
        let resource = "targetgroup/\(targetGroup)/0123456789abcdef"
        return Self(
            elb: ALBRequest.ELB(
                targetGroupARN: region.arn("elasticloadbalancing", accountID, resource)
            )
        )
    }
}
