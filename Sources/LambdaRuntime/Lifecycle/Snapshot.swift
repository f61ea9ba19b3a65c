import LambdaTransport

// Starting from a snapshot
// ------------------------
// With SnapStart, Lambda initialises a function once, when a version is published, takes a snapshot of the
// process, and starts each instance from a copy:
//
//     init  ->  before-snapshot hook  ->  GET restore/next   (the snapshot is taken while this waits)
//                                              :
//                  200, once per instance  <-  :
//     connections made anew  ->  after-restore hook  ->  GET invocation/next  ->  …
//
// What the runtime holds is a socket, which is closed, and no random state or credentials. The environment is
// read each time that it is asked for.

/// Takes a function through its snapshot.
enum Snapshot {
    /// Runs the hooks, and between them waits to be restored.
    ///
    /// - Returns: How the loop has to end, `nil` where it can poll.
    static func pass(
        _ hooks: LifecycleHooks?,
        _ client: inout RuntimeAPIClient,
        logger: LambdaLogger
    ) -> InvocationLoop.Exit? {
        if let hook = hooks?.beforeSnapshot, case .failed(let report) = HookRun(hook) {
            logger.fatal(
                "The hook before the snapshot failed. \(report.message)",
                ["errorType": .string(report.type)]
            )
            client.reportInitialization(report.as("Runtime.BeforeSnapshotError"))
            return .snapshotFailed
        }
        if let error = client.waitForRestore() {
            logger.fatal("\(error)")
            client.reportInitialization(ErrorReport(error).as("Runtime.BeforeSnapshotError"))
            return .snapshotFailed
        }
        guard let hook = hooks?.afterRestore else { return nil }
        let failure: ErrorReport
        switch HookRun(hook, atMost: client.patience.restorationLimit) {
        case .done: return nil
        case .failed(let report): failure = report
        case .late: failure = ErrorReport(.restorationLate(client.patience.restorationLimit))
        }
        logger.fatal(
            "The hook after the restore failed. \(failure.message)",
            ["errorType": .string(failure.type)]
        )
        client.reportRestoration(failure.as("Runtime.AfterRestoreError"))
        return .restorationFailed
    }
}

extension ErrorReport {
    /// The same report with another category.
    fileprivate func `as`(_ category: String) -> ErrorReport {
        ErrorReport(type: type, message: message, category: category)
    }
}

extension RuntimeAPIClient {
    /// Waits to be restored from the snapshot that is taken meanwhile.
    ///
    /// The connection, which is older than the process that has been restored, is not used again.
    ///
    /// - Returns: Why that failed.
    fileprivate mutating func waitForRestore() -> LambdaError? {
        let operation = "GET \(RuntimeAPI.version)restore/next"
        var error = LambdaError.internalError("no attempt")
        for attempt in 0..<max(1, patience.attempts) {
            if attempt > 0 { pause(before: attempt) }
            switch connection.status(of: requests.restoration(), patience: .unlimited) {
            case .success(200):
                connection.close()
                return nil
            case .success(let status): error = .unexpectedStatus(operation, status)
            case .failure(let failure):
                error = .requestFailed(operation, failure, endpoint: connection.endpoint)
                rules.logger.warn("\(error)")
            }
        }
        return error
    }

    /// Posts that the function cannot go on after its restore.
    fileprivate mutating func reportRestoration(_ report: ErrorReport) {
        let operation = "POST \(RuntimeAPI.version)restore/error"
        switch connection.status(of: requests.restorationError(report), patience: .limited) {
        case .success(200..<300): break
        case .success(let status):
            rules.logger.error("\(LambdaError.answerRefused(operation, status))")
        case .failure(let failure):
            rules.logger.error(
                "\(LambdaError.requestFailed(operation, failure, endpoint: connection.endpoint))"
            )
        }
    }
}
