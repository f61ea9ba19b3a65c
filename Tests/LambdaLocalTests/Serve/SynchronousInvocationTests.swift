#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

@Suite(.blocking)
struct SynchronousInvocationTests {
    @Test
    func answersWithWhatTheFunctionPosts() throws {
        let function = try ServedFunctionUnderTest { .respond("[\($0.body)]") }
        let answer = try function.invoke("7")
        #expect(answer.status == 200)
        #expect(answer.body == "[7]")
        #expect(answer.headers["x-amz-executed-version"] == "$LATEST")
        #expect(answer.headers["x-amz-function-error"] == nil)
        #expect(answer.headers["x-amz-log-result"] == nil)
        #expect(answer.headers["x-amzn-requestid"]?.count == 36)
    }

    @Test
    func sendsAnEmptyObjectWhereThereIsNoPayload() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        #expect(try function.invoke("").body == "{}")
    }

    @Test(arguments: [
        "Hello", "Hello:prod", "function", "123456789012:function:Hello",
        "arn:aws:lambda:us-east-1:123456789012:function:Hello",
        "arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3AHello%3A%24LATEST",
        "Hello:prod/invocations?Qualifier=prod#",
    ])
    func knowsTheFunctionByEachOfItsNames(_ name: String) throws {
        let function = try ServedFunctionUnderTest { _ in .respond("1") }
        let client = try function.connect()
        let path = name.split(separator: Character("#")).first.map { String($0) } ?? ""
        let target = path == name ? "\(name)/invocations" : path
        try client.post("/2015-03-31/functions/\(target)", "{}")
        #expect(try client.answer().status == 200)
    }

    @Test
    func tellsTheFunctionWhatItIsInvokedAs() throws {
        let function = try ServedFunctionUnderTest { event in
            .respond("\"\(event.headers["lambda-runtime-invoked-function-arn"] ?? "")\"")
        }
        #expect(
            try function.invoke(name: "Hello:prod").body
                == "\"arn:aws:lambda:us-east-1:123456789012:function:Hello:prod\""
        )
    }

    @Test
    func passesOnWhatTheCallerSaysAboutItself() throws {
        let function = try ServedFunctionUnderTest { event in
            .respond(
                ["client-context", "trace-id", "aws-tenant-id"]
                    .map { event.headers["lambda-runtime-" + $0] ?? "none" }
                    .joined(separator: " ")
            )
        }
        let answer = try function.invoke(headers: [
            "X-Amz-Client-Context: " + Base64.encode(Array(#"{"a":1}"#.utf8)),
            "X-Amzn-Trace-Id: Root=1-0-0", "X-Amz-Tenant-Id: blue",
        ])
        #expect(answer.body == #"{"a":1} Root=1-0-0 blue"#)
        #expect(answer.headers["x-amzn-trace-id"] == "Root=1-0-0")
    }

    @Test
    func makesATraceIDWhereTheCallerHasNone() throws {
        let function = try ServedFunctionUnderTest { event in
            .respond(event.headers["lambda-runtime-trace-id"] ?? "")
        }
        let answer = try function.invoke()
        #expect(answer.body.hasPrefix("Root=1-"))
        #expect(answer.headers["x-amzn-trace-id"] == answer.body)
    }

    @Test
    func returnsTheEndOfTheLog() throws {
        let function = try ServedFunctionUnderTest { event in
            event.print("greeting\nand half a line")
            return .respond("1")
        }
        let answer = try function.invoke(headers: ["X-Amz-Log-Type: Tail"])
        let id = try #require(answer.headers["x-amzn-requestid"])
        let log = try decoded(answer)
        #expect(
            log.hasPrefix(
                "START RequestId: \(id) Version: $LATEST\ngreeting\nand half a line\n"
                    + "END RequestId: \(id)\nREPORT RequestId: \(id)\tDuration: "
            )
        )
        #expect(log.hasSuffix(" ms\n"))
        #expect(function.log == log)
    }

    @Test
    func returnsTheLastFourKilobytesOfALongLog() throws {
        let function = try ServedFunctionUnderTest { event in
            event.print(String(repeating: "x", count: 30_000) + "\n")
            return .respond("1")
        }
        let log = try decoded(try function.invoke(headers: ["X-Amz-Log-Type: Tail"]))
        #expect(log.utf8.count == 4096)
        #expect(log.hasPrefix("xxx"))
        #expect(log.contains("REPORT"))
    }

    @Test
    func returnsTheLogOfThisInvocationAlone() throws {
        let function = try ServedFunctionUnderTest { event in
            event.print("event \(event.body)\n")
            return .respond("1")
        }
        _ = try function.invoke("1")
        let log = try decoded(try function.invoke("2", headers: ["X-Amz-Log-Type: Tail"]))
        #expect(log.contains("event 2\n"))
        #expect(!log.contains("event 1\n"))
        #expect(!log.contains("Init Duration"))
    }

    @Test
    func answersBeforeTheFunctionHasDoneWithTheInvocation() throws {
        let function = try ServedFunctionUnderTest { _ in .respondAndHang("1") }
        #expect(try function.invoke().body == "1")
        #expect(!function.log.contains("END"))
    }

    @Test
    func goesOnWhereTheCallerHasGone() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        var client = Optional(try function.connect())
        try client?.post("/2015-03-31/functions/Hello/invocations", "1")
        client = nil
        try function.advance { function.log.contains("REPORT") }
        #expect(try function.invoke("2").body == "2")
    }

    private func decoded(
        _ answer: ServedFunctionUnderTest.Client.Answer
    ) throws -> String {
        let header = try #require(answer.headers["x-amz-log-result"])
        return String(decoding: try #require(Base64.decode(header)), as: UTF8.self)
    }
}
#endif
