#if LOCAL_RUNNING
import LambdaEmulator
import TestSupport
import Testing

@testable import LambdaLocal

@Suite(.blocking)
struct FailedInvocationTests {
    @Test
    func reportsWhatTheFunctionReports() throws {
        let function = try ServedFunctionUnderTest { _ in .fail("no such order") }
        let answer = try function.invoke()
        #expect(answer.status == 200)
        #expect(answer.headers["x-amz-function-error"] == "Unhandled")
        #expect(answer.body == #"{"errorType":"Hello.Wrong","errorMessage":"no such order"}"#)
        #expect(answer.headers["content-type"] == "application/json")
    }

    @Test
    func reportsATimeoutAndStartsAFreshProcess() throws {
        let function = try ServedFunctionUnderTest(timeoutSeconds: 0) { _ in .hang }
        for count in 1...2 {
            let answer = try function.invoke()
            let id = try #require(answer.headers["x-amzn-requestid"])
            #expect(answer.headers["x-amz-function-error"] == "Unhandled")
            #expect(
                answer.body
                    == #"{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: \#(id) Error: "#
                    + #"Task timed out after 0.00 seconds"}"#
            )
            #expect(function.log.contains("\(id) Task timed out after 0.00 seconds\n"))
            #expect(function.processes.count == count)
            #expect(function.processes.last?.ending?.cause == .signal(9))
        }
    }

    @Test(
        arguments: [
            (.signal(4), "Runtime exited with error: signal: illegal instruction"),
            (.signal(5), "Runtime exited with error: signal: trace/breakpoint trap"),
            (.signal(6), "Runtime exited with error: signal: aborted"),
            (.signal(9), "Runtime exited with error: signal: killed"),
            (.signal(11), "Runtime exited with error: signal: segmentation fault"),
            (.signal(64), "Runtime exited with error: signal: signal 64"),
            (.exit(status: 3), "Runtime exited with error: exit status 3"),
            (.exit(status: 0), "Runtime exited without providing a reason"),
        ] as [(FunctionProcess.Ending.Cause, String)]
    )
    func reportsACrashAndStartsAFreshProcess(
        _ cause: FunctionProcess.Ending.Cause,
        _ reason: String
    ) throws {
        let function = try ServedFunctionUnderTest { event in
            event.body == "1" ? .end(cause) : .respond("fresh")
        }
        let answer = try function.invoke("1")
        let id = try #require(answer.headers["x-amzn-requestid"])
        #expect(answer.headers["x-amz-function-error"] == "Unhandled")
        #expect(
            answer.body
                == #"{"errorType":"Runtime.ExitError","errorMessage":"RequestId: \#(id) Error: "#
                + "\(reason)\"}"
        )
        #expect(try function.invoke("2").body == "fresh")
        #expect(function.processes.count == 2)
    }

    @Test
    func reportsAFailedStartToEachCaller() throws {
        let function = try ServedFunctionUnderTest(start: .fail("no database")) { _ in .hang }
        for count in 1...2 {
            let answer = try function.invoke()
            #expect(answer.headers["x-amz-function-error"] == "Unhandled")
            #expect(answer.body == #"{"errorType":"Hello.Bad","errorMessage":"no database"}"#)
            #expect(function.processes.count == count)
        }
    }

    @Test
    func reportsAProcessThatEndsBeforeItAsksForAnEvent() throws {
        let function = try ServedFunctionUnderTest(start: .end(.exit(status: 1))) { _ in .hang }
        #expect(try function.invoke().body.contains("Runtime exited with error: exit status 1"))
    }

    @Test
    func reportsAProcessThatNeverAsksForAnEvent() throws {
        let function = try ServedFunctionUnderTest(
            start: .hang,
            initializationLimit: .zero
        ) { _ in .hang }
        #expect(try function.invoke().body.contains("Sandbox.Timedout"))
        #expect(function.log.contains("did not ask for an event"))
    }

    @Test
    func noticesAProcessThatEndsBetweenTwoInvocations() throws {
        let function = try ServedFunctionUnderTest { .respond($0.body) }
        _ = try function.invoke("1")
        try function.advance { function.log.contains("REPORT") }
        _ = try #require(function.processes.first).end(grace: .zero)
        try function.advance { function.log.contains("between two invocations") }
        #expect(try function.invoke("2").body == "2")
        #expect(function.processes.count == 2)
    }

    @Test
    func saysThatAProcessCannotBeStarted() throws {
        let listener = try LocalServer()
        var log: [UInt8] = []
        let server = FunctionServer(
            ServedFunction(name: "Hello"),
            on: listener,
            initializationLimit: .seconds(60),
            log: { log += $0 },
            launch: { (_, _) throws(LocalFault) in throw .system("There are no processes.") }
        )
        let request = ServerRequest(
            method: "POST",
            target: "/2015-03-31/functions/Hello/invocations",
            body: Array("{}".utf8)
        )
        #expect(server.answer(to: request, from: 1) == nil)
        server.advance(atMost: .zero)
        #expect(String(decoding: log, as: UTF8.self) == "There are no processes.\n")
    }
}
#endif
