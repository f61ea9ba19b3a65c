extension Payloads {
    /// A request with a browser's headers, of a target group without multi-value headers.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html>
    var alb: String {
        var digits = Digits(seed: 6)
        return #"""
            {"requestContext":{"elb":{"targetGroupArn":\#
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/orders/\#(digits.text(16))"}},\#
            "httpMethod":"POST","path":"/orders/1f6c2a/items","queryStringParameters":{"expand":"price%2Cstock","page":"2"},\#
            "headers":{"accept":"application/json, text/plain, */*","accept-encoding":"gzip, deflate, br",\#
            "accept-language":"en-GB,en;q=0.9,de;q=0.8","authorization":"Bearer \#(digits.base64(420))",\#
            "content-length":"87","content-type":"application/json","cookie":"session=\#(digits.text(32)); theme=dark",\#
            "host":"shop-\#(digits.text(10)).us-east-1.elb.amazonaws.com","origin":"https://shop.example.com",\#
            "referer":"https://shop.example.com/orders/1f6c2a","sec-fetch-mode":"cors",\#
            "user-agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",\#
            "x-amzn-trace-id":"Root=1-673dc000-\#(digits.text(24))","x-forwarded-for":"203.0.113.7",\#
            "x-forwarded-port":"443","x-forwarded-proto":"https"},\#
            "body":"{\"item\":\"\#(digits.uuid())\",\"quantity\":2,\"note\":\"caf\u00e9, 2nd floor\"}","isBase64Encoded":false}
            """#
    }
}
