import LambdaTransport

/// The header names and paths of the Runtime API.
enum RuntimeAPI {
    static let version: StaticString = "/2018-06-01/runtime/"

    static let requestID = HTTPFieldName("lambda-runtime-aws-request-id")
    static let deadline = HTTPFieldName("lambda-runtime-deadline-ms")
    static let functionARN = HTTPFieldName("lambda-runtime-invoked-function-arn")
    static let traceID = HTTPFieldName("lambda-runtime-trace-id")
    static let clientContext = HTTPFieldName("lambda-runtime-client-context")
    static let cognitoIdentity = HTTPFieldName("lambda-runtime-cognito-identity")
    static let tenantID = HTTPFieldName("lambda-runtime-aws-tenant-id")
    static let invocationID = HTTPFieldName("lambda-runtime-invocation-id")

    // What the runtime sends, from the end of the line before to the value.
    static let invocationIDLine: StaticString = "\r\nLambda-Runtime-Invocation-Id: "
    static let errorTypeLine: StaticString = "\r\nLambda-Runtime-Function-Error-Type: "
    static let errorCauseLine: StaticString = "\r\nLambda-Runtime-Function-XRay-Error-Cause: "
    static let contentTypeLine: StaticString = "\r\nContent-Type: "

    /// What makes a response a stream, and announces what tells that it failed in the middle.
    static let streamingLines: StaticString = """
        \r\nLambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n\
        Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body
        """

    /// What the log says at the end that the service wants.
    static let endLine: StaticString =
        "The Runtime API has no more events (status 410). The process ends."

    /// The largest answer that the service accepts: 6 MiB and 100 bytes.
    static let answerLimit = 6_291_556
    /// The most invocations at once that Lambda Managed Instances can be configured for.
    static let largestConcurrency = 1600
    /// Lambda ends every invocation after this time.
    static let longestInvocation = Duration.seconds(900)
}
