import LambdaRuntime
import LambdaTransport

/// A function that runs in a test, through the loop that runs it on Lambda.
///
/// `withLambda` makes one. What is different from Lambda is
/// the Runtime API: it listens on a loopback socket of its own and does what the test says. The
/// HTTP client, the decoding of events, the encoding of answers, the reports of errors and the log
/// are what they are on Lambda.
///
/// ```swift
/// try await withLambda(OrderDesk(store: store)) { lambda in
///     let invocation = try await lambda.invoke(fixture: "sqs/standard.json")
///     #expect(try invocation.output(as: SQSBatchResponse.self).batchItemFailures.isEmpty)
/// }
/// ```
///
/// What the context says about the function (name, version, memory) is in ``Options/function``.
public final class TestLambda: Sendable {
    /// What the function has logged so far.
    public let log = CapturedLog()

    let options: Options
    package let api: ScriptedRuntimeAPI
    /// Asks the function to end, `nil` for one that is ended without notice.
    let shutdownRequest: ShutdownRequest?
    /// Whether the function has ended because it was asked to.
    let hasShutDown: Promise<Bool>
    private let tasks = HandlerTasks()
    private let hasExceededLimit = Monitor(false)
    private let exit = Promise<Exit>()

    /// Starts a function.
    init(_ function: FunctionUnderTest, options: Options) throws {
        var resolved = options
        resolved.concurrency = options.concurrency ?? Options.concurrencyByDefault
        self.options = resolved
        let hasShutDown = Promise<Bool>()
        self.hasShutDown = hasShutDown
        shutdownRequest =
            function.hasShutdownHook ? ShutdownRequest { _ in hasShutDown.fulfill(true) } : nil
        let posts = options.initializationFaults.map(\.step)
        let slots = max(1, resolved.concurrency ?? 1)
        api = try ScriptedRuntimeAPI(
            ScriptState(posts: posts, isOpen: true),
            // The extension has one of its own.
            connections: slots + (function.hasShutdownHook ? 1 : 0),
            slots: slots
        )
        api.state.withLock { $0.lifecycle.faults = options.lifecycleFaults.map(\.step)[...] }
        var surroundings = Surroundings(
            isSnapStart: options.startsFromSnapshot,
            shutdownRequest: shutdownRequest
        )
        surroundings.concurrency = resolved.concurrency.map { max(1, $0) }
        start(surroundings) { [self] in
            DescribedFunction(
                function: try await tasks.initialize(function.make),
                description: options.function,
                tasks: tasks
            )
        }
    }

    /// Starts the loop on a thread of its own.
    private func start(
        _ surroundings: Surroundings,
        _ makeFunction: @escaping @Sendable () async throws -> any InvocableFunction
    ) {
        var patience = RuntimePatience()
        patience.firstPause = .microseconds(10)
        patience.stallLimit = options.stallLimit
        let loop = InvocationLoop(
            endpoint: api.endpoint,
            logger: LambdaLogger(level: options.logLevel, sink: log),
            patience: patience,
            surroundings: surroundings,
            makeFunction: makeFunction
        )
        let failure = Thread.start { self.ended(Exit(loop.runOnThisThread())) }
        if failure != 0 { ended(.serviceFailed) }
    }

    private func ended(_ reason: Exit) {
        let settled = api.state.withLock { $0.ended(reason) }
        settled.resume(undelivered: reasonForNoEvents(reason))
        api.start.fulfill(false)
        api.snapshot.fulfill(false)
        hasShutDown.fulfill(false)
        exit.fulfill(reason)
    }

    private func reasonForNoEvents(_ exit: Exit) -> LambdaTestError {
        guard exit == .initializationFailed else { return .ended(exit) }
        return .initializationFailed(postedInitializationError)
    }

    var postedInitializationError: ReportedError? {
        api.state.withLock { $0.initializationError }.map { ReportedError($0) }
    }
}

// MARK: - What happened

extension TestLambda {
    /// The requests that the function has sent to the Runtime API, in order.
    ///
    /// When an invocation is over, the poll for the next event has been sent.
    public var requests: [RecordedRequest] { api.requests }

    /// How many connections the function has made.
    public var connections: Int { api.connections }

    /// Waits for the function to be initialized, and says why it could not be.
    ///
    /// - Returns: What the function reported to Lambda, `nil` if it is ready.
    /// - Throws: ``LambdaTestError`` if it is still initializing after ``Options/limit``, or if it
    ///   failed without a report.
    public func initializationError() async throws -> ReportedError? {
        guard let hasPolled = await api.start.value(within: options.limit) else {
            throw startLimitExceeded()
        }
        if hasPolled { return nil }
        guard let error = postedInitializationError else {
            throw LambdaTestError.initializationFailed(nil)
        }
        return error
    }

    /// Ends the function as Lambda does, with a poll that finds no more events.
    ///
    /// The end of the scope does so by itself. Call it to look at the reason, or at what was logged
    /// and requested until then.
    ///
    /// - Returns: Why the function has ended.
    /// - Throws: ``LambdaTestError`` if it has not after ``Options/limit``.
    @discardableResult
    public func end() async throws -> Exit {
        api.close()
        guard let reason = await exit.value(within: options.limit) else {
            exceedLimit(nil)
            throw LambdaTestError.endLimitExceeded(options.limit)
        }
        return reason
    }

    /// Ends everything that belongs to the function.
    func finish() async throws {
        // Nobody waits for what is still under way.
        api.close()
        tasks.cancelAll()
        let grace =
            hasExceededLimit.withLock { $0 }
            ? min(options.limit, .seconds(5)) : options.limit
        let reason = await exit.value(within: grace)
        await api.stop()
        if reason == nil { throw LambdaTestError.endLimitExceeded(grace) }
    }

    /// Cancels the initialization, which nobody waits for any longer.
    func startLimitExceeded() -> LambdaTestError {
        exceedLimit(nil)
        return LambdaTestError.startLimitExceeded(options.limit)
    }

    private func exceedLimit(_ requestID: String?) {
        hasExceededLimit.withLock { $0 = true }
        if let requestID { tasks.cancel(requestID) } else { tasks.cancelInitialization() }
    }
}

// MARK: - Invoking

extension TestLambda {
    /// Sends an event, and waits until the function has done with it.
    func send(
        _ event: [UInt8],
        _ parameters: Parameters,
        _ faults: [ServiceFault],
        _ onPiece: (@Sendable ([UInt8]) -> Void)?
    ) async throws -> Invocation {
        // The loop might be done with the event before the cancellation is looked at again.
        try Task.checkCancellation()
        allowRestore()
        let mark = log.mark
        let token = api.state.withLock { $0.makeToken() }
        let scripted = ScriptedEvent(
            body: event,
            parameters: parameters,
            deliveries: faults.deliveries
        )
        var timer: Task<Void, any Error>?
        defer { timer?.cancel() }
        let completion = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let tracked = ScriptState.Tracked(
                    event: scripted,
                    postSteps: faults.posts[...],
                    onPiece: onPiece,
                    continuation: continuation
                )
                submit(token, tracked, after: faults.polls)
                // Not before: a limit that nobody waits for yet would be none.
                timer = Task { [options] in
                    try await Task.sleep(for: options.limit)
                    exceedLimit(token, parameters.requestID)
                }
            }
        } onCancel: {
            cancel(token, parameters.requestID)
        }
        tasks.finish(parameters.requestID)
        let duration = completion.answeredAt.map { $0 - completion.deliveredAt } ?? 0
        return Invocation(
            requestID: parameters.requestID,
            posts: completion.posts,
            logs: log.records(of: parameters.requestID, from: mark),
            metrics: log.metrics(of: parameters.requestID, from: mark),
            duration: .nanoseconds(max(0, duration)),
            timedOut: completion.isLate
        )
    }

    private func submit(
        _ token: Int,
        _ invocation: ScriptState.Tracked,
        after faults: [ScriptedStep]
    ) {
        let exit = api.state.withLock { state in
            if state.exit == nil { state.enqueue(token, invocation, after: faults) }
            return state.exit
        }
        if let exit {
            invocation.continuation.resume(throwing: reasonForNoEvents(exit))
            return
        }
        api.state.signal()
        // The handler of the cancellation has found nothing to cancel if it came first.
        if Task.isCancelled { cancel(token, invocation.event.parameters.requestID) }
    }

    private func cancel(_ token: Int, _ requestID: String) {
        guard let (continuation, _) = api.state.withLock({ $0.abandon(token) }) else { return }
        tasks.cancel(requestID)
        continuation.resume(throwing: CancellationError())
    }

    private func exceedLimit(_ token: Int, _ requestID: String) {
        guard let (continuation, stage) = api.state.withLock({ $0.abandon(token) }) else { return }
        exceedLimit(stage == .initializing ? nil : requestID)
        continuation.resume(
            throwing: LambdaTestError.limitExceeded(requestID, stage, options.limit)
        )
    }
}
