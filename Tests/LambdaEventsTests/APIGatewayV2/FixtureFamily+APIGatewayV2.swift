import LambdaEvents

extension FixtureFamily {
    static let apiGatewayV2 = FixtureFamily(
        fixtures: [
            FixtureCase(
                "apigateway-v2/console-nulls",
                APIGatewayV2Request.self,
                dropped: [
                    "body", "cookies", "headers", "pathParameters", "queryStringParameters",
                    "requestContext.authentication", "requestContext.authorizer", "stageVariables",
                ]
            ),
            FixtureCase("apigateway-v2/cookies", APIGatewayV2Request.self),
            FixtureCase(
                "apigateway-v2/function-url-sample",
                APIGatewayV2Request.self,
                dropped: ["pathParameters", "requestContext.authentication", "stageVariables"],
                added: ["requestContext.stage", "routeKey"]
            ),
            FixtureCase("apigateway-v2/first-year", APIGatewayV2Request.self),
            FixtureCase("apigateway-v2/form", APIGatewayV2Request.self),
            FixtureCase("apigateway-v2/get", APIGatewayV2Request.self),
            FixtureCase(
                "apigateway-v2/handwritten",
                APIGatewayV2Request.self,
                added: ["isBase64Encoded"]
            ),
            FixtureCase(
                "apigateway-v2/iam-authorizer",
                APIGatewayV2Request.self,
                dropped: ["requestContext.authorizer.iam.cognitoIdentity"]
            ),
            FixtureCase(
                "apigateway-v2/iam-authorizer-cognito",
                APIGatewayV2Request.self,
                dropped: ["requestContext.authorizer.iam.principalOrgId"]
            ),
            FixtureCase("apigateway-v2/jwt-authorizer", APIGatewayV2Request.self),
            FixtureCase(
                "apigateway-v2/jwt-authorizer-typed-claims",
                APIGatewayV2Request.self,
                dropped: ["requestContext.authorizer.jwt.scopes"]
            ),
            FixtureCase("apigateway-v2/lambda-authorizer", APIGatewayV2Request.self),
            FixtureCase(
                "apigateway-v2/lambda-authorizer-without-context",
                APIGatewayV2Request.self,
                dropped: ["requestContext.authorizer.lambda"]
            ),
            FixtureCase("apigateway-v2/minimal", APIGatewayV2Request.self),
            FixtureCase("apigateway-v2/mutual-tls", APIGatewayV2Request.self),
            FixtureCase("apigateway-v2/mutual-tls-pem-only", APIGatewayV2Request.self),
            FixtureCase("apigateway-v2/post-base64", APIGatewayV2Request.self),
            FixtureCase("apigateway-v2/post-json", APIGatewayV2Request.self),
            FixtureCase("apigateway-v2/response", APIGatewayV2Response.self),
            FixtureCase("apigateway-v2/response-binary", APIGatewayV2Response.self),
            FixtureCase(
                "apigateway-v2/response-minimal",
                APIGatewayV2Response.self,
                added: ["isBase64Encoded"]
            ),
            FixtureCase(
                "apigateway-v2/sam-local",
                APIGatewayV2Request.self,
                dropped: ["pathParameters", "queryStringParameters", "stageVariables"]
            ),
        ],
        corpus: [
            "apigw-v2": APIGatewayV2Request.self, "apigw-v2-response": APIGatewayV2Response.self,
        ],
        maps: ["headers", "pathParameters", "queryStringParameters", "stageVariables"],
        openValues: ["claims", "lambda"]
    )
}
