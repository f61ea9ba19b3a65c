/// What the function has said about its own life at a ``ScriptedRuntimeAPI``, and what it is to be told.
struct ScriptedLifecycle {
    /// A boolean value indicating whether the function, as its snapshot has it, may go on.
    var isRestored = false
    /// How the next requests are answered, where that is said, instead of as the service does.
    var faults: ArraySlice<ScriptedStep> = []
    /// How the extension's wait for an event is answered, each time that there is something here.
    var extensionFaults: ArraySlice<ScriptedStep> = []
    /// What the function posted when it could not.
    private(set) var restorationError: RecordedRequest?

    /// A request about the function's life, and not about an invocation.
    enum Route {
        case registration
        case extensionEvent
        case restoration
        case restorationError

        init?(_ request: RecordedRequest) {
            switch (request.method, request.path) {
            case ("POST", "/2020-01-01/extension/register"): self = .registration
            case ("GET", "/2020-01-01/extension/event/next"): self = .extensionEvent
            case ("GET", "/2018-06-01/runtime/restore/next"): self = .restoration
            case ("POST", "/2018-06-01/runtime/restore/error"): self = .restorationError
            default: return nil
            }
        }
    }

    /// The answer to a request, `nil` while it has to wait.
    mutating func step(_ route: Route, _ request: RecordedRequest) -> ScriptedStep? {
        if route == .restorationError { restorationError = request }
        if route != .extensionEvent, let fault = faults.popFirst() { return fault }
        switch route {
        case .registration:
            return .raw(
                "HTTP/1.1 200 OK\r\nLambda-Extension-Identifier: "
                    + "0d4f9a52-7d37-4d9f-8a3e-5f4c3b2a1908\r\nContent-Length: 0\r\n\r\n"
            )
        case .extensionEvent: return extensionFaults.popFirst()
        case .restoration: return isRestored ? .status(200) : nil
        case .restorationError: return .status(202)
        }
    }
}
