#if LOCAL_RUNNING
/// What the Runtime API says to one request: a status, header fields and a body.
struct RuntimeAPIAnswer {
    let status: Int
    var headers: [(name: String, value: String)] = [("Content-Type", "application/json")]
    var body: [UInt8]

    /// The largest event that is sent with a Content-Length.
    ///
    /// What is larger goes out chunked, as one chunk: so does AWS's own emulator, since Go's HTTP
    /// server does.
    private static let largestPlainBody = 2048
}

// The bodies are the service's own, to the letter: clients may look at `errorType`.
extension RuntimeAPIAnswer {
    static var accepted: Self {
        Self(status: 202, body: Array("{\"status\":\"OK\"}\n".utf8))
    }

    /// Accepts an extension, as which a function registers that wants to be told of its end.
    static func registered(_ identifier: String) -> Self {
        Self(
            status: 200,
            headers: [
                ("Content-Type", "application/json"), ("Lambda-Extension-Identifier", identifier),
            ],
            body: Array("{}".utf8)
        )
    }

    static var unknownRequestID: Self {
        error(400, type: "InvalidRequestID", message: "Invalid request ID")
    }

    static func invalidTransition(_ message: String) -> Self {
        error(403, type: "InvalidStateTransition", message: message)
    }

    static var notFound: Self {
        Self(
            status: 404,
            headers: [("Content-Type", "text/plain; charset=utf-8")],
            body: Array("404 page not found\n".utf8)
        )
    }

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

    /// The request is not HTTP, or breaks a limit: nothing after it can be trusted to be a request.
    static func malformed(_ reason: String) -> Self {
        Self(
            status: 400,
            headers: [("Content-Type", "text/plain; charset=utf-8")],
            body: Array("400 Bad Request: \(reason)\n".utf8)
        )
    }

    /// The answer to `/next`: the event, and what there is to know about it.
    static func event(_ invocation: LocalInvocation, deadlineMilliseconds: Int64) -> Self {
        var answer = Self(status: 200, headers: [], body: invocation.event)
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
        Self(
            status: status,
            body: Array("{\"errorMessage\":\"\(message)\",\"errorType\":\"\(type)\"}\n".utf8)
        )
    }
}

extension RuntimeAPIAnswer {
    /// The answer as it goes over the wire.
    ///
    /// - Parameters:
    ///   - closing: Says that no other answer will follow on the connection.
    ///   - chunked: Allows for chunks, which an HTTP/1.0 client does not know (RFC 9112 section 7.1).
    /// - Returns: Head and body.
    func message(closing: Bool, chunked: Bool = true) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + 1024)
        bytes += "HTTP/1.1 \(status) \(reason)\r\n".utf8
        for (name, value) in headers {
            bytes += name.utf8
            bytes += ": ".utf8
            // RFC 9110 section 5.5: a field value holds no control characters. A caller's client context
            // may, and must not become a header of its own.
            bytes += value.utf8.map { $0 < 0x20 || $0 == 0x7f ? UInt8(ascii: " ") : $0 }
            bytes += "\r\n".utf8
        }
        if closing { bytes += "Connection: close\r\n".utf8 }
        if chunked && body.count > Self.largestPlainBody {
            bytes += "Transfer-Encoding: chunked\r\n\r\n".utf8
            bytes += "\(String(body.count, radix: 16))\r\n".utf8
            bytes += body
            bytes += "\r\n0\r\n\r\n".utf8
        } else {
            bytes += "Content-Length: \(body.count)\r\n\r\n".utf8
            bytes += body
        }
        return bytes
    }

    private var reason: String {
        switch status {
        case 200: "OK"
        case 202: "Accepted"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 410: "Gone"
        case 413: "Request Entity Too Large"
        default: "Unknown"
        }
    }
}
#endif
