#if LOCAL_RUNNING
package import LambdaTransport

/// What a function has done at the local Runtime API.
package enum RuntimeAPIEvent: Sendable, Equatable {
    /// It asked for an event.
    case polled
    /// It was given one.
    case delivered(requestID: String)
    /// It has begun a response in pieces.
    case streamBegan(requestID: String, contentType: String)
    /// It has sent a piece of it.
    case streamed(requestID: String, piece: [UInt8])
    /// It posted a response or an error.
    case answered(requestID: String, LocalOutcome)
    /// It cannot start.
    case initializationFailed(FunctionFailure)
    /// It has closed a connection, perhaps because its process is ending.
    case disconnected
}

/// A Runtime API on 127.0.0.1, for functions that run outside Lambda.
///
/// It has no thread of its own: whoever owns it calls ``advance(atMost:)`` until what it waits for has
/// happened, and can look after a process, a clock or other sockets in between. Closes all its sockets
/// when it goes away.
///
/// ```swift
/// let api = try LocalRuntimeAPI()
/// api.submit(LocalInvocation(event: event))
/// // AWS_LAMBDA_RUNTIME_API of the function is api.endpoint.
/// while true {
///     for event in api.advance(atMost: .milliseconds(50)) { … }
/// }
/// ```
package final class LocalRuntimeAPI {
    private let server: LocalServer
    private var ledger: InvocationLedger
    private var events: [RuntimeAPIEvent] = []
    /// The responses in pieces that are under way, by the connection that they come over.
    private var streams: [Int: Stream] = [:]

    private struct Stream {
        let requestID: String
        let contentType: String
        var size = 0
    }

    /// Milliseconds since 1970, which deadlines are told in.
    private let now: () -> Int64
    private let largestStream: Int

    /// The largest response that Lambda takes: 6 MiB and 100 bytes.
    package static let largestAnswer = 6_291_556

    /// The largest response that Lambda takes in pieces: 200 MiB.
    package static let largestStream = 209_715_200

    /// Starts listening on a port that the system chooses.
    ///
    /// - Parameters:
    ///   - concurrency: How many invocations the function may have under way at once.
    ///   - largestStream: The largest response that it takes in pieces, in bytes.
    ///   - now: Milliseconds since 1970.
    /// - Throws: ``SocketError`` where the system gives no socket.
    package init(
        concurrency: Int = 1,
        largestStream: Int = LocalRuntimeAPI.largestStream,
        now: @escaping () -> Int64 = { WallClock.milliseconds }
    ) throws(SocketError) {
        server = try LocalServer()
        ledger = InvocationLedger(concurrency: concurrency)
        self.now = now
        self.largestStream = largestStream
    }

    /// Where the API listens, as `AWS_LAMBDA_RUNTIME_API` has it.
    package var endpoint: String { Endpoint(loopbackPort: server.port).description }

    /// Queues an event, or hands it to a poller that waits.
    package func submit(_ invocation: LocalInvocation) {
        if let (poller, invocation) = ledger.enqueue(invocation) { deliver(invocation, to: poller) }
    }

    /// A boolean value indicating whether the function is to wait with the rest of its response.
    ///
    /// Set where whoever gets the pieces is slower than it.
    package var holdsStreams: Bool {
        get { server.holdsPieces }
        set { server.holdsPieces = newValue }
    }

    /// A boolean value indicating whether the function wants to be told by a signal that it is to end.
    package private(set) var hasExtension = false

    /// A boolean value indicating whether the function waits for an event.
    package var isPolled: Bool { ledger.isPolled }

    /// Answers every poller with status 410 from now on, at which the function exits.
    package func end() {
        for poller in ledger.end() { server.send(.gone, to: poller, self) }
    }

    /// Waits until something happens, at most for `limit`, and handles all of it.
    ///
    /// - Returns: What the function has done since the last call, in order.
    package func advance(atMost limit: Duration) -> [RuntimeAPIEvent] {
        var readiness = Readiness()
        prepare(&readiness)
        readiness.wait(atMost: limit)
        return advance(readiness)
    }

    /// Adds what the API waits for, for an owner that waits for other things too.
    package func prepare(_ readiness: inout Readiness) {
        server.prepare(&readiness)
        if !events.isEmpty { readiness.limit(to: .zero) }
    }

    /// Handles all that has happened while its owner waited.
    ///
    /// - Returns: What the function has done since the last call, in order.
    package func advance(_ readiness: Readiness) -> [RuntimeAPIEvent] {
        server.advance(readiness, self)
        defer { events = [] }
        return events
    }

    /// Hands an event to a poller that has waited for it.
    private func deliver(_ invocation: LocalInvocation, to poller: Int) {
        server.send(event(invocation), to: poller, self, as: invocation.requestID)
    }

    private func event(_ invocation: LocalInvocation) -> ServerAnswer {
        events.append(.delivered(requestID: invocation.requestID))
        let deadline = now().addingReportingOverflow(invocation.timeout.wholeMilliseconds)
        return .event(invocation, deadlineMilliseconds: deadline.partialValue)
    }
}

extension LocalRuntimeAPI: ServerHandler {
    package func answer(to request: ServerRequest, from connection: Int) -> ServerAnswer? {
        switch RuntimeAPIRoute(method: request.method, path: request.path) {
        case nil: return .notFound
        case .next:
            return poll(from: connection)
        case .response(let requestID):
            if let stream = streams.removeValue(forKey: connection) {
                let failure = FunctionFailure(interrupting: request)
                return settle(
                    stream.requestID,
                    failure.map { .failure($0) } ?? .streamed(contentType: stream.contentType)
                )
            }
            let limit = Self.largestAnswer
            if request.body.count > limit { return refuseSize(requestID, limit) }
            if let failure = FunctionFailure(interrupting: request) {
                return settle(requestID, .failure(failure))
            }
            return settle(
                requestID,
                .response(body: request.body, contentType: request.contentType)
            )
        case .error(let requestID):
            return settle(requestID, .failure(FunctionFailure(request)))
        case .initializationError:
            guard !ledger.hasBeenPolled else {
                return .invalidTransition(
                    "The function has asked for an event, so it is initialized"
                )
            }
            events.append(.initializationFailed(FunctionFailure(request)))
            return .accepted
        case .extensionRegistration:
            hasExtension = true
            return .registered(LocalInvocation.makeRequestID())
        // There are no events for it; it is asked to end by the signal that it has registered for.
        case .extensionEvent: return nil
        }
    }

    package func takesPieces(of head: ServerRequest, from connection: Int) -> Bool {
        guard
            case .response(let requestID) = RuntimeAPIRoute(method: head.method, path: head.path),
            ledger.isInFlight(requestID),
            !streams.values.contains(where: { $0.requestID == requestID })
        else { return false }
        let contentType = head.contentType
        streams[connection] = Stream(requestID: requestID, contentType: contentType)
        events.append(.streamBegan(requestID: requestID, contentType: contentType))
        return true
    }

    package func take(_ piece: [UInt8], from connection: Int) -> ServerAnswer? {
        guard var stream = streams[connection] else { return nil }
        stream.size += piece.count
        guard stream.size <= largestStream else {
            streams[connection] = nil
            return refuseSize(stream.requestID, largestStream)
        }
        streams[connection] = stream
        events.append(.streamed(requestID: stream.requestID, piece: piece))
        return nil
    }

    package func answer(to refusal: ServerRefusal) -> ServerAnswer {
        switch refusal {
        case .bodyTooLarge: .tooLarge
        case .malformed(let reason): .text(400, "400 Bad Request: \(reason)")
        }
    }

    package func connectionEnded(_ connection: Int, unsent: String?) {
        if let stream = streams.removeValue(forKey: connection) {
            _ = settle(stream.requestID, .truncated)
        }
        events.append(.disconnected)
        ledger.abandon(connection)
        guard let unsent, let (poller, invocation) = ledger.putBack(unsent) else { return }
        deliver(invocation, to: poller)
    }

    private func poll(from connection: Int) -> ServerAnswer? {
        switch ledger.poll(by: connection) {
        case .refuse:
            return .invalidTransition("An invocation is still to be answered")
        case .end:
            return .gone
        case .park:
            events.append(.polled)
            return nil
        case .deliver(let invocation):
            events.append(.polled)
            server.nameAnswer(of: connection, invocation.requestID)
            return event(invocation)
        }
    }

    private func settle(_ requestID: String, _ outcome: LocalOutcome) -> ServerAnswer {
        switch ledger.settle(requestID) {
        case .accepted:
            events.append(.answered(requestID: requestID, outcome))
            return .accepted
        case .unknown: return .unknownRequestID
        case .alreadyAnswered: return .invalidTransition("The invocation has been answered")
        }
    }

    /// A response that is too large ends the invocation, as an error that the service makes.
    private func refuseSize(_ requestID: String, _ limit: Int) -> ServerAnswer {
        let failure = FunctionFailure.responseTooLarge(limit: limit)
        let answer = settle(requestID, .failure(failure))
        return answer.status == 202 ? .tooLarge : answer
    }
}

extension FunctionFailure {
    fileprivate init(_ request: ServerRequest) {
        self.init(type: request.value("lambda-runtime-function-error-type"), body: request.body)
    }

    /// The error with which a streamed response broke off, as its trailers tell it.
    ///
    /// `nil` for one that is whole.
    fileprivate init?(interrupting request: ServerRequest) {
        let type = request.trailer("lambda-runtime-function-error-type")
        let document = request.trailer("lambda-runtime-function-error-body")
        guard type != nil || document != nil else { return nil }
        self.init(type: type, body: document.flatMap { Base64.decode($0) } ?? [])
    }

    package static func responseTooLarge(limit: Int) -> FunctionFailure {
        let type = "Function.ResponseSizeTooLarge"
        let message =
            "Response payload size exceeded maximum allowed payload size (\(limit) bytes)."
        let document = #"{"errorMessage":"\#(message)","errorType":"\#(type)"}"#
        return FunctionFailure(type: type, body: Array(document.utf8))
    }
}
#endif
