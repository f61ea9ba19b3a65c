/// What sends a request to a web service.
package protocol WebClient: Sendable {
    /// Sends a request once.
    ///
    /// - Parameter request: The request.
    /// - Returns: The response, whatever its status.
    /// - Throws: `WebError` if there is none.
    func send(_ request: WebRequest) async throws(WebError) -> WebResponse
}

/// A request to a web service.
package struct WebRequest: Equatable, Sendable {
    package var method: String
    /// Scheme and host, and the port where it is not the scheme's own: `https://api.example.com`.
    package var origin: String
    /// The path, percent-encoded, with its leading slash.
    package var path: String
    /// The query, percent-encoded, without the question mark.
    package var query: String
    /// The header fields by their names in lower case, without `host`.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(
        _ method: String,
        _ origin: String,
        _ path: String,
        query: String = "",
        headers: [String: String] = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.origin = origin
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    package var url: String { origin + path + (query.isEmpty ? "" : "?" + query) }

    /// The host, with the port if the origin has one.
    package var host: String {
        guard let slash = origin.lastIndex(of: "/") else { return origin }
        return String(origin[origin.index(after: slash)...])
    }
}

/// What a web service answers.
package struct WebResponse: Equatable, Sendable {
    package var status: Int
    package var body: [UInt8]

    package init(status: Int, body: [UInt8] = []) {
        self.status = status
        self.body = body
    }

    package var isSuccess: Bool { 200...299 ~= status }
}

/// Why there is no response.
package struct WebError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
