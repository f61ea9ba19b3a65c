import LambdaJSON
import LambdaTesting
import Testing

@testable import LambdaRuntime

struct XRayErrorCauseTests {
    private struct OutOfStock: LambdaReportableError {
        var errorType: String { "OutOfStock" }
        var errorMessage: String { "„Tee“ is \"out\" of stock.\n\u{0}\u{7F} \u{1F375}" }
    }

    @Test func comesWithTheErrorOfAnInvocation() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation("1")],
            function { (_: Int, _: LambdaContext) -> Int in throw OutOfStock() }
        )
        let header = try #require(run.posts.first?.header(.errorCause))
        #expect(header.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        let cause = try LambdaJSONDecoder().decode(JSONValue.self, from: Array(header.utf8))
        #expect(cause["exceptions"]?.arrayValue?.count == 1)
        let exception = cause["exceptions"]?.arrayValue?.first
        #expect(exception?["type"] == "OutOfStock")
        #expect(exception?["message"]?.stringValue == OutOfStock().errorMessage)
        #expect(exception?["stack"] == [])
        #expect(cause["paths"] == [])
        #expect(cause["working_directory"]?.stringValue?.hasPrefix("/") == true)
        #expect(cause.objectValue?.count == 3)
    }

    @Test func hasNoValueOfThePayload() async throws {
        let run = try await LoopRun.run(
            polls: [.invocation(#"{"article":"secret-tea","quantity":"secret-number"}"#)],
            function { (_: Order, _: LambdaContext) in 1 }
        )
        let header = try #require(run.posts.first?.header(.errorCause))
        #expect(header.contains("quantity"))
        #expect(!header.contains("secret"))
    }

    @Test func aTestSeesIt() async throws {
        let handler = { @Sendable (_: Int, _: LambdaContext) -> Int in throw OutOfStock() }
        try await withLambda(handler) { lambda in
            let invocation = try await lambda.invoke(1)
            let exception = invocation.errorCause?["exceptions"]?.arrayValue?.first
            #expect(exception?["type"] == "OutOfStock")
        }
    }

    @Test func isNotSentWithAnAnswer() async throws {
        let run = try await LoopRun.run(polls: [.invocation("1")], echo)
        #expect(run.posts.map { $0.header(.errorCause) } == [nil])
    }

    @Test(arguments: ["x", "\u{E9}", "\u{1F375}", "\u{0}"])
    func staysFarBelow64KiB(_ character: String) throws {
        let text = String(repeating: character, count: 100_000)
        let report = ErrorReport(type: text, message: text, category: "Function.Unknown")
        let bytes = XRayErrorCause.bytes(of: report)
        #expect(bytes.count < 48 * 1024)
        let cause = try LambdaJSONDecoder().decode(JSONValue.self, from: bytes)
        let exception = try #require(cause["exceptions"]?.arrayValue?.first)
        #expect(exception["message"]?.stringValue?.hasPrefix(character + character) == true)
    }

    @Test func theReportIsAsLongAsItSays() async throws {
        // The longest of everything: the head has room for it.
        struct Long: LambdaReportableError {
            var errorType: String { String(repeating: "E", count: 128) }
            var errorMessage: String { String(repeating: "\u{E9}", count: 100_000) }
        }
        let id = String(repeating: "i", count: RequestID.limit)
        let run = try await LoopRun.run(
            polls: [.invocation("1", id: id, more: ["Lambda-Runtime-Invocation-Id: \(id)"])],
            function { (_: Int, _: LambdaContext) -> Int in throw Long() }
        )
        let post = try #require(run.posts.first)
        #expect(post.path == "/2018-06-01/runtime/invocation/\(id)/error")
        #expect(post.header(.invocationID) == id)
        #expect(post.header(.functionErrorType) == "Function." + Long().errorType)
        let body = try LambdaJSONDecoder().decode(JSONValue.self, from: post.body)
        #expect(body["errorMessage"]?.stringValue?.hasPrefix("\u{E9}\u{E9}") == true)
        #expect(post.header(.errorCause)?.hasSuffix("]}") == true)
    }
}
