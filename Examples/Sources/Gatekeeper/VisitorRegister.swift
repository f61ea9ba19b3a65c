struct Visitor: Equatable, Sendable {
    var id: String
    var plan: String
}

/// Who holds which token: in a real function, a table with the hashes of the tokens, or the keys of those
/// that sign them.
protocol VisitorRegister: Sendable {
    /// Finds the holder of a token.
    ///
    /// - Returns: The visitor, or `nil` if nobody holds it.
    func visitor(holding token: String) async throws -> Visitor?
}

struct InMemoryVisitorRegister: VisitorRegister {
    var visitors = ["example-token": Visitor(id: "ada", plan: "gold")]

    func visitor(holding token: String) -> Visitor? { visitors[token] }
}
