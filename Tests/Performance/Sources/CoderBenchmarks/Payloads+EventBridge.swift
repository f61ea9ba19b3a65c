extension Payloads {
    /// An object that was written, as S3 says through EventBridge.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html>
    static func eventBridgeS3() -> String {
        var digits = Digits(seed: 21)
        return #"""
            {"version":"0","id":"\#(digits.uuid())","detail-type":"Object Created","source":"aws.s3",\#
            "account":"123456789012","time":"2026-11-20T12:00:00Z","region":"us-east-1",\#
            "resources":["arn:aws:s3:::pictures-of-the-shop"],\#
            "detail":{"version":"0","event-version":"1.1","bucket":{"name":"pictures-of-the-shop"},\#
            "object":{"key":"uploads/2026/11/20/café front.jpg","size":1305107,"etag":"\#(digits.text(32))",\#
            "version-id":"\#(digits.base64(32))","sequencer":"\#(digits.text(16, of: "0123456789abcdef"))"},\#
            "request-id":"\#(digits.text(16, of: "0123456789ABCDEF"))","requester":"123456789012",\#
            "source-ip-address":"203.0.113.7","reason":"PutObject"}}
            """#
    }

    /// An event of an application, whose detail the function has no type for.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html>
    static func eventBridgeCustom() -> String {
        var digits = Digits(seed: 22)
        let items = (0..<4).map { _ in
            #"{"sku":"\#(digits.text(10))","quantity":\#(1 + digits.number(below: 9)),"price":\#(digits.number(below: 500)).95}"#
        }
        return #"""
            {"version":"0","id":"\#(digits.uuid())","detail-type":"OrderPlaced","source":"com.example.orders",\#
            "account":"123456789012","time":"2026-11-20T12:00:00Z","region":"us-east-1",\#
            "resources":["arn:aws:dynamodb:us-east-1:123456789012:table/orders"],\#
            "detail":{"order":"\#(digits.uuid())","customer":{"name":"Zoë Ångström","id":"\#(digits.text(12))","vip":false},\#
            "items":[\#(items.joined(separator: ","))],"total":1207.35,"note":null,\#
            "address":{"street":"Main Street 1","city":"Springfield","zip":"12345"}}}
            """#
    }
}
