import LambdaEvents
import LambdaJSON
import LambdaRuntime
import Testing

struct PayloadKeyTests {
    struct Message: Decodable {
        var messageAttributes: [String: SQSEvent.Message.MessageAttribute]
        var headers: HTTPHeaders?
        var multiValueHeaders: MultiValueHeaders?
        var tags: [String: String]?
    }

    /// What callers and the log are told of an event names none of its keys.
    @Test(arguments: [
        (#""messageAttributes":{"secret":{"dataType":1}}"#, "messageAttributes[…].dataType"),
        (#""messageAttributes":{},"headers":{"secret":1}"#, "headers[…]"),
        (#""messageAttributes":{},"multiValueHeaders":{"secret":1}"#, "multiValueHeaders[…]"),
        (#""messageAttributes":{},"multiValueHeaders":{"secret":[1]}"#, "multiValueHeaders[…][0]"),
        (#""messageAttributes":{},"tags":{"secret":1}"#, "tags[…]"),
    ])
    func errorsNameNoKeyThatIsPayload(_ members: String, _ path: String) throws {
        let error = try #require(throws: DecodingError.self) {
            try LambdaJSONDecoder().decode(Message.self, from: "{\(members)}")
        }
        let message = ErrorReport(error).message
        #expect(message.hasPrefix("Could not decode a value at \(path): "), "\(message)")
    }
}
