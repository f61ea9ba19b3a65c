import LambdaEvents

extension FixtureFamily {
    static let sqs = FixtureFamily(
        fixtures: [
            FixtureCase("sqs/batch-response", SQSBatchResponse.self),
            FixtureCase("sqs/batch-response-success", SQSBatchResponse.self),
            FixtureCase("sqs/binary-attributes", SQSEvent.self),
            FixtureCase("sqs/eventbridge", SQSEvent.self),
            FixtureCase("sqs/fair-queue", SQSEvent.self),
            FixtureCase("sqs/fifo", SQSEvent.self),
            FixtureCase("sqs/fifo-groups", SQSEvent.self),
            FixtureCase(
                "sqs/handwritten",
                SQSEvent.self,
                dropped: ["Records[].messageAttributes"],
                added: ["Records[].body", "Records[].messageAttributes"]
            ),
            FixtureCase("sqs/message-attributes", SQSEvent.self),
            FixtureCase(
                "sqs/null-members",
                SQSEvent.self,
                dropped: [
                    "Records[].md5OfMessageAttributes",
                    "Records[].messageAttributes.customer.binaryListValues",
                    "Records[].messageAttributes.customer.binaryValue",
                    "Records[].messageAttributes.customer.stringListValues",
                ]
            ),
            FixtureCase("sqs/redriven", SQSEvent.self),
            FixtureCase("sqs/s3-notification", SQSEvent.self),
            FixtureCase("sqs/s3-notification-in-sns", SQSEvent.self),
            FixtureCase("sqs/sns-fifo", SQSEvent.self),
            FixtureCase("sqs/sns-raw-delivery", SQSEvent.self),
            FixtureCase("sqs/standard", SQSEvent.self),
        ],
        corpus: ["sqs_*": SQSEvent.self, "batch-item-failures": SQSBatchResponse.self],
        maps: ["messageAttributes"],
        textTimestamps: ["SentTimestamp", "ApproximateFirstReceiveTimestamp"]
    )
}
