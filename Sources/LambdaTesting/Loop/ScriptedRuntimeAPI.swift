package import LambdaTransport

/// A Runtime API on a loopback socket that does what it is told, faults and all.
///
/// Polls take what is queued for them, in its order: a ``ScriptedStep`` as it is, or an event whose
/// answer somebody waits for. When nothing is left a poll waits, or is answered with 410, which ends
/// the loop, once the script is closed. Posts are answered with 202 where nothing else is said.
///
/// ```swift
/// let api = try ScriptedRuntimeAPI(polls: [.invocation("{}")], posts: [.status(500)])
/// let exit = await InvocationLoop(endpoint: api.endpoint, …).run()
/// await api.stop()
/// #expect(api.requests.map(\.path) == […])
/// ```
///
/// It has as many threads as connections at once, which end with ``stop()``.
package final class ScriptedRuntimeAPI: Sendable {
    /// Where it listens.
    package let endpoint: Endpoint
    let state: Monitor<ScriptState>
    /// Whether the function has polled, which it does when it is initialized.
    let start = Promise<Bool>()
    /// Whether the function has asked to be restored, which it does when it is ready for a snapshot.
    let snapshot = Promise<Bool>()
    private let server: ScriptedServer

    /// Starts listening and serving a script that is closed: the poll after its last step ends the
    /// loop.
    package convenience init(
        polls: [ScriptedStep] = [],
        posts: [ScriptedStep] = [],
        connections: Int = 1,
        host: String = "127.0.0.1"
    ) throws {
        try self.init(
            ScriptState(polls: polls.map { .step($0) }, posts: posts, isOpen: false),
            connections: connections,
            host: host
        )
    }

    /// Starts listening and serving.
    ///
    /// - Parameters:
    ///   - script: What is to happen.
    ///   - connections: How many there can be at once.
    ///   - slots: How many of them are for invocations. All if not given.
    ///   - host: An address of this machine.
    /// - Throws: `SocketError` where there is no port, or no thread.
    init(
        _ script: ScriptState,
        connections: Int,
        slots: Int? = nil,
        host: String = "127.0.0.1"
    ) throws {
        let listener = try Listener(loopback: host)
        let name = host.contains(":") ? "[\(host)]" : host
        endpoint = try Endpoint("\(name):\(listener.port)")
        state = Monitor(script)
        server = ScriptedServer(
            listener,
            endpoint,
            Script(state: state, start: start, snapshot: snapshot)
        )
        state.withLock { state in
            state.threads = connections
            state.slots = slots ?? connections
        }
        for number in 0..<connections {
            let failure = server.start()
            guard failure == 0 else {
                state.withLock {
                    $0.threads = number
                    $0.isStopped = true
                }
                server.refuse()
                server.wake(number)
                throw SocketError(.listen, failure)
            }
        }
    }

    /// The requests that have arrived whole, in their order.
    package var requests: [RecordedRequest] { state.withLock { $0.requests } }

    /// How many connections have been made.
    package var connections: Int { state.withLock { $0.connections } }

    /// Waits until the server has closed that many connections, on a thread that may be blocked.
    ///
    /// - Returns: Whether it has, within a time that no test should take.
    @discardableResult
    package func waitUntilClosed(_ count: Int) -> Bool {
        state.wait(atMost: .seconds(30)) { $0.closed >= count ? true : nil } ?? false
    }

    /// Lets the next poll that finds nothing end the loop, and ends what stalls.
    func close() {
        state.withLock { state in
            state.isOpen = false
            state.endsStalls = true
            for connection in state.stalled {
                state.descriptors[connection].map(ScriptedServer.breakOff)
            }
        }
        state.signal()
    }

    /// Ends every connection, stops listening, and waits for the threads to end.
    package func stop() async {
        let threads = state.withLock { state in
            state.isStopped = true
            for descriptor in state.descriptors.values { ScriptedServer.breakOff(descriptor) }
            return state.threads
        }
        state.signal()
        server.refuse()
        server.wake(threads)
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if state.threads > 0 { state.stopping.append(continuation) }
                return state.threads == 0
            }
            if hasEnded { continuation.resume() }
        }
    }
}

/// What the server's threads see of a ``ScriptedRuntimeAPI``.
private struct Script: ServerScript {
    let state: Monitor<ScriptState>
    let start: Promise<Bool>
    let snapshot: Promise<Bool>

    func piecesToRead(of request: RecordedRequest) -> Int? {
        guard request.method == "POST" else { return nil }
        return state.withLock { $0.nextPostStep(request)?.piecesToRead }
    }

    func received(_ piece: [UInt8], of request: RecordedRequest) {
        // The test's closure may wait for something, and must not hold the lock while it does.
        let onPiece = state.withLock { $0.pieceHandler(for: request) }
        onPiece?(piece)
    }

    func brokeOff(_ request: RecordedRequest) {
        state.withLock { $0.brokeOff(request) }
    }

    func step(for request: RecordedRequest) -> ScriptedStep? {
        if let route = ScriptedLifecycle.Route(request) { return step(route, request) }
        if request.method != "POST" {
            start.fulfill(true)
            state.withLock { $0.polled(request) }.resume()
        }
        let step =
            request.method == "POST"
            ? state.withLock { $0.post(request) }
            : state.wait { $0.pollStep(request.connection) }.step
        guard step?.ending == .stall else { return step }
        let stalls = state.withLock { state in
            state.stalled.insert(request.connection)
            return !state.endsStalls
        }
        return stalls ? step : nil
    }

    /// Answers what is not about an invocation; blocks while there is no answer.
    private func step(
        _ route: ScriptedLifecycle.Route,
        _ request: RecordedRequest
    ) -> ScriptedStep? {
        state.withLock { $0.requests.append(request) }
        if route == .restoration { snapshot.fulfill(true) }
        return state.wait { state -> ScriptState.PollStep? in
            if let step = state.lifecycle.step(route, request) {
                return ScriptState.PollStep(step: step)
            }
            let hasEnded = state.isStopped || route == .restoration && !state.isOpen
            return hasEnded ? ScriptState.PollStep(step: nil) : nil
        }.step
    }

    func connected(_ descriptor: Int32) -> Int? {
        state.withLock { state in
            if state.isStopped { return nil }
            state.connections += 1
            state.descriptors[state.connections] = descriptor
            return state.connections
        }
    }

    func closing(_ connection: Int) {
        state.withLock { $0.closing(connection) }.resume()
    }

    func closed() {
        state.withLock { $0.closed += 1 }
        state.signal()
    }

    var isStopped: Bool { state.withLock { $0.isStopped } }

    func threadEnded() {
        let stopping = state.withLock { state in
            state.threads -= 1
            guard state.threads == 0 else { return [] as [CheckedContinuation<Void, Never>] }
            defer { state.stopping = [] }
            return state.stopping
        }
        for continuation in stopping { continuation.resume() }
    }
}
