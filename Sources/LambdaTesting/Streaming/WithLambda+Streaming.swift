import LambdaJSON
public import LambdaRuntime
public import LambdaStreaming

// MARK: - Responses in pieces

/// Runs a handler that answers in pieces, as the function of the same name does.
///
/// - Parameters:
///   - handler: The handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaStreamingHandler, Result>(
    _ handler: Handler,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    try await run(FunctionUnderTest(streaming: { handler }), options, isolation, body)
}

/// Runs a type of handler that answers in pieces, beginning with its `init()`.
///
/// - Parameters:
///   - type: The type of the handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaStreamingHandler, Result>(
    _ type: Handler.Type,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    try await run(FunctionUnderTest(streaming: { try await Handler() }), options, isolation, body)
}

/// Runs a closure that answers in pieces, as `Lambda.run` does.
///
/// - Parameters:
///   - function: Answers one invocation.
///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled. The default is
///     `nil`, for never.
///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The default
///     is nothing.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Event: Decodable & Sendable, Result>(
    _ function:
        @escaping @Sendable (Event, LambdaResponseStream, LambdaContext) async throws -> Void,
    deadlineMargin: Duration? = nil,
    lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    let function = FunctionUnderTest(streaming: function, deadlineMargin, lifecycle)
    return try await run(function, options, isolation, body)
}

// MARK: - Work after the response

/// Runs a handler that goes on working when it has answered.
///
/// An invocation is over when that work is done.
///
/// - Parameters:
///   - handler: The handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaHandler, Value: Encodable & Sendable, Result>(
    _ handler: Handler,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result where Handler.Output == LambdaResponse<Value> {
    try await run(
        FunctionUnderTest(following: { handler }, { .encodable(Handler.payloadEncoder) }),
        options,
        isolation,
        body
    )
}

/// Runs a type of handler that goes on working when it has answered, beginning with its `init()`.
///
/// - Parameters:
///   - type: The type of the handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaHandler, Value: Encodable & Sendable, Result>(
    _ type: Handler.Type,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result where Handler.Output == LambdaResponse<Value> {
    let function = FunctionUnderTest(
        following: { try await Handler() },
        { .encodable(Handler.payloadEncoder) }
    )
    return try await run(function, options, isolation, body)
}

/// Runs a closure that goes on working when it has answered, as `Lambda.run` does.
///
/// - Parameters:
///   - function: Answers one invocation.
///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled. The default is
///     `nil`, for never.
///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The default
///     is nothing.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Event: Decodable & Sendable, Value: Encodable & Sendable, Result>(
    _ function: @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Value>,
    deadlineMargin: Duration? = nil,
    lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    let function = FunctionUnderTest(
        following: function,
        .encodable(LambdaJSONEncoder()),
        deadlineMargin,
        lifecycle
    )
    return try await run(function, options, isolation, body)
}

// MARK: - Work after an answer of nothing

/// Runs a handler that goes on working when it has answered with nothing.
///
/// - Parameters:
///   - handler: The handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaHandler, Result>(
    _ handler: Handler,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result where Handler.Output == LambdaResponse<Void> {
    try await run(FunctionUnderTest(following: { handler }, { .null }), options, isolation, body)
}

/// Runs a type of handler that goes on working when it has answered with nothing, beginning with its
/// `init()`.
///
/// - Parameters:
///   - type: The type of the handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaHandler, Result>(
    _ type: Handler.Type,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result where Handler.Output == LambdaResponse<Void> {
    let function = FunctionUnderTest(following: { try await Handler() }, { .null })
    return try await run(function, options, isolation, body)
}

/// Runs a closure that goes on working when it has answered with nothing, as `Lambda.run` does.
///
/// - Parameters:
///   - function: Answers one invocation.
///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled. The default is
///     `nil`, for never.
///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The default
///     is nothing.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Event: Decodable & Sendable, Result>(
    _ function: @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Void>,
    deadlineMargin: Duration? = nil,
    lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    let function = FunctionUnderTest(following: function, .null, deadlineMargin, lifecycle)
    return try await run(function, options, isolation, body)
}
