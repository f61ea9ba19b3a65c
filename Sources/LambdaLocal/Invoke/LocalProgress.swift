#if LOCAL_RUNNING
import LambdaEmulator

/// How far one invocation has come: what happened, in order, becomes a report.
final class LocalProgress {
    private var report: LocalReport
    /// A boolean value indicating whether there is nothing left to wait for.
    private(set) var isOver = false

    /// When the process was started.
    ///
    /// `nil` where it had asked for events before.
    private let launch: ContinuousClock.Instant?
    private var delivery: ContinuousClock.Instant?
    private var initializationFailure: ContinuousClock.Instant?

    /// How long a process may take to exit once it has said that it cannot start.
    private static let exitLimit = Duration.seconds(1)

    init(_ report: LocalReport, launch: ContinuousClock.Instant?) {
        self.report = report
        self.launch = launch
    }
}

extension LocalProgress {
    func note(_ event: RuntimeAPIEvent, at now: ContinuousClock.Instant) {
        switch event {
        case .polled where isStarting:
            report.initDuration = launch?.duration(to: now)
        // Lambda counts an invocation as complete only when the function asks for the next one.
        case .polled where report.answer != nil:
            finish(at: now)
        case .polled, .disconnected, .streamBegan, .streamed: break
        case .delivered: delivery = delivery ?? now
        case .answered(_, let outcome): report.answer = outcome
        case .initializationFailed(let failure):
            report.initializationFailure = failure
            initializationFailure = now
        }
    }

    func processEnded(
        _ cause: FunctionProcess.Ending.Cause,
        at now: ContinuousClock.Instant
    ) {
        guard !isOver else { return }
        report.fault = .ended(cause)
        finish(at: now)
    }

    /// Ends the invocation where its time is up.
    func checkTime(
        _ now: ContinuousClock.Instant,
        timeout: Duration,
        initializationLimit: Duration
    ) {
        guard !isOver else { return }
        if let initializationFailure {
            if initializationFailure.duration(to: now) >= Self.exitLimit { isOver = true }
        } else if let delivery {
            guard delivery.duration(to: now) >= timeout else { return }
            report.fault = .timedOut
            finish(at: now)
        } else if isStarting, let launch {
            guard launch.duration(to: now) >= initializationLimit else { return }
            report.fault = .neverReady(initializationLimit)
            isOver = true
        }
    }

    /// The report, with what only the process tells.
    func report(peakMemoryBytes: Int?) -> LocalReport {
        var report = report
        report.peakMemoryBytes = peakMemoryBytes
        return report
    }

    var requestID: String { report.requestID }

    /// A boolean value indicating whether the process has yet to ask for its first event.
    private var isStarting: Bool { launch != nil && report.initDuration == nil }

    private func finish(at now: ContinuousClock.Instant) {
        report.duration = delivery.map { $0.duration(to: now) }
        isOver = true
    }
}
#endif
