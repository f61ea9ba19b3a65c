import LambdaEvents
import LambdaJSON

extension CoderBenchmarks {
    /// What is measured, in the order of the tables: a line for each family of events.
    var families: [any FamilyBenchmark] {
        [
            Family<APIGatewayRequest>("apigateway", "API Gateway REST", payloads.apiGatewayREST),
            Family<APIGatewayV2Request>("apigateway-v2", "API Gateway v2", payloads.apiGatewayV2),
            Family<APIGatewayRequestAuthorizerRequest>(
                "authorizer",
                "API Gateway authorizer",
                payloads.apiGatewayAuthorizer
            ),
            Family<S3Event>("s3", "S3", payloads.s3),
            Family<SQSEvent>("sqs", "SQS, 10 messages", payloads.sqsBatch),
            Family<KinesisEvent>("kinesis", "Kinesis, 10 records", payloads.kinesis),
            Family<DynamoDBEvent>("dynamodb", "DynamoDB, 10 records", payloads.dynamoDB),
            Family<EventBridgeEvent<S3ObjectCreatedDetail>>(
                "eventbridge-s3",
                "EventBridge, S3 detail",
                payloads.eventBridgeS3
            ),
            Family<EventBridgeEvent<JSONValue>>(
                "eventbridge",
                "EventBridge, untyped detail",
                payloads.eventBridgeCustom
            ),
            Family<SNSEvent>("sns", "SNS", payloads.sns),
            Family<ALBRequest>("alb", "Load balancer", payloads.alb),
            Family<FunctionURLRequest>("function-url", "Function URL", payloads.functionURL),
            Family<EventBridgeEvent<ECSTaskStateChangeDetail>>(
                "eventbridge-ecs-task",
                "EventBridge, ECS task",
                payloads.eventBridgeECSTask
            ),
            Family<EventBridgeEvent<CodePipelineActionExecutionStateChangeDetail>>(
                "eventbridge-codepipeline",
                "EventBridge, CodePipeline action",
                payloads.eventBridgeCodePipeline
            ),
            Family<APIGatewayWebSocketRequest>(
                "websocket",
                "API Gateway WebSocket",
                payloads.webSocket
            ),
            Family<EventBridgeEvent<CloudWatchAlarmStateChangeDetail>>(
                "eventbridge-alarm",
                "EventBridge, alarm",
                payloads.eventBridgeAlarm
            ),
            Family<EventBridgeEvent<GuardDutyFindingDetail>>(
                "eventbridge-guardduty",
                "EventBridge, GuardDuty",
                payloads.eventBridgeFinding
            ),
            Family<EventBridgeEvent<SageMakerTrainingJobDetail>>(
                "eventbridge-sagemaker",
                "EventBridge, SageMaker",
                payloads.eventBridgeTraining
            ),
            Family<SQSEvent>("large", "SQS, large batch", payloads.sqsLarge, profileCount: 2),
        ]
    }
}

/// A type and a payload of it.
protocol FamilyBenchmark {
    /// The name after `--profile decode-`.
    var name: String { get }

    func compareDecoding(_ benchmarks: CoderBenchmarks) throws
    func compareEncoding(_ benchmarks: CoderBenchmarks) throws
    func decodeOften(_ benchmarks: CoderBenchmarks) throws
    func encodeOften(_ benchmarks: CoderBenchmarks) throws
}

struct Family<Event: Codable & Hashable>: FamilyBenchmark {
    let name: String
    let title: String
    let payload: String

    /// How often the payload is coded for a profiler.
    let profileCount: Int

    init(_ name: String, _ title: String, _ payload: String, profileCount: Int = 1000) {
        self.name = name
        self.title = title
        self.payload = payload
        self.profileCount = profileCount
    }

    func compareDecoding(_ benchmarks: CoderBenchmarks) throws {
        try benchmarks.compareDecoding(Event.self, title, payload)
    }

    func compareEncoding(_ benchmarks: CoderBenchmarks) throws {
        try benchmarks.compareEncoding(Event.self, title, payload)
    }

    func decodeOften(_ benchmarks: CoderBenchmarks) throws {
        try benchmarks.decodeOften(Event.self, payload, profileCount)
    }

    func encodeOften(_ benchmarks: CoderBenchmarks) throws {
        try benchmarks.encodeOften(Event.self, payload, profileCount)
    }
}
