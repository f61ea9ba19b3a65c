/// Who is in the room, and over which connection.
protocol ChatRoom: Sendable {
    func enter(_ name: String, over connection: String) async throws
    func leave(_ connection: String) async throws

    /// The names of all guests, by connection.
    func guests() async throws -> [String: String]
}

/// A room in the memory of one process.
///
/// On Lambda each process would have a room of its own, and forget it at its end: it is for tests, and for
/// running the chat on one machine.
actor InMemoryChatRoom: ChatRoom {
    private var names: [String: String] = [:]

    func enter(_ name: String, over connection: String) { names[connection] = name }

    func leave(_ connection: String) { names[connection] = nil }

    func guests() -> [String: String] { names }
}
