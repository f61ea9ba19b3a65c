#if LOCAL_RUNNING
import LambdaEmulator
import LambdaTransport

/// Runs one invocation: a Runtime API in this process, the function in a process of its own.
///
/// One thread does it all. The API is advanced in short steps, and between two of them come the other
/// things that can happen: the function's process has ended, its time is up, the user has pressed
/// Control-C.
struct LocalInvoker {
    var executable: String
    /// The arguments of the function's process, its name among them.
    var arguments: [String]
    var environment: LocalEnvironment
    var timeoutSeconds = 3
    /// How long the function may take to ask for its first event.
    ///
    /// Lambda gives it ten seconds and then, in a second attempt, the timeout of the function.
    var initializationLimit = Duration.seconds(10)
    /// Takes the lines that are written while the function runs.
    var log: (String) -> Void

    /// The longest wait between two looks at the process, the clock and the signals.
    private static let longestStep = Duration.milliseconds(50)
    /// The first one after a connection is closed: a process that ends closes its sockets a little
    /// earlier.
    ///
    /// Each further one is twice as long, since the process may as well go on.
    private static let shortestStep = Duration.milliseconds(1)

    func invoke(_ invocation: LocalInvocation) throws(LocalFault) -> LocalReport {
        let api = try startAPI()
        var waiting: LocalInvocation? = invocation
        waiting?.timeout = .seconds(timeoutSeconds)
        var environment = environment
        environment.set("AWS_LAMBDA_RUNTIME_API", api.endpoint)

        let interruption = Interruption()
        defer { interruption.release() }
        let clock = ContinuousClock()
        let progress = LocalProgress(
            LocalReport(
                requestID: invocation.requestID,
                memoryMegabytes: environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"].flatMap {
                    Int(digits: $0)
                },
                timeoutSeconds: timeoutSeconds
            ),
            launch: clock.now
        )
        var process = try FunctionProcess.start(
            executable: executable,
            arguments: arguments,
            environment: environment.entries,
            signals: interruption.previous
        )
        let version = environment["AWS_LAMBDA_FUNCTION_VERSION"] ?? "$LATEST"
        var step = Self.longestStep
        while !progress.isOver && !interruption.isPending {
            // Asked before the API advances: what a process has sent before it ended is read first.
            let hasEnded = process.hasEnded()
            let happened = api.advance(atMost: hasEnded ? .zero : step)
            step = min(step + step, Self.longestStep)
            for event in happened {
                progress.note(event, at: clock.now)
                if event == .disconnected { step = Self.shortestStep }
                // Submitted to a function that waits for it, so that the line comes before its own.
                if event == .polled, let invocation = waiting.take() {
                    log(LocalReport.startLine(requestID: invocation.requestID, version: version))
                    let now = clock.now
                    api.submit(invocation)
                    progress.note(.delivered(requestID: invocation.requestID), at: now)
                }
            }
            if hasEnded, let ending = process.ending {
                progress.processEnded(ending.cause, at: clock.now)
            }
            progress.checkTime(
                clock.now,
                timeout: .seconds(timeoutSeconds),
                initializationLimit: initializationLimit
            )
        }
        process.measureMemory()
        if !interruption.isPending { dismiss(&process, from: api) }
        return progress.report(after: process.end())
    }

    /// Lets a function that waits for its next event exit by itself, so that nothing it has
    /// printed is left in a buffer.
    ///
    /// One that is busy is not waited for.
    private func dismiss(_ process: inout FunctionProcess, from api: LocalRuntimeAPI) {
        guard api.isPolled else { return }
        api.end()
        let limit = ContinuousClock.now + FunctionProcess.grace
        while !process.hasEnded(), ContinuousClock.now < limit {
            _ = api.advance(atMost: Self.shortestStep)
        }
    }

    private func startAPI() throws(LocalFault) -> LocalRuntimeAPI {
        let concurrency = environment["AWS_LAMBDA_MAX_CONCURRENCY"].flatMap { Int(digits: $0) }
        do {
            return try LocalRuntimeAPI(concurrency: concurrency ?? 1)
        } catch {
            throw .system("The local Runtime API cannot start. \(error)")
        }
    }
}
#endif
