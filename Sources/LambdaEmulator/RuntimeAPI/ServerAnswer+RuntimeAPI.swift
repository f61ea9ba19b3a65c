#if LOCAL_RUNNING
// What the Runtime API says. The bodies are the service's own, to the letter: clients may look at
// `errorType`.
extension ServerAnswer {
    /// The largest event that is sent with a Content-Length.
    ///
    /// What is larger goes out chunked, as one chunk: so does AWS's own emulator, since Go's HTTP
    /// server does.
    private static let largestPlainEvent = 2048

    static var accepted: Self { json(202, "{\"status\":\"OK\"}\n") }

    /// Accepts an extension, as which a function registers that wants to be told of its end.
    static func registered(_ identifier: String) -> Self {
        var answer = json(200, "{}")
        answer.headers.append(("Lambda-Extension-Identifier", identifier))
        return answer
    }

    static var unknownRequestID: Self {
        error(400, type: "InvalidRequestID", message: "Invalid request ID")
    }

    static func invalidTransition(_ message: String) -> Self {
        error(403, type: "InvalidStateTransition", message: message)
    }

    static var notFound: Self { text(404, "404 page not found") }

    /// Tells a function that there will be no more events, and that it may exit.
    ///
    /// Lambda ends a process without a word. A function that exits by itself has flushed what it
    /// printed.
    static var gone: Self {
        error(410, type: "Gone", message: "There are no more events")
    }

    static var tooLarge: Self {
        error(
            413,
            type: "RequestEntityTooLarge",
            message:
                "Exceeded maximum allowed payload size (\(LocalRuntimeAPI.largestAnswer) bytes)."
        )
    }

    /// The answer to `/next`: the event, and what there is to know about it.
    static func event(_ invocation: LocalInvocation, deadlineMilliseconds: Int64) -> Self {
        var answer = Self(status: 200, body: invocation.event)
        answer.chunkingLimit = largestPlainEvent
        func add(_ name: String, _ value: String?) {
            if let value { answer.headers.append((name, value)) }
        }
        add("Content-Type", invocation.contentType)
        add("Lambda-Runtime-Aws-Request-Id", invocation.requestID)
        add("Lambda-Runtime-Deadline-Ms", String(deadlineMilliseconds))
        add("Lambda-Runtime-Invoked-Function-Arn", invocation.functionARN)
        add("Lambda-Runtime-Trace-Id", invocation.traceID)
        add("Lambda-Runtime-Client-Context", invocation.clientContext)
        add("Lambda-Runtime-Cognito-Identity", invocation.cognitoIdentity)
        add("Lambda-Runtime-Aws-Tenant-Id", invocation.tenantID)
        return answer
    }

    private static func error(_ status: Int, type: String, message: String) -> Self {
        json(status, "{\"errorMessage\":\"\(message)\",\"errorType\":\"\(type)\"}\n")
    }

    private static func json(_ status: Int, _ text: String) -> Self {
        var answer = Self(
            status: status,
            headers: [("Content-Type", "application/json")],
            body: Array(text.utf8)
        )
        answer.chunkingLimit = largestPlainEvent
        return answer
    }
}
#endif
