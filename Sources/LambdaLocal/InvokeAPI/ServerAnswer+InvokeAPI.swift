#if LOCAL_RUNNING
import LambdaEmulator

// What the Invoke API says of calls that it has accepted.
extension ServerAnswer {
    /// The event is queued.
    static func queued(_ invocation: LocalInvocation) -> Self { invoked(202, invocation) }

    /// The call could be made.
    static func checked(_ invocation: LocalInvocation, version: String) -> Self {
        var answer = invoked(204, invocation)
        answer.headers.append(("X-Amz-Executed-Version", version))
        return answer
    }

    /// The function has answered, or has failed, with the end of the log for whoever has asked for it.
    static func completed(
        _ invocation: LocalInvocation,
        version: String,
        _ result: InvokeResult,
        log: [UInt8]?
    ) -> Self {
        var answer = invoked(200, invocation)
        answer.headers.append(("X-Amz-Executed-Version", version))
        answer.headers.append(("Content-Type", result.contentType))
        if result.isFailure { answer.headers.append(("X-Amz-Function-Error", "Unhandled")) }
        if let log { answer.headers.append(("X-Amz-Log-Result", Base64.encode(log))) }
        answer.body = result.payload
        return answer
    }

    /// The function is being invoked, and what it answers follows as an ``EventStream``.
    static func streamed(_ invocation: LocalInvocation, version: String) -> Self {
        var answer = invoked(200, invocation)
        answer.headers.append(("X-Amz-Executed-Version", version))
        answer.headers.append(("Content-Type", EventStream.contentType))
        return answer
    }

    private static func invoked(_ status: Int, _ invocation: LocalInvocation) -> Self {
        var answer = Self(status: status, headers: [("x-amzn-RequestId", invocation.requestID)])
        if let traceID = invocation.traceID {
            answer.headers.append(("X-Amzn-Trace-Id", traceID))
        }
        return answer
    }
}
#endif
