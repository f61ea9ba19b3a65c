extension Payloads {
    /// A request of an HTTP API in payload format 2.0.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>
    static func apiGatewayV2Request() -> String {
        var digits = Digits(seed: 2)
        return #"""
            {"version":"2.0","routeKey":"POST /orders/{orderId}/items","rawPath":"/orders/1f6c2a/items",\#
            "rawQueryString":"expand=price&expand=stock&page=2",\#
            "cookies":["session=\#(digits.text(32))","theme=dark"],\#
            "headers":{"accept":"application/json, text/plain, */*","accept-encoding":"gzip, deflate, br",\#
            "accept-language":"en-GB,en;q=0.9,de;q=0.8","authorization":"Bearer \#(digits.base64(420))",\#
            "content-length":"87","content-type":"application/json",\#
            "host":"a1b2c3d4e5.execute-api.us-east-1.amazonaws.com","origin":"https://shop.example.com",\#
            "referer":"https://shop.example.com/orders/1f6c2a","sec-fetch-mode":"cors",\#
            "user-agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",\#
            "x-amzn-trace-id":"Root=1-673dc000-\#(digits.text(24))","x-forwarded-for":"203.0.113.7",\#
            "x-forwarded-port":"443","x-forwarded-proto":"https"},\#
            "queryStringParameters":{"expand":"price,stock","page":"2"},\#
            "requestContext":{"accountId":"123456789012","apiId":"a1b2c3d4e5",\#
            "authorizer":{"jwt":{"claims":{"aud":"shop","exp":"1763640000","iat":"1763636400",\#
            "iss":"https://login.example.com/","sub":"\#(digits.uuid())"},"scopes":["orders:read","orders:write"]}},\#
            "domainName":"a1b2c3d4e5.execute-api.us-east-1.amazonaws.com","domainPrefix":"a1b2c3d4e5",\#
            "http":{"method":"POST","path":"/orders/1f6c2a/items","protocol":"HTTP/1.1","sourceIp":"203.0.113.7",\#
            "userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"},\#
            "requestId":"\#(digits.base64(15))=","routeKey":"POST /orders/{orderId}/items","stage":"$default",\#
            "time":"20/Nov/2026:12:00:00 +0000","timeEpoch":1795176000123},\#
            "pathParameters":{"orderId":"1f6c2a"},"stageVariables":{"environment":"production"},\#
            "body":"{\"item\":\"\#(digits.uuid())\",\"quantity\":2,\"note\":\"caf\u00e9, 2nd floor\"}",\#
            "isBase64Encoded":false}
            """#
    }

    /// A notification of one object that was put.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html>
    static func s3Notification() -> String {
        var digits = Digits(seed: 3)
        return #"""
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",\#
            "eventTime":"2026-11-20T12:00:00.123Z","eventName":"ObjectCreated:Put",\#
            "userIdentity":{"principalId":"AWS:AROA\#(digits.text(17, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")):upload"},\#
            "requestParameters":{"sourceIPAddress":"203.0.113.7"},\#
            "responseElements":{"x-amz-request-id":"\#(digits.text(16, of: "0123456789ABCDEF"))",\#
            "x-amz-id-2":"\#(digits.base64(75))="},\#
            "s3":{"s3SchemaVersion":"1.0","configurationId":"\#(digits.uuid())",\#
            "bucket":{"name":"pictures-of-the-shop","ownerIdentity":{"principalId":"A3NL1KOZZKExample"},\#
            "arn":"arn:aws:s3:::pictures-of-the-shop"},\#
            "object":{"key":"uploads/2026/11/20/caf%C3%A9+front.jpg","size":1305107,"eTag":"\#(digits.text(32))",\#
            "versionId":"\#(digits.base64(32))","sequencer":"\#(digits.text(18, of: "0123456789ABCDEF"))"}}}]}
            """#
    }

    /// Messages with JSON bodies until `size` bytes are reached, and at least `count`.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html>
    static func sqsEvent(reaching size: Int, atLeast count: Int) -> String {
        var digits = Digits(seed: 4)
        var text = #"{"Records":["#
        var written = 0
        while written < count || text.utf8.count < size {
            if written > 0 {
                text += ","
            }
            text += sqsMessage(&digits)
            written += 1
        }
        return text + "]}"
    }

    private static func sqsMessage(_ digits: inout Digits) -> String {
        let sent = 1_795_176_000_000 + digits.number(below: 86_400_000)
        return #"""
            {"messageId":"\#(digits.uuid())","receiptHandle":"AQEB\#(digits.base64(356))==",\#
            "body":"\#(order(&digits))",\#
            "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"\#(sent)","SenderId":"AIDAIENQZJOLO23YVJ4VO",\#
            "ApproximateFirstReceiveTimestamp":"\#(sent + 17)"},\#
            "messageAttributes":{"tenant":{"stringValue":"\#(digits.text(12))","stringListValues":[],\#
            "binaryListValues":[],"dataType":"String"},\#
            "attempt":{"stringValue":"1","stringListValues":[],"binaryListValues":[],"dataType":"Number"}},\#
            "md5OfBody":"\#(digits.text(32))","md5OfMessageAttributes":"\#(digits.text(32))",\#
            "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-1:123456789012:orders","awsRegion":"us-east-1"}
            """#
    }

    /// A JSON document as it stands within a JSON string.
    private static func order(_ digits: inout Digits) -> String {
        let items = (0..<3).map { _ in
            #"{\"sku\":\"\#(digits.text(10))\",\"quantity\":\#(1 + digits.number(below: 9)),\"price\":\#(digits.number(below: 500)).95}"#
        }
        return #"""
            {\"order\":\"\#(digits.uuid())\",\"customer\":\"Zoë Ångström\",\#
            \"items\":[\#(items.joined(separator: ","))],\"note\":\"Leave it at the door.\\nThe bell is broken.\"}
            """#
    }
}
