import LambdaHTTPShared

/// A route that a router could not add.
struct InvalidRoute: Error, CustomStringConvertible {
    let description: String

    /// The pattern is none.
    static func pattern(_ text: String) -> Self {
        Self(description: "\"\(text)\" is no pattern of a path. \(RoutePattern.grammar)")
    }

    /// There is a route for the method at the pattern.
    static func repeated(_ method: HTTPMethod, _ pattern: String) -> Self {
        Self(
            description:
                "\(method.rawValue) \(pattern) has a route already. Each pattern, whatever its "
                + "variables are called, has one route for a method."
        )
    }
}
