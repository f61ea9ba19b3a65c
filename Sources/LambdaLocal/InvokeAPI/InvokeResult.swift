#if LOCAL_RUNNING
import LambdaEmulator

/// What the caller of a synchronous invocation gets.
struct InvokeResult: Equatable {
    let payload: [UInt8]
    let contentType: String
    /// Whether the payload is that of an error.
    let isFailure: Bool

    init(_ outcome: LocalOutcome) {
        switch outcome {
        case .response(let body, let contentType):
            self.init(payload: body, contentType: contentType, isFailure: false)
        case .failure(let failure):
            self.init(payload: failure.body)
        }
    }

    /// What came of an invocation that is over.
    init(_ report: LocalReport) {
        if let answer = report.answer {
            self.init(answer)
        } else if let failure = report.initializationFailure {
            self.init(payload: failure.body)
        } else {
            let (type, message) = report.serviceError
            let text = JSONText.quoted("RequestId: \(report.requestID) Error: \(message)")
            self.init(
                payload: Array(#"{"errorType":"\#(type)","errorMessage":\#(text)}"#.utf8)
            )
        }
    }

    private init(
        payload: [UInt8],
        contentType: String = "application/json",
        isFailure: Bool = true
    ) {
        self.payload = payload
        self.contentType = contentType
        self.isFailure = isFailure
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
