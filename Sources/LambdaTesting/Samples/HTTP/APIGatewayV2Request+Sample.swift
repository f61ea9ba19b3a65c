public import LambdaEvents
public import LambdaJSON

extension APIGatewayV2Request {
    /// Makes a request to an HTTP API.
    ///
    /// ```swift
    /// let list = try APIGatewayV2Request.sample(.get, "/pets?limit=10")
    /// let order = try APIGatewayV2Request.sample(.post, "/orders", body: Order(id: 7))
    /// let pet = try APIGatewayV2Request.sample(
    ///     .get,
    ///     "/pets/42",
    ///     routeKey: "GET /pets/{id}",
    ///     authorizer: .sample(claims: ["sub": "ada"])
    /// )
    /// ```
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path as the client sends it, with its escapes. It may have a query.
    ///   - query: Further parameters of the query, not encoded. A name may occur more than once.
    ///   - headers: Headers, in place of the default ones of the same name. A name may occur more
    ///     than once.
    ///   - cookies: Cookies, by name.
    ///   - body: The body: a `String` as it is, a `[UInt8]` in Base64, any other `Encodable` as
    ///     JSON. The content type follows, unless the headers have one.
    ///   - routeKey: The key of the route that matches.
    ///   - pathParameters: The values of the variables of the route. The default is what the path
    ///     has in their places.
    ///   - authorizer: What the authorizer of the route found out. The default is that it has none.
    ///   - stage: The stage. One that is not `$default` is in front of the path.
    ///   - stageVariables: The variables of the stage.
    ///   - sourceIP: The address of the client.
    ///   - apiID: The ID of the API. The host follows from it.
    ///   - time: When the request came in.
    ///   - region: The region of the API.
    ///   - accountID: The account of the API.
    /// - Returns: The request.
    /// - Throws: ``LambdaTestError`` if the body does not encode, or the path is not that of the
    ///   route.
    public static func sample(
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        query: KeyValuePairs<String, String> = [:],
        headers: KeyValuePairs<String, String> = [:],
        cookies: KeyValuePairs<String, String> = [:],
        body: (any Encodable)? = nil,
        routeKey: String = "$default",
        pathParameters: [String: String]? = nil,
        authorizer: Authorizer? = nil,
        stage: String = "$default",
        stageVariables: [String: String] = [:],
        sourceIP: String = "203.0.113.10",
        apiID: String = "a1b2c3d4e5",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> APIGatewayV2Request {
        let domain = "\(apiID).execute-api.\(region.domain)"
        let request = try SampleHTTPRequest(
            path,
            query,
            headers,
            cookies,
            body,
            host: domain,
            sourceIP: sourceIP,
            time: time
        )
        let rawPath = (stage == "$default" ? "" : "/" + stage) + request.decodedPath
        let template = routeKey.split(separator: " ").last.map(String.init) ?? routeKey
        return APIGatewayV2Request(
            routeKey: routeKey,
            rawPath: rawPath,
            rawQueryString: request.rawQuery,
            cookies: request.cookies,
            headers: request.joinedHeaders,
            queryStringParameters: request.joinedQuery,
            requestContext: Context(
                accountID: accountID,
                apiID: apiID,
                authorizer: authorizer,
                domainName: domain,
                domainPrefix: apiID,
                http: HTTP(
                    method: method,
                    path: rawPath,
                    sourceIP: sourceIP,
                    userAgent: request.userAgent
                ),
                requestID: "JKJaXmPLvHcESHA=",
                routeKey: routeKey,
                stage: stage,
                time: time.inAccessLog,
                timeEpoch: time.asMilliseconds
            ),
            pathParameters: try pathParameters
                ?? (routeKey == "$default"
                    ? [:] : request.pathParameters(of: template, decoded: true)),
            stageVariables: stageVariables,
            body: request.body,
            isBase64Encoded: request.isBase64Encoded
        )
    }
}

extension APIGatewayV2Request.Authorizer {
    /// Makes what a JWT authorizer finds out.
    ///
    /// - Parameters:
    ///   - claims: The claims of the token.
    ///   - scopes: The scopes that the route asks for.
    /// - Returns: The authorizer.
    public static func sample(claims: JWTClaims, scopes: [String] = []) -> Self {
        Self(jwt: APIGatewayV2Request.JWT(claims: claims, scopes: scopes))
    }

    /// Makes what a Lambda authorizer finds out.
    ///
    /// - Parameter context: The context that it returns.
    /// - Returns: The authorizer.
    public static func sample(context: [String: JSONValue]) -> Self {
        Self(lambda: context)
    }

    /// Makes what IAM finds out about a request that is signed.
    ///
    /// - Parameters:
    ///   - userARN: The ARN of the caller.
    ///   - accountID: The account of the caller.
    /// - Returns: The authorizer.
    public static func sample(
        userARN: String,
        accountID: String = "123456789012"
    ) -> Self {
        Self(
            iam: APIGatewayV2Request.IAM(
                accessKey: "AKIAIOSFODNN7EXAMPLE",
                accountID: accountID,
                callerID: "AIDAEXAMPLECALLERID",
                principalOrgID: "o-exampleorgid",
                userARN: userARN,
                userID: "AIDAEXAMPLECALLERID"
            )
        )
    }
}
