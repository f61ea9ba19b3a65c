public import LambdaEvents

extension APIGatewayV2AuthorizerRequest {
    /// Makes a question about a request to an HTTP API.
    ///
    /// ```swift
    /// let request = try APIGatewayV2AuthorizerRequest.sample(
    ///     .get,
    ///     "/pets/42",
    ///     headers: ["authorization": "Bearer abc"],
    ///     routeKey: "GET /pets/{id}",
    ///     identitySource: ["Bearer abc"]
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
    ///   - routeKey: The key of the route that matches.
    ///   - pathParameters: The values of the variables of the route. The default is what the path
    ///     has in their places.
    ///   - identitySource: The values that the authorizer is configured to look at. The default is
    ///     that of the header `Authorization`, if there is one.
    ///   - stage: The stage. One that is not `$default` is in front of the path.
    ///   - stageVariables: The variables of the stage.
    ///   - sourceIP: The address of the client.
    ///   - apiID: The ID of the API. The host follows from it.
    ///   - time: When the request came in.
    ///   - region: The region of the API.
    ///   - accountID: The account of the API.
    /// - Returns: The request.
    /// - Throws: ``LambdaTestError`` if the path is not that of the route.
    public static func sample(
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        query: KeyValuePairs<String, String> = [:],
        headers: KeyValuePairs<String, String> = [:],
        cookies: KeyValuePairs<String, String> = [:],
        routeKey: String = "$default",
        pathParameters: [String: String]? = nil,
        identitySource: [String]? = nil,
        stage: String = "$default",
        stageVariables: [String: String] = [:],
        sourceIP: String = "203.0.113.10",
        apiID: String = "a1b2c3d4e5",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> APIGatewayV2AuthorizerRequest {
        let request = try APIGatewayV2Request.sample(
            method,
            path,
            query: query,
            headers: headers,
            cookies: cookies,
            routeKey: routeKey,
            pathParameters: pathParameters,
            stage: stage,
            stageVariables: stageVariables,
            sourceIP: sourceIP,
            apiID: apiID,
            time: time,
            region: region,
            accountID: accountID
        )
        // The ARN has the stage as a part of its own.
        let inStage = stage == "$default" ? 0 : stage.utf8.count + 1
        let routePath = String(Substring(request.rawPath.utf8.dropFirst(inStage)))
        return APIGatewayV2AuthorizerRequest(
            routeARN: APIGatewayMethodARN(
                partition: region.partition,
                region: region.rawValue,
                accountID: accountID,
                apiID: apiID,
                stage: stage,
                method: method,
                path: routePath
            ),
            identitySource: identitySource ?? request.headers["Authorization"].map { [$0] } ?? [],
            routeKey: routeKey,
            rawPath: request.rawPath,
            rawQueryString: request.rawQueryString,
            cookies: request.cookies,
            headers: request.headers,
            queryStringParameters: request.queryStringParameters,
            requestContext: request.requestContext,
            pathParameters: request.pathParameters,
            stageVariables: stageVariables
        )
    }
}
