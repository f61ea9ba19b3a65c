#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

@Suite(.blocking)
struct QueueTests {
    @Test
    func queuesAnEventAndRunsIt() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let answer = try function.invoke("1", headers: ["X-Amz-Invocation-Type: Event"])
        #expect(answer.status == 202)
        #expect(answer.body.isEmpty)
        #expect(answer.headers["x-amz-executed-version"] == nil)
        let id = try #require(answer.headers["x-amzn-requestid"])
        try function.advance { function.log.contains("END RequestId: \(id)") }
    }

    @Test
    func triesAnEventTwiceMoreThenDropsIt() throws {
        let function = try ServedFunctionUnderTest { _ in .fail("never") }
        let answer = try function.invoke(headers: ["X-Amz-Invocation-Type: Event"])
        let id = try #require(answer.headers["x-amzn-requestid"])
        let closing = "The event of request \(id) has failed 3 times and is dropped."
        try function.advance { function.log.contains(closing) }
        let starts = function.log.split(separator: Character("\n"))
            .filter { $0 == "START RequestId: \(id) Version: $LATEST" }
        #expect(starts.count == 3)
    }

    @Test
    func doesNotTryAgainWhatHasSucceeded() throws {
        var count = 0
        let function = try ServedFunctionUnderTest { _ in
            count += 1
            return count == 1 ? .fail("once") : .respond("1")
        }
        _ = try function.invoke(headers: ["X-Amz-Invocation-Type: Event"])
        try function.advance { function.log.contains("is tried again") }
        #expect(try function.invoke().body == "1")
        #expect(count == 3)
        #expect(!function.log.contains("dropped"))
    }

    @Test
    func keepsTheClientContextFromEvents() throws {
        let function = try ServedFunctionUnderTest { event in
            event.print(event.headers["lambda-runtime-client-context"] ?? "none here")
            return .respond("1")
        }
        _ = try function.invoke(headers: [
            "X-Amz-Invocation-Type: Event",
            "X-Amz-Client-Context: " + Base64.encode(Array("{}".utf8)),
        ])
        try function.advance { function.log.contains("none here") }
    }

    @Test
    func checksACallWithoutMakingIt() throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        let answer = try function.invoke(headers: ["X-Amz-Invocation-Type: DryRun"])
        #expect(answer.status == 204)
        #expect(answer.body.isEmpty)
        #expect(answer.headers["x-amz-executed-version"] == "$LATEST")
        #expect(answer.headers["content-length"] == nil)
        #expect(function.processes.isEmpty)
    }

    @Test
    func letsCallersWaitForTheOneProcess() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        let clients = try (1...5).map { number in
            let client = try function.connect()
            try client.post("/2015-03-31/functions/Hello/invocations", "\(number)")
            return client
        }
        #expect(try clients.map { try $0.answer().body } == ["1", "2", "3", "4", "5"])
        #expect(function.processes.count == 1)
    }

    @Test
    func runsAsManyProcessesAsItMay() throws {
        let function = try ServedFunctionUnderTest(concurrency: 2) { event in
            event.body == "1" ? .hang : .respond(event.body)
        }
        let stuck = try function.connect()
        try stuck.post("/2015-03-31/functions/Hello/invocations", "1")
        #expect(try function.invoke("2").body == "2")
        #expect(try function.invoke("3").body == "3")
        #expect(function.processes.count == 2)
    }

    @Test
    func refusesMoreThanItCanKeepWaiting() throws {
        let function = try ServedFunctionUnderTest { _ in .hang }
        _ = try function.invoke(headers: ["X-Amz-Invocation-Type: Event"])
        let client = try function.connect()
        for _ in 0..<FunctionServer.queueLimit {
            try client.post(
                "/2015-03-31/functions/Hello/invocations",
                "{}",
                ["X-Amz-Invocation-Type: Event"]
            )
            _ = try client.answer()
        }
        let answer = try function.invoke()
        #expect(answer.status == 429)
        #expect(answer.headers["x-amzn-errortype"] == "TooManyRequestsException")
        #expect(answer.body.contains("ConcurrentInvocationLimitExceeded"))
    }

    @Test
    func endsItsProcesses() throws {
        let function = try ServedFunctionUnderTest(concurrency: 2) { _ in .hang }
        for _ in 1...2 { _ = try function.invoke(headers: ["X-Amz-Invocation-Type: Event"]) }
        try function.advance { function.processes.count == 2 }
        function.server.end()
        #expect(function.processes.allSatisfy { $0.ending?.cause == .signal(15) })
    }
}
#endif
