#if LOCAL_RUNNING
/// Which operation of Lambda's API a path is.
enum InvokeRoute: Equatable {
    /// `Invoke`.
    case invoke(function: String)
    /// `InvokeWithResponseStream`.
    case invokeStreaming(function: String)

    /// `nil` for a path that is no operation that is served here.
    init?(path: Substring) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[2] == "functions" else { return nil }
        let function = PercentDecoding.decode(String(parts[3]), plusIsSpace: false)
        switch (parts[1], parts[4]) {
        case ("2015-03-31", "invocations"): self = .invoke(function: function)
        case ("2021-11-15", "response-streaming-invocations"):
            self = .invokeStreaming(function: function)
        default: return nil
        }
    }
}
#endif
