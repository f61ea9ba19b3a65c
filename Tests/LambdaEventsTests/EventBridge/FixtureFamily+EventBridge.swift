import LambdaEvents
import LambdaJSON

extension FixtureFamily {
    static let eventBridge = FixtureFamily(
        fixtures: [
            FixtureCase("eventbridge/custom", EventBridgeEvent<JSONValue>.self),
            FixtureCase("eventbridge/empty-detail", EventBridgeEvent<JSONValue>.self),
            FixtureCase("eventbridge/text-detail", EventBridgeEvent<JSONValue>.self),
            FixtureCase("eventbridge/replay", EventBridgeEvent<JSONValue>.self),
            FixtureCase("eventbridge/partner", EventBridgeEvent<JSONValue>.self),
            FixtureCase(
                "eventbridge/handwritten",
                EventBridgeEvent<JSONValue>.self,
                added: ["resources"]
            ),
            FixtureCase(
                "eventbridge/nulls",
                EventBridgeEvent<JSONValue>.self,
                dropped: [
                    "account", "id", "ingestion-time", "region", "replay-name", "resources", "time",
                    "version",
                ],
                added: ["resources"]
            ),
            FixtureCase("eventbridge/scheduled-rule", ScheduledEvent.self),
            FixtureCase("eventbridge/scheduled-scheduler", ScheduledEvent.self),
            FixtureCase(
                "eventbridge/scheduled-replay",
                ScheduledEvent.self,
                dropped: ["replay-name"]
            ),
            FixtureCase(
                "eventbridge/scheduled-handwritten",
                ScheduledEvent.self,
                added: ["resources"]
            ),
            FixtureCase("eventbridge/pipe-sqs", [SQSEvent.Message].self),
        ],
        corpus: [
            "eventbridge_scheduled": ScheduledEvent.self,
            "eventbridge-scheduler*": ScheduledEvent.self,
            "eventbridge-pipes_sqs": [SQSEvent.Message].self,
            // The records of message brokers have no types yet.
            "eventbridge-pipes_activemq": [JSONValue].self,
            "eventbridge-pipes_kafka": [JSONValue].self,
            "eventbridge-pipes_rabbitmq": [JSONValue].self,
        ],
        maps: ["messageAttributes"],
        openValues: ["detail"],
        textTimestamps: ["SentTimestamp", "ApproximateFirstReceiveTimestamp"]
    )
}
