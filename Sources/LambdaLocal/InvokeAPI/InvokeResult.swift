#if LOCAL_RUNNING
import LambdaEmulator

/// What the caller of a synchronous invocation gets.
struct InvokeResult: Equatable {
    let payload: [UInt8]
    let contentType: String
    /// Whether the payload is that of an error.
    let isFailure: Bool
    /// The type of the error, as Lambda knows it.
    ///
    /// `nil` for a success.
    let errorType: String?

    init(_ outcome: LocalOutcome) {
        switch outcome {
        case .response(let body, let contentType):
            self.init(payload: body, contentType: contentType, errorType: nil)
        case .streamed(let contentType):
            self.init(payload: [], contentType: contentType, errorType: nil)
        case .failure(let failure):
            self.init(failure)
        case .truncated:
            self.init(
                .of(
                    "Runtime.TruncatedResponse",
                    "The response broke off: the function's connection ended in the middle of it."
                )
            )
        }
    }

    /// What came of an invocation that is over.
    init(_ report: LocalReport) {
        if let answer = report.answer {
            self.init(answer)
        } else if let failure = report.initializationFailure {
            self.init(failure)
        } else {
            let (type, message) = report.serviceError
            self.init(.of(type, "RequestId: \(report.requestID) Error: \(message)"))
        }
    }

    /// What comes of a failure.
    init(_ failure: FunctionFailure) {
        self.init(
            payload: failure.body,
            contentType: "application/json",
            errorType: failure.type ?? "Unhandled"
        )
    }

    private init(payload: [UInt8], contentType: String, errorType: String?) {
        self.payload = payload
        self.contentType = contentType
        self.isFailure = errorType != nil
        self.errorType = errorType
    }

    /// The failure, for a caller who gets the response in pieces.
    var streamFailure: EventStream.Failure? {
        errorType.map {
            EventStream.Failure(
                code: $0,
                details: payload.isEmpty ? nil : String(decoding: payload, as: UTF8.self)
            )
        }
    }
}

extension FunctionFailure {
    /// A failure that the service reports.
    fileprivate static func of(_ type: String, _ message: String) -> Self {
        let text = JSONText.quoted(message)
        return Self(
            type: type,
            body: Array(#"{"errorType":"\#(type)","errorMessage":\#(text)}"#.utf8)
        )
    }
}

extension LocalReport {
    /// The error that the service makes where the function has said nothing: its type and its words.
    fileprivate var serviceError: (type: String, message: String) {
        switch fault {
        case .timedOut, .neverReady:
            ("Sandbox.Timedout", "Task timed out after \(timeoutSeconds).00 seconds")
        case .ended(.exit(status: 0)), nil:
            ("Runtime.ExitError", "Runtime exited without providing a reason")
        case .ended(.exit(let status)):
            ("Runtime.ExitError", "Runtime exited with error: exit status \(status)")
        case .ended(.signal(let number)):
            ("Runtime.ExitError", "Runtime exited with error: signal: \(Self.name(of: number))")
        }
    }

    /// The name that the service has for a signal, which is that of Go's library.
    private static func name(of signal: Int32) -> String {
        switch signal {
        case 1: "hangup"
        case 2: "interrupt"
        case 3: "quit"
        case 4: "illegal instruction"
        case 5: "trace/breakpoint trap"
        case 6: "aborted"
        case 8: "floating point exception"
        case 9: "killed"
        case 11: "segmentation fault"
        case 13: "broken pipe"
        case 14: "alarm clock"
        case 15: "terminated"
        default: "signal \(signal)"
        }
    }
}
#endif
