import LambdaEvents

extension FixtureFamily {
    static let dynamoDB = FixtureFamily(
        fixtures: [
            FixtureCase("dynamodb/all-types", DynamoDBEvent.self),
            FixtureCase("dynamodb/change-record-handwritten", DynamoDBChangeRecord.self),
            FixtureCase(
                "dynamodb/change-record-microseconds",
                DynamoDBChangeRecord.self,
                dropped: ["userIdentity"]
            ),
            FixtureCase(
                "dynamodb/change-record-milliseconds",
                DynamoDBChangeRecord.self,
                dropped: ["userIdentity"]
            ),
            FixtureCase("dynamodb/change-record-time-to-live", DynamoDBChangeRecord.self),
            FixtureCase("dynamodb/fractional-time", DynamoDBEvent.self),
            FixtureCase(
                "dynamodb/handwritten",
                DynamoDBEvent.self,
                added: ["Records[].dynamodb.SequenceNumber"]
            ),
            FixtureCase("dynamodb/keys-only", DynamoDBEvent.self),
            FixtureCase("dynamodb/milliseconds", DynamoDBEvent.self),
            FixtureCase("dynamodb/new-image", DynamoDBEvent.self),
            FixtureCase(
                "dynamodb/null-members",
                DynamoDBEvent.self,
                dropped: [
                    "Records[].dynamodb.ApproximateCreationDateTime",
                    "Records[].dynamodb.OldImage",
                    "Records[].userIdentity",
                ]
            ),
            FixtureCase("dynamodb/old-image", DynamoDBEvent.self),
            FixtureCase("dynamodb/records", DynamoDBEvent.self),
            FixtureCase("dynamodb/time-to-live", DynamoDBEvent.self),
            FixtureCase("dynamodb/time-window", DynamoDBTimeWindowEvent.self),
            FixtureCase("dynamodb/time-window-final", DynamoDBTimeWindowEvent.self),
            FixtureCase("dynamodb/time-window-first", DynamoDBTimeWindowEvent.self),
            FixtureCase("dynamodb/unknown-type", DynamoDBEvent.self),
        ],
        corpus: [
            "dynamodb_stream": DynamoDBEvent.self,
            "dynamodb_time-window": DynamoDBTimeWindowEvent.self,
            "eventbridge-pipes_dynamodb": [DynamoDBEvent.Record].self,
        ],
        maps: ["Keys", "NewImage", "OldImage", "M"],
        // An attribute value of unknown type is kept as it is, whatever it holds.
        openValues: ["score", "odd", "state"]
    )
}
