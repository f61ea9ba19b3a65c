#if LOCAL_RUNNING
import LambdaEmulator

/// Why a call of the Invoke API did not get to the function, as the service says it.
///
/// The names and the words are the service's where it has some: clients look at the first, people know
/// the second.
struct InvokeFault: Error, Equatable {
    let status: Int
    /// Goes into the header `x-amzn-ErrorType`.
    let type: String
    let message: String

    static func functionNotFound(_ arn: String, served: String) -> Self {
        Self(
            status: 404,
            type: "ResourceNotFoundException",
            message: "Function not found: \(arn). The function that is served here is \(served)."
        )
    }

    static func malformedContent(_ message: String) -> Self {
        Self(status: 400, type: "InvalidRequestContentException", message: message)
    }

    static func invalidParameter(_ message: String) -> Self {
        Self(status: 400, type: "InvalidParameterValueException", message: message)
    }

    /// A header has a value that the API does not know.
    static func unknownValue(_ value: String, of name: String, known: String) -> Self {
        invalid(value, of: name, ["Member must satisfy enum value set: [\(known)]"])
    }

    /// A parameter has a value that the API does not allow, for these reasons.
    static func invalid(_ value: String, of name: String, _ reasons: [String]) -> Self {
        let errors = reasons.map {
            "Value '\(value)' at '\(name)' failed to satisfy constraint: \($0)"
        }
        let count = "\(errors.count) validation error\(errors.count == 1 ? "" : "s") detected: "
        return Self(
            status: 400,
            type: "ValidationException",
            message: count + errors.joined(separator: "; ")
        )
    }

    /// An event of a synchronous call is too large.
    static let requestTooLarge = Self(
        status: 413,
        type: "RequestEntityTooLargeException",
        message: "Request must be smaller than 6291456 bytes for the InvokeFunction operation"
    )

    /// An event of an asynchronous call is too large.
    static func eventTooLarge(_ size: Int, limit: Int) -> Self {
        Self(
            status: 413,
            type: "RequestEntityTooLargeException",
            message: "\(size) byte payload is too large for the Event invocation type (limit "
                + "\(limit) bytes)"
        )
    }

    /// A web page calls.
    ///
    /// On Lambda a page needs credentials. Here are none, and a page of anybody's could run the function with
    /// those of the developer: a browser sends such a call without asking, and names the page in `Origin`.
    static let fromWebPage = Self(
        status: 403,
        type: "AccessDeniedException",
        message: "The Invoke API is not for web pages: a request with the header Origin is refused."
    )

    static let tooManyRequests = Self(
        status: 429,
        type: "TooManyRequestsException",
        message: "Rate Exceeded."
    )

    /// The function's process cannot be started.
    static func service(_ message: String) -> Self {
        Self(status: 500, type: "ServiceException", message: message)
    }

    static func noSuchOperation(_ method: String, _ path: String) -> Self {
        Self(
            status: 404,
            type: "UnknownOperationException",
            message: "There is no operation \(method) \(path). Invoke the function with POST "
                + "/2015-03-31/functions/NAME/invocations, or in pieces with POST "
                + "/2021-11-15/functions/NAME/response-streaming-invocations."
        )
    }

    static let methodNotAllowed = Self(
        status: 405,
        type: "MethodNotAllowedException",
        message: "The function is invoked with POST."
    )
}

extension InvokeFault {
    var answer: ServerAnswer {
        var answer = ServerAnswer(
            status: status,
            headers: [
                ("x-amzn-RequestId", LocalInvocation.makeRequestID()),
                ("Content-Type", "application/json"),
                ("x-amzn-ErrorType", type),
            ]
        )
        if status == 405 { answer.headers.append(("Allow", "POST")) }
        // The service has both spellings of the name, each in other errors. Clients take either.
        let name = status == 404 ? "Message" : "message"
        let origin = status >= 500 ? "Service" : "User"
        let reason = status == 429 ? #","Reason":"ConcurrentInvocationLimitExceeded""# : ""
        // What is refused before it gets to Lambda itself has the message alone.
        let kind = type == "ValidationException" ? "" : #""Type":"\#(origin)","#
        answer.body = Array(
            #"{\#(kind)"\#(name)":\#(JSONText.quoted(message))\#(reason)}"#.utf8
        )
        return answer
    }
}
#endif
