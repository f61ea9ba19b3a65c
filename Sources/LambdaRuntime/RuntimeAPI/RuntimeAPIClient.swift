import LambdaTransport

/// Speaks to the Runtime API over one connection, and decides what is sent again.
///
/// - `GET /next` has no effect that a repetition would double, so it is repeated whenever it
///   failed, on a new connection and after a growing pause.
/// - An answer is repeated only when no byte of it was taken by the kernel: then, and only then,
///   the service cannot have seen it. (Go's net/http draws the line for requests that are not
///   idempotent at the same place, in `persistConn.shouldRetryRequest`.)
struct RuntimeAPIClient: ~Copyable {
    let logger: LambdaLogger
    let patience: RuntimePatience
    let requests: RuntimeAPIRequest
    private let nextRequest: [UInt8]
    var connection: HTTPConnection
    /// How many polls have failed since the last invocation that could be used.
    private var failures = 0

    init(endpoint: Endpoint, logger: LambdaLogger, patience: RuntimePatience) {
        self.logger = logger
        self.patience = patience
        requests = RuntimeAPIRequest(endpoint: endpoint)
        nextRequest = requests.next()
        connection = HTTPConnection(to: endpoint, stallLimit: patience.stallLimit)
    }

    /// What polling came to.
    enum Poll {
        /// There is an invocation, whose event is in the body of the reader.
        case invocation(Invocation)
        /// There was one that cannot be handled, but must be answered.
        case broken(Invocation, LambdaError)
        /// The service says that there will be none.
        case end
        /// The service could not be used, too often in a row.
        case failed
    }

    /// What posting came to.
    enum Post: Equatable {
        /// The invocation is over, whether or not the service liked the answer.
        case done
        /// The answer is larger than the service accepts, which has to be reported instead.
        case tooLarge
        /// The service cannot go on with this process.
        case failed
    }
}

// MARK: - Polling

extension RuntimeAPIClient {
    private static var pollName: String { "GET \(RuntimeAPI.version)invocation/next" }

    /// Waits for the next invocation, for as long as it takes.
    mutating func next() -> Poll {
        while failures < patience.attempts {
            if failures > 0 { pause(before: failures) }
            if let poll = pollOnce() {
                if case .invocation = poll { failures = 0 }
                return poll
            }
            failures += 1
        }
        logger.fatal("\(LambdaError.gaveUp(after: patience.attempts))")
        return .failed
    }

    /// Polls, and returns `nil` where it has to be tried again.
    private mutating func pollOnce() -> Poll? {
        do throws(HTTPFailure) {
            try nextRequest.withExchange(over: &connection, patience: .unlimited)
        } catch {
            return pollFailed(error)
        }
        let status = connection.reader.parser.status
        if status == 410 {
            logger.debug("The Runtime API has no more events (status 410). The process ends.")
            return .end
        }
        guard status == 200 else {
            logger.error("\(LambdaError.unexpectedStatus(Self.pollName, status))")
            return nil
        }
        do throws(LambdaError) {
            let invocation = try Invocation(connection.reader, logger: logger)
            warn(invocation)
            return .invocation(invocation)
        } catch {
            logger.error("\(error)")
            return nil
        }
    }

    /// A connection that broke within the response may have taken an invocation with it.
    ///
    /// Where the head has arrived, that invocation is known and is answered with an error.
    @inline(never)
    @_optimize(size)
    private mutating func pollFailed(_ failure: HTTPFailure) -> Poll? {
        let parser = connection.reader.parser
        guard failure.hasBegunResponse, parser.isHeadComplete, parser.status == 200 else {
            let endpoint = connection.endpoint
            logger.warn("\(LambdaError.requestFailed(Self.pollName, failure, endpoint: endpoint))")
            return nil
        }
        do throws(LambdaError) {
            let invocation = try Invocation(connection.reader, logger: logger)
            failures += 1
            return .broken(invocation, .eventTruncated(failure))
        } catch {
            logger.error("\(LambdaError.eventTruncated(failure))")
            logger.error("\(error)")
            return nil
        }
    }

    private func warn(_ invocation: borrowing Invocation) {
        for warning in invocation.warnings {
            logger.bound(to: invocation.storage).warn("\(warning)")
        }
    }

    func pause(before attempt: Int) {
        Thread.sleep(for: patience.firstPause * (1 << min(attempt - 1, 10)))
    }
}

// MARK: - Posting

extension RuntimeAPIClient {
    /// Gives up a connection that ended while the handler was at work.
    ///
    /// The service would never see an answer sent over it, and the answer could not be repeated.
    mutating func prepareToPost() {
        connection.closeIfStale()
    }

    /// Posts the answer of an invocation, or that it is too large.
    ///
    /// The body is left as it was, behind the room for its head.
    mutating func answer(
        _ storage: ContextStorage,
        _ body: inout [UInt8],
        contentType: StaticString
    ) -> Post {
        let size = body.count - RuntimeAPIRequest.headroom
        if size <= RuntimeAPI.answerLimit {
            let start = requests.response(to: storage, contentType: contentType, in: &body)
            let result = post(body, from: start, to: "response", storage)
            if result != .tooLarge { return result }
        }
        return fail(storage, ErrorReport(.responseTooLarge(size)))
    }

    /// Posts that an invocation has failed, and logs it.
    mutating func fail(_ storage: ContextStorage, _ report: ErrorReport) -> Post {
        let request = requests.error(report, to: storage)
        let result = post(request.bytes, from: request.start, to: "error", storage)
        // The caller waits for the report, and nobody for the line.
        logger.bound(to: storage).error(report.message, ["errorType": .string(report.type)])
        return result == .tooLarge ? .done : result
    }

    /// Posts that the function could not be initialised.
    mutating func reportInitialization(_ report: ErrorReport) {
        let request = requests.initializationError(report)
        _ = post(request.bytes, from: request.start, to: "init/error", nil)
    }

    private mutating func post(
        _ bytes: [UInt8],
        from start: Int,
        to path: StaticString,
        _ storage: ContextStorage?
    ) -> Post {
        var attempt = 0
        while true {
            do throws(HTTPFailure) {
                try bytes[start...].withExchange(over: &connection, patience: .limited)
                let status = connection.reader.parser.status
                return status == 202 ? .done : refused(status, path, storage)
            } catch {
                attempt += 1
                guard error.isCertainlyUnprocessed, attempt < patience.attempts else {
                    return unconfirmed(error, path, storage)
                }
                // The first repetition needs no pause: the connection had been idle, and ended.
                if attempt > 1 { pause(before: attempt - 1) }
            }
        }
    }

    @inline(never)
    @_optimize(size)
    func refused(_ status: Int, _ path: StaticString, _ storage: ContextStorage?) -> Post {
        let log = logger(for: storage)
        let operation = Self.name(path, storage)
        switch status {
        case 200..<300:
            return .done
        case 413:
            log.error("\(LambdaError.answerRefused(operation, status))")
            return .tooLarge
        case 500...:
            log.fatal("\(LambdaError.serviceBroken(operation, status))")
            return .failed
        default:
            log.error("\(LambdaError.answerRefused(operation, status))")
            return .done
        }
    }

    @inline(never)
    @_optimize(size)
    private func unconfirmed(
        _ failure: HTTPFailure,
        _ path: StaticString,
        _ storage: ContextStorage?
    ) -> Post {
        let operation = Self.name(path, storage)
        let endpoint = connection.endpoint
        let error: LambdaError =
            failure.isCertainlyUnprocessed
            ? .requestFailed(operation, failure, endpoint: endpoint)
            : .answerUncertain(operation, failure)
        logger(for: storage).error("\(error)")
        return .done
    }

    private func logger(for storage: ContextStorage?) -> LambdaLogger {
        storage.map { logger.bound(to: $0) } ?? logger
    }

    /// The operation as a message has it; the request id is a field of the line already.
    private static func name(_ path: StaticString, _ storage: ContextStorage?) -> String {
        storage == nil
            ? "POST \(RuntimeAPI.version)\(path)"
            : "POST \(RuntimeAPI.version)invocation/{id}/\(path)"
    }
}

// MARK: - Memory

extension RuntimeAPIClient {
    /// The event of the invocation that was polled last.
    var event: UnsafeRawBufferPointer { connection.reader.body }
}

extension Collection<UInt8> {
    /// Sends the bytes as a request, and receives the response.
    fileprivate func withExchange(
        over connection: inout HTTPConnection,
        patience: HTTPReader.Patience
    ) throws(HTTPFailure) {
        let result = withContiguousStorageIfAvailable { bytes -> HTTPFailure? in
            do throws(HTTPFailure) {
                try connection.exchange(UnsafeRawBufferPointer(bytes), patience: patience)
                return nil
            } catch {
                return error
            }
        }
        if case .some(.some(let failure)) = result { throw failure }
    }
}
