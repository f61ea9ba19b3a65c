public import LambdaRuntime

extension LambdaContext {
    /// Makes a context for a test, in which nothing comes from the environment.
    ///
    /// ```swift
    /// let output = try await Greeter().handle(event, context: .test(remainingTime: .seconds(1)))
    /// ```
    ///
    /// Parameters match the properties of the same name. The function is called `test-function`, as
    /// its ARN says.
    ///
    /// An invocation with `isColdStart` is the first of its instance, for the metric of cold starts.
    ///
    /// The deadline stays `remainingTime` away, however long the test takes on a busy machine. With a
    /// ``TestDeadline`` in its place, time passes when the test says so.
    public static func test(
        requestID: String = "00000000-0000-4000-8000-000000000000",
        invokedFunctionARN: String? =
            "arn:aws:lambda:us-east-1:123456789012:function:test-function",
        remainingTime: Duration = .seconds(3),
        deadline: TestDeadline? = nil,
        traceID: String? = nil,
        clientContext: ClientContext? = nil,
        cognitoIdentity: CognitoIdentity? = nil,
        tenantID: String? = nil,
        functionName: String = "test-function",
        functionVersion: String = "$LATEST",
        memoryLimitMB: Int = 128,
        logGroupName: String = "/aws/lambda/test-function",
        logStreamName: String = "2026/11/20/[$LATEST]00000000000040008000000000000000",
        region: String = "us-east-1",
        initializationType: InitializationType = .onDemand,
        isColdStart: Bool = false,
        logger: LambdaLogger = .standard
    ) -> LambdaContext {
        let context = LambdaContext(
            requestID: requestID,
            invokedFunctionARN: invokedFunctionARN,
            remainingTime: deadline?.remainingTime ?? remainingTime,
            traceID: traceID,
            clientContext: clientContext,
            cognitoIdentity: cognitoIdentity,
            tenantID: tenantID,
            functionName: functionName,
            functionVersion: functionVersion,
            memoryLimitMB: memoryLimitMB,
            logGroupName: logGroupName,
            logStreamName: logStreamName,
            region: region,
            initializationType: initializationType,
            logger: logger
        ).withColdStart(isColdStart)
        return context.withRemainingTime { deadline?.remainingTime ?? remainingTime }
    }
}
