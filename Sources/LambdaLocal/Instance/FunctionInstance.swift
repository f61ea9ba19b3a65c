#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport

/// One execution environment: a process of the function, the Runtime API that it talks to, its log.
///
/// It is started for an invocation, and runs one after the other. It never waits: its owner waits for
/// what ``prepare(_:)`` asks for, and lets it ``advance(_:at:)``.
final class FunctionInstance {
    private let api: LocalRuntimeAPI
    private let output: OutputPipe
    private var process: any InstanceProcess
    private var log: InvocationLog
    private let function: ServedFunction
    private let initializationLimit: Duration

    /// What the process waits for while it starts.
    private var waiting: LocalInvocation?
    /// The invocation under way.
    ///
    /// `nil` between two.
    private var progress: LocalProgress?
    private var step = longestStep
    /// A boolean value indicating whether the process has been asked to end.
    private var isTerminating = false
    /// A boolean value indicating whether the process has ended.
    private(set) var hasEnded = false

    /// The longest wait between two looks at the process and the clock.
    private static let longestStep = Duration.milliseconds(50)
    /// The first one after a connection is closed: a process that ends closes its sockets a little
    /// earlier.
    ///
    /// Each further one is twice as long, since the process may as well go on.
    private static let shortestStep = Duration.milliseconds(1)

    /// What has happened to an invocation.
    enum Happening {
        /// The function has begun a response in pieces.
        case began(requestID: String, contentType: String)
        /// It has sent a piece of it.
        case sent(requestID: String, piece: [UInt8])
        /// The function has posted its answer, and may go on with something else.
        case answered(requestID: String, LocalOutcome)
        /// The invocation is over.
        case completed(LocalReport, log: [UInt8])
    }

    /// Starts the process.
    ///
    /// - Parameters:
    ///   - function: What the function is told about itself.
    ///   - invocation: What it is started for.
    ///   - initializationLimit: How long it may take to ask for its first event.
    ///   - log: Takes the lines of the log.
    ///   - launch: Starts the process.
    /// - Throws: A fault where the system refuses a socket or the process.
    init(
        _ function: ServedFunction,
        for invocation: LocalInvocation,
        initializationLimit: Duration,
        log: @escaping ([UInt8]) -> Void,
        launch: InstanceLauncher
    ) throws(LocalFault) {
        self.function = function
        self.initializationLimit = initializationLimit
        self.log = InvocationLog(output: log)
        output = try OutputPipe()
        do throws(SocketError) {
            api = try LocalRuntimeAPI()
        } catch {
            throw .system("The local Runtime API cannot start. \(error)")
        }
        let begin = ContinuousClock.now
        process = try launch(api.endpoint, output.writing)
        output.closeWriting()
        progress = LocalProgress(report(of: invocation), launch: begin)
        waiting = invocation
    }

    /// A boolean value indicating whether the function waits for an event.
    var isIdle: Bool { progress == nil && !hasEnded && api.isPolled }

    /// Hands an event to the function that waits for one.
    func submit(_ invocation: LocalInvocation) {
        let progress = LocalProgress(report(of: invocation), launch: nil)
        self.progress = progress
        deliver(invocation, progress, at: .now)
    }

    /// The id of the invocation under way.
    ///
    /// `nil` between two.
    var requestID: String? { progress?.requestID }

    /// A boolean value indicating whether the function is to wait with the rest of its response.
    var holdsResponse: Bool {
        get { api.holdsStreams }
        set { api.holdsStreams = newValue }
    }

    /// Asks the process to end, and does not wait.
    func terminate() {
        isTerminating = true
        process.terminate()
    }

    /// Lets a function that waits for its next event exit by itself, so that nothing it has printed is
    /// left in a buffer.
    ///
    /// One that wants to be told of its end is. One that is busy is not waited for.
    func dismiss() {
        if api.isPolled, !api.hasExtension {
            api.end()
            goOn(atMost: FunctionProcess.grace)
        }
        end(grace: FunctionProcess.grace)
    }

    /// Ends the process, and takes down what it wrote last.
    ///
    /// It is asked first, and may finish what it has begun. Where it has not ended in time, it is killed.
    func end(grace: Duration) {
        holdsResponse = false
        if grace > .zero {
            terminate()
            goOn(atMost: grace)
        }
        _ = process.end(grace: .zero)
        hasEnded = true
        log.append(output.drain())
        log.flush()
    }

    /// Serves the process until it has ended.
    private func goOn(atMost limit: Duration) {
        let limit = ContinuousClock.now + limit
        while !process.hasEnded(), ContinuousClock.now < limit {
            var readiness = Readiness()
            api.prepare(&readiness)
            output.prepare(&readiness)
            readiness.wait(atMost: Self.shortestStep)
            _ = api.advance(readiness)
            log.append(output.drain())
        }
    }
}

extension FunctionInstance {
    /// Adds what there is to wait for.
    func prepare(_ readiness: inout Readiness) {
        api.prepare(&readiness)
        output.prepare(&readiness)
        readiness.limit(to: step)
        step = min(step + step, Self.longestStep)
    }

    /// Handles all that has happened while its owner waited.
    func advance(_ readiness: Readiness, at now: ContinuousClock.Instant) -> [Happening] {
        // Asked before the API is read to its end: what a process has sent before it ended comes first.
        let processHasEnded = process.hasEnded()
        var events = api.advance(readiness)
        if processHasEnded { events += api.advance(atMost: .zero) }
        // What the function wrote, it wrote before what it asked the API for.
        log.append(output.drain())
        var happenings: [Happening] = []
        for event in events {
            if event == .disconnected { step = Self.shortestStep }
            guard let progress else { continue }
            progress.note(event, at: now)
            if let happening = Happening(event) { happenings.append(happening) }
            // Submitted to a function that waits for it, so that its line comes before those of the handler.
            if event == .polled, let invocation = waiting.take() {
                deliver(invocation, progress, at: now)
            }
            if progress.isOver { happenings.append(complete(progress)) }
        }
        if processHasEnded, let ending = process.ending { ended(ending, at: now, &happenings) }
        checkTime(now, &happenings)
        return happenings
    }

    private func deliver(
        _ invocation: LocalInvocation,
        _ progress: LocalProgress,
        at now: ContinuousClock.Instant
    ) {
        let requestID = invocation.requestID
        log.append(lines: LocalReport.startLine(requestID: requestID, version: function.version))
        progress.note(.delivered(requestID: requestID), at: now)
        api.submit(invocation)
    }

    private func ended(
        _ ending: FunctionProcess.Ending,
        at now: ContinuousClock.Instant,
        _ happenings: inout [Happening]
    ) {
        hasEnded = true
        if let progress {
            progress.processEnded(ending.cause, at: now)
            happenings.append(complete(progress))
        } else if !isTerminating {
            log.append(
                lines: "The function's process \(ending.cause.description) between two "
                    + "invocations.\n"
            )
        }
        log.flush()
    }

    private func checkTime(_ now: ContinuousClock.Instant, _ happenings: inout [Happening]) {
        guard let progress else { return }
        progress.checkTime(
            now,
            timeout: .seconds(function.timeoutSeconds),
            initializationLimit: initializationLimit
        )
        guard progress.isOver else { return }
        process.measureMemory()
        end(grace: .zero)
        happenings.append(complete(progress))
    }

    private func complete(_ progress: LocalProgress) -> Happening {
        self.progress = nil
        if !hasEnded { process.measureMemory() }
        let report = progress.report(
            peakMemoryBytes: process.ending?.peakMemoryBytes ?? process.peakMemoryBytes
        )
        log.append(lines: report.closingLines)
        defer { log.beginNext() }
        return .completed(report, log: log.tail)
    }

    private func report(of invocation: LocalInvocation) -> LocalReport {
        LocalReport(
            requestID: invocation.requestID,
            memoryMegabytes: function.memoryMegabytes,
            timeoutSeconds: function.timeoutSeconds
        )
    }
}

extension FunctionInstance.Happening {
    /// What an event at the API means for an invocation.
    ///
    /// `nil` where that is nothing.
    fileprivate init?(_ event: RuntimeAPIEvent) {
        switch event {
        case .streamBegan(let requestID, let contentType):
            self = .began(requestID: requestID, contentType: contentType)
        case .streamed(let requestID, let piece): self = .sent(requestID: requestID, piece: piece)
        case .answered(let requestID, let outcome):
            self = .answered(requestID: requestID, outcome)
        case .polled, .delivered, .initializationFailed, .disconnected: return nil
        }
    }
}
#endif
