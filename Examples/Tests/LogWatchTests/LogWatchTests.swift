import LambdaCloudWatchLogsEvents
import LambdaRuntime
import LambdaTesting
import Testing

@testable import LogWatch

struct LogWatchTests {
    private actor Recorder: Pager {
        private(set) var calls: [Call] = []

        func call(_ call: Call, context: LambdaContext) { calls.append(call) }
    }

    private struct Line: Encodable {
        var level: String
        var message = "The till is empty."
    }

    @Test(arguments: [("ERROR", 1), ("FATAL", 1), ("WARN", 0), ("INFO", 0)])
    func callsSomebodyOnlyForErrors(_ level: String, _ count: Int) async throws {
        let pager = Recorder()
        let event = try CloudWatchLogsEvent.sample(
            messages: [Line(level: level)],
            logGroup: "/aws/lambda/checkout"
        )
        let summary = try await LogWatch(pager: pager).handle(event, context: .test())
        #expect(summary == Summary(lines: 1, errors: count))
        #expect(
            await pager.calls.map(\.text) == Array(repeating: "The till is empty.", count: count)
        )
        #expect(await pager.calls.allSatisfy { $0.source == "/aws/lambda/checkout" })
    }

    @Test
    func letsLinesOfOtherFormsPass() async throws {
        let event = try CloudWatchLogsEvent.sample(messages: ["ERROR in plain text", "[1]", ""])
        let summary = try await LogWatch().handle(event, context: .test())
        #expect(summary == Summary(lines: 3, errors: 0))
    }

    @Test
    func readsWhatIsCompressedThroughTheLoop() async throws {
        try await withLambda(LogWatch()) { lambda in
            let errors = try await lambda.invoke(fixture: "errors.json")
            #expect(try errors.text == #"{"lines":2,"errors":1}"#)
            #expect(
                errors.logs.contains(
                    .warn,
                    "Somebody should look at it.",
                    ["source": "/aws/lambda/checkout"]
                )
            )
            let control = try await lambda.invoke(fixture: "control.json")
            #expect(try control.text == #"{"lines":0,"errors":0}"#)
        }
    }

    @Test
    func failsOverDataThatAreDamaged() async throws {
        try await withLambda(LogWatch()) { lambda in
            let damaged = try Fixture("errors.json").replacing("awslogs.data", with: "bm8gZ3ppcA==")
            #expect(try await lambda.invoke(damaged).error != nil)
        }
    }
}
