import LambdaTransport

// The words of every error, in one place, but for those of the service, which fill a file of their own,
// `LambdaError+Service.swift`. Each has a test of its exact text, and its code has a
// row in Documentation/Errors.md. The pattern: what failed, with the value in quotes; what was
// found and what was expected; what to do. Never a value of a payload.

// MARK: - Starting

extension LambdaError {
    static func endpointInvalid(_ text: String, _ flaw: Endpoint.Flaw) -> LambdaError {
        let expectation =
            switch flaw {
            case .empty: "Expected host:port."
            case .missingPort: "The port is missing. Expected host:port."
            case .invalidPort: "The port is not a number from 1 to 65535. Expected host:port."
            case .missingHost: "The host is missing. Expected host:port."
            case .invalidHost:
                "The host is neither a name nor an address. Expected host:port or [IPv6]:port."
            case .unbracketedIPv6:
                "An IPv6 address needs square brackets. Expected [IPv6]:port."
            case .notHostAndPort: "Expected host:port, without scheme or path."
            }
        return LambdaError(
            .endpointInvalid,
            "AWS_LAMBDA_RUNTIME_API is \"\(text)\". \(expectation)"
        )
    }

    static func threadUnavailable(_ number: Int32) -> LambdaError {
        LambdaError(
            .threadUnavailable,
            "The system gave no thread to run the function on (error \(number)). "
                + "Check the limit on threads of the process."
        )
    }
}

extension LambdaError {
    static func concurrencyInvalid(_ text: String) -> LambdaError {
        LambdaError(
            .concurrencyInvalid,
            "AWS_LAMBDA_MAX_CONCURRENCY is \"\(text)\". Expected a number from 1 to "
                + "\(RuntimeAPI.largestConcurrency)."
        )
    }
}

// MARK: - Deadlines

extension LambdaError {
    /// A handler that did not end in time.
    ///
    /// The times are in milliseconds: from the event to the deadline, from the cancellation to the deadline,
    /// and from the event to the end of the handler, `nil` where it has not ended.
    static func deadlineExceeded(limit: Int64, margin: Int64, end: Int64?) -> LambdaError {
        let cancellation =
            margin == 0 ? "at the deadline" : "\(margin) ms before the deadline"
        let ending = end.map { "It ended after \($0) ms." } ?? "It has not ended."
        return LambdaError(
            .deadlineExceeded,
            "The handler did not end within the \(limit) ms that it had. Its task was cancelled "
                + "\(cancellation). \(ending)"
        )
    }

    static func answeredLate(_ milliseconds: Int64) -> LambdaError {
        LambdaError(
            .deadlineExceeded,
            "The handler ended \(milliseconds) ms after its deadline. Its answer was dropped."
        )
    }

    static func endedLate(_ milliseconds: Int64) -> LambdaError {
        LambdaError(
            .deadlineExceeded,
            "The handler ended \(milliseconds) ms after its deadline."
        )
    }

    static func stepAfterDeadline() -> LambdaError {
        LambdaError(
            .deadlineExceeded,
            "The deadline of the invocation has passed. Nothing more can be sent for it."
        )
    }

    static func belatedRefused(_ status: Int) -> LambdaError {
        LambdaError(
            .answerRefused,
            "The service had ended the invocation before it was told (status \(status))."
        )
    }

    static func slotRests() -> LambdaError {
        LambdaError(
            .handlersStuck,
            "Two handlers of one slot ran past their deadlines and ignore their cancellation. The "
                + "slot takes no event until one of them ends."
        )
    }

    static func handlersStuck() -> LambdaError {
        LambdaError(
            .handlersStuck,
            "All slots wait for handlers that ignore their cancellation. The "
                + "process ends now, so that Lambda starts another. Let handlers look at "
                + "Task.isCancelled or context.remainingTime."
        )
    }
}

// MARK: - The lifecycle

extension LambdaError {
    private static var withoutNotice: String {
        "Lambda ends the function without notice, and its shutdown hook does not run."
    }

    static func extensionFailed(_ operation: String, _ failure: HTTPFailure) -> LambdaError {
        LambdaError(
            .extensionUnavailable,
            "\(operation) failed. \(failure) \(withoutNotice)"
        )
    }

    static func extensionRefused(_ operation: String, _ status: Int) -> LambdaError {
        LambdaError(
            .extensionUnavailable,
            "\(operation) returned status \(status). Expected 200. \(withoutNotice)"
        )
    }

    static func extensionUnidentified(_ operation: String) -> LambdaError {
        LambdaError(
            .extensionUnavailable,
            "\(operation) was answered without a Lambda-Extension-Identifier header. "
                + withoutNotice
        )
    }

    static func shutdownLate(_ what: String, _ window: Duration) -> LambdaError {
        LambdaError(
            .hookLate,
            "\(what) not ended within the \(window.wholeMilliseconds) ms that the function has to "
                + "shut down."
        )
    }

    static func restorationLate(_ limit: Duration) -> LambdaError {
        LambdaError(
            .hookLate,
            "The hook has not ended within the \(limit.wholeMilliseconds) ms that Lambda gives it "
                + "after a restore."
        )
    }
}

// MARK: - The head of an invocation

extension LambdaError {
    static func missingRequestID() -> LambdaError {
        LambdaError(
            .invocationInvalid,
            "The invocation has no Lambda-Runtime-Aws-Request-Id header. It cannot be answered."
        )
    }

    static func invalidRequestID() -> LambdaError {
        LambdaError(
            .invocationInvalid,
            "The Lambda-Runtime-Aws-Request-Id header is not an identifier of at most "
                + "\(RequestID.limit) letters, digits, dots, hyphens and underscores. The "
                + "invocation cannot be answered."
        )
    }

    static func invalidInvocationID() -> LambdaError {
        LambdaError(
            .invocationInvalid,
            "The Lambda-Runtime-Invocation-Id header is not an identifier of at most "
                + "\(RequestID.limit) letters, digits, dots, hyphens and underscores. It is not "
                + "sent back with the answer."
        )
    }

    static func missingDeadline() -> LambdaError {
        LambdaError(
            .invocationInvalid,
            "The invocation has no Lambda-Runtime-Deadline-Ms header. The deadline is taken to be "
                + "15 minutes from now."
        )
    }

    static func invalidDeadline() -> LambdaError {
        LambdaError(
            .invocationInvalid,
            "The Lambda-Runtime-Deadline-Ms header is not a number of milliseconds. The deadline "
                + "is taken to be 15 minutes from now."
        )
    }

    static func missingFunctionARN() -> LambdaError {
        LambdaError(
            .invocationInvalid,
            "The invocation has no Lambda-Runtime-Invoked-Function-Arn header. The context has "
                + "no function ARN."
        )
    }
}

// MARK: - Events and answers

extension LambdaError {
    static func eventTruncated(_ failure: HTTPFailure) -> LambdaError {
        LambdaError(
            .eventTruncated,
            "The event did not arrive whole. \(failure) The handler was not called."
        )
    }

    static func eventEmpty(_ type: String) -> LambdaError {
        LambdaError(
            .eventInvalid,
            "Could not decode \(type): the payload is empty. Expected JSON."
        )
    }

    static func eventNotJSON(
        _ type: String,
        _ problem: DecodingProblem
    ) -> LambdaError {
        LambdaError(
            .eventInvalid,
            "Could not decode \(type): the payload is not valid JSON. \(problem.sentence)"
        )
    }

    static func eventNotUTF8() -> LambdaError {
        LambdaError(
            .eventInvalid,
            "The payload is not UTF-8 text. Use [UInt8] as the event type to receive any bytes."
        )
    }

    static func eventInvalid(
        _ type: String,
        _ problem: DecodingProblem,
        looksLike kind: String?
    ) -> LambdaError {
        var message = "Could not decode \(type)"
        if !problem.path.isEmpty { message += " at \(problem.path)" }
        message += ": \(problem.text)"
        if let kind { message += " The payload looks like \(kind)." }
        return LambdaError(.eventInvalid, message)
    }

    static func responseInvalid(
        _ type: String,
        _ problem: DecodingProblem
    ) -> LambdaError {
        let place = problem.path.isEmpty ? "" : " at \(problem.path)"
        return LambdaError(
            .responseInvalid,
            "Could not encode \(type)\(place): \(problem.text)"
        )
    }

    static func responseTooLarge(_ size: Int) -> LambdaError {
        LambdaError(
            .responseSizeTooLarge,
            "The response is \(grouped(size)) bytes. Lambda accepts at most "
                + "\(grouped(RuntimeAPI.answerLimit)). Stream it, or store it in S3."
        )
    }

    static func internalError(_ place: String) -> LambdaError {
        LambdaError(
            .internalError,
            "Internal error: \(place). Report this to the maintainers of swift-lambda."
        )
    }

    /// Writes a number with a comma between thousands.
    package static func grouped(_ value: Int) -> String {
        let digits = String(value)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
