import LambdaBatch
import LambdaTesting
import TestSupport
import Testing

struct SQSRecordHandlerTests {
    @Test
    func handlesOneMessageAlone() async throws {
        let message = SQSEvent.Message.make(id: "1", body: "")
        await #expect(throws: OutOfStock.self) {
            try await Orders(failing: ["1"]).handle(
                Order(id: "1"),
                of: message,
                context: .quiet()
            )
        }
    }

    @Test
    func handlesEachMessageOfABatch() async throws {
        let orders = Orders()
        let response = try await orders.handle(.orders(["1", "2", "3"]), context: .quiet())
        #expect(response.ids.isEmpty)
        #expect(orders.journal.entries.sorted() == ["1", "2", "3"])
    }

    @Test
    func reportsTheMessagesThatFailed() async throws {
        let orders = Orders(failing: ["2", "4"])
        let event = SQSEvent.orders(["1", "2", "3", "4"])
        let response = try await orders.handle(event, context: .quiet())
        #expect(response.ids == ["message-2", "message-4"])
        #expect(orders.journal.entries.count == 4)
    }

    @Test(arguments: [1, 2, 4, 100])
    func handlesUpToTheWidthAtOnce(width: Int) async throws {
        let gauge = Gauge()
        let orders = Orders(options: .init(maximumConcurrency: width)) { _, _, _ in
            gauge.enter()
            for _ in 0..<10 { await Task.yield() }
            gauge.leave()
        }
        let ids = (0..<40).map(String.init)
        let response = try await orders.handle(
            .orders(ids),
            context: .quiet()
        )
        #expect(response.ids.isEmpty)
        #expect(gauge.most <= width)
        #expect(orders.journal.entries.count == 40)
    }

    @Test
    func handlesMessagesThatWaitForEachOther() async throws {
        // Each waits for the others: one after the other, this would not end.
        let gauge = Gauge()
        let orders = Orders(options: .init(maximumConcurrency: 3)) { _, _, _ in
            gauge.enter()
            try await eventually("all three are at work") { gauge.most >= 3 }
        }
        let response = try await orders.handle(
            .orders(["1", "2", "3"]),
            context: .quiet()
        )
        #expect(response.ids.isEmpty)
    }

    @Test
    func keepsTheOrderWithAWidthOfOne() async throws {
        let ids = (0..<20).map(String.init)
        let orders = Orders(options: .init(maximumConcurrency: 1)) { _, _, _ in await Task.yield() }
        _ = try await orders.handle(.orders(ids), context: .quiet())
        #expect(orders.journal.entries == ids)
    }

    @Test(arguments: [Int.min, -1, 0])
    func takesAWidthBelowOneForOne(width: Int) async throws {
        let orders = Orders(options: .init(maximumConcurrency: width)) { _, _, _ in }
        let response = try await orders.handle(.orders(["1", "2"]), context: .quiet())
        #expect(response.ids.isEmpty)
        #expect(orders.journal.entries == ["1", "2"])
    }

    @Test
    func takesABodyThatDoesNotDecodeForAFailedMessage() async throws {
        let log = CapturedLog()
        var event = SQSEvent.orders(["1", "2"])
        event.records[0].body = #"{"id": "a secret", "#
        let response = try await Orders().handle(event, context: .test(logger: log.logger()))
        #expect(response.ids == ["message-1"])
        #expect(
            log.records.contains(
                .error,
                "A record failed.",
                ["messageID": "message-1", "error": "DecodingError"]
            )
        )
        #expect(
            log.records.first?["reason"]
                == .string(
                    "Could not decode Order: expected a member name after ',', found the end of the "
                        + "text (byte 19)."
                )
        )
        // Nothing of the body, neither in a message nor in the name or the value of a field.
        for record in log.records {
            #expect(!record.message.contains("secret"))
            for field in record.fields { #expect(!"\(field)".contains("secret")) }
        }
    }

    struct Stock: SQSRecordHandler {
        func handle(
            _ counts: [String: Int],
            of message: SQSEvent.Message,
            context: LambdaContext
        ) async throws {}
    }

    @Test
    func logsNoKeyOfADictionaryThatDoesNotDecode() async throws {
        let log = CapturedLog()
        let long = "secret" + String(repeating: "k", count: 100_000)
        let event = SQSEvent(records: [
            .make(id: "1", body: #"{"ferns":2}"#), .make(id: "2", body: #"{"\#(long)":"x"}"#),
        ])
        let response = try await Stock().handle(event, context: .test(logger: log.logger()))
        #expect(response.ids == ["2"])
        #expect(
            log.records.first?["reason"]
                == .string(
                    "Could not decode Dictionary<String, Int> at […]: expected an integer, found a "
                        + "string (byte 100010)."
                )
        )
    }

    @Test
    func logsAnErrorWithTheIDAndWithoutThePayload() async throws {
        let log = CapturedLog()
        _ = try await Orders(failing: ["1"]).handle(
            .orders(["1", "2"]),
            context: .test(logger: log.logger())
        )
        let record = try #require(log.records.first)
        #expect(log.records.count == 1)
        #expect(record.level == .error)
        #expect(record["messageID"] == "message-1")
        #expect(record["error"] == "OutOfStock")
        // The description of the error has its properties in it.
        #expect(record.fields.count == 2)
    }

    @Test
    func logsTheMessageOfAnErrorThatIsMadeToBeReported() async throws {
        struct Refused: LambdaReportableError {
            var errorType: String { "Refused" }
            var errorMessage: String { "The warehouse is closed." }
        }
        let log = CapturedLog()
        let orders = Orders { order, _, _ in if order.id == "1" { throw Refused() } }
        _ = try await orders.handle(.orders(["1", "2"]), context: .test(logger: log.logger()))
        #expect(log.records.first?["reason"] == "The warehouse is closed.")
    }

    @Test
    func failsIfNoMessageSucceeds() async throws {
        let orders = Orders(failing: ["1", "2"])
        let error = await #expect(throws: BatchError.self) {
            try await orders.handle(.orders(["1", "2"]), context: .quiet())
        }
        #expect(error?.code == .allRecordsFailed)
        #expect(error?.errorType == "AllRecordsFailed")
        #expect(
            error?.message == "None of the 2 records of the batch succeeded. The log says why."
        )
        let single = await #expect(throws: BatchError.self) {
            try await orders.handle(.orders(["1"]), context: .quiet())
        }
        #expect(single?.message == "The only record of the batch failed. The log says why.")
    }

    @Test
    func reportsAllMessagesIfToldTo() async throws {
        let orders = Orders(options: .init(whenAllFail: .report), failing: ["1", "2"])
        let response = try await orders.handle(.orders(["1", "2"]), context: .quiet())
        #expect(response.ids == ["message-1", "message-2"])
    }

    @Test
    func hasNothingToReportOfAnEmptyBatch() async throws {
        let response = try await Orders().handle(SQSEvent(), context: .quiet())
        #expect(response.ids.isEmpty)
    }

    @Test
    func handlesAndReportsAMessageThatIsInTheBatchTwice() async throws {
        var event = SQSEvent.orders(["1", "2", "3"])
        event.records[2].messageID = event.records[0].messageID
        let orders = Orders(failing: ["1", "3"])
        let response = try await orders.handle(event, context: .quiet())
        #expect(response.ids == ["message-1"])
        #expect(orders.journal.entries.sorted() == ["1", "2", "3"])

        // One of the two was not handled, so it has to come again.
        let once = try await Orders(failing: ["3"]).handle(event, context: .quiet())
        #expect(once.ids == ["message-1"])
    }

    @Test
    func failsIfAMessageCannotBeReported() async throws {
        var event = SQSEvent.orders(["1", "2"])
        event.records[1].messageID = ""
        let error = await #expect(throws: BatchError.self) {
            try await Orders(failing: ["2"]).handle(event, context: .quiet())
        }
        #expect(error?.code == .recordWithoutID)
        #expect(
            error?.message == "Record 1 of the batch failed, and has no messageID to report it by. "
                + "Expected one in every record. The whole batch fails."
        )
        // One that succeeds needs no identifier.
        let response = try await Orders(failing: ["1"]).handle(event, context: .quiet())
        #expect(response.ids == ["message-1"])
    }

    @Test
    func letsAHandlerWorkForTheBatchAsAWhole() async throws {
        struct Bulk: SQSRecordHandler {
            var journal = Journal()

            func handle(_ event: SQSEvent, context: LambdaContext) async throws -> SQSBatchResponse
            {
                journal.note("begin")
                defer { journal.note("end") }
                return try await handleRecords(of: event, context: context)
            }

            func handle(_ order: Order, of: SQSEvent.Message, context: LambdaContext) async throws {
                journal.note(order.id)
            }
        }
        let bulk = Bulk()
        _ = try await bulk.handle(.orders(["1"]), context: .quiet())
        #expect(bulk.journal.entries == ["begin", "1", "end"])
    }

    @Test
    func runsInItsLoop() async throws {
        let orders = Orders(failing: ["2"])
        try await withLambda(orders) { lambda in
            let invocation = try await lambda.invoke(.orders(["1", "2", "3"]) as SQSEvent)
            #expect(try invocation.output(as: SQSBatchResponse.self).ids == ["message-2"])
            #expect(invocation.logs.contains(.error, "A record failed."))

            let failed = try await lambda.invoke(.orders(["2"]) as SQSEvent)
            #expect(failed.error?.type == "AllRecordsFailed")
            #expect(failed.error?.functionErrorType == "Function.AllRecordsFailed")
        }
    }
}
