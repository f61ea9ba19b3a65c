/// What the runtime itself reports: a message of the service that cannot be used, an event that
/// does not decode, an answer that cannot be sent.
///
/// Nobody catches one: it ends as a line of the log or as a report to Lambda, where its code is
/// what alarms match on.
package struct LambdaError: Error, CustomStringConvertible {
    /// What kind of error it is.
    package let code: Code

    /// What failed, what was expected, and what to do about it.
    ///
    /// It never contains values of a payload.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    package var description: String { message }
}

extension LambdaError {
    /// The kind of a ``LambdaError``.
    ///
    /// The documentation has a row for each in `Documentation/Errors.md`.
    package enum Code: String, CaseIterable, Sendable {
        /// `AWS_LAMBDA_RUNTIME_API` is not `host:port`.
        case endpointInvalid = "EndpointInvalid"
        /// The system gave no thread to run the function on.
        case threadUnavailable = "ThreadUnavailable"
        /// `AWS_LAMBDA_MAX_CONCURRENCY` is not a number from 1 to 1600.
        case concurrencyInvalid = "ConcurrencyInvalid"
        /// The Runtime API could not be reached, or the connection to it broke.
        case serviceUnreachable = "ServiceUnreachable"
        /// The Runtime API answered with a status that it should not answer with.
        case serviceFailed = "ServiceFailed"
        /// The Runtime API refused an answer.
        case answerRefused = "AnswerRefused"
        /// The connection broke after an answer was sent, which may have arrived or not.
        case answerUncertain = "AnswerUncertain"
        /// The connection broke in the middle of a streamed response.
        case streamBroken = "StreamBroken"
        /// A header of an invocation is missing or malformed.
        case invocationInvalid = "InvocationInvalid"
        /// The connection broke before an event was whole.
        case eventTruncated = "EventTruncated"
        /// The event is not what the handler expects.
        case eventInvalid = "EventInvalid"
        /// What the handler returned could not be encoded.
        case responseInvalid = "ResponseInvalid"
        /// What the handler returned is larger than Lambda accepts.
        case responseSizeTooLarge = "ResponseSizeTooLarge"
        /// The handler did not end before the deadline of its invocation.
        case deadlineExceeded = "DeadlineExceeded"
        /// Handlers ignore that they were cancelled at their deadlines.
        case handlersStuck = "HandlersStuck"
        /// The function could not register to be told of its end.
        case extensionUnavailable = "ExtensionUnavailable"
        /// A hook of the lifecycle, or what it waits for, took too long.
        case hookLate = "HookLate"
        /// The runtime has a defect.
        case internalError = "InternalError"
    }
}
