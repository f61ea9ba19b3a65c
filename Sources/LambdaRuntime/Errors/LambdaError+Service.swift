import LambdaTransport

// The words of what goes wrong between the runtime and the service; the others are in
// `LambdaError+Messages.swift`, with what holds for all of them.

extension LambdaError {
    static func requestFailed(
        _ operation: String,
        _ failure: HTTPFailure,
        endpoint: Endpoint
    ) -> LambdaError {
        let address = "\(endpoint)"
        return LambdaError(
            .serviceUnreachable,
            "\(operation) at \(address) failed. \(failure)"
        )
    }

    static func answerUncertain(_ operation: String, _ failure: HTTPFailure) -> LambdaError {
        LambdaError(
            .answerUncertain,
            "\(operation) was sent, and not confirmed. \(failure) It is not sent again, because "
                + "the service may have received it."
        )
    }

    static func unexpectedStatus(_ operation: String, _ status: Int) -> LambdaError {
        LambdaError(
            .serviceFailed,
            "\(operation) returned status \(status). Expected 200."
        )
    }

    static func serviceBroken(_ operation: String, _ status: Int) -> LambdaError {
        LambdaError(
            .serviceFailed,
            "\(operation) returned status \(status). The service cannot go on with this process, "
                + "which ends now."
        )
    }

    static func slotGaveUp(after attempts: Int) -> LambdaError {
        LambdaError(
            .serviceUnreachable,
            "The Runtime API could not be used in \(attempts) attempts. This slot ends; the others "
                + "go on."
        )
    }

    static func pollerUnavailable(_ error: SocketError) -> LambdaError {
        LambdaError(
            .threadUnavailable,
            "The system gave nothing to wait for connections with. \(error)"
        )
    }

    static func gaveUp(after attempts: Int) -> LambdaError {
        LambdaError(
            .serviceUnreachable,
            "The Runtime API could not be used in \(attempts) attempts. The process ends now, so "
                + "that Lambda starts another."
        )
    }

    static func streamRefused(
        _ operation: String,
        _ status: Int,
        endsProcess: Bool
    ) -> LambdaError {
        let end = endsProcess ? "The process ends now." : "The rest of it is not sent."
        // Where many invocations run at once, the process goes on all the same.
        let reason = status >= 500 && !endsProcess ? "Expected 202." : statusReason(status)
        return LambdaError(
            .answerRefused,
            "\(operation) returned status \(status) before the response was whole. \(reason) "
                + "\(end)"
        )
    }

    static func streamBroken(_ operation: String, _ failure: HTTPFailure) -> LambdaError {
        LambdaError(
            .streamBroken,
            "\(operation) broke in the middle of the response. \(failure) The rest of it is not "
                + "sent, and what was sent is not sent again."
        )
    }

    static func answerFailed(_ operation: String, _ status: Int) -> LambdaError {
        LambdaError(
            .answerRefused,
            "\(operation) returned status \(status). Expected 202. The answer is lost; the slot goes "
                + "on."
        )
    }

    static func answerRefused(_ operation: String, _ status: Int) -> LambdaError {
        LambdaError(
            .answerRefused,
            "\(operation) returned status \(status). \(statusReason(status))"
        )
    }

    /// What the service means with a status that is not 202.
    private static func statusReason(_ status: Int) -> String {
        switch status {
        case 400: "The service does not know the invocation, or could not read the answer."
        case 403: "The invocation is not waiting for an answer."
        case 410: "The invocation has ended already, most likely by its timeout."
        case 413: "The answer is larger than Lambda accepts."
        case 500...: "The service cannot go on with this process."
        default: "Expected 202."
        }
    }
}
