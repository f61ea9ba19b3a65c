/// What an event looks like that is not what the handler expects.
///
/// It is made on the failure path only, and goes by key names and by the values that name a
/// service. It decodes these alone: an event as a tree of values would take many times its size.
package struct PayloadKind: Decodable {
    /// The event of a well-known source that it is, `nil` for any other payload.
    package let name: String?

    package init(from decoder: any Decoder) {
        guard let event = try? Object(decoder.container(keyedBy: ObjectKey.self)) else {
            name = nil
            return
        }
        name = Self.records(event) ?? Self.request(event) ?? Self.single(event)
    }

    /// Events that are a list of records.
    private static func records(_ event: Object) -> String? {
        if let record = event.firstObject("Records") {
            if record.has("cf") { return "a CloudFront (Lambda@Edge) event" }
            switch record.string("eventSource") ?? record.string("EventSource") {
            case "aws:s3": return "an S3 event"
            case "aws:sqs": return "an SQS event"
            case "aws:sns": return "an SNS event"
            case "aws:kinesis": return "a Kinesis event"
            case "aws:dynamodb": return "a DynamoDB event"
            case "aws:ses": return "an SES event"
            case "aws:codecommit": return "a CodeCommit event"
            default: break
            }
            // Test events written by hand often lack the source.
            if record.has("s3", "eventName") { return "an S3 event" }
            if record.has("messageId", "receiptHandle") { return "an SQS event" }
            if record.has("Sns") { return "an SNS event" }
            if record.has("kinesis") { return "a Kinesis event" }
            if record.has("dynamodb") { return "a DynamoDB event" }
            return nil
        }
        switch event.string("eventSource") {
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
        guard let context = event.object("requestContext") else { return nil }
        if context.has("elb") { return "an Application Load Balancer request" }
        if context.has("connectionId", "eventType") { return "an API Gateway WebSocket event" }
        if event.string("version") == "2.0", context.has("http") {
            let domain = context.string("domainName") ?? ""
            return domain.hasSuffix(".on.aws")
                ? "a function URL request" : "an API Gateway HTTP API request (payload 2.0)"
        }
        if event.has("httpMethod", "resource") {
            return event.string("version") == "1.0"
                ? "an API Gateway HTTP API request (payload 1.0)"
                : "an API Gateway REST API request"
        }
        if event.has("requestPayload", "responsePayload") { return "a destination's record" }
        return nil
    }

    /// Events that are about one thing.
    private static func single(_ event: Object) -> String? {
        if event.has("detail-type", "source", "detail") {
            return event.string("source") == "aws.events"
                ? "a scheduled EventBridge event" : "an EventBridge event"
        }
        if event.object("awslogs")?.has("data") == true { return "a CloudWatch Logs event" }
        if event.string("Event") == "s3:TestEvent" { return "an S3 test event" }
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

/// An object of a payload, of which nothing is decoded that nobody asks for.
private struct Object {
    private let members: KeyedDecodingContainer<ObjectKey>

    init(_ members: KeyedDecodingContainer<ObjectKey>) {
        self.members = members
    }

    func has(_ keys: String...) -> Bool {
        has(keys)
    }

    func has(_ keys: [String]) -> Bool {
        keys.allSatisfy { members.contains(ObjectKey($0)) }
    }

    func string(_ key: String) -> String? {
        has(key) ? try? members.decode(String.self, forKey: ObjectKey(key)) : nil
    }

    func object(_ key: String) -> Object? {
        guard has(key) else { return nil }
        return try? Object(members.nestedContainer(keyedBy: ObjectKey.self, forKey: ObjectKey(key)))
    }

    /// The first element of an array of objects.
    func firstObject(_ key: String) -> Object? {
        guard has(key), var elements = try? members.nestedUnkeyedContainer(forKey: ObjectKey(key))
        else { return nil }
        return try? Object(elements.nestedContainer(keyedBy: ObjectKey.self))
    }
}

/// Any name of a member.
private struct ObjectKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
