import LambdaJSON

/// Says what an event looks like that is not what the handler expects.
///
/// It runs on the failure path only, and goes by key names and by the values that name a service.
enum PayloadKind {
    /// Recognises an event of a well-known source, `nil` for any other payload.
    static func recognise(_ payload: JSONValue) -> String? {
        guard case .object(let event) = payload else { return nil }
        return records(event) ?? request(event) ?? single(event)
    }

    private typealias Object = [String: JSONValue]

    /// Events that are a list of records.
    private static func records(_ event: Object) -> String? {
        if let record = event["Records"]?.firstObject {
            if record["cf"] != nil { return "a CloudFront (Lambda@Edge) event" }
            guard let source = record["eventSource"] ?? record["EventSource"] else { return nil }
            switch source.stringValue {
            case "aws:s3": return "an S3 event"
            case "aws:sqs": return "an SQS event"
            case "aws:sns": return "an SNS event"
            case "aws:kinesis": return "a Kinesis event"
            case "aws:dynamodb": return "a DynamoDB event"
            case "aws:ses": return "an SES event"
            case "aws:codecommit": return "a CodeCommit event"
            default: return nil
            }
        }
        switch event["eventSource"]?.stringValue {
        case "aws:kafka", "SelfManagedKafka": return "a Kafka event"
        case "aws:mq", "aws:amq": return "an Amazon MQ (ActiveMQ) event"
        case "aws:rmq": return "an Amazon MQ (RabbitMQ) event"
        case "aws:docdb": return "a DocumentDB event"
        default: break
        }
        if event.has("deliveryStreamArn", "records") { return "a Firehose transformation event" }
        return nil
    }

    /// Events that are a request of some HTTP front.
    private static func request(_ event: Object) -> String? {
        if event.has("methodArn", "authorizationToken") || event.has("methodArn", "httpMethod") {
            return "an API Gateway authorizer request"
        }
        if event.has("methodArn", "requestContext") {
            return "an API Gateway WebSocket authorizer request"
        }
        if event.has("routeArn", "identitySource") {
            return "an API Gateway HTTP API authorizer request"
        }
        guard let context = event["requestContext"]?.objectValue else { return nil }
        if context.has("elb") { return "an Application Load Balancer request" }
        if context.has("connectionId", "eventType") { return "an API Gateway WebSocket event" }
        if event["version"]?.stringValue == "2.0", context.has("http") {
            let domain = context["domainName"]?.stringValue ?? ""
            return domain.hasSuffix(".on.aws")
                ? "a function URL request" : "an API Gateway HTTP API request (payload 2.0)"
        }
        if event.has("httpMethod", "resource") {
            return event["version"]?.stringValue == "1.0"
                ? "an API Gateway HTTP API request (payload 1.0)"
                : "an API Gateway REST API request"
        }
        if event.has("requestPayload", "responsePayload") { return "a destination's record" }
        return nil
    }

    /// Events that are about one thing.
    private static func single(_ event: Object) -> String? {
        if event.has("detail-type", "source", "detail") {
            return event["source"]?.stringValue == "aws.events"
                ? "a scheduled EventBridge event" : "an EventBridge event"
        }
        if event["awslogs"]?.objectValue?["data"] != nil { return "a CloudWatch Logs event" }
        if event["Event"]?.stringValue == "s3:TestEvent" { return "an S3 test event" }
        for (keys, kind) in kinds where event.has(keys) { return kind }
        return nil
    }

    /// What the keys of an event tell, in the order in which it is asked.
    private static let kinds: [([String], String)] = [
        (["alarmArn", "alarmData"], "a CloudWatch alarm"),
        (["triggerSource", "userPoolId"], "a Cognito user pool event"),
        (["datasetName", "identityPoolId"], "a Cognito sync event"),
        (["RequestType", "StackId", "ResponseURL"], "a CloudFormation custom resource request"),
        (["CodePipeline.job"], "a CodePipeline job"),
        (["invokingEvent", "configRuleName"], "an AWS Config event"),
        (["sessionState", "bot"], "a Lex event"),
        (["currentIntent", "bot"], "a Lex V1 event"),
        (["Details", "Name"], "a Connect event"),
        (["Step", "SecretId", "ClientRequestToken"], "a Secrets Manager rotation event"),
        (["invocationSchemaVersion", "tasks"], "an S3 Batch Operations event"),
        (["getObjectContext", "xAmzRequestId"], "an S3 Object Lambda event"),
        (["arguments", "info", "request"], "an AppSync resolver event"),
        (["clickType", "deviceEvent"], "an IoT button event"),
        (["agent", "actionGroup"], "a Bedrock agent event"),
        (["raw_path", "method", "headers"], "a VPC Lattice request"),
    ]
}

extension JSONValue {
    /// The first element of an array of objects.
    fileprivate var firstObject: [String: JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements.first?.objectValue
    }
}

extension [String: JSONValue] {
    fileprivate func has(_ keys: String...) -> Bool {
        has(keys)
    }

    fileprivate func has(_ keys: [String]) -> Bool {
        keys.allSatisfy { self[$0] != nil }
    }
}
