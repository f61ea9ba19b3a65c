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
            (
                [("X-Amz-Tenant-Id", "a,b")], "{}", "ValidationException",
                "Value 'a,b' at 'tenantId' failed"
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
        ("Bye", "Bye"), ("Bye:prod", "Bye:prod"), ("210987654321:function:Bye", "Bye"),
        ("arn:aws:lambda:us-east-1:123456789012:function:Bye:7", "Bye:7"),
    ])
    func doesNotKnowOtherFunctions(_ name: String, _ qualified: String) throws {
        let fault = #expect(throws: InvokeFault.self) { try call(name: name) }
        #expect(fault?.status == 404)
        #expect(fault?.type == "ResourceNotFoundException")
        #expect(
            fault?.message
                == "Function not found: arn:aws:lambda:us-east-1:123456789012:function:\(qualified). "
                + "The function that is served here is Hello."
        )
    }

    @Test(arguments: [
        "Hello", "Hello:prod", "Hello:$LATEST", "Hello:$LATEST.PUBLISHED", "function",
        "function:Hello", "123456789012:Hello", "us-east-1:123456789012:function:Hello:7",
        "arn:aws:lambda:us-gov-west-1:123456789012:function:Hello",
        "arn:aws-iso-b:lambda:us-isob-east-1:123456789012:function:Hello",
        "arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:Hello",
    ])
    func knowsTheFunctionByAllItsNames(_ name: String) throws {
        let call = try call(name: name)
        #expect(call.kind == .requestResponse)
    }

    @Test(arguments: [
        "Hello:a:b", "arn:aws:s3:::Hello", "1:function:Hello", "Hello%2F", ":prod", "Hello:",
        "Hello:a.b", "Hello:$PROD", "arn:gcp:lambda:us-east-1:123456789012:function:Hello",
        "arn:aws:lambda:us-east-10:123456789012:function:Hello", "Grüße",
    ])
    func refusesWhatIsNoNameOfAFunction(_ name: String) throws {
        let fault = #expect(throws: InvokeFault.self) { try call(name: name) }
        #expect(fault?.status == 400)
        #expect(fault?.type == "ValidationException")
        #expect(
            fault?.message.hasPrefix(
                "1 validation error detected: Value '\(name)' at 'functionName' failed to satisfy "
                    + "constraint: Member must satisfy regular expression pattern: (arn:(aws"
            ) == true
        )
    }

    @Test
    func limitsTheLengthOfNames() throws {
        let longest = String(repeating: "x", count: 256)
        #expect(throws: InvokeFault.self) { try call(name: longest) }
        let fault = #expect(throws: InvokeFault.self) { try call(name: longest + "x") }
        #expect(
            fault?.message
                == "1 validation error detected: Value '\(longest)x' at 'functionName' failed to "
                + "satisfy constraint: Member must have length less than or equal to 256"
        )
        let none = #expect(throws: InvokeFault.self) { try call(name: "") }
        #expect(none?.message.hasPrefix("2 validation errors detected: Value '' at ") == true)
    }

    @Test(arguments: ["prod", "7", "$LATEST", "$LATEST.PUBLISHED", "a-b_c$"])
    func takesAQualifier(_ qualifier: String) throws {
        let call = try call(query: "?Qualifier=\(qualifier)")
        #expect(call.invocation.functionARN.hasSuffix(":function:Hello:\(qualifier)"))
    }

    @Test(
        arguments: [
            (
                "a.b",
                #"Member must satisfy regular expression pattern: "#
                    + #"\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"#
            ),
            ("a:b", "Member must satisfy regular expression pattern: "),
            ("ü", "Member must satisfy regular expression pattern: "),
            (
                String(repeating: "x", count: 129),
                "Member must have length less than or equal to 128"
            ),
            ("", "Member must have length greater than or equal to 1"),
        ]
    )
    func refusesWhatIsNoQualifier(_ qualifier: String, _ constraint: String) throws {
        let fault = #expect(throws: InvokeFault.self) {
            try call(query: "?Qualifier=\(qualifier)")
        }
        #expect(fault?.status == 400)
        #expect(fault?.type == "ValidationException")
        let text = "Value '\(qualifier)' at 'qualifier' failed to satisfy constraint: \(constraint)"
        #expect(fault?.message.contains(text) == true)
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
        #expect(
            answer.headers.contains { $0.name == "x-amzn-RequestId" && $0.value.count == 36 }
        )
        let refused = InvokeFault.invalid("v", of: "n", ["c"]).answer
        #expect(
            String(decoding: refused.body, as: UTF8.self)
                == #"{"message":"1 validation error detected: Value 'v' at 'n' failed to satisfy "#
                + #"constraint: c"}"#
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
