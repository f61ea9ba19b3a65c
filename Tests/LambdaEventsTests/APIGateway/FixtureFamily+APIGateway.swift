import LambdaEvents

extension FixtureFamily {
    static let apiGateway = FixtureFamily(
        fixtures: [
            FixtureCase(
                "apigateway/handwritten",
                APIGatewayRequest.self,
                added: ["isBase64Encoded", "requestContext.identity"]
            ),
            FixtureCase(
                "apigateway/http-api-jwt",
                APIGatewayRequest.self,
                dropped: [
                    "body", "requestContext.identity.accessKey",
                    "requestContext.identity.accountId", "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "requestContext.resourceId",
                    "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/http-api",
                APIGatewayRequest.self,
                dropped: [
                    "body", "requestContext.identity.accessKey",
                    "requestContext.identity.accountId", "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "requestContext.resourceId",
                    "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/localstack",
                APIGatewayRequest.self,
                dropped: [
                    "body", "multiValueQueryStringParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase("apigateway/response-binary", APIGatewayResponse.self),
            FixtureCase(
                "apigateway/response-minimal",
                APIGatewayResponse.self,
                added: ["isBase64Encoded"]
            ),
            FixtureCase("apigateway/response", APIGatewayResponse.self),
            FixtureCase(
                "apigateway/rest-cognito-authorizer",
                APIGatewayRequest.self,
                dropped: [
                    "body", "multiValueQueryStringParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-console-test",
                APIGatewayRequest.self,
                dropped: [
                    "body", "headers", "multiValueHeaders", "multiValueQueryStringParameters",
                    "queryStringParameters",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-first-year",
                APIGatewayRequest.self,
                dropped: [
                    "body", "queryStringParameters", "requestContext.identity.accountId",
                    "requestContext.identity.apiKey", "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ],
                added: ["isBase64Encoded"]
            ),
            FixtureCase(
                "apigateway/rest-form",
                APIGatewayRequest.self,
                dropped: [
                    "multiValueQueryStringParameters", "pathParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-get",
                APIGatewayRequest.self,
                dropped: [
                    "body", "requestContext.identity.accessKey",
                    "requestContext.identity.accountId", "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn",
                ]
            ),
            FixtureCase(
                "apigateway/rest-iam",
                APIGatewayRequest.self,
                dropped: [
                    "body", "multiValueQueryStringParameters", "queryStringParameters",
                    "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-lambda-authorizer",
                APIGatewayRequest.self,
                dropped: [
                    "body", "multiValueQueryStringParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-mutual-tls",
                APIGatewayRequest.self,
                dropped: [
                    "body", "multiValueQueryStringParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-post-binary",
                APIGatewayRequest.self,
                dropped: [
                    "multiValueQueryStringParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-post-json",
                APIGatewayRequest.self,
                dropped: [
                    "multiValueQueryStringParameters", "pathParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/rest-private",
                APIGatewayRequest.self,
                dropped: [
                    "body", "multiValueQueryStringParameters", "queryStringParameters",
                    "requestContext.identity.accessKey", "requestContext.identity.accountId",
                    "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityId",
                    "requestContext.identity.cognitoIdentityPoolId",
                    "requestContext.identity.principalOrgId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase(
                "apigateway/sam-local",
                APIGatewayRequest.self,
                dropped: [
                    "body", "multiValueQueryStringParameters", "queryStringParameters",
                    "requestContext.extendedRequestId", "requestContext.identity.accountId",
                    "requestContext.identity.apiKey", "requestContext.identity.caller",
                    "requestContext.identity.cognitoAuthenticationProvider",
                    "requestContext.identity.cognitoAuthenticationType",
                    "requestContext.identity.cognitoIdentityPoolId", "requestContext.identity.user",
                    "requestContext.identity.userArn", "stageVariables",
                ]
            ),
            FixtureCase("apigateway-websocket/connect-authorizer", APIGatewayWebSocketRequest.self),
            FixtureCase("apigateway-websocket/connect", APIGatewayWebSocketRequest.self),
            FixtureCase(
                "apigateway-websocket/disconnect-without-reason",
                APIGatewayWebSocketRequest.self,
                dropped: ["requestContext.messageId"]
            ),
            FixtureCase("apigateway-websocket/disconnect", APIGatewayWebSocketRequest.self),
            FixtureCase(
                "apigateway-websocket/handwritten",
                APIGatewayWebSocketRequest.self,
                added: ["isBase64Encoded", "requestContext.identity"]
            ),
            FixtureCase("apigateway-websocket/message-binary", APIGatewayWebSocketRequest.self),
            FixtureCase("apigateway-websocket/message", APIGatewayWebSocketRequest.self),
            FixtureCase(
                "apigateway-websocket/response-connect",
                APIGatewayWebSocketResponse.self,
                added: ["isBase64Encoded"]
            ),
            FixtureCase("apigateway-websocket/response", APIGatewayWebSocketResponse.self),
        ],
        corpus: [
            "apigw-v1_*": APIGatewayRequest.self,
            "apigw-websocket": APIGatewayWebSocketRequest.self,
            "apigw-response": APIGatewayResponse.self,
        ],
        maps: [
            "headers", "multiValueHeaders", "multiValueQueryStringParameters", "pathParameters",
            "queryStringParameters", "stageVariables",
        ],
        openValues: ["authorizer"]
    )
}
