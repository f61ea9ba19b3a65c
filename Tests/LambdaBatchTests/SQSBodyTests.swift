import LambdaBatch
import LambdaEvents
import LambdaJSON
import LambdaTesting
import Testing

/// What the body of a message is decoded to.
struct SQSBodyTests {
    struct Texts: SQSRecordHandler {
        var journal = Journal()

        func handle(_ body: String, of: SQSEvent.Message, context: LambdaContext) async throws {
            journal.note(body)
        }
    }

    struct Bytes: SQSRecordHandler {
        var journal = Journal()

        func handle(_ body: [UInt8], of: SQSEvent.Message, context: LambdaContext) async throws {
            journal.note(String(decoding: body, as: UTF8.self))
        }
    }

    @Test(arguments: ["", "not JSON", "\"JSON\"", "{}", "größer"])
    func passesTextAndBytesOnAsTheyAre(body: String) async throws {
        let event = SQSEvent(records: [.make(id: "1", body: body)])
        let texts = Texts()
        _ = try await texts.handle(event, context: .quiet())
        #expect(texts.journal.entries == [body])
        let bytes = Bytes()
        _ = try await bytes.handle(event, context: .quiet())
        #expect(bytes.journal.entries == [body])
    }

    struct Uploads: SQSRecordHandler {
        var journal = Journal()

        func decodeBody(of message: SQSEvent.Message) throws -> S3Event {
            try message.decodeBody(as: S3Event.self, in: SNSNotification.self)
        }

        func handle(_ event: S3Event, of: SQSEvent.Message, context: LambdaContext) async throws {
            for record in event.records { journal.note(record.s3.object.decodedKey) }
        }
    }

    @Test
    func readsAnS3EventInANotification() async throws {
        let uploads = Uploads()
        let event = try SQSEvent(fixture: "sqs/s3-notification-in-sns.json")
        let response = try await uploads.handle(event, context: .quiet())
        #expect(response.ids.isEmpty)
        #expect(!uploads.journal.entries.isEmpty)
    }

    /// A handler of a body that says nothing about envelopes.
    struct Plain<Body: Decodable & Sendable>: SQSRecordHandler {
        var journal = Journal()

        func handle(_ body: Body, of: SQSEvent.Message, context: LambdaContext) async throws {
            journal.note("\(Body.self)")
        }
    }

    @Test
    func readsOtherServicesMessages() async throws {
        func handles<Body>(_ type: Body.Type, in fixture: String) async throws -> Bool
        where Body: Decodable & Sendable {
            let plain = Plain<Body>()
            let event = try SQSEvent(fixture: fixture)
            let response = try await plain.handle(event, context: .quiet())
            return response.ids.isEmpty && plain.journal.entries.count == event.records.count
        }
        #expect(try await handles(S3Event.self, in: "sqs/s3-notification.json"))
        #expect(try await handles(EventBridgeEvent<JSONValue>.self, in: "sqs/eventbridge.json"))
        #expect(try await handles(JSONValue.self, in: "sqs/sns-raw-delivery.json"))
        #expect(try await handles(SNSNotification.self, in: "sqs/s3-notification-in-sns.json"))
    }

    struct Careful: SQSRecordHandler {
        var journal = Journal()
        var attic = Journal()

        func handle(_ order: Order, of: SQSEvent.Message, context: LambdaContext) async throws {
            journal.note(order.id)
        }

        func handleUndecodable(
            _ message: SQSEvent.Message,
            error: any Error,
            context: LambdaContext
        ) async throws {
            guard error is DecodingError, !message.body.isEmpty else { throw error }
            attic.note(message.messageID)
        }
    }

    @Test
    func letsTheHookDecideAboutABodyThatDoesNotDecode() async throws {
        let careful = Careful()
        var event = SQSEvent.orders(["1", "2", "3"])
        event.records[0].body = "not an order"
        event.records[1].body = ""
        let response = try await careful.handle(event, context: .quiet())
        #expect(careful.attic.entries == ["message-1"])
        #expect(careful.journal.entries == ["3"])
        #expect(response.ids == ["message-2"])
    }

    struct Older: SQSRecordHandler {
        struct OlderOrder: Decodable { var number: Int }

        func handle(_ order: Order, of: SQSEvent.Message, context: LambdaContext) async throws {}

        func handleUndecodable(
            _ message: SQSEvent.Message,
            error: any Error,
            context: LambdaContext
        ) async throws {
            _ = try message.decodeBody(as: OlderOrder.self)
        }
    }

    @Test
    func doesNotTakeAnotherErrorForThatOfTheBody() async throws {
        let log = CapturedLog()
        var event = SQSEvent.orders(["1", "2"])
        event.records[0].body = "{}"
        let response = try await Older().handle(event, context: .test(logger: log.logger()))
        #expect(response.ids == ["message-1"])
        #expect(
            log.records.first?["reason"]
                == .string("Could not decode a value: the key \"number\" is missing.")
        )
    }
}
