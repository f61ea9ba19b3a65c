import LambdaJSON
import Testing

@testable import LambdaRuntime

struct PayloadKindTests {
    @Test(arguments: [
        (#"{"Records":[{"eventSource":"aws:s3"}]}"#, "an S3 event"),
        (#"{"Records":[{"eventSource":"aws:sqs"}]}"#, "an SQS event"),
        (#"{"Records":[{"EventSource":"aws:sns"}]}"#, "an SNS event"),
        (#"{"Records":[{"eventSource":"aws:kinesis"}]}"#, "a Kinesis event"),
        (#"{"Records":[{"eventSource":"aws:dynamodb"}]}"#, "a DynamoDB event"),
        (#"{"Records":[{"eventSource":"aws:ses"}]}"#, "an SES event"),
        (#"{"Records":[{"eventName":"ObjectCreated:Put","s3":{}}]}"#, "an S3 event"),
        (#"{"Records":[{"messageId":"a","receiptHandle":"b"}]}"#, "an SQS event"),
        (#"{"Records":[{"Sns":{}}]}"#, "an SNS event"),
        (#"{"Records":[{"kinesis":{}}]}"#, "a Kinesis event"),
        (#"{"Records":[{"dynamodb":{}}]}"#, "a DynamoDB event"),
        (#"{"Records":[{"cf":{}}]}"#, "a CloudFront (Lambda@Edge) event"),
        (#"{"eventSource":"aws:kafka","records":{}}"#, "a Kafka event"),
        (#"{"deliveryStreamArn":"a","records":[]}"#, "a Firehose transformation event"),
        (
            #"{"detail-type":"x","source":"aws.ec2","detail":{}}"#,
            "an EventBridge event"
        ),
        (
            #"{"detail-type":"Scheduled Event","source":"aws.events","detail":{}}"#,
            "a scheduled EventBridge event"
        ),
        (
            #"{"version":"2.0","requestContext":{"http":{},"domainName":"a.execute-api.x"}}"#,
            "an API Gateway HTTP API request (payload 2.0)"
        ),
        (
            #"{"version":"2.0","requestContext":{"http":{},"domainName":"a.lambda-url.eu-central-1.on.aws"}}"#,
            "a function URL request"
        ),
        (
            #"{"version":"1.0","resource":"/","httpMethod":"GET","requestContext":{}}"#,
            "an API Gateway HTTP API request (payload 1.0)"
        ),
        (
            #"{"resource":"/","httpMethod":"GET","requestContext":{}}"#,
            "an API Gateway REST API request"
        ),
        (
            #"{"requestContext":{"connectionId":"a","eventType":"MESSAGE"}}"#,
            "an API Gateway WebSocket event"
        ),
        (
            #"{"type":"TOKEN","methodArn":"a","authorizationToken":"b"}"#,
            "an API Gateway authorizer request"
        ),
        (
            #"{"version":"2.0","type":"REQUEST","routeArn":"a","identitySource":[]}"#,
            "an API Gateway HTTP API authorizer request"
        ),
        (#"{"requestContext":{"elb":{}}}"#, "an Application Load Balancer request"),
        (#"{"awslogs":{"data":"H4s"}}"#, "a CloudWatch Logs event"),
        (#"{"Service":"Amazon S3","Event":"s3:TestEvent"}"#, "an S3 test event"),
        (#"{"triggerSource":"a","userPoolId":"b"}"#, "a Cognito user pool event"),
        (#"{"alarmArn":"a","alarmData":{}}"#, "a CloudWatch alarm"),
        (
            #"{"requestContext":{},"requestPayload":{},"responsePayload":{}}"#,
            "a destination's record"
        ),
    ])
    func recognises(_ payload: String, _ kind: String) throws {
        #expect(try LambdaJSONDecoder().decode(PayloadKind.self, from: payload).name == kind)
    }

    @Test(arguments: [
        "{}", "[]", "null", "1", "\"aws:sqs\"", #"{"Records":[]}"#, #"{"Records":{}}"#,
        #"{"Records":[{"eventSource":"mine"}]}"#, #"{"Records":["aws:sqs"]}"#,
        #"{"requestContext":"x"}"#, #"{"article":"tea"}"#, #"{"awslogs":{}}"#,
    ])
    func doesNotGuess(_ payload: String) throws {
        #expect(try LambdaJSONDecoder().decode(PayloadKind.self, from: payload).name == nil)
    }
}
