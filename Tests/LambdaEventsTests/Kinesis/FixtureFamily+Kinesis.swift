import LambdaEvents

extension FixtureFamily {
    static let kinesis = FixtureFamily(
        fixtures: [
            FixtureCase("kinesis/batch-response", StreamBatchResponse.self),
            FixtureCase("kinesis/batch-response-success", StreamBatchResponse.self),
            FixtureCase("kinesis/cloudwatch-logs-gzip", KinesisEvent.self),
            FixtureCase("kinesis/dynamodb-change", KinesisEvent.self),
            FixtureCase("kinesis/encrypted", KinesisEvent.self),
            FixtureCase("kinesis/enhanced-fan-out", KinesisEvent.self),
            FixtureCase(
                "kinesis/handwritten",
                KinesisEvent.self,
                added: ["Records[].kinesis.partitionKey", "Records[].kinesis.sequenceNumber"]
            ),
            FixtureCase(
                "kinesis/null-members",
                KinesisEvent.self,
                dropped: [
                    "Records[].eventID", "Records[].invokeIdentityArn",
                    "Records[].kinesis.approximateArrivalTimestamp",
                    "Records[].kinesis.encryptionType",
                ]
            ),
            FixtureCase("kinesis/pipe-record", KinesisPipeRecord.self),
            FixtureCase("kinesis/records", KinesisEvent.self),
            FixtureCase("kinesis/time-window", KinesisTimeWindowEvent.self),
            FixtureCase("kinesis/time-window-final", KinesisTimeWindowEvent.self),
            FixtureCase("kinesis/time-window-first", KinesisTimeWindowEvent.self),
            FixtureCase("kinesis/time-window-response", TimeWindowResponse.self),
            FixtureCase("kinesis/time-window-response-failures", TimeWindowResponse.self),
            FixtureCase("kinesis/time-window-terminated-early", KinesisTimeWindowEvent.self),
        ],
        corpus: [
            "kinesis_stream": KinesisEvent.self,
            "kinesis_time-window": KinesisTimeWindowEvent.self,
            "eventbridge-pipes_kinesis": [KinesisPipeRecord].self,
            "stream-time-window-response": TimeWindowResponse.self,
        ],
        openValues: ["state"]
    )
}
