public import LambdaEventsShared

/// The method of an HTTP request.
///
/// A client can send any method; those of RFC 9110 and RFC 5789 have a constant.
public struct HTTPMethod: OpenValue {
    /// The method as the client sent it.
    ///
    /// Methods are case-sensitive, and usually in capitals.
    public let rawValue: String

    /// Creates a method from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Fetches a resource.
    public static var get: Self { Self(rawValue: "GET") }
    /// Fetches the headers of a resource.
    public static var head: Self { Self(rawValue: "HEAD") }
    /// Submits something to a resource.
    public static var post: Self { Self(rawValue: "POST") }
    /// Replaces a resource.
    public static var put: Self { Self(rawValue: "PUT") }
    /// Changes a resource.
    public static var patch: Self { Self(rawValue: "PATCH") }
    /// Removes a resource.
    public static var delete: Self { Self(rawValue: "DELETE") }
    /// Asks what a resource supports.
    public static var options: Self { Self(rawValue: "OPTIONS") }
    /// Sends the request back.
    public static var trace: Self { Self(rawValue: "TRACE") }
    /// Opens a tunnel.
    public static var connect: Self { Self(rawValue: "CONNECT") }
}
