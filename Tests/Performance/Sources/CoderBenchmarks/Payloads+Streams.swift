extension Payloads {
    /// Ten records of a Kinesis data stream, each with 600 bytes of data.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html>
    var kinesis: String {
        var digits = Digits(seed: 5)
        let records = (0..<10).map { index in
            let number = "4967124666751900453178613490509\(digits.text(25, of: "0123456789"))"
            let millisecond = digits.number(below: 1000)
            return #"""
                {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"\#(digits.uuid())",\#
                "sequenceNumber":"\#(number)","data":"\#(digits.base64(800))",\#
                "approximateArrivalTimestamp":179517600\#(index).\#(millisecond)},\#
                "eventSource":"aws:kinesis","eventVersion":"1.0",\#
                "eventID":"shardId-000000000006:\#(number)","eventName":"aws:kinesis:record",\#
                "invokeIdentityArn":"arn:aws:iam::123456789012:role/clicks-reader",\#
                "awsRegion":"us-east-1",\#
                "eventSourceARN":"arn:aws:kinesis:us-east-1:123456789012:stream/clicks"}
                """#
        }
        return #"{"Records":["# + records.joined(separator: ",") + "]}"
    }

    /// Ten modifications of items that have attributes of every type, with both images.
    ///
    /// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
    var dynamoDB: String {
        var digits = Digits(seed: 6)
        let records = (0..<10).map { index in
            let id = digits.uuid()
            return #"""
                {"eventID":"\#(digits.text(32))","eventName":"MODIFY","eventVersion":"1.1",\#
                "eventSource":"aws:dynamodb","awsRegion":"us-east-1",\#
                "dynamodb":{"ApproximateCreationDateTime":179517600\#(index),\#
                "Keys":{"id":{"S":"\#(id)"},"line":{"N":"\#(index)"}},\#
                "NewImage":\#(item(&digits, id, index, "SHIPPED")),\#
                "OldImage":\#(item(&digits, id, index, "OPEN")),\#
                "SequenceNumber":"44215845000000000174504\#(digits.text(5, of: "0123456789"))",\#
                "SizeBytes":412,"StreamViewType":"NEW_AND_OLD_IMAGES"},\#
                "eventSourceARN":"arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-11-01T09:30:00.123"}
                """#
        }
        return #"{"Records":["# + records.joined(separator: ",") + "]}"
    }

    private func item(
        _ digits: inout Digits,
        _ id: String,
        _ line: Int,
        _ status: String
    ) -> String {
        #"""
        {"id":{"S":"\#(id)"},"line":{"N":"\#(line)"},"status":{"S":"\#(status)"},\#
        "total":{"N":"\#(digits.number(below: 500)).95"},"paid":{"BOOL":true},"coupon":{"NULL":true},\#
        "address":{"M":{"street":{"S":"Main Street \#(digits.number(below: 99))"},"city":{"S":"Springfield"}}},\#
        "skus":{"L":[{"S":"\#(digits.text(10))"},{"S":"\#(digits.text(10))"}]},\#
        "tags":{"SS":["fragile","gift"]},"checksum":{"B":"\#(digits.base64(28))"}}
        """#
    }
}
