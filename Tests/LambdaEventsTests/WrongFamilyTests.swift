import LambdaEvents
import LambdaJSON
import LambdaRuntime
import LambdaTesting
import Testing

/// An event that reaches the wrong handler is an error, and the error says what it is.
struct WrongFamilyTests {
    /// What a fixture of each type of event looks like, in the words of the error.
    ///
    /// Types that are not here are answers, or parts of an event.
    private static let kinds: [String: Set<String>] = [
        "S3Event": ["an S3 event", "an S3 test event"],
        "SQSEvent": ["an SQS event"],
        "SNSEvent": ["an SNS event"],
        "KinesisEvent": ["a Kinesis event"],
        "KinesisTimeWindowEvent": ["a Kinesis event"],
        "DynamoDBEvent": ["a DynamoDB event"],
        "DynamoDBTimeWindowEvent": ["a DynamoDB event"],
        "APIGatewayRequest": [
            "an API Gateway REST API request", "an API Gateway HTTP API request (payload 1.0)",
        ],
        "APIGatewayV2Request": [
            "an API Gateway HTTP API request (payload 2.0)", "a function URL request",
        ],
        "APIGatewayWebSocketRequest": ["an API Gateway WebSocket event"],
        "APIGatewayTokenAuthorizerRequest": ["an API Gateway authorizer request"],
        "APIGatewayRequestAuthorizerRequest": [
            "an API Gateway authorizer request", "an API Gateway WebSocket authorizer request",
        ],
        "APIGatewayV2AuthorizerRequest": ["an API Gateway HTTP API authorizer request"],
        "FunctionURLRequest": ["a function URL request"],
        "ALBRequest": ["an Application Load Balancer request"],
        "ConfigRuleEvent": ["an AWS Config event"],
        "EventBridgeEvent": ["an EventBridge event", "a scheduled EventBridge event"],
        "ScheduledEvent": ["a scheduled EventBridge event"],
    ]

    /// Pairs of an event and a type that takes it although it is another's, for they are the same
    /// payload but for a value here and there.
    private static let alike: [String: Set<String>] = [
        "APIGatewayV2Request": ["FunctionURLRequest"],
        "FunctionURLRequest": ["APIGatewayV2Request"],
        "KinesisTimeWindowEvent": ["KinesisEvent"],
        "DynamoDBTimeWindowEvent": ["DynamoDBEvent"],
        "ScheduledEvent": ["EventBridgeEvent"],
        "EventBridgeEvent": ["EventBridgeEvent", "ScheduledEvent"],
    ]

    private static let events = FixtureCase.all.filter { kinds[$0.typeName] != nil }

    @Test(arguments: events)
    func anotherEventIsRefused(fixture: FixtureCase) throws {
        let bytes = try fixture.bytes
        // An empty batch is an empty batch of any service.
        guard try !fixture.isEmptyBatch else { return }
        var seen: Set<String> = []
        for other in Self.events where other.typeName != fixture.typeName {
            guard
                Self.alike[fixture.typeName]?.contains(other.typeName) != true,
                seen.insert("\(other.type)").inserted
            else { continue }
            let isTaken = Coder.lambda.decodes(other.type, bytes)
            #expect(!isTaken, "\(other.type)")
        }
        #expect(!seen.isEmpty)
    }

    @Test(arguments: events)
    func anEventIsRecognized(fixture: FixtureCase) throws {
        guard try !fixture.isEmptyBatch else { return }
        let kind = try Coder.lambda.decode(PayloadKind.self, from: fixture.bytes)
        let name = try #require(kind.name, "\(fixture.name)")
        #expect(Self.kinds[fixture.typeName]?.contains(name) == true, "\(name)")
    }
}

extension FixtureCase {
    fileprivate var isEmptyBatch: Bool {
        get throws { try tree.value(at: [.key("Records")]) == .array([]) }
    }
}
