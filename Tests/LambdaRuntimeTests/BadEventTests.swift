import LambdaJSON
import LambdaTesting
import Testing

@testable import LambdaRuntime

/// Events that are not what the handler expects: each is answered with an error, and none is lost.
struct BadEventTests {
    private struct Nested: Decodable, Sendable {
        struct Record: Decodable, Sendable {
            struct Item: Decodable, Sendable {
                var size: Int
            }
            var item: Item
        }
        var records: [Record]
    }

    /// Runs a function over one event, then over a good one, and returns what was posted.
    private func post<Event: Decodable & Sendable>(
        _ payload: String,
        to type: Event.Type
    ) async throws -> (message: String, type: String, category: String?) {
        let run = try await LoopRun.run(
            polls: [.invocation(payload), .invocation("not reached by the decoder")],
            function { (_: Event, _: LambdaContext) in true }
        )
        #expect(run.exit == .ended)
        #expect(run.course == ["next", "error", "next", "error", "next"])
        let body = try #require(run.posts.first?.body)
        let report = try LambdaJSONDecoder().decode(JSONValue.self, from: body)
        let message = try #require(report["errorMessage"]?.stringValue)
        #expect(report["stackTrace"] == [])
        #expect(run.logs.first?.level == .error)
        #expect(run.logs.first?.message == message)
        return (
            message,
            report["errorType"]?.stringValue ?? "",
            run.posts[0].header(.functionErrorType)
        )
    }

    @Test func anEmptyBody() async throws {
        let posted = try await post("", to: Order.self)
        #expect(posted.message == "Could not decode Order: the payload is empty. Expected JSON.")
        #expect(posted.type == "Runtime.EventInvalid")
        #expect(posted.category == "Runtime.EventInvalid")
    }

    @Test(arguments: [
        (
            "hello",
            "Could not decode Order: the payload is not valid JSON. Expected a value (byte 0)."
        ),
        (
            #"{"article": "tea", "quantity": }"#,
            "Could not decode Order: the payload is not valid JSON. Expected a value after ':' (byte 31)."
        ),
        (
            #"[{"article": "tea", "quantity": 1}]"#,
            "Could not decode Order: expected an object, found an array (byte 0)."
        ),
        (
            #"{"article": "tea"}"#,
            #"Could not decode Order: the key "quantity" is missing."#
        ),
        (
            #"{"article": "tea", "quantity": "secret"}"#,
            "Could not decode Order at quantity: expected an integer, found a string (byte 31)."
        ),
        (
            #"{"article": null, "quantity": 1}"#,
            "Could not decode Order at article: expected a string, found null (byte 12)."
        ),
        (
            #"{"Records":[{"eventSource":"aws:sqs","body":"secret"}]}"#,
            #"Could not decode Order: the key "article" is missing. "#
                + "The payload looks like an SQS event."
        ),
    ])
    func anEventOfAnotherShape(_ payload: String, _ message: String) async throws {
        let posted = try await post(payload, to: Order.self)
        #expect(posted.message == message)
        #expect(posted.type == "Runtime.EventInvalid")
        #expect(!posted.message.contains("secret"))
    }

    @Test func namesThePathOfTheFault() async throws {
        let posted = try await post(
            #"{"records":[{"item":{"size":1}},{"item":{"size":"1"}}]}"#,
            to: Nested.self
        )
        #expect(
            posted.message
                == "Could not decode Nested at records[1].item.size: expected an integer, "
                + "found a string (byte 48)."
        )
    }

    @Test func deepNestingDoesNotOverflowTheStack() async throws {
        let posted = try await post(String(repeating: "[", count: 6_000_000), to: JSONValue.self)
        #expect(posted.message.hasPrefix("Could not decode JSONValue: "))
    }

    @Test func textThatIsNotUTF8() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation(bytes: [0x22, 0xFF, 0x22])],
            function { (event: String, _: LambdaContext) in event }
        )
        #expect(
            run.posts[0].text
                == #"{"errorMessage":"The payload is not UTF-8 text. Use [UInt8] as the event type "#
                + #"to receive any bytes.","errorType":"Runtime.EventInvalid","stackTrace":[]}"#
        )
    }

    @Test func aDecoderThatMayQuoteThePayloadIsNotQuoted() async throws {
        struct Talkative: PayloadDecoder {
            func decode<Value: Decodable>(
                _ type: Value.Type,
                from bytes: UnsafeRawBufferPointer
            ) throws -> Value {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: [], debugDescription: "found 'secret'")
                )
            }
        }
        let run = try await LoopRun.run(polls: [.invocation(#"{"a":"secret"}"#)]) {
            Function(
                decode: .decodable(Talkative()),
                encode: .encodable(LambdaJSONEncoder()),
                call: { (_: Order, _) in true }
            )
        }
        let text = try #require(run.posts.first).text
        #expect(text.contains("Could not decode Order: the payload is not valid."))
        #expect(!text.contains("secret"))
    }

    @Test func anErrorOfTheEventsOwnInitialiserKeepsItsName() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("{}")],
            function { (_: Picky, _: LambdaContext) in true }
        )
        #expect(
            run.posts[0].text
                == #"{"errorMessage":"Not today.","errorType":"Refusal","stackTrace":[]}"#
        )
        #expect(run.posts[0].header(.functionErrorType) == "Function.Refusal")
    }
}

private struct Refusal: Error, CustomStringConvertible {
    var description: String { "Not today." }
}

private struct Picky: Decodable, Sendable {
    init(from decoder: any Decoder) throws { throw Refusal() }
}
