#if LOCAL_RUNNING
/// A route of an HTTP API, or a method of a resource of a REST API: `GET /orders/{id}`.
struct HTTPRoute: Sendable, Equatable {
    /// The route as it was written.
    let key: String
    /// `nil` for any.
    let method: String?
    /// The path with its variables: `/orders/{id}`.
    ///
    /// `nil` for the route of requests that no other takes, `$default`.
    let path: String?
    fileprivate let segments: [Segment]

    fileprivate enum Segment: Equatable {
        case literal(String)
        case variable(String)
        /// `{name+}`: what is left of the path.
        case rest(String)
    }

    /// Reads a route: a method or `ANY`, a blank, and a path; or `$default`.
    ///
    /// `nil` for anything else, such as a path with a greedy variable before its end.
    init?(_ key: String) {
        self.key = key
        guard key != "$default" else {
            (method, path, segments) = (nil, nil, [])
            return
        }
        guard let blank = key.firstIndex(of: " ") else { return nil }
        let (name, path) = (key[..<blank], key[blank...].dropFirst())
        let isToken = name.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
        guard !name.isEmpty, isToken, path.first == "/" else { return nil }
        method = name == "ANY" ? nil : String(name)
        self.path = String(path)
        var segments: [Segment] = []
        for text in Self.split(path) {
            if case .rest = segments.last { return nil }
            guard let segment = Segment(text) else { return nil }
            segments.append(segment)
        }
        self.segments = segments
    }

    private static func split(_ path: Substring) -> [Substring] {
        path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }
}

extension HTTPRoute.Segment {
    fileprivate init?(_ text: Substring) {
        guard text.first == "{", text.last == "}" else {
            guard !text.contains("{"), !text.contains("}") else { return nil }
            self = .literal(String(text))
            return
        }
        var name = text.dropFirst().dropLast()
        let isGreedy = name.last == "+"
        if isGreedy { name.removeLast() }
        let isName = name.utf8.allSatisfy {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                || "-_.".utf8.contains($0)
        }
        guard !name.isEmpty, isName else { return nil }
        self = isGreedy ? .rest(String(name)) : .variable(String(name))
    }

    /// Where the segment stands among others that match: what is fixed comes first.
    fileprivate var rank: Int {
        switch self {
        case .literal: 0
        case .variable: 1
        case .rest: 2
        }
    }
}

// MARK: - Matching

extension HTTPRoute {
    /// The route of a request, with the values of its variables as they were sent.
    struct Match {
        var route: HTTPRoute
        var variables: [(name: String, value: String)]
    }

    /// The route that fits a request best.
    ///
    /// What is fixed goes before variables, these go before what takes the rest of a path, a method
    /// goes before any, and `$default` comes last. REST APIs ignore a trailing slash: they have no resource
    /// of an empty name.
    static func best(
        among routes: [HTTPRoute],
        method: String,
        path: String,
        ignoresTrailingSlash: Bool
    ) -> Match? {
        var parts = split(path[...])
        if ignoresTrailingSlash, parts.count > 1, parts.last == "" { parts.removeLast() }
        var best: Match?
        for route in routes {
            guard route.method == nil || route.method == method,
                let variables = route.variables(of: parts)
            else { continue }
            if let present = best?.route, !route.isBetter(than: present) { continue }
            best = Match(route: route, variables: variables)
        }
        return best
    }

    private func variables(of parts: [Substring]) -> [(name: String, value: String)]? {
        guard path != nil else { return [] }
        var variables: [(name: String, value: String)] = []
        for (index, segment) in segments.enumerated() {
            guard index < parts.count else { return nil }
            switch segment {
            case .literal(let text):
                guard parts[index] == text else { return nil }
            case .variable(let name):
                guard !parts[index].isEmpty else { return nil }
                variables.append((name, String(parts[index])))
            case .rest(let name):
                let rest = parts[index...].joined(separator: "/")
                guard !rest.isEmpty else { return nil }
                variables.append((name, rest))
                return variables
            }
        }
        return parts.count == segments.count ? variables : nil
    }

    private func isBetter(than other: HTTPRoute) -> Bool {
        guard path != nil, other.path != nil else { return path != nil && other.path == nil }
        for (segment, counterpart) in zip(segments, other.segments)
        where segment.rank != counterpart.rank {
            return segment.rank < counterpart.rank
        }
        return method != nil && other.method == nil
    }
}
#endif
