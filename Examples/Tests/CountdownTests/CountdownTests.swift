import LambdaFunctionURLEvents
import LambdaStreaming
import LambdaTesting
import Testing

@testable import Countdown

struct CountdownTests {
    private struct NoRecords: LaunchRecords {
        struct Full: Error {}

        func add(launchFrom start: Int, context: LambdaContext) async throws { throw Full() }
    }

    private let countdown = Countdown(beat: .zero, records: LoggedLaunchRecords())

    @Test
    func countsDown() async throws {
        let request = try FunctionURLRequest(fixture: "from-three.json")
        let collector = ResponseCollector()
        try await countdown.handle(request, response: collector.stream, context: .test())
        let response = collector.response
        #expect(response.head?.statusCode == 200)
        #expect(response.head?.headers["Content-Type"] == "text/event-stream")
        #expect(
            response.pieces.map { String(decoding: $0, as: UTF8.self) } == [
                "event: count\ndata: 3\n\n", "event: count\ndata: 2\n\n",
                "event: count\ndata: 1\n\n", "event: launch\ndata: Lift-off!\n\n",
            ]
        )
        #expect(response.isComplete)
    }

    @Test
    func showsABrowserThePageThatListens() async throws {
        var request = try FunctionURLRequest(fixture: "from-three.json")
        request.headers = ["Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"]
        let response = try await countdown.response(to: request)
        #expect(response.head?.headers["Content-Type"] == "text/html; charset=utf-8")
        // The page listens for the events that the function sends.
        let page = response.text
        #expect(page.contains(#"new EventSource(location.search || "?from=10")"#))
        for name in ["count", "launch"] {
            #expect(page.contains(#"addEventListener("\#(name)""#))
        }
        #expect(response.isComplete)
    }

    @Test
    func sendsEventsToAllOthers() async throws {
        for accepted in ["text/event-stream", "*/*", nil] {
            var request = try FunctionURLRequest(fixture: "from-three.json")
            request.headers["Accept"] = accepted
            let response = try await countdown.response(to: request)
            #expect(response.head?.headers["Content-Type"] == "text/event-stream")
        }
    }

    @Test(arguments: ["-1", "61", "ten", ""])
    func refusesANumberThatIsNone(_ number: String) async throws {
        var request = try FunctionURLRequest(fixture: "from-three.json")
        request.queryStringParameters["from"] = number
        let response = try await countdown.response(to: request)
        #expect(response.head?.statusCode == 400)
        #expect(response.text == "Count from 0 to 60 seconds: ?from=10\n")
    }

    @Test
    func streamsThroughTheLoop() async throws {
        try await withLambda(countdown) { lambda in
            let invocation = try await lambda.invoke(fixture: "from-three.json")
            let stream = try #require(invocation.stream)
            #expect(stream.isComplete)
            #expect(stream.pieces.count == 4)
            // The work after the response belongs to the invocation.
            #expect(invocation.logs.contains(.info, "Launched.", ["from": "3"]))
        }
    }

    @Test
    func aRecordThatFailsDoesNotFailTheResponse() async throws {
        try await withLambda(Countdown(beat: .zero, records: NoRecords())) { lambda in
            let invocation = try await lambda.invoke(fixture: "from-three.json")
            #expect(invocation.error == nil)
            #expect(invocation.stream?.isComplete == true)
            #expect(invocation.logs.atLeast(.error).count == 1)
        }
    }
}
