import LambdaJSON
import LambdaTransport

/// What is known about an invocation besides its event.
///
/// A handler is given one with each event. A test makes its own, and names only what matters to it:
///
/// ```swift
/// let context = LambdaContext(remainingTime: .milliseconds(50), tenantID: "blue")
/// ```
///
/// It is cheap to copy, and may be kept: nothing in it changes or ends with the invocation, except
/// that ``remainingTime`` runs out.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>
public struct LambdaContext: Sendable {
    let storage: ContextStorage

    init(storage: ContextStorage) {
        self.storage = storage
    }

    /// Creates a context, for tests.
    ///
    /// Parameters match the properties of the same name.
    ///
    /// Descriptions of the function that are `nil` are looked up in the environment, as they are
    /// on Lambda. The deadline lies `remainingTime` from now.
    @inline(never)
    @_optimize(size)
    public init(
        requestID: String = "00000000-0000-4000-8000-000000000000",
        invokedFunctionARN: String? =
            "arn:aws:lambda:us-east-1:123456789012:function:test-function",
        remainingTime: Duration = .seconds(3),
        traceID: String? = nil,
        clientContext: ClientContext? = nil,
        cognitoIdentity: CognitoIdentity? = nil,
        tenantID: String? = nil,
        functionName: String? = nil,
        functionVersion: String? = nil,
        memoryLimitMB: Int? = nil,
        logGroupName: String? = nil,
        logStreamName: String? = nil,
        region: String? = nil,
        initializationType: InitializationType? = nil,
        logger: LambdaLogger = .standard
    ) {
        let (seconds, attoseconds) = remainingTime.components
        let now = WallClock.milliseconds
        let span = min(max(seconds, -1_000_000_000), 1_000_000_000) * 1000
        storage = ContextStorage(
            [
                (.requestID, requestID),
                (.functionARN, invokedFunctionARN),
                (.traceID, traceID),
                (.clientContext, clientContext?.json.description),
                (.cognitoIdentity, cognitoIdentity?.json.description),
                (.tenantID, tenantID),
            ],
            deadlineMilliseconds: now + span + attoseconds / 1_000_000_000_000_000,
            logger: logger,
            function: FunctionDescription(
                name: functionName,
                version: functionVersion,
                memoryLimitMB: memoryLimitMB,
                logGroupName: logGroupName,
                logStreamName: logStreamName,
                region: region,
                initializationType: initializationType
            )
        )
    }

    /// The same context, with time under a test's control.
    package func withRemainingTime(
        _ remainingTime: @escaping @Sendable () -> Duration
    ) -> LambdaContext {
        LambdaContext(
            storage: ContextStorage(
                storage,
                function: storage.function,
                remainingTime: remainingTime
            )
        )
    }

    /// The same context, for an invocation that a test calls the first of its instance, or not.
    package func withColdStart(_ isColdStart: Bool) -> LambdaContext {
        let old = storage.function
        let function = FunctionDescription(
            name: old?.name,
            version: old?.version,
            memoryLimitMB: old?.memoryLimitMB,
            logGroupName: old?.logGroupName,
            logStreamName: old?.logStreamName,
            region: old?.region,
            initializationType: old?.initializationType,
            isColdStart: isColdStart
        )
        return LambdaContext(
            storage: ContextStorage(
                storage,
                function: function,
                remainingTime: storage.remainingTime
            )
        )
    }

    /// Whether a test calls the invocation the first of its instance.
    ///
    /// `nil` outside a test.
    package var isColdStartInTest: Bool? { storage.function?.isColdStart }

    /// The same context, with a test's description of the function.
    package func describing(
        functionName: String,
        functionVersion: String,
        memoryLimitMB: Int,
        logGroupName: String,
        logStreamName: String,
        region: String,
        initializationType: InitializationType
    ) -> LambdaContext {
        let function = FunctionDescription(
            name: functionName,
            version: functionVersion,
            memoryLimitMB: memoryLimitMB,
            logGroupName: logGroupName,
            logStreamName: logStreamName,
            region: region,
            initializationType: initializationType,
            isColdStart: storage.function?.isColdStart
        )
        return LambdaContext(
            storage: ContextStorage(
                storage,
                function: function,
                remainingTime: storage.remainingTime
            )
        )
    }

    /// The identifier of the invocation.
    ///
    /// A retried asynchronous invocation comes with the same identifier again.
    public var requestID: String { storage.text(.requestID) ?? "" }

    /// The ARN with which the function was invoked, with the version or alias if that has one.
    ///
    /// `nil` when the service did not send it, as some emulators do not.
    public var invokedFunctionARN: String? { storage.text(.functionARN) }

    /// When Lambda ends the invocation, in milliseconds since the Unix epoch.
    ///
    /// When the service did not say so, it is 15 minutes after the event arrived, the longest that
    /// Lambda allows.
    public var deadlineMilliseconds: Int64 { storage.deadlineMilliseconds }

    /// When Lambda ends the invocation.
    ///
    /// Use it where a clock's instant is expected, as in `Task.sleep(until: context.deadline)`.
    public var deadline: ContinuousClock.Instant { .now.advanced(by: remainingTime) }

    /// How much time is left until Lambda ends the invocation.
    ///
    /// It is never negative.
    public var remainingTime: Duration {
        if let remainingTime = storage.remainingTime {
            return max(.zero, remainingTime())
        }
        return .milliseconds(max(0, storage.deadlineMilliseconds - WallClock.milliseconds))
    }

    /// The X-Ray trace header, such as `Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1`.
    ///
    /// `nil` when the service did not send one.
    public var traceID: String? { storage.text(.traceID) }

    /// What a mobile application sent about itself with the invocation.
    ///
    /// `nil` when there is none, or when it is not the JSON object it should be. It is decoded
    /// anew each time.
    public var clientContext: ClientContext? {
        json(.clientContext).map { ClientContext(json: $0) }
    }

    /// The Amazon Cognito identity that invoked the function.
    ///
    /// `nil` when there is none. It is decoded anew each time.
    public var cognitoIdentity: CognitoIdentity? {
        json(.cognitoIdentity).flatMap { CognitoIdentity(json: $0) }
    }

    /// The tenant for which the invocation runs.
    ///
    /// `nil` for a function without tenant isolation.
    public var tenantID: String? { storage.text(.tenantID) }

    /// The name of the function.
    ///
    /// `nil` outside Lambda.
    public var functionName: String? { storage.function?.name ?? Environment.functionName }

    /// The version of the function, `$LATEST` or a number.
    ///
    /// `nil` outside Lambda.
    public var functionVersion: String? { storage.function?.version ?? Environment.functionVersion }

    /// The memory configured for the function, in megabytes.
    ///
    /// `nil` outside Lambda.
    public var memoryLimitMB: Int? { storage.function?.memoryLimitMB ?? Environment.memoryLimitMB }

    /// The name of the function's log group.
    ///
    /// `nil` outside Lambda, and after a SnapStart restore.
    public var logGroupName: String? { storage.function?.logGroupName ?? Environment.logGroupName }

    /// The name of this instance's log stream.
    ///
    /// `nil` outside Lambda, and after a SnapStart restore.
    public var logStreamName: String? {
        storage.function?.logStreamName ?? Environment.logStreamName
    }

    /// The AWS Region in which the function runs, such as `eu-central-1`.
    ///
    /// `nil` outside Lambda.
    public var region: String? { storage.function?.region ?? Environment.region }

    /// How this instance of the function was initialised.
    ///
    /// `nil` outside Lambda.
    public var initializationType: InitializationType? {
        storage.function?.initializationType
            ?? Environment.initializationType.map { InitializationType(rawValue: $0) }
    }

    /// Writes log lines that carry the request id, and the tenant id where there is one.
    public var logger: LambdaLogger { storage.logger.bound(to: storage) }

    /// The object that a header has, `nil` when it has something else.
    private func json(_ value: ContextStorage.Value) -> JSONValue? {
        storage.withBytes(value) { bytes in
            guard !bytes.isEmpty,
                let json = try? LambdaJSONDecoder().decode(JSONValue.self, from: bytes),
                json.objectValue != nil
            else { return nil }
            return json
        }
    }
}

/// What a test says about the function, in place of the environment.
final class FunctionDescription: Sendable {
    let name: String?
    let version: String?
    let memoryLimitMB: Int?
    let logGroupName: String?
    let logStreamName: String?
    let region: String?
    let initializationType: LambdaContext.InitializationType?
    /// Whether a test calls the invocation the first of its instance.
    let isColdStart: Bool?

    init(
        name: String?,
        version: String?,
        memoryLimitMB: Int?,
        logGroupName: String?,
        logStreamName: String?,
        region: String?,
        initializationType: LambdaContext.InitializationType?,
        isColdStart: Bool? = nil
    ) {
        self.name = name
        self.version = version
        self.memoryLimitMB = memoryLimitMB
        self.logGroupName = logGroupName
        self.logStreamName = logStreamName
        self.region = region
        self.initializationType = initializationType
        self.isColdStart = isColdStart
    }
}
