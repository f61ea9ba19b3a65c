import LambdaJSON
public import LambdaRuntime

/// Runs a handler in a test through the loop that runs it on Lambda.
///
/// ```swift
/// @Test func shipsEveryOrder() async throws {
///     try await withLambda(OrderDesk(store: store)) { lambda in
///         let invocation = try await lambda.invoke(fixture: "sqs/standard.json")
///         #expect(try invocation.output(as: SQSBatchResponse.self).batchItemFailures.isEmpty)
///         #expect(invocation.logs.contains(.info, "Shipping"))
///     }
/// }
/// ```
///
/// The function starts with the scope and ends with it, however the scope is left: its threads, its
/// sockets, and the tasks of invocations that nobody waits for any longer. Hundreds of such tests can
/// run at once; of those, 64 functions do, and the others wait their turn.
///
/// - Parameters:
///   - handler: The handler. Its `init()` is not called; see
///     `withLambda(OrderDesk.self)` for a cold start.
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
) async throws -> Result where Handler.Output: Encodable {
    try await run(
        FunctionUnderTest({ handler }, { .encodable(Handler.payloadEncoder) }),
        options,
        isolation,
        body
    )
}

/// Runs a handler that answers with nothing, as the function of the same name does.
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
) async throws -> Result where Handler.Output == Void {
    try await run(FunctionUnderTest({ handler }, { .null }), options, isolation, body)
}

// MARK: - Cold starts

/// Runs a type of handler, beginning with its `init()` as a cold start does.
///
/// An error that `init()` throws is reported to the Runtime API;
/// ``TestLambda/initializationError()`` has it.
///
/// ```swift
/// try await withLambda(OrderDesk.self) { lambda in
///     #expect(try await lambda.initializationError()?.type == "MissingTable")
/// }
/// ```
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
) async throws -> Result where Handler.Output: Encodable {
    let function = FunctionUnderTest(
        { try await Handler() },
        { .encodable(Handler.payloadEncoder) }
    )
    return try await run(function, options, isolation, body)
}

/// Runs a type of handler that answers with nothing, as the function of the same name does.
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
) async throws -> Result where Handler.Output == Void {
    let function = FunctionUnderTest({ try await Handler() }, { .null })
    return try await run(function, options, isolation, body)
}

// MARK: - Closures

/// Runs a closure as `Lambda.run` does.
///
/// ```swift
/// let receipt = { @Sendable (order: Order, context: LambdaContext) in
///     Receipt(total: order.quantity * 5)
/// }
/// try await withLambda(receipt) { lambda in … }
/// ```
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
public func withLambda<
    Event: Decodable & Sendable,
    Output: Encodable & Sendable,
    Result
>(
    _ function: @escaping @Sendable (Event, LambdaContext) async throws -> Output,
    deadlineMargin: Duration? = nil,
    lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    let function = FunctionUnderTest(
        closure: function,
        .encodable(LambdaJSONEncoder()),
        deadlineMargin,
        lifecycle
    )
    return try await run(function, options, isolation, body)
}

/// Runs a closure that answers with nothing, as `Lambda.run` does.
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
    _ function: @escaping @Sendable (Event, LambdaContext) async throws -> Void,
    deadlineMargin: Duration? = nil,
    lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    let function = FunctionUnderTest(closure: function, .null, deadlineMargin, lifecycle)
    return try await run(function, options, isolation, body)
}

// MARK: - The scope

/// Runs a function of the runtime's own making.
package func withLambda<Result>(
    function: FunctionUnderTest,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    try await run(function, options, isolation, body)
}

func run<Result>(
    _ function: FunctionUnderTest,
    _ options: TestLambda.Options,
    _ isolation: isolated (any Actor)?,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    await Turnstile.functions.enter()
    defer { Turnstile.functions.leave() }
    let lambda = try TestLambda(function, options: options)
    let result: Result
    do {
        result = try await Turnstile.$isInside.withValue(true) { try await body(lambda) }
    } catch {
        try? await lambda.finish()
        throw error
    }
    try await lambda.finish()
    return result
}
