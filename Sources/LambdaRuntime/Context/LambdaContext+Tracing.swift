extension LambdaContext {
    /// The context of the invocation for which the current task runs.
    ///
    /// It is for code that no context is passed to: a client that adds the trace header to its requests, a
    /// log handler, a metrics recorder. Child tasks have it, and so have tasks that the handler starts
    /// with `Task { }`, also when they outlive the invocation; where several invocations run at once, each
    /// sees its own. Detached tasks, and threads and queues that are not Swift's own, see `nil`.
    ///
    /// ```swift
    /// if let header = LambdaContext.current?.traceID {
    ///     request.headers["X-Amzn-Trace-Id"] = header
    /// }
    /// ```
    ///
    /// `nil` outside an invocation, and in a test that calls a handler itself. Such a test, or a thread
    /// that works for an invocation, sets it for the time of a call:
    ///
    /// ```swift
    /// try await LambdaContext.$current.withValue(context) {
    ///     try await handler.handle(event, context: context)
    /// }
    /// ```
    @TaskLocal public static var current: LambdaContext?

    /// The X-Ray trace header, in its parts.
    ///
    /// `nil` when the service did not send one.
    public var traceHeader: XRayTraceHeader? { traceID.map { XRayTraceHeader($0) } }
}
