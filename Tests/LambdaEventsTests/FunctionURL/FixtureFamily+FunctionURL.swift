import LambdaEvents

extension FixtureFamily {
    static let functionURL = FixtureFamily(
        fixtures: [
            FixtureCase("function-url/get", FunctionURLRequest.self),
            FixtureCase(
                "function-url/guide-sample",
                FunctionURLRequest.self,
                dropped: [
                    "pathParameters", "requestContext.authentication",
                    "requestContext.authorizer.iam.cognitoIdentity",
                    "requestContext.authorizer.iam.principalOrgId", "stageVariables",
                ],
                added: ["requestContext.stage", "routeKey"]
            ),
            FixtureCase(
                "function-url/iam",
                FunctionURLRequest.self,
                dropped: ["requestContext.authorizer.iam.cognitoIdentity"]
            ),
            FixtureCase(
                "function-url/iam-cloudfront",
                FunctionURLRequest.self,
                dropped: [
                    "requestContext.authorizer.iam.cognitoIdentity",
                    "requestContext.authorizer.iam.principalOrgId",
                ]
            ),
            FixtureCase("function-url/iam-empty", FunctionURLRequest.self),
            FixtureCase("function-url/minimal", FunctionURLRequest.self),
            FixtureCase(
                "function-url/nulls",
                FunctionURLRequest.self,
                dropped: [
                    "body", "cookies", "headers", "queryStringParameters",
                    "requestContext.authorizer", "requestContext.http.userAgent",
                ]
            ),
            FixtureCase("function-url/post-base64", FunctionURLRequest.self),
            FixtureCase("function-url/post-form", FunctionURLRequest.self),
            FixtureCase("function-url/post-json", FunctionURLRequest.self),
            FixtureCase("function-url/response", FunctionURLResponse.self),
            FixtureCase("function-url/response-binary", FunctionURLResponse.self),
            FixtureCase(
                "function-url/response-minimal",
                FunctionURLResponse.self,
                added: ["isBase64Encoded"]
            ),
        ],
        corpus: ["function-url": FunctionURLRequest.self],
        maps: ["headers", "queryStringParameters"]
    )
}
