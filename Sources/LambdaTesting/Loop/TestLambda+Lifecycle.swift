import LambdaRuntime
import LambdaTransport

extension TestLambda {
    /// Asks the function to end, as Lambda does with SIGTERM, and waits until it has.
    ///
    /// Invocations under way are finished, and then the shutdown hook of the function's `lifecycle` runs.
    ///
    /// ```swift
    /// let running = Task { try await lambda.invoke(order) }
    /// let exit = try await lambda.shutdown()
    /// #expect(exit == .shutDown)
    /// #expect(await database.isClosed)
    /// ```
    ///
    /// - Returns: How the function has ended: ``Exit/shutDown``, or ``Exit/shutdownFailed`` if the hook threw
    ///   or the window was too short.
    /// - Throws: ``LambdaTestError`` if the function has no such hook, so that Lambda would end it without
    ///   notice; if it has ended before; or if it has not ended after ``Options/limit``.
    @discardableResult
    public func shutdown() async throws -> Exit {
        // It is told of its end from its first poll on.
        if let error = try await initializationError() {
            throw LambdaTestError.initializationFailed(error)
        }
        guard let shutdownRequest else { throw LambdaTestError.shutdownUnnoticed() }
        shutdownRequest.make()
        if await hasShutDown.value(within: options.limit) == nil {
            throw LambdaTestError.endLimitExceeded(options.limit)
        }
        return try await end()
    }

    /// Waits until the function is ready for its snapshot.
    ///
    /// For a function with ``Options/startsFromSnapshot``. The hook before the snapshot has then run.
    ///
    /// - Returns: What the function reported to Lambda, `nil` if it is ready.
    /// - Throws: ``LambdaTestError`` if it is still initializing after ``Options/limit``, or if it failed
    ///   without a report.
    public func snapshot() async throws -> ReportedError? {
        guard let isReady = await api.snapshot.value(within: options.limit) else {
            throw startLimitExceeded()
        }
        if isReady { return nil }
        guard let error = postedInitializationError else {
            throw LambdaTestError.initializationFailed(nil)
        }
        return error
    }

    /// Restores the function from its snapshot, and waits until it asks for an event.
    ///
    /// For a function with ``Options/startsFromSnapshot``. The hook after the restore has then run. The first
    /// invocation restores a function by itself.
    ///
    /// - Returns: What the function reported to Lambda, `nil` if it is ready.
    /// - Throws: ``LambdaTestError`` if it has neither asked nor ended after ``Options/limit``, or if it
    ///   failed without a report.
    @discardableResult
    public func restore() async throws -> ReportedError? {
        allowRestore()
        guard let hasPolled = await api.start.value(within: options.limit) else {
            throw startLimitExceeded()
        }
        if hasPolled { return nil }
        if let error = postedInitializationError { return error }
        guard let request = api.state.withLock({ $0.lifecycle.restorationError }) else {
            throw LambdaTestError.initializationFailed(nil)
        }
        return ReportedError(request)
    }

    func allowRestore() {
        guard options.startsFromSnapshot else { return }
        api.state.withLock { $0.lifecycle.isRestored = true }
        api.state.signal()
    }
}
