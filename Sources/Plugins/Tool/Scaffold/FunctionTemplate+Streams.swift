extension FunctionTemplate {
    static let kinesis = FunctionTemplate(
        event: "kinesis",
        summary: "records of a data stream, one by one, in order",
        modules: ["LambdaKinesisBatch"],
        fixture: "kinesis/records.json",
        source: """
            import LambdaKinesisBatch

            /// Handles the clicks of a stream.
            ///
            /// Turn on `ReportBatchItemFailures` for the event source, so that what was handled does not come again.
            @main
            struct FUNCTION: KinesisRecordHandler {
                func handle(
                    _ click: Click,
                    of record: KinesisEvent.Record,
                    context: LambdaContext
                ) async throws {
                    context.logger.info("Somebody has clicked.", ["page": "\\(click.page)"])
                }
            }

            struct Click: Codable, Sendable {
                var page: String
                var visitor: Int
            }

            """,
        tests: """
            @Test func handlesEveryRecord() async throws {
                let event = try KinesisEvent(fixture: "event.json")
                let response = try await FUNCTION().handle(event, context: .test())
                #expect(response.batchItemFailures.isEmpty)
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(invocation.logs.contains(.info, "Somebody has clicked.", ["page": "/basket"]))
                }
            }
            """
    )

    static let dynamoDB = FunctionTemplate(
        event: "dynamodb",
        summary: "changes of the items of a table, one by one, in order",
        modules: ["LambdaDynamoDBBatch"],
        fixture: "dynamodb/new-image.json",
        source: """
            import LambdaDynamoDBBatch

            /// Follows the orders of a table.
            ///
            /// Turn on `ReportBatchItemFailures` for the event source, so that what was handled does not come again.
            @main
            struct FUNCTION: DynamoDBRecordHandler {
                func handle(
                    _ change: DynamoDBChange<Order>,
                    of record: DynamoDBEvent.Record,
                    context: LambdaContext
                ) async throws {
                    guard let order = change.new else { return }
                    context.logger.info("An order changed.", ["status": "\\(order.status)"])
                }
            }

            struct Order: Codable, Sendable {
                var id: String
                var status: String
                var total: Double
            }

            """,
        tests: """
            @Test func handlesEveryRecord() async throws {
                let event = try DynamoDBEvent(fixture: "event.json")
                let response = try await FUNCTION().handle(event, context: .test())
                #expect(response.batchItemFailures.isEmpty)
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(invocation.logs.contains(.info, "An order changed.", ["status": "SHIPPED"]))
                }
            }
            """
    )
}
