package import LambdaTransport

/// Polls, runs the handler, answers, and polls again: on one thread, until the service ends it.
///
/// It reads no global state and ends no process, so that tests run it as often as they like; the
/// configuration comes in, and the reason for which it ended goes out.
package struct InvocationLoop {
    /// Why the loop ended.
    package enum Exit: Sendable, Equatable {
        /// The service answered 410 to a poll: there will be no more invocations.
        case ended
        /// The handler could not be created.
        ///
        /// That has been reported to the service.
        case initializationFailed
        /// The Runtime API could not be used any more.
        case serviceFailed
        /// All slots waited for handlers that ignored their cancellation.
        case handlersStuck
        /// It was asked to end, and has done so in an orderly way.
        case shutDown
        /// It was asked to end, and has not finished what it had to.
        case shutdownFailed
        /// It could not be made ready for a snapshot.
        case snapshotFailed
        /// It could not go on after having been restored from a snapshot.
        case restorationFailed

        /// The exit status of the process.
        package var status: Int32 {
            switch self {
            case .ended, .shutDown: 0
            case .initializationFailed, .serviceFailed, .shutdownFailed, .handlersStuck: 1
            case .snapshotFailed: 64
            case .restorationFailed: 65
            }
        }
    }

    /// From this size on, the memory of an event or an answer is worth a call to give it back.
    private static let largeSize = 512 * 1024
    /// From this time on, in nanoseconds, a connection may have ended behind a handler's back.
    private static let longPause: Int64 = 1_000_000

    let endpoint: Endpoint
    let logger: LambdaLogger
    let patience: RuntimePatience
    let surroundings: Surroundings
    private let makeFunction: @Sendable () async throws -> any InvocableFunction

    /// Creates a loop.
    ///
    /// - Parameters:
    ///   - endpoint: Where the Runtime API is.
    ///   - logger: Takes what the runtime says, and what handlers say through their context.
    ///   - patience: The waiting times and limits.
    ///   - surroundings: What the loop runs in.
    ///   - makeFunction: Creates the handler.
    package init(
        endpoint: Endpoint,
        logger: LambdaLogger,
        patience: RuntimePatience = RuntimePatience(),
        surroundings: Surroundings = Surroundings(),
        makeFunction: @escaping @Sendable () async throws -> any InvocableFunction
    ) {
        self.endpoint = endpoint
        self.logger = logger
        self.patience = patience
        self.surroundings = surroundings
        self.makeFunction = makeFunction
    }

    /// Runs the loop on a thread of its own, and waits for its end without blocking.
    package func run() async -> Exit {
        await withCheckedContinuation { continuation in
            let failure = Thread.start { continuation.resume(returning: runOnThisThread()) }
            if failure != 0 {
                logger.fatal("\(LambdaError.threadUnavailable(failure))")
                continuation.resume(returning: .serviceFailed)
            }
        }
    }

    /// Runs the loop on the current thread, which it blocks.
    package func runOnThisThread() -> Exit {
        let slot = Slot()
        var client = RuntimeAPIClient(endpoint: endpoint, logger: logger, patience: patience)
        guard let function = initialize(slot, &client) else { return .initializationFailed }
        let shutdown = Shutdown.register(
            function.hooks,
            surroundings,
            at: endpoint,
            patience: patience,
            logger: logger
        )
        if surroundings.isSnapStart,
            let exit = Snapshot.pass(function.hooks, &client, logger: logger)
        {
            return exit
        }
        if let concurrency = surroundings.concurrency {
            return run(function, concurrency, shutdown)
        }
        let margin = function.deadlineMargin
        var mark =
            surroundings.ownsProcess ? InvocationMark(ofProcessAlone: true) : InvocationMark()
        while true {
            if let exit = shutdown?.exitInsteadOfPolling() { return exit }
            switch client.next() {
            case .invocation(let invocation):
                var isLarge = false
                shutdown?.begin()
                mark.begin(invocation.storage)
                let post = handle(invocation, function, margin, slot, &client, &isLarge)
                mark.end()
                shutdown?.finish()
                if isLarge { surroundings.trimHeap() }
                if post == .failed { return end(.serviceFailed, shutdown) }
            case .broken(let invocation, let error):
                let post = client.fail(invocation.storage, ErrorReport(error))
                if post == .failed { return end(.serviceFailed, shutdown) }
            case .end:
                return end(.ended, shutdown)
            case .failed:
                return end(.serviceFailed, shutdown)
            }
        }
    }

    /// Ends the loop, unless an orderly end has begun: that is completed, its hook and all.
    @inline(never)
    @_optimize(size)
    private func end(_ reason: Exit, _ shutdown: Shutdown?) -> Exit {
        shutdown?.exitInsteadOfPolling() ?? reason
    }

    /// Creates the handler as a task of the slot, as invocations are.
    private func initialize(
        _ slot: Slot,
        _ client: inout RuntimeAPIClient
    ) -> (any InvocableFunction)? {
        _ = slot.run {
            _ = Task(executorPreference: slot) { [makeFunction] in
                do {
                    slot.complete(.initialized(try await makeFunction()))
                } catch {
                    slot.complete(.failed(ErrorReport(error)))
                }
            }
        } perform: { _ in
            .over(.internalError("a response before the first event"))
        }
        switch slot.takeOutcome() {
        case .initialized(let function):
            return function
        case .failed(let report):
            logger.fatal(
                "The function could not be initialised. \(report.message)",
                ["errorType": .string(report.type)]
            )
            client.reportInitialization(report)
            return nil
        case .settled, nil:
            return nil
        }
    }

    private func handle(
        _ invocation: borrowing Invocation,
        _ function: any InvocableFunction,
        _ margin: Duration?,
        _ slot: Slot,
        _ client: inout RuntimeAPIClient,
        _ isLarge: inout Bool
    ) -> RuntimeAPIClient.Post {
        let context = LambdaContext(storage: invocation.storage)
        let event = client.event
        isLarge = event.count > Self.largeSize
        let start = MonotonicClock.nanoseconds
        var response = ResponseInParts(storage: invocation.storage)
        let hasSuspended: Bool
        if let margin {
            hasSuspended = watch(invocation, function, margin, slot, &client, &response)
        } else {
            hasSuspended = slot.run {
                // Around the start of the task, which so inherits it, and not within: a call of another
                // asynchronous function might change the thread that the handler runs on.
                LambdaContext.$current.withValue(context) {
                    _ = function.begin(event, context: context, on: slot)
                }
            } perform: {
                client.perform($0, &response)
            }
        }
        // After a pause the connection may have ended, which is cheap to find out before the
        // answer is sent and impossible afterwards. A handler that blocks or computes pauses as
        // well as one that suspends.
        let hasPaused = hasSuspended || MonotonicClock.nanoseconds - start > Self.longPause
        guard let contentType = slot.takeContentType() else {
            return finish(invocation, slot, &client, response, hasPaused: hasPaused)
        }
        if hasPaused { client.prepareToPost() }
        var body = slot.takeAnswer()
        isLarge = isLarge || body.count > Self.largeSize
        let post = client.answer(invocation.storage, &body, contentType: contentType)
        slot.returnAnswerBuffer(consume body)
        return post
    }

    /// Runs a handler that is cancelled before its deadline.
    ///
    /// - Returns: Whether it suspended, as it always does here.
    @inline(never)
    @_optimize(size)
    private func watch(
        _ invocation: borrowing Invocation,
        _ function: any InvocableFunction,
        _ margin: Duration,
        _ slot: Slot,
        _ client: inout RuntimeAPIClient,
        _ response: inout ResponseInParts
    ) -> Bool {
        let context = LambdaContext(storage: invocation.storage)
        let event = client.event
        slot.run(until: HandlerDeadline(of: invocation.storage, margin: margin)) {
            LambdaContext.$current.withValue(context) {
                function.begin(event, context: context, on: slot)
            }
        } perform: {
            client.perform($0, &response)
        }
        return true
    }

    /// Posts what is still to be posted of an invocation that has not simply been answered.
    @inline(never)
    private func finish(
        _ invocation: borrowing Invocation,
        _ slot: Slot,
        _ client: inout RuntimeAPIClient,
        _ response: borrowing ResponseInParts,
        hasPaused: Bool
    ) -> RuntimeAPIClient.Post {
        let report: ErrorReport
        switch slot.takeOutcome() {
        case .settled: return response.post
        case .failed(let failure): report = slot.missedDeadline?.explaining(failure) ?? failure
        case .initialized, nil: report = ErrorReport(.internalError("no outcome"))
        }
        if hasPaused { client.prepareToPost() }
        return client.fail(invocation.storage, report)
    }
}
