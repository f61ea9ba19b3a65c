import LambdaTransport

/// What the answers of the Runtime API mean, and what is said about them.
///
/// It has no I/O, so that a driver that blocks and one that does not go by the same rules.
struct RuntimeAPIRules: Sendable {
    let endpoint: Endpoint
    let logger: LambdaLogger
    let patience: RuntimePatience
    /// Whether the process goes on when the service fails to take an answer: there are others.
    var outlivesFailedPosts = false

    private static var pollName: String { "GET \(RuntimeAPI.version)invocation/next" }

    /// The pause before something is tried again for the `attempt`-th time.
    func pause(before attempt: Int) -> Duration {
        patience.firstPause * (1 << min(attempt - 1, 10))
    }

    func logger(for storage: ContextStorage?) -> LambdaLogger {
        storage.map { logger.bound(to: $0) } ?? logger
    }
}

// MARK: - Polling

extension RuntimeAPIRules {
    /// What a poll came to, `nil` where it has to be tried again.
    func polled(_ reader: borrowing HTTPReader) -> RuntimeAPIClient.Poll? {
        let status = reader.parser.status
        if status == 410 { return .end }
        guard status == 200 else {
            logger.error("\(LambdaError.unexpectedStatus(Self.pollName, status))")
            return nil
        }
        do throws(LambdaError) {
            let invocation = try Invocation(reader, logger: logger)
            for warning in invocation.warnings {
                logger.bound(to: invocation.storage).warn("\(warning)")
            }
            return .invocation(invocation)
        } catch {
            logger.error("\(error)")
            return nil
        }
    }

    /// What a poll came to that failed, `nil` where it has to be tried again.
    ///
    /// A connection that broke within the response may have taken an invocation with it. Where the
    /// head has arrived, that invocation is known and is answered with an error.
    @inline(never)
    @_optimize(size)
    func pollFailed(
        _ failure: HTTPFailure,
        _ reader: borrowing HTTPReader
    ) -> RuntimeAPIClient.Poll? {
        guard failure.hasBegunResponse, reader.parser.isHeadComplete, reader.parser.status == 200
        else {
            logger.warn("\(LambdaError.requestFailed(Self.pollName, failure, endpoint: endpoint))")
            return nil
        }
        do throws(LambdaError) {
            return .broken(try Invocation(reader, logger: logger), .eventTruncated(failure))
        } catch {
            logger.error("\(LambdaError.eventTruncated(failure))")
            logger.error("\(error)")
            return nil
        }
    }
}

// MARK: - Posting

extension RuntimeAPIRules {
    /// What a post came to that was answered with a status other than 202.
    @inline(never)
    @_optimize(size)
    func refused(
        _ status: Int,
        _ path: StaticString,
        _ storage: ContextStorage?
    ) -> RuntimeAPIClient.Post {
        if 200..<300 ~= status { return .done }
        let endsProcess = status >= 500 && !outlivesFailedPosts
        let error = refusal(status, Self.name(path, storage))
        logger(for: storage).log(endsProcess ? .fatal : .error, "\(error)")
        if endsProcess { return .failed }
        return status == 413 ? .tooLarge : .done
    }

    /// Why the service did not take an answer, and what becomes of the process.
    @inline(never)
    @_optimize(size)
    private func refusal(_ status: Int, _ operation: String) -> LambdaError {
        if status < 500 { return .answerRefused(operation, status) }
        return outlivesFailedPosts
            ? .answerFailed(operation, status) : .serviceBroken(operation, status)
    }

    /// What a post came to that failed for good.
    @inline(never)
    @_optimize(size)
    func unconfirmed(
        _ failure: HTTPFailure,
        _ path: StaticString,
        _ storage: ContextStorage?
    ) -> RuntimeAPIClient.Post {
        let operation = Self.name(path, storage)
        let error: LambdaError =
            failure.isCertainlyUnprocessed
            ? .requestFailed(operation, failure, endpoint: endpoint)
            : .answerUncertain(operation, failure)
        logger(for: storage).error("\(error)")
        return .done
    }

    /// Logs that an invocation has failed.
    @inline(never)
    @_optimize(size)
    func logFailure(_ report: ErrorReport, of storage: ContextStorage) {
        logger.bound(to: storage).error(report.message, ["errorType": .string(report.type)])
    }

    /// The operation as a message has it; the request id is a field of the line already.
    private static func name(_ path: StaticString, _ storage: ContextStorage?) -> String {
        storage == nil
            ? "POST \(RuntimeAPI.version)\(path)"
            : "POST \(RuntimeAPI.version)invocation/{id}/\(path)"
    }
}

// MARK: - Streaming

extension RuntimeAPIRules {
    /// The service has answered before the response was whole, so there is nobody who reads it.
    ///
    /// - Returns: What to tell the handler.
    @inline(never)
    @_optimize(size)
    func streamAnswered(_ status: Int, _ storage: ContextStorage) -> LambdaError {
        let endsProcess = status >= 500 && !outlivesFailedPosts
        let error = LambdaError.streamRefused(
            Self.name("response", storage),
            status,
            endsProcess: endsProcess
        )
        logger.bound(to: storage).log(endsProcess ? .fatal : .error, "\(error)")
        return error
    }

    /// A streamed response broke.
    ///
    /// - Returns: What to tell the handler.
    @inline(never)
    @_optimize(size)
    func streamBroken(_ failure: HTTPFailure, _ storage: ContextStorage) -> LambdaError {
        let operation = Self.name("response", storage)
        let error: LambdaError =
            failure.isCertainlyUnprocessed
            ? .requestFailed(operation, failure, endpoint: endpoint)
            : .streamBroken(operation, failure)
        logger.bound(to: storage).error("\(error)")
        return error
    }

    /// What to tell the handler of a stream that the service did not want in the end: what the log says.
    @inline(never)
    @_optimize(size)
    func streamEndRefused(_ status: Int, _ storage: ContextStorage?) -> LambdaError {
        refusal(status, Self.name("response", storage))
    }

    /// Whoever reads a stream may take a pause, for which the function waits until its deadline.
    @inline(never)
    @_optimize(size)
    func logUnread(_ storage: ContextStorage) {
        logger.bound(to: storage).info(
            "The response is not being read. The handler waits until it is, or until its deadline."
        )
    }
}
