extension Payloads {
    /// A browser's request to a REST API with a Cognito authorizer: headers twice, nulls, 2.8 KB.
    var apiGatewayREST: String { Self.apiGatewayRESTRequest() }

    /// The question to an authorizer whether a request to a REST API may pass.
    var apiGatewayAuthorizer: String { Self.apiGatewayAuthorizerRequest() }

    private static func browserHeaders(_ digits: inout Digits) -> [(String, String)] {
        [
            ("Accept", "application/json, text/plain, */*"),
            ("Accept-Encoding", "gzip, deflate, br"),
            ("Authorization", "Bearer " + digits.base64(160)),
            ("Content-Type", "application/json"),
            ("Host", "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"),
            ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0"),
            ("X-Amzn-Trace-Id", "Root=1-673dc000-" + digits.text(24)),
            ("X-Forwarded-For", "203.0.113.7"),
            ("X-Forwarded-Port", "443"),
            ("X-Forwarded-Proto", "https"),
        ]
    }

    /// The members `headers` and `multiValueHeaders`.
    private static func members(_ headers: [(String, String)]) -> String {
        let single = headers.map { #""\#($0.0)":"\#($0.1)""# }.joined(separator: ",")
        let multiple = headers.map { #""\#($0.0)":["\#($0.1)"]"# }.joined(separator: ",")
        return #""headers":{\#(single)},"multiValueHeaders":{\#(multiple)}"#
    }

    private static func identity() -> String {
        #"""
        {"cognitoIdentityPoolId":null,"accountId":null,"cognitoIdentityId":null,"caller":null,\#
        "sourceIp":"203.0.113.7","principalOrgId":null,"accessKey":null,"cognitoAuthenticationType":null,\#
        "cognitoAuthenticationProvider":null,"userArn":null,\#
        "userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0","user":null}
        """#
    }

    private static func context(_ digits: inout Digits, authorizer: String = "") -> String {
        #"""
        {"resourceId":"x7y8z9",\#(authorizer)"resourcePath":"/orders/{orderId}/items","httpMethod":"POST",\#
        "extendedRequestId":"\#(digits.base64(15))=","requestTime":"20/Nov/2026:12:00:00 +0000",\#
        "path":"/prod/orders/1f6c2a/items","accountId":"123456789012","protocol":"HTTP/1.1","stage":"prod",\#
        "domainPrefix":"a1b2c3d4e5","requestTimeEpoch":1795176000123,"requestId":"\#(digits.uuid())",\#
        "identity":\#(identity()),"domainName":"a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",\#
        "deploymentId":"d4e5f6","apiId":"a1b2c3d4e5"}
        """#
    }

    /// A request, with its claims.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html>
    private static func apiGatewayRESTRequest() -> String {
        var digits = Digits(seed: 5)
        let headers = members(browserHeaders(&digits))
        let authorizer = #"""
            "authorizer":{"claims":{"sub":"\#(digits.uuid())","cognito:groups":"staff,admin",\#
            "iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example12","aud":"\#(digits.text(26))",\#
            "token_use":"id","auth_time":"1795175000","exp":"Fri Nov 20 13:00:00 UTC 2026"}},
            """#
        return #"""
            {"resource":"/orders/{orderId}/items","path":"/orders/1f6c2a/items","httpMethod":"POST",\#
            \#(headers),"queryStringParameters":{"expand":"stock","page":"2"},\#
            "multiValueQueryStringParameters":{"expand":["price","stock"],"page":["2"]},\#
            "pathParameters":{"orderId":"1f6c2a"},"stageVariables":null,\#
            "requestContext":\#(context(&digits, authorizer: authorizer)),\#
            "body":"{\"item\":\"\#(digits.uuid())\",\"quantity\":2,\"note\":\"caf\u00e9, 2nd floor\"}",\#
            "isBase64Encoded":false}
            """#
    }

    /// A question, without claims.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html>
    private static func apiGatewayAuthorizerRequest() -> String {
        var digits = Digits(seed: 6)
        let headers = members(browserHeaders(&digits))
        return #"""
            {"type":"REQUEST",\#
            "methodArn":"arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/POST/orders/1f6c2a/items",\#
            "resource":"/orders/{orderId}/items","path":"/orders/1f6c2a/items","httpMethod":"POST",\#
            \#(headers),"queryStringParameters":{"page":"2"},\#
            "multiValueQueryStringParameters":{"page":["2"]},"pathParameters":{"orderId":"1f6c2a"},\#
            "stageVariables":{},"requestContext":\#(context(&digits))}
            """#
    }
}
