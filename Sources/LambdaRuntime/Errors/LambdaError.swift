/// What the runtime itself reports: a message of the service that cannot be used, an event that
/// does not decode, an answer that cannot be sent.
///
/// Errors of your own need not be of this type; see ``LambdaReportableError``.
public struct LambdaError: Error, Sendable, CustomStringConvertible {
    /// What kind of error it is.
    public let code: Code

    /// What failed, what was expected, and what to do about it.
    ///
    /// It never contains values of a payload. The wording is not part of the API.
    public let message: String

    /// The error behind this one.
    ///
    /// `nil` when there is none.
    public let underlying: (any Error)?

    init(_ code: Code.Value, _ message: String, underlying: (any Error)? = nil) {
        self.code = Code(value: code)
        self.message = message
        self.underlying = underlying
    }

    /// The message.
    public var description: String { message }
}

extension LambdaError {
    /// The kind of a ``LambdaError``.
    ///
    /// The documentation has a row for each in `Documentation/Errors.md`.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        enum Value: String, Hashable, Sendable, CaseIterable {
            case endpointMissing = "EndpointMissing"
            case endpointInvalid = "EndpointInvalid"
            case threadUnavailable = "ThreadUnavailable"
            case serviceUnreachable = "ServiceUnreachable"
            case serviceFailed = "ServiceFailed"
            case answerRefused = "AnswerRefused"
            case answerUncertain = "AnswerUncertain"
            case invocationInvalid = "InvocationInvalid"
            case eventTruncated = "EventTruncated"
            case eventInvalid = "EventInvalid"
            case responseInvalid = "ResponseInvalid"
            case responseSizeTooLarge = "ResponseSizeTooLarge"
            case internalError = "InternalError"
        }

        let value: Value

        /// The name of the code.
        public var description: String { value.rawValue }

        /// `AWS_LAMBDA_RUNTIME_API` is not set.
        public static var endpointMissing: Code { Code(value: .endpointMissing) }
        /// `AWS_LAMBDA_RUNTIME_API` is not `host:port`.
        public static var endpointInvalid: Code { Code(value: .endpointInvalid) }
        /// The system gave no thread to run the function on.
        public static var threadUnavailable: Code { Code(value: .threadUnavailable) }
        /// The Runtime API could not be reached, or the connection to it broke.
        public static var serviceUnreachable: Code { Code(value: .serviceUnreachable) }
        /// The Runtime API answered with a status that it should not answer with.
        public static var serviceFailed: Code { Code(value: .serviceFailed) }
        /// The Runtime API refused an answer.
        public static var answerRefused: Code { Code(value: .answerRefused) }
        /// The connection broke after an answer was sent, which may have arrived or not.
        public static var answerUncertain: Code { Code(value: .answerUncertain) }
        /// A header of an invocation is missing or malformed.
        public static var invocationInvalid: Code { Code(value: .invocationInvalid) }
        /// The connection broke before an event was whole.
        public static var eventTruncated: Code { Code(value: .eventTruncated) }
        /// The event is not what the handler expects.
        public static var eventInvalid: Code { Code(value: .eventInvalid) }
        /// What the handler returned could not be encoded.
        public static var responseInvalid: Code { Code(value: .responseInvalid) }
        /// What the handler returned is larger than Lambda accepts.
        public static var responseSizeTooLarge: Code { Code(value: .responseSizeTooLarge) }
        /// The runtime has a defect.
        public static var internalError: Code { Code(value: .internalError) }
    }
}
