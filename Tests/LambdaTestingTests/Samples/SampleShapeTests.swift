import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

/// What holds for every sample: it decodes, it keeps everything, and it looks like the fixtures.
struct SampleShapeTests {
    private struct Order: Codable, Hashable, Sendable {
        var id = "order-1"
        var total = 59.9
        var lines = [1, 2]
    }

    private static let eventNames: [S3Event.EventName] = [
        .objectCreatedPut, .objectCreatedPost, .objectCreatedCopy,
        .objectCreatedCompleteMultipartUpload, .objectRemovedDelete,
        .objectRemovedDeleteMarkerCreated, .objectRestorePost, .objectRestoreCompleted,
        .objectRestoreDelete, .reducedRedundancyLostObject, .replicationOperationFailed,
        .replicationOperationMissedThreshold, .replicationOperationReplicatedAfterThreshold,
        .replicationOperationNotTracked, .lifecycleExpirationDelete,
        .lifecycleExpirationDeleteMarkerCreated, .lifecycleTransition, .intelligentTiering,
        .objectTaggingPut, .objectTaggingDelete, .objectACLPut, .objectRetentionPut,
        .objectAnnotationPut, .objectAnnotationDelete,
    ]

    private static let records: [SampleCase] =
        eventNames.map { name in
            SampleCase("s3 \(name)", "s3") { S3Event.sample(versionID: "v1", eventName: name) }
        } + [
            SampleCase("s3 several", "s3") { S3Event.sample(keys: ["a b", "ü/+"]) },
            SampleCase("s3 test event", "s3") { S3Event.sampleTestEvent() },
            SampleCase("sqs", "sqs") { try SQSEvent.sample(body: Order()) },
            SampleCase("sqs several", "sqs") { try SQSEvent.sample(bodies: ["a", Order(), 7]) },
            SampleCase("sqs fifo", "sqs") {
                try SQSEvent.sample(
                    messageAttributes: ["tenant": .sample("blue"), "count": .sample(number: 7)],
                    traceHeader: "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
                    queue: "orders.fifo"
                )
            },
            SampleCase("sns", "sns") {
                try SNSEvent.sample(
                    message: Order(),
                    subject: "New",
                    messageAttributes: ["tenant": .sample("blue")]
                )
            },
            SampleCase("sns notification", "sns") { try SNSNotification.sample() },
            SampleCase("sns fifo notification", "sns") {
                try SNSNotification.sample(topic: "orders.fifo")
            },
            SampleCase("alarm", "sns") { CloudWatchAlarmMessage.sample() },
            SampleCase("config rule", "config") {
                try ConfigRuleEvent.sample(parameters: ["requiredTag": "team"])
            },
            SampleCase("config schedule", "config") { try ConfigRuleEvent.sampleScheduled() },
            SampleCase("logs", "cloudwatch-logs") {
                try CloudWatchLogsEvent.sample(messages: ["a", Order()])
            },
            SampleCase("kinesis", "kinesis") { try KinesisEvent.sample(data: Order()) },
            SampleCase("kinesis several", "kinesis") {
                try KinesisEvent.sample(dataOfRecords: ["a", [0, 255] as [UInt8], Order()])
            },
            SampleCase("kinesis window", "kinesis") {
                try KinesisTimeWindowEvent.sample(state: Order(), isFinal: true)
            },
            SampleCase("dynamodb insert", "dynamodb") {
                try DynamoDBEvent.sample(newImage: Order())
            },
            SampleCase("dynamodb modify", "dynamodb") {
                try DynamoDBEvent.sample(newImage: Order(total: 7), oldImage: Order())
            },
            SampleCase("dynamodb time to live", "dynamodb") {
                try DynamoDBEvent.sample(oldImage: Order(), isTimeToLiveDeletion: true)
            },
            SampleCase("dynamodb several", "dynamodb") {
                try DynamoDBEvent.sample(newImages: [Order(id: "a"), Order(id: "b")])
            },
            SampleCase("dynamodb nothing", "dynamodb") { try DynamoDBEvent.sample() },
            SampleCase("dynamodb window", "dynamodb") {
                try DynamoDBTimeWindowEvent.sample(records: [.sample()], state: ["count": 2])
            },
            SampleCase("dynamodb change record", "dynamodb") {
                try DynamoDBChangeRecord.sample(newImage: Order(), isTimeToLiveDeletion: false)
            },
        ]

    private static let requests: [SampleCase] = [
        SampleCase("http api", "apigateway-v2") { try APIGatewayV2Request.sample() },
        SampleCase("http api in full", "apigateway-v2") {
            try APIGatewayV2Request.sample(
                .post,
                "/pets/42?a=1",
                query: ["b": "2"],
                headers: ["X-Token": "t"],
                cookies: ["session": "abc"],
                body: Order(),
                routeKey: "POST /pets/{id}",
                authorizer: .sample(claims: ["sub": "ada"], scopes: ["pets"]),
                stage: "prod",
                stageVariables: ["table": "pets"]
            )
        },
        SampleCase("http api iam", "apigateway-v2") {
            try APIGatewayV2Request.sample(
                body: [0, 255] as [UInt8],
                authorizer: .sample(userARN: "arn:aws:iam::123456789012:user/ada")
            )
        },
        SampleCase("http api lambda", "apigateway-v2") {
            try APIGatewayV2Request.sample(authorizer: .sample(context: ["tenant": "blue"]))
        },
        SampleCase("rest api", "apigateway") { try APIGatewayRequest.sample() },
        SampleCase("rest api in full", "apigateway") {
            try APIGatewayRequest.sample(
                .put,
                "/pets/42?a=1",
                query: ["a": "2"],
                headers: ["X-Token": "t", "X-Token": "u"],
                cookies: ["session": "abc"],
                body: Order(),
                resource: "/pets/{id}",
                authorizer: .init(claims: ["sub": "ada"]),
                stageVariables: ["table": "pets"]
            )
        },
        SampleCase("websocket connect", "apigateway-websocket") {
            try APIGatewayWebSocketRequest.sample(.connect, query: ["room": "blue"])
        },
        SampleCase("websocket message", "apigateway-websocket") {
            try APIGatewayWebSocketRequest.sample(body: Order(), routeKey: "say")
        },
        SampleCase("websocket disconnect", "apigateway-websocket") {
            try APIGatewayWebSocketRequest.sample(.disconnect)
        },
        SampleCase("function url", "function-url") {
            try FunctionURLRequest.sample(.post, "/?a=1", cookies: ["a": "b"], body: "text")
        },
        SampleCase("function url iam", "function-url") {
            try FunctionURLRequest.sample(
                authorizer: .sample(userARN: "arn:aws:iam::123456789012:user/ada")
            )
        },
        SampleCase("alb", "alb") {
            try ALBRequest.sample(.post, "/?a=1", cookies: ["a": "b"], body: Order())
        },
        SampleCase("alb multi-value", "alb") {
            try ALBRequest.sample(.get, "/?a=1&a=2", usesMultiValueHeaders: true)
        },
        SampleCase("alb health check", "alb") { ALBRequest.sampleHealthCheck() },
        SampleCase("alb health check, multi-value", "alb") {
            ALBRequest.sampleHealthCheck(usesMultiValueHeaders: true)
        },
        SampleCase("authorizer token", "apigateway-authorizers") {
            APIGatewayTokenAuthorizerRequest.sample()
        },
        SampleCase("authorizer request", "apigateway-authorizers") {
            try APIGatewayRequestAuthorizerRequest.sample(
                .get,
                "/pets/42?a=1",
                resource: "/pets/{id}"
            )
        },
        SampleCase("authorizer http api", "apigateway-authorizers") {
            try APIGatewayV2AuthorizerRequest.sample(
                .get,
                "/pets/42?a=1",
                headers: ["Authorization": "Bearer t"],
                cookies: ["a": "b"],
                routeKey: "GET /pets/{id}"
            )
        },
    ]

    private static let buses: [SampleCase] = [
        SampleCase("eventbridge", "eventbridge") {
            EventBridgeEvent.sample(detail: JSONValue.object(["orderID": "order-1"]))
        },
        SampleCase("eventbridge replay", "eventbridge") {
            EventBridgeEvent.sample(
                detail: JSONValue.object(["orderID": "order-1"]),
                resources: ["arn:aws:s3:::bucket"],
                replayName: "again"
            )
        },
        SampleCase("rule", "eventbridge") { ScheduledEvent.sample() },
        SampleCase("schedule", "eventbridge") { ScheduledEvent.sample(schedule: "nightly") },
        SampleCase("eventbridge s3 created", "eventbridge-s3") {
            EventBridgeEvent.sample(detail: S3ObjectCreatedDetail.sample(versionID: "v1"))
        },
        SampleCase("eventbridge s3 deleted", "eventbridge-s3") {
            EventBridgeEvent.sample(detail: S3ObjectDeletedDetail.sample())
        },
        SampleCase("eventbridge s3 expired", "eventbridge-s3") {
            EventBridgeEvent.sample(
                detail: S3ObjectDeletedDetail.sample(
                    versionID: "v2",
                    deletionType: .deleteMarkerCreated,
                    reason: .lifecycleExpiration
                )
            )
        },
    ]

    private static let all = records + requests + buses

    @Test(arguments: all)
    func roundTrips(sample: SampleCase) throws {
        try sample.expectRoundTrip()
    }

    @Test(arguments: all)
    func hasNothingThatNoFixtureHas(sample: SampleCase) throws {
        let fixtures = try JSONShape(
            sample.folders.flatMap { try Fixture.all(in: $0).map(\.bytes) }
        )
        let unknown = try JSONShape([sample.json]).places.filter { !fixtures.has($0) }
        #expect(unknown.sorted() == [])
    }
}
