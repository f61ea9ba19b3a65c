/// The pattern of a path: `/orders/{id}/lines/{rest+}`.
struct RoutePattern {
    enum Part: Hashable {
        case literal(String)
        case variable
        case rest
    }

    let parts: [Part]
    /// The names of the variables, in their order.
    let names: [String]

    static let grammar =
        "Expected a slash, and parts such as orders, {id}, or {rest+} at the end, without escapes."

    /// Reads a pattern.
    ///
    /// `nil` if it is none.
    init?(_ text: String) {
        guard text.first == "/" else { return nil }
        var parts: [Part] = []
        var names: [String] = []
        let pieces =
            text == "/"
            ? [] : text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for piece in pieces {
            guard parts.last != .rest, !piece.isEmpty else { return nil }
            guard piece.first == "{" || piece.last == "}" else {
                guard !piece.utf8.contains(where: { "{}%?#".utf8.contains($0) }) else { return nil }
                parts.append(.literal(String(piece)))
                continue
            }
            guard piece.first == "{", piece.last == "}" else { return nil }
            var name = piece.dropFirst().dropLast()
            let isRest = name.last == "+"
            if isRest { name.removeLast() }
            guard !name.isEmpty, !name.utf8.contains(where: { "{}+".utf8.contains($0) }),
                !names.contains(String(name))
            else { return nil }
            parts.append(isRest ? .rest : .variable)
            names.append(String(name))
        }
        self.parts = parts
        self.names = names
    }
}
