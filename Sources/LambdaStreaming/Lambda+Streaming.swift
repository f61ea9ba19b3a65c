import LambdaJSON
public import LambdaRuntime

extension Lambda {
    /// Runs a function that answers in pieces.
    ///
    /// ```swift
    /// Lambda.run { (order: Order, response, context) in
    ///     for item in order.items { try await response.writeLine(encoding: item) }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The
    ///     default is nothing.
    ///   - body: Answers one invocation, as the method of a ``LambdaStreamingHandler``.
    public static func run<Event: Decodable & Sendable>(
        lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
        _ body:
            @escaping @Sendable (Event, LambdaResponseStream, LambdaContext) async throws -> Void
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            StreamingFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encoder: LambdaJSONEncoder(),
                hooks: lifecycle.hooks(of: ()),
                call: body
            )
        }
    }

    /// Runs a function that goes on working when it has answered.
    ///
    /// - Parameters:
    ///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The
    ///     default is nothing.
    ///   - body: Answers one invocation.
    public static func run<Event: Decodable & Sendable, Output: Encodable & Sendable>(
        lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Output>
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            FollowedFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .encodable(LambdaJSONEncoder()),
                hooks: lifecycle.hooks(of: ()),
                call: body
            )
        }
    }
}
