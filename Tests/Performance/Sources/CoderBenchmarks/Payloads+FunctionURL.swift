extension Payloads {
    /// A signed request with a client's headers.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html>
    var functionURL: String {
        var digits = Digits(seed: 7)
        let id = digits.text(32, of: "abcdefghijklmnopqrstuvwxyz0123456789")
        let domain = "\(id).lambda-url.us-east-1.on.aws"
        return #"""
            {"version":"2.0","routeKey":"$default","rawPath":"/orders/1f6c2a/items",\#
            "rawQueryString":"expand=price&expand=stock&page=2","cookies":["session=\#(digits.text(32))","theme=dark"],\#
            "headers":{"accept":"application/json, text/plain, */*","accept-encoding":"gzip, deflate, br",\#
            "authorization":"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261120/us-east-1/lambda/aws4_request, \#
            SignedHeaders=host;x-amz-date, Signature=\#(digits.text(64))",\#
            "content-length":"87","content-type":"application/json","host":"\#(domain)","user-agent":"aws-sdk-swift/1.5",\#
            "x-amz-date":"20261120T120000Z","x-amzn-tls-cipher-suite":"TLS_AES_128_GCM_SHA256","x-amzn-tls-version":"TLSv1.3",\#
            "x-amzn-trace-id":"Root=1-673dc000-\#(digits.text(24))","x-forwarded-for":"203.0.113.7",\#
            "x-forwarded-port":"443","x-forwarded-proto":"https"},\#
            "queryStringParameters":{"expand":"price,stock","page":"2"},\#
            "requestContext":{"accountId":"123456789012","apiId":"\#(id)",\#
            "authorizer":{"iam":{"accessKey":"AKIAIOSFODNN7EXAMPLE","accountId":"123456789012",\#
            "callerId":"AIDAIENQZJOLO23YVJ4VO","cognitoIdentity":null,"principalOrgId":"o-\#(digits.text(10))",\#
            "userArn":"arn:aws:iam::123456789012:user/ada","userId":"AIDAIENQZJOLO23YVJ4VO"}},\#
            "domainName":"\#(domain)","domainPrefix":"\#(id)",\#
            "http":{"method":"POST","path":"/orders/1f6c2a/items","protocol":"HTTP/1.1","sourceIp":"203.0.113.7",\#
            "userAgent":"aws-sdk-swift/1.5"},"requestId":"\#(digits.uuid())","routeKey":"$default","stage":"$default",\#
            "time":"20/Nov/2026:12:00:00 +0000","timeEpoch":1795176000123},\#
            "body":"{\"item\":\"\#(digits.uuid())\",\"quantity\":2,\"note\":\"caf\u00e9, 2nd floor\"}","isBase64Encoded":false}
            """#
    }
}
