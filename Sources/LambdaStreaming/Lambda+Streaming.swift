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
    /// - Parameter body: Answers one invocation, as the method of a ``LambdaStreamingHandler``.
    public static func run<Event: Decodable & Sendable>(
        _ body:
            @escaping @Sendable (Event, LambdaResponseStream, LambdaContext) async throws -> Void
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            StreamingFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encoder: LambdaJSONEncoder(),
                call: body
            )
        }
    }

    /// Runs a function that goes on working when it has answered.
    ///
    /// - Parameter body: Answers one invocation.
    public static func run<Event: Decodable & Sendable, Output: Encodable & Sendable>(
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Output>
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            FollowedFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .encodable(LambdaJSONEncoder()),
                call: body
            )
        }
    }
}
