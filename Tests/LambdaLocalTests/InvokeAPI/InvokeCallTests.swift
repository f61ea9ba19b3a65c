#if LOCAL_RUNNING
import LambdaEmulator
import Testing

@testable import LambdaLocal

struct InvokeCallTests {
    @Test(
        arguments: [
            (
                [], "{", "InvalidRequestContentException",
                "Could not parse request body into json: "
            ),
            ([], "secret", "InvalidRequestContentException", "(line 1, column 1)"),
            (
                [("X-Amz-Client-Context", "%%")], "{}", "InvalidRequestContentException",
                "Client context must be a valid Base64-encoded JSON object."
            ),
            (
                [("X-Amz-Client-Context", "eA==")], "{}", "InvalidRequestContentException",
                "Client context must be a valid Base64-encoded JSON object."
            ),
            (
                [("X-Amz-Invocation-Type", "Later")], "{}", "ValidationException",
                "Value 'Later' at 'invocationType' failed"
            ),
            (
                [("X-Amz-Log-Type", "All")], "{}", "ValidationException",
                "Value 'All' at 'logType' failed"
            ),
        ] as [([(String, String)], String, String, String)]
    )
    func refusesACallThatIsWrong(
        _ fields: [(String, String)],
        _ body: String,
        _ type: String,
        _ message: String
    ) throws {
        let fault = #expect(throws: InvokeFault.self) { try call(fields: fields, body) }
        #expect(fault?.type == type)
        #expect(fault?.status == 400)
        #expect(fault?.message.contains(message) == true)
        #expect(fault?.message.contains("secret") == false)
    }

    @Test(arguments: [
        "Bye", "Hello:a:b", "arn:aws:s3:::Hello", "1:function:Hello", "Hello%2F", "", ":prod",
        "arn:aws:lambda:us-east-1:123456789012:function:Bye",
    ])
    func doesNotKnowOtherFunctions(_ name: String) throws {
        let fault = #expect(throws: InvokeFault.self) { try call(name: name) }
        #expect(fault?.status == 404)
        #expect(fault?.type == "ResourceNotFoundException")
        #expect(
            fault?.message
                == "Function not found: \(name). The function that is served here is Hello."
        )
    }

    @Test
    func refusesTwoQualifiersThatDiffer() throws {
        #expect(
            throws: InvokeFault.invalidParameter(
                "The derived qualifier from the function name does not match the specified "
                    + "qualifier."
            )
        ) { try call(name: "Hello:1", query: "?Qualifier=2") }
        let accepted = try call(name: "Hello", query: "?a=b&Qualifier=%24LATEST")
        #expect(accepted.invocation.functionARN.hasSuffix(":function:Hello:$LATEST"))
    }

    @Test
    func limitsTheSizeOfEvents() throws {
        let largest = "\"" + String(repeating: "x", count: LocalEvent.largest - 2) + "\""
        #expect(try call(largest).invocation.event.count == LocalEvent.largest)
        #expect(throws: InvokeFault.requestTooLarge) { try call(largest + " ") }
        let large = "\"" + String(repeating: "x", count: 1 << 20) + "\""
        #expect(throws: InvokeFault.eventTooLarge(1_048_578, limit: 1_048_576)) {
            try call(fields: [("x-amz-invocation-type", "Event")], large)
        }
    }

    @Test
    func saysWhatIsWrongAsTheServiceDoes() {
        let answer = InvokeFault.malformedContent("a \"b\"").answer
        #expect(answer.status == 400)
        #expect(
            answer.headers.contains { $0 == ("x-amzn-ErrorType", "InvalidRequestContentException") }
        )
        #expect(
            String(decoding: answer.body, as: UTF8.self)
                == #"{"Type":"User","message":"a \"b\""}"#
        )
        let other = InvokeFault.service("x").answer
        #expect(
            String(decoding: other.body, as: UTF8.self) == #"{"Type":"Service","message":"x"}"#
        )
    }

    private func call(
        name: String = "Hello",
        query: String = "",
        fields: [(String, String)] = [],
        _ body: String = "{}"
    ) throws -> InvokeCall {
        let request = ServerRequest(
            method: "POST",
            target: "/2015-03-31/functions/\(name)/invocations\(query)",
            fields: fields.map { (name: $0.0, value: $0.1) },
            body: Array(body.utf8)
        )
        return try InvokeCall(request, function: name, served: ServedFunction(name: "Hello"))
    }
}
#endif
