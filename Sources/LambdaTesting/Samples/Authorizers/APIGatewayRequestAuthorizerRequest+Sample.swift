public import LambdaEvents

extension APIGatewayRequestAuthorizerRequest {
    /// Makes a question about a request to a REST API.
    ///
    /// ```swift
    /// let request = try APIGatewayRequestAuthorizerRequest.sample(
    ///     .get,
    ///     "/pets/42",
    ///     headers: ["X-Token": "abc"],
    ///     resource: "/pets/{id}"
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
    ///   - resource: The resource that matches. The default is `/{proxy+}`, and `/` for the path
    ///     `/`.
    ///   - pathParameters: The values of the variables of the resource. The default is what the path
    ///     has in their places.
    ///   - stage: The stage.
    ///   - stageVariables: The variables of the stage.
    ///   - sourceIP: The address of the client.
    ///   - apiID: The ID of the API. The host follows from it.
    ///   - time: When the request came in.
    ///   - region: The region of the API.
    ///   - accountID: The account of the API.
    /// - Returns: The request.
    /// - Throws: ``LambdaTestError`` if the path is not that of the resource.
    public static func sample(
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        query: KeyValuePairs<String, String> = [:],
        headers: KeyValuePairs<String, String> = [:],
        cookies: KeyValuePairs<String, String> = [:],
        resource: String? = nil,
        pathParameters: [String: String]? = nil,
        stage: String = "prod",
        stageVariables: [String: String] = [:],
        sourceIP: String = "203.0.113.10",
        apiID: String = "a1b2c3d4e5",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> APIGatewayRequestAuthorizerRequest {
        let request = try APIGatewayRequest.sample(
            method,
            path,
            query: query,
            headers: headers,
            cookies: cookies,
            resource: resource,
            pathParameters: pathParameters,
            stage: stage,
            stageVariables: stageVariables,
            sourceIP: sourceIP,
            apiID: apiID,
            time: time,
            region: region,
            accountID: accountID
        )
        let context = request.requestContext
        return APIGatewayRequestAuthorizerRequest(
            methodARN: APIGatewayMethodARN(
                partition: region.partition,
                region: region.rawValue,
                accountID: accountID,
                apiID: apiID,
                stage: stage,
                method: method,
                path: request.path
            ),
            resource: request.resource,
            path: request.path,
            httpMethod: method,
            headers: request.headers,
            multiValueHeaders: request.multiValueHeaders,
            queryStringParameters: request.queryStringParameters,
            multiValueQueryStringParameters: request.multiValueQueryStringParameters,
            pathParameters: request.pathParameters,
            stageVariables: stageVariables,
            requestContext: Context(
                accountID: accountID,
                apiID: apiID,
                deploymentID: context.deploymentID,
                domainName: context.domainName,
                domainPrefix: context.domainPrefix,
                extendedRequestID: context.extendedRequestID,
                httpMethod: method,
                identity: context.identity,
                path: context.path,
                protocol: context.protocol,
                requestID: context.requestID,
                requestTime: context.requestTime,
                requestTimeEpoch: context.requestTimeEpoch,
                resourceID: context.resourceID,
                resourcePath: context.resourcePath,
                stage: stage
            )
        )
    }
}
