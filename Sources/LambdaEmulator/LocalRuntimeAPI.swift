#if LOCAL_RUNNING
package import LambdaTransport

/// What a function has done at the local Runtime API.
package enum RuntimeAPIEvent: Sendable, Equatable {
    /// It asked for an event.
    case polled
    /// It was given one.
    case delivered(requestID: String)
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
    private let listener: Listener
    /// Oldest first, so that a closed one is noticed before the one that replaces it.
    private var connections: [ServerConnection] = []
    private var connectionCount = 0
    private var ledger: InvocationLedger
    private var events: [RuntimeAPIEvent] = []
    /// Milliseconds since 1970, which deadlines are told in.
    private let now: () -> Int64
    /// A boolean value indicating whether the next wait is for new connections too.
    private var isAccepting = true
    /// The longest wait that is not.
    private static let acceptPause = Duration.milliseconds(50)

    /// The largest response that Lambda takes: 6 MiB and 100 bytes.
    static let largestAnswer = 6_291_556

    /// The largest response that Lambda takes in pieces: 200 MiB.
    static let largestStream = 209_715_200

    /// The most connections at once: those of the largest concurrency that Lambda offers, and some.
    private static let connectionLimit = 2048

    /// Starts listening.
    ///
    /// - Parameters:
    ///   - port: 0 lets the system choose a free one.
    ///   - concurrency: How many invocations the function may have under way at once.
    ///   - now: Milliseconds since 1970.
    /// - Throws: ``SocketError`` where the port is taken.
    package init(
        port: UInt16 = 0,
        concurrency: Int = 1,
        now: @escaping () -> Int64 = { WallClock.milliseconds }
    ) throws(SocketError) {
        listener = try Listener(port: port)
        listener.disableBlocking()
        ledger = InvocationLedger(concurrency: concurrency)
        self.now = now
    }

    /// Where the API listens, as `AWS_LAMBDA_RUNTIME_API` has it.
    package var endpoint: String { Endpoint(loopbackPort: listener.port).description }

    /// Queues an event, or hands it to a poller that waits.
    package func submit(_ invocation: LocalInvocation) {
        if let (poller, invocation) = ledger.enqueue(invocation) { deliver(invocation, to: poller) }
    }

    /// A boolean value indicating whether the function waits for an event.
    package var isPolled: Bool { ledger.isPolled }

    /// Answers every poller with status 410 from now on, at which the function exits.
    package func end() {
        for poller in ledger.end() { send(.gone, to: poller) }
    }

    /// Waits until something happens, at most for `limit`, and handles all of it.
    ///
    /// - Returns: What the function has done since the last call, in order.
    package func advance(atMost limit: Duration) -> [RuntimeAPIEvent] {
        var readiness = Readiness()
        readiness.add(
            listener.descriptor,
            reading: isAccepting && connections.count < Self.connectionLimit
        )
        let present = connections
        for connection in present {
            readiness.add(
                connection.descriptor,
                reading: connection.wantsToRead,
                writing: connection.wantsToWrite
            )
        }
        let limit = isAccepting ? limit : min(limit, Self.acceptPause)
        isAccepting = true
        readiness.wait(atMost: events.isEmpty ? limit : .zero)
        for (index, connection) in present.enumerated() where readiness.isReady(index + 1) {
            serve(connection)
        }
        if readiness.isReady(0) { acceptAll() }
        defer { events = [] }
        return events
    }
}

extension LocalRuntimeAPI {
    private func acceptAll() {
        while connections.count < Self.connectionLimit {
            do throws(SocketError) {
                connectionCount += 1
                let connection = ServerConnection(
                    id: connectionCount,
                    socket: try listener.accept()
                )
                connections.append(connection)
                serve(connection)
            } catch {
                // Out of descriptors: the listener stays readable, so it is left alone for one wait.
                if !error.isTimeout { isAccepting = false }
                return
            }
        }
    }

    private func serve(_ connection: ServerConnection) {
        while connection.flush() {
            switch connection.receive() {
            case .request(let request):
                if let answer = answer(to: request, from: connection) { connection.send(answer) }
            case .refused(let answer): connection.send(answer)
            case .nothing: return
            case .closed: return drop(connection)
            }
        }
        drop(connection)
    }

    private func drop(_ connection: ServerConnection) {
        // It may have been dropped before, by a hand-over within this round.
        guard let index = connections.firstIndex(where: { $0 === connection }) else { return }
        connections.remove(at: index)
        events.append(.disconnected)
        ledger.abandon(connection.id)
        guard let requestID = connection.invocationBeingSent else { return }
        if let (poller, invocation) = ledger.putBack(requestID) { deliver(invocation, to: poller) }
    }

    /// Hands an event to a poller that has waited for it.
    private func deliver(_ invocation: LocalInvocation, to poller: Int) {
        guard let connection = connections.first(where: { $0.id == poller }) else { return }
        send(event(invocation, for: connection), to: poller)
    }

    /// Answers a poller that has waited.
    private func send(_ answer: RuntimeAPIAnswer, to poller: Int) {
        guard let connection = connections.first(where: { $0.id == poller }) else { return }
        connection.send(answer)
        // A request that was read while this one was parked is to be handled now.
        serve(connection)
    }

    private func event(
        _ invocation: LocalInvocation,
        for connection: ServerConnection
    ) -> RuntimeAPIAnswer {
        connection.invocationBeingSent = invocation.requestID
        events.append(.delivered(requestID: invocation.requestID))
        let deadline = now().addingReportingOverflow(invocation.timeout.wholeMilliseconds)
        return .event(invocation, deadlineMilliseconds: deadline.partialValue)
    }
}

extension LocalRuntimeAPI {
    /// The answer to a request.
    ///
    /// `nil` where it has to wait for an event.
    private func answer(
        to request: ServerRequest,
        from connection: ServerConnection
    ) -> RuntimeAPIAnswer? {
        switch RuntimeAPIRoute(method: request.method, path: request.path) {
        case nil: return .notFound
        case .next:
            return poll(from: connection)
        case .response(let requestID):
            let limit = request.isStreamed ? Self.largestStream : Self.largestAnswer
            if request.body.count > limit { return refuseSize(requestID, limit) }
            if let failure = request.interruption { return settle(requestID, .failure(failure)) }
            let contentType = request.contentType ?? "application/octet-stream"
            return settle(requestID, .response(body: request.body, contentType: contentType))
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
        case .extensionRegistration: return .registered(LocalInvocation.makeRequestID())
        // There are no events for it; it is asked to end by the signal that it has registered for.
        case .extensionEvent: return nil
        }
    }

    private func poll(from connection: ServerConnection) -> RuntimeAPIAnswer? {
        switch ledger.poll(by: connection.id) {
        case .refuse:
            return .invalidTransition("An invocation is still to be answered")
        case .end:
            return .gone
        case .park:
            events.append(.polled)
            return nil
        case .deliver(let invocation):
            events.append(.polled)
            return event(invocation, for: connection)
        }
    }

    private func settle(_ requestID: String, _ outcome: LocalOutcome) -> RuntimeAPIAnswer {
        switch ledger.settle(requestID) {
        case .accepted:
            events.append(.answered(requestID: requestID, outcome))
            return .accepted
        case .unknown: return .unknownRequestID
        case .alreadyAnswered: return .invalidTransition("The invocation has been answered")
        }
    }

    /// A response that is too large ends the invocation, as an error that the service makes.
    private func refuseSize(_ requestID: String, _ limit: Int) -> RuntimeAPIAnswer {
        let failure = FunctionFailure.responseTooLarge(limit: limit)
        let answer = settle(requestID, .failure(failure))
        return answer.status == 202 ? .tooLarge : answer
    }
}

extension FunctionFailure {
    fileprivate init(_ request: ServerRequest) {
        self.init(type: request.functionErrorType, body: request.body)
    }

    fileprivate static func responseTooLarge(limit: Int) -> FunctionFailure {
        let type = "Function.ResponseSizeTooLarge"
        let message =
            "Response payload size exceeded maximum allowed payload size (\(limit) bytes)."
        let document = #"{"errorMessage":"\#(message)","errorType":"\#(type)"}"#
        return FunctionFailure(type: type, body: Array(document.utf8))
    }
}
#endif
