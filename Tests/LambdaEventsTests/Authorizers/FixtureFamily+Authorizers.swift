import LambdaEvents

extension FixtureFamily {
    static let authorizers = FixtureFamily(
        fixtures: [
            FixtureCase(
                "apigateway-authorizers/request-http-1.0",
                APIGatewayRequestAuthorizerRequest.self,
                dropped: ["stageVariables"]
            ),
            FixtureCase(
                "apigateway-authorizers/request-http-2.0-without-identity",
                APIGatewayV2AuthorizerRequest.self,
                dropped: ["identitySource"]
            ),
            FixtureCase(
                "apigateway-authorizers/request-http-2.0",
                APIGatewayV2AuthorizerRequest.self
            ),
            FixtureCase(
                "apigateway-authorizers/request-rest-console-test",
                APIGatewayRequestAuthorizerRequest.self,
                dropped: [
                    "body", "headers", "multiValueHeaders", "multiValueQueryStringParameters",
                    "pathParameters", "queryStringParameters", "requestContext.identity.accessKey",
                    "requestContext.identity.accountId", "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway-authorizers/request-rest-documented",
                APIGatewayRequestAuthorizerRequest.self,
                dropped: ["pathParameters", "queryStringParameters"]
            ),
            FixtureCase(
                "apigateway-authorizers/request-rest",
                APIGatewayRequestAuthorizerRequest.self,
                dropped: [
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn",
                ]
            ),
            FixtureCase(
                "apigateway-authorizers/request-websocket",
                APIGatewayRequestAuthorizerRequest.self,
                dropped: ["stageVariables"]
            ),
            FixtureCase("apigateway-authorizers/response-allow", APIGatewayAuthorizerResponse.self),
            FixtureCase("apigateway-authorizers/response-deny", APIGatewayAuthorizerResponse.self),
            FixtureCase(
                "apigateway-authorizers/response-every-element",
                APIGatewayAuthorizerResponse.self
            ),
            FixtureCase(
                "apigateway-authorizers/response-simple-deny",
                APIGatewayV2SimpleAuthorizerResponse.self
            ),
            FixtureCase(
                "apigateway-authorizers/response-simple",
                APIGatewayV2SimpleAuthorizerResponse.self
            ),
            FixtureCase("apigateway-authorizers/token", APIGatewayTokenAuthorizerRequest.self),
        ],
        corpus: [
            "apigw-authorizer_token": APIGatewayTokenAuthorizerRequest.self,
            "apigw-authorizer_request": APIGatewayRequestAuthorizerRequest.self,
            "apigw-authorizer_websocket": APIGatewayRequestAuthorizerRequest.self,
            "apigw-authorizer_http-v1": APIGatewayRequestAuthorizerRequest.self,
            "apigw-authorizer_http-v2": APIGatewayV2AuthorizerRequest.self,
            "apigw-authorizer-response_iam": APIGatewayAuthorizerResponse.self,
            "apigw-authorizer-response_simple": APIGatewayV2SimpleAuthorizerResponse.self,
        ],
        maps: [
            "NotPrincipal", "headers", "multiValueHeaders", "multiValueQueryStringParameters",
            "pathParameters", "queryStringParameters", "stageVariables",
        ],
        openValues: ["Condition", "context"]
    )
}
