#if LOCAL_RUNNING
/// What a request to the Runtime API asks for.
enum RuntimeAPIRoute {
    case next
    case response(requestID: String)
    case error(requestID: String)
    case initializationError
    case extensionRegistration
    case extensionEvent

    /// `nil` where the Runtime API has no such path or not by that method.
    init?(method: String, path: Substring) {
        let parts = Array(path.utf8)
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        switch (method, path) {
        case ("POST", "/2020-01-01/extension/register"):
            self = .extensionRegistration
            return
        case ("GET", "/2020-01-01/extension/event/next"):
            self = .extensionEvent
            return
        default: break
        }
        guard parts.count >= 5, parts[0...2] == ["", "2018-06-01", "runtime"] else { return nil }
        switch (method, parts.count, parts[3], parts[parts.count - 1]) {
        case ("GET", 5, "invocation", "next"): self = .next
        case ("POST", 5, "init", "error"): self = .initializationError
        case ("POST", 6, "invocation", "response"): self = .response(requestID: parts[4])
        case ("POST", 6, "invocation", "error"): self = .error(requestID: parts[4])
        default: return nil
        }
    }
}
#endif
