public import LambdaEvents

extension FunctionURLRequest {
    /// Makes a request to the URL of a function.
    ///
    /// ```swift
    /// let request = try FunctionURLRequest.sample(.post, "/orders", body: Order(id: 7))
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
    ///   - authorizer: Who signed the request. The default is a URL without authorization.
    ///   - sourceIP: The address of the client.
    ///   - urlID: The ID of the URL. The host follows from it.
    ///   - time: When the request came in.
    ///   - region: The region of the function.
    ///   - accountID: The account of the function. A URL without authorization says `anonymous`.
    /// - Returns: The request.
    /// - Throws: ``LambdaTestError`` if the body does not encode.
    public static func sample(
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        query: KeyValuePairs<String, String> = [:],
        headers: KeyValuePairs<String, String> = [:],
        cookies: KeyValuePairs<String, String> = [:],
        body: (any Encodable)? = nil,
        authorizer: Authorizer? = nil,
        sourceIP: String = "203.0.113.10",
        urlID: String = "0123456789abcdefghijklmnopqrstuv",
        time: Timestamp = .sample,
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) throws -> FunctionURLRequest {
        let domain = "\(urlID).lambda-url.\(region).on.aws"
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
        return FunctionURLRequest(
            rawPath: request.path,
            rawQueryString: request.rawQuery,
            cookies: request.cookies,
            headers: request.joinedHeaders,
            queryStringParameters: request.joinedQuery,
            requestContext: Context(
                accountID: authorizer == nil ? "anonymous" : accountID,
                apiID: urlID,
                authorizer: authorizer,
                domainName: domain,
                domainPrefix: urlID,
                http: HTTP(
                    method: method,
                    path: request.path,
                    sourceIP: sourceIP,
                    userAgent: request.userAgent
                ),
                requestID: SampleID.uuid("deeb7e49", 0),
                routeKey: "$default",
                stage: "$default",
                time: time.inAccessLog,
                timeEpoch: time.asMilliseconds
            ),
            body: request.body,
            isBase64Encoded: request.isBase64Encoded
        )
    }
}

extension FunctionURLRequest.Authorizer {
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
            iam: FunctionURLRequest.IAM(
                accessKey: "AKIAIOSFODNN7EXAMPLE",
                accountID: accountID,
                callerID: "AIDAEXAMPLECALLERID",
                principalOrgID: "o-exampleorg1",
                userARN: userARN,
                userID: "AIDAEXAMPLECALLERID"
            )
        )
    }
}
