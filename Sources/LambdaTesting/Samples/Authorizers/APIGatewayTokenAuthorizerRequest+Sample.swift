public import LambdaEvents

extension APIGatewayTokenAuthorizerRequest {
    /// Makes a question about the bearer of a token.
    ///
    /// ```swift
    /// let request = APIGatewayTokenAuthorizerRequest.sample(.get, "/pets/42", token: "Bearer abc")
    /// ```
    ///
    /// - Parameters:
    ///   - method: The method that the client wants to call.
    ///   - path: The path that the client wants to call.
    ///   - token: The value of the header that the authorizer looks at.
    ///   - stage: The stage of the API.
    ///   - apiID: The ID of the API.
    ///   - region: The region of the API.
    ///   - accountID: The account of the API.
    /// - Returns: The request.
    public static func sample(
        _ method: HTTPMethod = .get,
        _ path: String = "/",
        token: String = "Bearer example.token.value",
        stage: String = "prod",
        apiID: String = "a1b2c3d4e5",
        region: AWSRegion = .usEast1,
        accountID: String = "123456789012"
    ) -> APIGatewayTokenAuthorizerRequest {
        APIGatewayTokenAuthorizerRequest(
            authorizationToken: token,
            methodARN: APIGatewayMethodARN(
                partition: region.partition,
                region: region.rawValue,
                accountID: accountID,
                apiID: apiID,
                stage: stage,
                method: method,
                path: path
            )
        )
    }
}
