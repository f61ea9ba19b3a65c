#if LOCAL_RUNNING
import LambdaEmulator
import Testing

@testable import LambdaLocal

struct LocalReportTests {
    @Test
    func reportsASuccessAsLambdaDoes() {
        var report = report()
        report.answer = .response(body: [], contentType: "application/json")
        #expect(report.isSuccess)
        #expect(
            report.closingLines == """
                END RequestId: 8476
                REPORT RequestId: 8476\tDuration: 1.24 ms\tMemory Size: 128 MB\t\
                Max Memory Used: 7 MB\tInit Duration: 12.00 ms

                """
        )
    }

    @Test
    func namesTheVersionAtTheStart() {
        let line = LocalReport.startLine(requestID: "8476", version: "42")
        #expect(line == "START RequestId: 8476 Version: 42\n")
    }

    @Test
    func saysWhatTheHandlerThrew() {
        var report = report()
        report.answer = .failure(
            FunctionFailure(
                type: "Function.NoSuchOrder",
                body: Array(
                    #"{"errorType":"NoSuchOrder","errorMessage":"Order 7 is unknown."}"#.utf8
                )
            )
        )
        #expect(!report.isSuccess)
        #expect(report.failureLines == ["The function failed: NoSuchOrder: Order 7 is unknown."])
    }

    @Test(
        arguments: [
            ("", nil, "Unknown, without a readable error document."),
            ("not json", "Runtime.Unknown", "Runtime.Unknown, without a readable error document."),
            ("{}", "Runtime.Unknown", "Runtime.Unknown"),
            (#"{"errorType":"A"}"#, nil, "A"),
            (#"{"errorType":7,"errorMessage":[]}"#, "B", "B"),
            ("[]", "B", "B, without a readable error document."),
        ] as [(String, String?, String)]
    )
    func summarizesWhateverWasPosted(_ body: String, _ type: String?, _ summary: String) {
        #expect(LocalReport.summary(FunctionFailure(type: type, body: Array(body.utf8))) == summary)
    }

    @Test
    func namesTheSignalAndTheRequestOfACrash() {
        var report = report()
        report.fault = .ended(.signal(4))
        #expect(!report.isSuccess)
        #expect(
            report.failureLines == [
                "The function's process was ended by signal 4 (SIGILL, illegal instruction) "
                    + "while request 8476 was in flight.",
                "Swift ends a process like this on a trap: an index out of range, an unwrapped nil, "
                    + "an overflow. A debug build says which and where, in the lines above.",
            ]
        )
    }

    @Test
    func namesTheStatusOfAnExit() {
        var report = report()
        report.duration = nil
        report.fault = .ended(.exit(status: 3))
        #expect(
            report.failureLines.first
                == "The function's process exited with status 3 before it asked for an event."
        )
    }

    @Test
    func anAnswerFollowedByACrashIsAFailure() {
        var report = report()
        report.answer = .response(body: [], contentType: "application/json")
        report.fault = .ended(.signal(64))
        #expect(!report.isSuccess)
        #expect(
            report.failureLines == [
                "The function's process was ended by signal 64 after it had answered request 8476."
            ]
        )
    }

    @Test
    func anInitializerThatFailsIsNotReportedAsAnExitToo() {
        var report = report()
        report.duration = nil
        report.initializationFailure = FunctionFailure(
            type: nil,
            body: Array(#"{"errorType":"NoTable","errorMessage":"TABLE is not set."}"#.utf8)
        )
        report.fault = .ended(.exit(status: 1))
        #expect(
            report.failureLines == ["The function failed to start: NoTable: TABLE is not set."]
        )
    }

    @Test
    func reportsAPassedDeadlineInTheWordsOfTheService() {
        var report = report()
        report.fault = .timedOut
        #expect(report.failureLines == ["8476 Task timed out after 3.00 seconds"])
    }

    @Test
    func warnsAboutMoreMemoryThanTheFunctionHas() {
        var report = report()
        report.peakMemoryBytes = 128 * 1_048_576 + 1
        #expect(report.closingLines.contains("Runtime.OutOfMemory"))
        report.peakMemoryBytes = 128 * 1_048_576
        #expect(!report.closingLines.contains("Runtime.OutOfMemory"))
    }

    @Test(
        arguments: [
            (.zero, "0.00"), (.nanoseconds(1), "0.01"), (.microseconds(10), "0.01"),
            (.milliseconds(999), "999.00"), (.seconds(61), "61000.00"),
            (.seconds(Int64.max), "1000000000.00"), (.seconds(-1), "0.00"),
        ] as [(Duration, String)]
    )
    func roundsDurationsUp(_ duration: Duration, _ text: String) {
        #expect(LocalReport.milliseconds(duration) == text)
    }

    private func report() -> LocalReport {
        LocalReport(
            requestID: "8476",
            memoryMegabytes: 128,
            timeoutSeconds: 3,
            initDuration: .milliseconds(12),
            duration: .nanoseconds(1_230_001),
            peakMemoryBytes: 6_500_000
        )
    }
}
#endif
