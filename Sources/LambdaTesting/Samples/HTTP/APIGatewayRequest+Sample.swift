public import LambdaEvents

extension APIGatewayRequest {
    /// Makes a request to a REST API.
    ///
    /// ```swift
    /// let list = try APIGatewayRequest.sample(.get, "/pets?limit=10")
    /// let order = try APIGatewayRequest.sample(.post, "/orders", body: Order(id: 7))
    /// let pet = try APIGatewayRequest.sample(
    ///     .get,
    ///     "/pets/42",
    ///     resource: "/pets/{id}",
    ///     authorizer: .init(claims: ["sub": "ada"])
    /// )
    /// ```
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path as the client sends it, with its escapes, without the stage. It may have a
    ///     query.
    ///   - query: Further parameters of the query, not encoded. A name may occur more than once.
    ///   - headers: Headers, in place of the default ones of the same name. A name may occur more
    ///     than once.
    ///   - cookies: Cookies, by name.
    ///   - body: The body: a `String` as it is, a `[UInt8]` in Base64, any other `Encodable` as
    ///     JSON. The content type follows, unless the headers have one.
    ///   - resource: The resource that matches. The default is `/{proxy+}`, and `/` for the path
    ///     `/`.
    ///   - pathParameters: The values of the variables of the resource. The default is what the path
    ///     has in their places.
    ///   - authorizer: What the authorizer of the method found out. The default is that it has none.
    ///   - stage: The stage.
    ///   - stageVariables: The variables of the stage.
    ///   - sourceIP: The address of the client.
    ///   - apiID: The ID of the API. The host follows from it.
    ///   - time: When the request came in.
    ///   - region: The region of the API.
    ///   - accountID: The account of the API.
    /// - Returns: The request.
    /// - Throws: ``LambdaTestError`` if the body does not encode, or the path is not that of the
    ///   resource.
    public static func sample(
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        query: KeyValuePairs<String, String> = [:],
        headers: KeyValuePairs<String, String> = [:],
        cookies: KeyValuePairs<String, String> = [:],
        body: (any Encodable)? = nil,
        resource: String? = nil,
        pathParameters: [String: String]? = nil,
        authorizer: Authorizer? = nil,
        stage: String = "prod",
        stageVariables: [String: String] = [:],
        sourceIP: String = "203.0.113.10",
        apiID: String = "a1b2c3d4e5",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> APIGatewayRequest {
        let domain = "\(apiID).execute-api.\(region.domain)"
        let request = try SampleHTTPRequest(
            path,
            query,
            headers,
            cookies,
            body,
            host: domain,
            sourceIP: sourceIP,
            time: time,
            contentLength: false
        )
        let resource = resource ?? (request.path == "/" ? "/" : "/{proxy+}")
        return APIGatewayRequest(
            resource: resource,
            path: request.path,
            httpMethod: method,
            headers: request.lastHeaders(),
            multiValueHeaders: request.multiValueHeaders(),
            queryStringParameters: request.lastQuery,
            multiValueQueryStringParameters: request.multiValueQuery,
            pathParameters: try pathParameters
                ?? request.pathParameters(of: resource, decoded: true),
            stageVariables: stageVariables,
            requestContext: Context(
                accountID: accountID,
                apiID: apiID,
                authorizer: authorizer,
                deploymentID: "d4e5f6",
                domainName: domain,
                domainPrefix: apiID,
                extendedRequestID: "WuVvOHHOIAMEb3A=",
                httpMethod: method,
                identity: Identity(sourceIP: sourceIP, userAgent: request.userAgent),
                path: "/\(stage)\(request.path)",
                protocol: "HTTP/1.1",
                requestID: SampleID.uuid("3d0e9a2c", 0),
                requestTime: time.inAccessLog,
                requestTimeEpoch: time.asMilliseconds,
                resourceID: "x7y8z9",
                resourcePath: resource,
                stage: stage
            ),
            body: request.body,
            isBase64Encoded: request.isBase64Encoded
        )
    }
}
