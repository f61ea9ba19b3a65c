public import LambdaHTTPStreaming

/// Runs a handler of HTTP requests that answers in pieces, as the function of the same name does.
///
/// - Parameters:
///   - handler: The handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaHTTPStreamingHandler, Result>(
    _ handler: Handler,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    try await run(FunctionUnderTest(httpStreaming: { handler }), options, isolation, body)
}

/// Runs a type of handler of HTTP requests that answers in pieces, beginning with its `init()`.
///
/// - Parameters:
///   - type: The type of the handler.
///   - options: How the function is run.
///   - isolation: Where the scope runs: where the caller does.
///   - body: What to do with the function.
/// - Returns: What the closure returns.
/// - Throws: What the closure throws, and ``LambdaTestError`` if the function does not end.
public func withLambda<Handler: LambdaHTTPStreamingHandler, Result>(
    _ type: Handler.Type,
    options: TestLambda.Options = TestLambda.Options(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestLambda) async throws -> Result
) async throws -> Result {
    let function = FunctionUnderTest(httpStreaming: { try await Handler() })
    return try await run(function, options, isolation, body)
}

extension FunctionUnderTest {
    /// A function of a handler of HTTP requests that answers in pieces.
    init<Handler: LambdaHTTPStreamingHandler>(
        httpStreaming start: @escaping @Sendable () async throws -> Handler
    ) {
        self.init(hasShutdownHook: Handler.lifecycle.onShutdown != nil) {
            HTTPStreamingFunction(handler: try await start())
        }
    }
}
