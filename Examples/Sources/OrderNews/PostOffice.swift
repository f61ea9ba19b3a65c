struct Letter: Equatable, Sendable {
    /// The same each time the same news are to be sent.
    var id: String
    var customer: String
    var text: String
}

/// What sends letters: in a real function, a service for mail.
protocol PostOffice: Sendable {
    /// Sends a letter, unless one of the same ID has been sent.
    ///
    /// - Returns: Whether it was sent just now.
    func send(_ letter: Letter) async throws -> Bool
}

actor InMemoryPostOffice: PostOffice {
    private(set) var letters: [Letter] = []

    func send(_ letter: Letter) -> Bool {
        guard !letters.contains(where: { $0.id == letter.id }) else { return false }
        letters.append(letter)
        return true
    }
}
