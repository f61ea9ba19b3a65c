import LambdaHTTPShared

// The routes as a tree
// --------------------
// Each node stands for the beginning of some patterns; the edges are the parts of paths. For
//
//     GET /orders        GET /orders/{id}        POST /orders/{id}/cancel        GET /files/{rest+}
//
//     (root) -- orders --> [GET] -- {} --> [GET] -- cancel --> [POST]
//            -- files  --> ( ) -- {+} --> [GET]
//
// The names of variables belong to the routes: two patterns may name the same part differently. A look-up goes
// down by the literal first, then by the variable, and takes the rest last; it comes back where a way does not
// end at a route for the method. Each node has one way to it, so none is visited twice.

/// The routes of a router by the parts of their patterns.
struct RouteTrie: Sendable {
    private var nodes = [Node()]

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var variable: Int?
        var rest: Int?
        /// The routes that end here, by method.
        var routes: [String: Route] = [:]
    }

    private struct Route: Sendable {
        let names: [String]
        let handler: HTTPRouter.Handler
    }

    /// The route of a request, and the values of its variables by name.
    struct Match {
        let handler: HTTPRouter.Handler
        let variables: [String: String]
    }
}

extension RouteTrie {
    /// Adds a route.
    ///
    /// `false` if there is one for the method at the pattern.
    mutating func add(
        _ handler: @escaping HTTPRouter.Handler,
        for method: HTTPMethod,
        at pattern: RoutePattern
    ) -> Bool {
        var index = 0
        for part in pattern.parts { index = child(of: index, by: part) }
        let route = Route(names: pattern.names, handler: handler)
        return nodes[index].routes.updateValue(route, forKey: method.rawValue) == nil
    }

    private mutating func child(of index: Int, by part: RoutePattern.Part) -> Int {
        let present =
            switch part {
            case .literal(let text): nodes[index].literals[text]
            case .variable: nodes[index].variable
            case .rest: nodes[index].rest
            }
        if let present { return present }
        let new = nodes.count
        nodes.append(Node())
        switch part {
        case .literal(let text): nodes[index].literals[text] = new
        case .variable: nodes[index].variable = new
        case .rest: nodes[index].rest = new
        }
        return new
    }
}

extension RouteTrie {
    /// The route for a method and the parts of a path.
    func match(_ method: HTTPMethod, _ segments: [String]) -> Match? {
        var values: [String] = []
        var found: Route?
        visit(0, Self.parts(segments), 0, &values) { node in
            found = nodes[node].routes[method.rawValue]
            return found != nil
        }
        return found.map { route in
            Match(
                handler: route.handler,
                variables: route.names.isEmpty
                    ? [:] : Dictionary(zip(route.names, values)) { first, _ in first }
            )
        }
    }

    /// The methods that have a route for the parts of a path.
    func methods(_ segments: [String]) -> Set<String> {
        var methods: Set<String> = []
        var values: [String] = []
        visit(0, Self.parts(segments), 0, &values) { node in
            methods.formUnion(nodes[node].routes.keys)
            return false
        }
        return methods
    }

    /// The parts of `/` are none.
    private static func parts(_ segments: [String]) -> [String] {
        segments == [""] ? [] : segments
    }

    /// Goes to the nodes at which a path can end, the best first, until one is taken.
    ///
    /// The values are those of the variables on the way. Nodes are looked at where they are: to copy one
    /// takes longer than to look into it.
    @discardableResult
    private func visit(
        _ index: Int,
        _ parts: [String],
        _ position: Int,
        _ values: inout [String],
        _ take: (Int) -> Bool
    ) -> Bool {
        guard position < parts.count else { return take(index) }
        let part = parts[position]
        if let child = nodes[index].literals[part],
            visit(child, parts, position + 1, &values, take)
        {
            return true
        }
        if let child = nodes[index].variable, !part.isEmpty {
            values.append(part)
            if visit(child, parts, position + 1, &values, take) { return true }
            values.removeLast()
        }
        // All that is left can be slashes: /files// has no file.
        if let child = nodes[index].rest, parts[position...].contains(where: { !$0.isEmpty }) {
            values.append(parts[position...].joined(separator: "/"))
            if take(child) { return true }
            values.removeLast()
        }
        return false
    }
}
