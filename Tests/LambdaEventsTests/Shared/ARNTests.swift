import LambdaEvents
import LambdaJSON
import Testing

struct ARNTests {
    @Test
    func takesAnARNApart() {
        let queue = ARN("arn:aws:sqs:us-east-1:123456789012:orders.fifo")
        #expect(queue.isWellFormed)
        #expect(queue.partition == "aws")
        #expect(queue.service == "sqs")
        #expect(queue.region == .usEast1)
        #expect(queue.accountID == "123456789012")
        #expect(queue.resource == "orders.fifo")
        #expect(queue.resourceType == nil)
        #expect(queue.resourceID == "orders.fifo")
    }

    @Test(arguments: [
        ("arn:aws:dynamodb:eu-west-1:123456789012:table/orders", "table", "orders"),
        ("arn:aws:lambda:eu-west-1:123456789012:function:report:2", "function", "report:2"),
        ("arn:aws:iam::123456789012:role/service/worker", "role", "service/worker"),
        ("arn:aws:logs:us-east-1:123456789012:log-group:/aws/x", "log-group", "/aws/x"),
    ])
    func separatesTheKindOfResource(text: String, type: String, id: String) {
        #expect(ARN(text).resourceType == type)
        #expect(ARN(text).resourceID == id)
    }

    @Test
    func emptyPartsAreNil() {
        let bucket = ARN("arn:aws:s3:::amzn-s3-demo-bucket")
        #expect(bucket.isWellFormed)
        #expect(bucket.region == nil)
        #expect(bucket.accountID == nil)
        #expect(bucket.resource == "amzn-s3-demo-bucket")
    }

    @Test(arguments: [
        "", "arn", "arn:aws:sqs", "urn:aws:sqs:us-east-1:123456789012:orders", ":::::",
    ])
    func anyOtherTextIsKept(text: String) throws {
        let arn = try LambdaJSONDecoder().decode([ARN].self, from: "[\"\(text)\"]")[0]
        #expect(arn.description == text)
        #expect(!arn.isWellFormed)
        #expect(arn.partition == nil)
        #expect(arn.service == nil)
        #expect(arn.resource == nil)
        #expect(arn.resourceType == nil)
        #expect(arn.resourceID == nil)
        #expect(try LambdaJSONEncoder().encodeToString([arn]) == "[\"\(text)\"]")
    }

    @Test
    func aNewRegionIsARegion() throws {
        let arn: ARN = "arn:aws:sqs:moon-north-1:123456789012:orders"
        #expect(arn.region == AWSRegion(rawValue: "moon-north-1"))
    }
}
