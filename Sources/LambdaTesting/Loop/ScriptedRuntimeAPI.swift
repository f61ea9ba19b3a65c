package import LambdaTransport

/// A Runtime API on a loopback socket that does what a script says, faults and all.
///
/// Polls and posts have a script each, one step per request. When the script of the polls has come
/// to its end, the next poll is answered with 410, which ends the loop; posts without a step are
/// answered with 202.
///
/// ```swift
/// let api = try ScriptedRuntimeAPI(polls: [.invocation("{}")], posts: [.status(500)])
/// let exit = await InvocationLoop(endpoint: api.endpoint, …).run()
/// #expect(api.requests.map(\.target) == […])
/// ```
///
/// It serves one connection after the other on a thread of its own, which ends with ``stop()``.
package final class ScriptedRuntimeAPI: Sendable {
    /// Where it listens.
    package let endpoint: Endpoint
    private let state: Monitor<State>

    private struct State {
        var polls: ArraySlice<ScriptedStep>
        var posts: ArraySlice<ScriptedStep>
        var requests: [RecordedRequest] = []
        var connections = 0
        var closed = 0
        var isStopped = false
        var hasEnded = false
    }

    /// Starts listening and serving.
    package init(
        polls: [ScriptedStep] = [],
        posts: [ScriptedStep] = [],
        host: String = "127.0.0.1"
    ) throws {
        let listener = try Listener(loopback: host)
        let name = host.contains(":") ? "[\(host)]" : host
        endpoint = try Endpoint("\(name):\(listener.port)")
        state = Monitor(State(polls: polls[...], posts: posts[...]))
        let server = ScriptedServer(listener)
        let failure = Thread.start { [state] in
            server.run(Script(state: state))
            state.withLock { $0.hasEnded = true }
            state.signal()
        }
        if failure != 0 { throw SocketError(.listen, failure) }
    }

    /// The requests that have arrived whole, in their order.
    package var requests: [RecordedRequest] { state.withLock { $0.requests } }

    /// How many connections have been made.
    package var connections: Int { state.withLock { $0.connections } }

    /// How long a wait for the server's thread may take, on the most loaded of machines.
    static let patience = Duration.seconds(30)

    /// Waits until the server has closed that many connections.
    ///
    /// - Returns: Whether it has, within a time that no test should take.
    @discardableResult
    package func waitUntilClosed(_ count: Int) -> Bool {
        state.wait(atMost: Self.patience) { $0.closed >= count ? true : nil } ?? false
    }

    /// Stops listening, and waits for the thread to end.
    ///
    /// - Returns: Whether it has ended, within a time that no test should take. It does not while a
    ///   client keeps a connection open.
    package func stop() -> Bool {
        state.withLock { $0.isStopped = true }
        // A connection wakes the thread that waits for one; it may have gone already.
        if let addresses = try? endpoint.addresses() {
            for address in addresses {
                _ = try? Socket.connect(to: address, stallLimit: .seconds(1))
            }
        }
        return state.wait(atMost: Self.patience) { $0.hasEnded ? true : nil } ?? false
    }

    private struct Script: ServerScript {
        let state: Monitor<State>

        func answersEarly(_ request: RecordedRequest) -> Bool {
            state.withLock { request.method == "POST" && $0.posts.first?.answersEarly == true }
        }

        func nextStep(_ request: RecordedRequest) -> ScriptedStep {
            state.withLock { state in
                var request = request
                request.connection = state.connections
                state.requests.append(request)
                if request.method == "GET" {
                    return state.polls.popFirst() ?? .status(410)
                }
                return state.posts.popFirst() ?? .status(202)
            }
        }

        func connected() -> Bool {
            state.withLock {
                if !$0.isStopped { $0.connections += 1 }
                return !$0.isStopped
            }
        }

        func closed() {
            state.withLock { $0.closed += 1 }
            state.signal()
        }
    }
}

/// A request that a ``ScriptedRuntimeAPI`` was sent.
package struct RecordedRequest: Sendable {
    package var method: String
    package var target: String
    /// The header fields in order, with the names as they were sent.
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]
    /// On which connection it came, counted from 1.
    package var connection = 0

    /// The value of a header field, by its name in lower case.
    package subscript(name: String) -> String? {
        fields.first { $0.name.lowercased() == name }?.value
    }

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }
}
