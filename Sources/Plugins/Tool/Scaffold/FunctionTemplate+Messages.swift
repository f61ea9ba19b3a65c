extension FunctionTemplate {
    private static let order = """
        struct Order: Codable, Sendable {
            var orderId: String
            var quantity: Int
        }

        """

    static let sqs = FunctionTemplate(
        event: "sqs",
        summary: "messages of a queue, one by one; those that fail come again",
        modules: ["LambdaSQSBatch"],
        fixture: "sqs/standard.json",
        source: """
            import LambdaSQSBatch

            /// Handles the orders of a queue.
            ///
            /// Turn on `ReportBatchItemFailures` for the event source, so that only messages that fail come again.
            @main
            struct FUNCTION: SQSRecordHandler {
                func handle(
                    _ order: Order,
                    of message: SQSEvent.Message,
                    context: LambdaContext
                ) async throws {
                    context.logger.info("An order has come.", ["order": "\\(order.orderId)"])
                }
            }

            \(order)
            """,
        tests: """
            @Test func givesBackWhatIsNoOrder() async throws {
                let event = try SQSEvent(fixture: "event.json")
                let response = try await FUNCTION().handle(event, context: .test())
                #expect(response == SQSBatchResponse(failed: event.records[1...]))
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(invocation.logs.contains(.info, "An order has come.", ["order": "order-1"]))
                }
            }
            """
    )

    static let sns = FunctionTemplate(
        event: "sns",
        summary: "notifications of a topic",
        modules: ["LambdaRuntime", "LambdaSNSEvents"],
        fixture: "sns/notification.json",
        source: """
            import LambdaRuntime
            import LambdaSNSEvents

            /// Handles the orders that a topic tells of.
            @main
            struct FUNCTION: LambdaHandler {
                func handle(_ event: SNSEvent, context: LambdaContext) async throws {
                    for record in event.records {
                        let order = try record.decodeMessage(as: Order.self)
                        context.logger.info("An order has come.", ["order": "\\(order.orderId)"])
                    }
                }
            }

            \(order)
            """,
        tests: """
            @Test func refusesWhatIsNoOrder() async throws {
                var event = try SNSEvent(fixture: "event.json")
                event.records[0].sns.message = "Two lamps, please"
                await #expect(throws: DecodingError.self) {
                    try await FUNCTION().handle(event, context: .test())
                }
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(invocation.logs.contains(.info, "An order has come.", ["order": "order-1"]))
                }
            }
            """
    )

    static let eventBridge = FunctionTemplate(
        event: "eventbridge",
        summary: "events of a bus, with a detail of your own",
        modules: ["LambdaRuntime", "LambdaEventBridgeEvents"],
        fixture: "eventbridge/custom.json",
        source: """
            import LambdaEventBridgeEvents
            import LambdaRuntime

            /// Handles the events of orders that are placed.
            @main
            struct FUNCTION: LambdaHandler {
                func handle(_ event: EventBridgeEvent<OrderPlaced>, context: LambdaContext) async throws {
                    context.logger.info("An order was placed.", ["order": "\\(event.detail.orderID)"])
                }
            }

            struct OrderPlaced: Codable, Sendable {
                var orderID: String
                var quantity: Int
            }

            """,
        tests: """
            @Test func readsTheDetail() throws {
                let event = try EventBridgeEvent<OrderPlaced>(fixture: "event.json")
                #expect(event.detail.quantity == 2)
            }

            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(invocation.logs.contains(.info, "An order was placed.", ["order": "order-1"]))
                }
            }
            """
    )

    static let schedule = FunctionTemplate(
        event: "schedule",
        summary: "a schedule of EventBridge",
        modules: ["LambdaRuntime", "LambdaEventBridgeEvents"],
        fixture: "eventbridge/scheduled-rule.json",
        source: """
            import LambdaEventBridgeEvents
            import LambdaRuntime

            /// Does its work at the times of a schedule.
            ///
            /// An event may come twice: what is done for `event.time` is not to be done again.
            @main
            struct FUNCTION: LambdaHandler {
                func handle(_ event: ScheduledEvent, context: LambdaContext) async throws {
                    context.logger.info("It is time.", ["schedule": "\\(event.scheduleName ?? "")"])
                }
            }

            """,
        tests: """
            @Test func answersThroughTheLoop() async throws {
                try await withLambda(FUNCTION.self) { lambda in
                    let invocation = try await lambda.invoke(fixture: "event.json")
                    #expect(invocation.error == nil)
                    #expect(invocation.logs.contains(.info, "It is time.", ["schedule": "nightly-report"]))
                }
            }
            """
    )
}
