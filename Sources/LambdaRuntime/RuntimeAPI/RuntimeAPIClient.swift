import LambdaTransport

/// Speaks to the Runtime API over one connection, and decides what is sent again.
///
/// - `GET /next` has no effect that a repetition would double, so it is repeated whenever it
///   failed, on a new connection and after a growing pause.
/// - An answer is repeated only when no byte of it was taken by the kernel: then, and only then,
///   the service cannot have seen it. (Go's net/http draws the line for requests that are not
///   idempotent at the same place, in `persistConn.shouldRetryRequest`.)
struct RuntimeAPIClient: ~Copyable {
    let rules: RuntimeAPIRules
    let requests: RuntimeAPIRequest
    private let nextRequest: [UInt8]
    var connection: HTTPConnection
    /// How many polls have failed since the last invocation that could be used.
    private var failures = 0

    init(endpoint: Endpoint, logger: LambdaLogger, patience: RuntimePatience) {
        rules = RuntimeAPIRules(endpoint: endpoint, logger: logger, patience: patience)
        requests = RuntimeAPIRequest(endpoint: endpoint)
        nextRequest = requests.next()
        connection = HTTPConnection(to: endpoint, stallLimit: patience.stallLimit)
    }

    var patience: RuntimePatience { rules.patience }

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
    /// Waits for the next invocation, for as long as it takes.
    mutating func next() -> Poll {
        while failures < patience.attempts {
            if failures > 0 { pause(before: failures) }
            switch pollOnce() {
            case .invocation(let invocation):
                failures = 0
                return .invocation(invocation)
            case .broken(let invocation, let error):
                failures += 1
                return .broken(invocation, error)
            case .end:
                rules.logger.debug("\(RuntimeAPI.endLine)")
                return .end
            case .failed, nil:
                failures += 1
            }
        }
        rules.logger.fatal("\(LambdaError.gaveUp(after: patience.attempts))")
        return .failed
    }

    /// Polls, and returns `nil` where it has to be tried again.
    private mutating func pollOnce() -> Poll? {
        do throws(HTTPFailure) {
            try nextRequest.withExchange(over: &connection, patience: .unlimited)
        } catch {
            return rules.pollFailed(error, connection.reader)
        }
        return rules.polled(connection.reader)
    }

    func pause(before attempt: Int) {
        Thread.sleep(for: rules.pause(before: attempt))
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
        rules.logFailure(report, of: storage)
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
                return status == 202 ? .done : rules.refused(status, path, storage)
            } catch {
                attempt += 1
                guard error.isCertainlyUnprocessed, attempt < patience.attempts else {
                    return rules.unconfirmed(error, path, storage)
                }
                // The first repetition needs no pause: the connection had been idle, and ended.
                if attempt > 1 { pause(before: attempt - 1) }
            }
        }
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
