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
    ///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled; see
    ///     ``LambdaStreamingHandler/deadlineMargin``. The default is `nil`, for never.
    ///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The
    ///     default is nothing.
    ///   - body: Answers one invocation, as the method of a ``LambdaStreamingHandler``.
    public static func run<Event: Decodable & Sendable>(
        deadlineMargin: Duration? = nil,
        lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
        _ body:
            @escaping @Sendable (Event, LambdaResponseStream, LambdaContext) async throws -> Void
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            StreamingFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encoder: LambdaJSONEncoder(),
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: body
            )
        }
    }

    /// Runs a function that goes on working when it has answered.
    ///
    /// - Parameters:
    ///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled; see
    ///     ``LambdaStreamingHandler/deadlineMargin``. The default is `nil`, for never.
    ///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The
    ///     default is nothing.
    ///   - body: Answers one invocation.
    public static func run<Event: Decodable & Sendable, Output: Encodable & Sendable>(
        deadlineMargin: Duration? = nil,
        lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Output>
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            FollowedFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .encodable(LambdaJSONEncoder()),
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: body
            )
        }
    }

    /// Runs a function that goes on working when it has answered with nothing, which Lambda receives as
    /// `null`.
    ///
    /// - Parameters:
    ///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled; see
    ///     ``LambdaStreamingHandler/deadlineMargin``. The default is `nil`, for never.
    ///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The
    ///     default is nothing.
    ///   - body: Answers one invocation.
    public static func run<Event: Decodable & Sendable>(
        deadlineMargin: Duration? = nil,
        lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Void>
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            FollowedFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .null,
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: body
            )
        }
    }
}
