#if LOCAL_RUNNING
import LambdaEmulator
import Testing

@testable import LambdaLocal

struct LocalProgressTests {
    private let launch = ContinuousClock.now
    private let response = LocalOutcome.response(body: [0x31], contentType: "application/json")

    @Test
    func measuresInitializationAndInvocationApart() {
        let progress = progress()
        progress.note(.polled, at: launch + .milliseconds(20))
        progress.note(.delivered(requestID: "1"), at: launch + .milliseconds(25))
        progress.note(.answered(requestID: "1", response), at: launch + .milliseconds(30))
        #expect(!progress.isOver)
        progress.note(.polled, at: launch + .milliseconds(32))
        #expect(progress.isOver)
        let report = progress.report(peakMemoryBytes: nil)
        #expect(report.isSuccess)
        #expect(report.initDuration == .milliseconds(20))
        #expect(report.duration == .milliseconds(7))
    }

    @Test
    func otherPollersDoNotCompleteAnInvocation() {
        let progress = progress()
        for _ in 0..<3 { progress.note(.polled, at: launch) }
        progress.note(.delivered(requestID: "1"), at: launch)
        progress.note(.polled, at: launch)
        #expect(!progress.isOver)
    }

    @Test
    func timeOutsCountFromTheDelivery() {
        let progress = progress()
        progress.note(.polled, at: launch + .seconds(9))
        progress.note(.delivered(requestID: "1"), at: launch + .seconds(9))
        check(progress, after: .milliseconds(11_999))
        #expect(!progress.isOver)
        check(progress, after: .seconds(12))
        #expect(progress.isOver)
        #expect(progress.report(peakMemoryBytes: nil).fault == .timedOut)
        #expect(progress.report(peakMemoryBytes: nil).duration == .seconds(3))
    }

    @Test
    func aHandlerThatGoesOnAfterItsAnswerTimesOutToo() {
        let progress = progress()
        progress.note(.polled, at: launch)
        progress.note(.delivered(requestID: "1"), at: launch)
        progress.note(.answered(requestID: "1", response), at: launch)
        check(progress, after: .seconds(3))
        #expect(progress.report(peakMemoryBytes: nil).fault == .timedOut)
        #expect(!progress.report(peakMemoryBytes: nil).isSuccess)
    }

    @Test
    func aFunctionThatNeverAsksIsGivenTenSeconds() {
        let progress = progress()
        check(progress, after: .milliseconds(9999))
        #expect(!progress.isOver)
        check(progress, after: .seconds(10))
        #expect(progress.report(peakMemoryBytes: nil).fault == .neverReady(.seconds(10)))
        #expect(progress.report(peakMemoryBytes: nil).duration == nil)
    }

    @Test
    func anInitializerThatFailedIsGivenASecondToExit() {
        let progress = progress()
        let failure = FunctionFailure(type: nil, body: [])
        progress.note(.initializationFailed(failure), at: launch + .seconds(5))
        check(progress, after: .milliseconds(5999))
        #expect(!progress.isOver)
        check(progress, after: .seconds(6))
        #expect(progress.isOver)
        #expect(progress.report(peakMemoryBytes: nil).initializationFailure == failure)
        #expect(progress.report(peakMemoryBytes: nil).fault == nil)
    }

    @Test
    func theEndOfTheProcessIsTheEnd() {
        let progress = progress()
        progress.note(.polled, at: launch)
        progress.note(.delivered(requestID: "1"), at: launch)
        progress.processEnded(.signal(11), at: launch + .milliseconds(4))
        #expect(progress.isOver)
        let report = progress.report(peakMemoryBytes: 7)
        #expect(report.fault == .ended(.signal(11)))
        #expect(report.duration == .milliseconds(4))
        #expect(report.peakMemoryBytes == 7)
    }

    @Test
    func theEndAfterTheInvocationIsNoFault() {
        let progress = progress()
        progress.note(.polled, at: launch)
        progress.note(.delivered(requestID: "1"), at: launch)
        progress.note(.answered(requestID: "1", response), at: launch)
        progress.note(.polled, at: launch)
        progress.processEnded(.signal(15), at: launch)
        #expect(progress.report(peakMemoryBytes: nil).isSuccess)
    }

    private func progress() -> LocalProgress {
        LocalProgress(
            LocalReport(requestID: "1", memoryMegabytes: 128, timeoutSeconds: 3),
            launch: launch
        )
    }

    private func check(_ progress: LocalProgress, after duration: Duration) {
        progress.checkTime(
            launch + duration,
            timeout: .seconds(3),
            initializationLimit: .seconds(10)
        )
    }
}
#endif
