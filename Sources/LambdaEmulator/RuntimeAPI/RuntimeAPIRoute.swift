/// What a request to the Runtime API asks for.
enum RuntimeAPIRoute {
    case next
    case response(requestID: String)
    case error(requestID: String)
    case initializationError

    /// `nil` where the Runtime API has no such path or not by that method.
    init?(method: String, path: String) {
        let prefix = "/2018-06-01/runtime/"
        guard path.hasPrefix(prefix) else { return nil }
        let parts = path.utf8.dropFirst(prefix.utf8.count)
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        switch (method, parts.count, parts.first, parts.last) {
        case ("GET", 2, "invocation", "next"): self = .next
        case ("POST", 2, "init", "error"): self = .initializationError
        case ("POST", 3, "invocation", "response"): self = .response(requestID: parts[1])
        case ("POST", 3, "invocation", "error"): self = .error(requestID: parts[1])
        default: return nil
        }
    }
}
