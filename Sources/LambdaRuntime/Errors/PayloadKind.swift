/// What an event looks like that is not what the handler expects.
///
/// It is made on the failure path only, and goes by key names and by the values that name a
/// service. It decodes these alone: an event as a tree of values would take many times its size.
package struct PayloadKind: Decodable {
    /// The event of a well-known source that it is, `nil` for any other payload.
    package let name: String?

    @inline(never)
    @_optimize(size)
    package init(from decoder: any Decoder) {
        guard let event = try? Object(decoder.container(keyedBy: ObjectKey.self)) else {
            name = nil
            return
        }
        name = Self.kind(of: event)
    }

    private static func kind(of event: Object) -> String? {
        for index in stride(from: 0, to: rules.count, by: 2) where event.fits(rules[index]) {
            return rules[index + 1]
        }
        return nil
    }

    /// What is asked of an event, and what it is then, in the order in which it is asked.
    ///
    /// Conditions are joined by `+`. A key has to be there, or with `!` before it, not to be; `/`
    /// leads into the object of a key, or into the first of an array of them; `=` is followed by
    /// the string that the value must be, `~` by its end.
    private static let rules: [String] = [
        "Records/cf", "a CloudFront (Lambda@Edge) event",
        "Records/eventSource=aws:s3", "an S3 event",
        "Records/eventSource=aws:sqs", "an SQS event",
        "Records/EventSource=aws:sns", "an SNS event",
        "Records/eventSource=aws:sns", "an SNS event",
        "Records/eventSource=aws:kinesis", "a Kinesis event",
        "Records/eventSource=aws:dynamodb", "a DynamoDB event",
        "Records/eventSource=aws:ses", "an SES event",
        "Records/eventSource=aws:codecommit", "a CodeCommit event",
        // Test events written by hand often lack the source.
        "Records/s3+Records/eventName", "an S3 event",
        "Records/messageId+Records/receiptHandle", "an SQS event",
        "Records/Sns", "an SNS event",
        "Records/kinesis", "a Kinesis event",
        "Records/dynamodb", "a DynamoDB event",
        "eventSource=aws:kafka", "a Kafka event",
        "eventSource=SelfManagedKafka", "a Kafka event",
        "eventSource=aws:mq", "an Amazon MQ (ActiveMQ) event",
        "eventSource=aws:amq", "an Amazon MQ (ActiveMQ) event",
        "eventSource=aws:rmq", "an Amazon MQ (RabbitMQ) event",
        "eventSource=aws:docdb", "a DocumentDB event",
        "deliveryStreamArn+records", "a Firehose transformation event",
        // Requests of some HTTP front.
        "methodArn+authorizationToken", "an API Gateway authorizer request",
        "methodArn+httpMethod", "an API Gateway authorizer request",
        "methodArn+requestContext", "an API Gateway WebSocket authorizer request",
        "routeArn", "an API Gateway HTTP API authorizer request",
        // All that many a test event has.
        "!requestContext+httpMethod+path", "an API Gateway REST API request",
        "requestContext/elb", "an Application Load Balancer request",
        "requestContext/connectionId", "an API Gateway WebSocket event",
        "version=2.0+requestContext/http+requestContext/domainName~.on.aws",
        "a function URL request",
        "version=2.0+requestContext/http", "an API Gateway HTTP API request (payload 2.0)",
        "requestContext+httpMethod+resource+version=1.0",
        "an API Gateway HTTP API request (payload 1.0)",
        "requestContext+httpMethod+resource", "an API Gateway REST API request",
        "requestContext+requestPayload+responsePayload", "a destination's record",
        // Events that are about one thing.
        "detail-type=Scheduled Event+source+detail", "a scheduled EventBridge event",
        "detail-type+source+detail", "an EventBridge event",
        "awslogs/data", "a CloudWatch Logs event",
        "Event=s3:TestEvent", "an S3 test event",
        "alarmArn+alarmData", "a CloudWatch alarm",
        "triggerSource+userPoolId", "a Cognito user pool event",
        "datasetName+identityPoolId", "a Cognito sync event",
        "RequestType+StackId+ResponseURL", "a CloudFormation custom resource request",
        "CodePipeline.job", "a CodePipeline job",
        "invokingEvent+configRuleName", "an AWS Config event",
        "sessionState+bot", "a Lex event",
        "currentIntent+bot", "a Lex V1 event",
        "Details+Name", "a Connect event",
        "Step+SecretId+ClientRequestToken", "a Secrets Manager rotation event",
        "invocationSchemaVersion+tasks", "an S3 Batch Operations event",
        "getObjectContext+xAmzRequestId", "an S3 Object Lambda event",
        "arguments+info+request", "an AppSync resolver event",
        "clickType+deviceEvent", "an IoT button event",
        "agent+actionGroup", "a Bedrock agent event",
        "raw_path+method+headers", "a VPC Lattice request",
    ]
}

/// An object of a payload, of which nothing is decoded that nobody asks for.
private struct Object {
    private let members: KeyedDecodingContainer<ObjectKey>

    init(_ members: KeyedDecodingContainer<ObjectKey>) {
        self.members = members
    }

    /// Whether all conditions of a rule hold.
    @inline(never)
    @_optimize(size)
    func fits(_ rule: String) -> Bool {
        var condition = Condition()
        var object: Object? = self
        for byte in [UInt8](text: rule) {
            switch byte {
            case UInt8(ascii: "/"):
                object = object?.object(condition.takeWord())
            case UInt8(ascii: "!"):
                condition.isNegated = true
            case UInt8(ascii: "="), UInt8(ascii: "~"):
                condition.key = condition.takeWord()
                condition.isEnd = byte == UInt8(ascii: "~")
            case UInt8(ascii: "+"):
                guard condition.holds(for: object) else { return false }
                condition = Condition()
                object = self
            default:
                condition.word.append(byte: byte)
            }
        }
        return condition.holds(for: object)
    }

    func has(_ key: String) -> Bool {
        members.contains(ObjectKey(key))
    }

    func string(_ key: String) -> String? {
        try? members.decode(String.self, forKey: ObjectKey(key))
    }

    /// The object of a key, or the first of an array of objects.
    private func object(_ name: String) -> Object? {
        let key = ObjectKey(name)
        if let object = try? members.nestedContainer(keyedBy: ObjectKey.self, forKey: key) {
            return Object(object)
        }
        guard var elements = try? members.nestedUnkeyedContainer(forKey: key) else { return nil }
        return try? Object(elements.nestedContainer(keyedBy: ObjectKey.self))
    }
}

/// One condition of a rule, as far as it has been read.
private struct Condition {
    var word: [UInt8] = []
    var key: String?
    var isEnd = false
    var isNegated = false

    mutating func takeWord() -> String {
        let text = String(decoding: word, as: UTF8.self)
        word = []
        return text
    }

    @inline(never)
    @_optimize(size)
    mutating func holds(for object: Object?) -> Bool {
        let word = takeWord()
        guard let key else { return object?.has(word) == !isNegated }
        guard let value = object?.string(key) else { return false }
        return isEnd ? value.hasSuffix(word) : value == word
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
