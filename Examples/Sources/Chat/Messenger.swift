/// What sends to connections.
protocol Messenger: Sendable {
    /// Sends to a connection.
    ///
    /// - Throws: ``ConnectionGone`` if it is closed.
    func send(_ speech: Speech, to connection: String) async throws
}

/// The connection is closed: status 410 of the management API.
struct ConnectionGone: Error {}

/// Keeps what was sent, by connection.
actor InMemoryMessenger: Messenger {
    private(set) var heard: [String: [Speech]] = [:]
    private var closed: Set<String> = []

    func close(_ connection: String) { closed.insert(connection) }

    func send(_ speech: Speech, to connection: String) throws {
        guard !closed.contains(connection) else { throw ConnectionGone() }
        heard[connection, default: []].append(speech)
    }
}
