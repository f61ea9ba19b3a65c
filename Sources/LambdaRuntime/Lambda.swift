import LambdaJSON

/// Runs a function that is written as a closure.
///
/// ```swift
/// // main.swift
/// import LambdaRuntime
///
/// Lambda.run { (order: Order, context) in
///     Receipt(total: order.quantity * 5)
/// }
/// ```
public enum Lambda {
    /// Runs a function that answers with a value.
    ///
    /// - Parameters:
    ///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled; see
    ///     ``LambdaHandler/deadlineMargin``. The default is `nil`, for never.
    ///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The
    ///     default is nothing.
    ///   - body: Answers one invocation. `String` and `[UInt8]` pass through, for events and for
    ///     answers, as with ``LambdaHandler``.
    public static func run<Event: Decodable & Sendable, Output: Encodable & Sendable>(
        deadlineMargin: Duration? = nil,
        lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> Output
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .encodable(LambdaJSONEncoder()),
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: body
            )
        }
    }

    /// Runs a function that answers with nothing, which Lambda receives as `null`.
    ///
    /// - Parameters:
    ///   - deadlineMargin: How long before its deadline the task of an invocation is cancelled; see
    ///     ``LambdaHandler/deadlineMargin``. The default is `nil`, for never.
    ///   - lifecycle: What the function does before it is ended, and before and after a snapshot. The
    ///     default is nothing.
    ///   - body: Answers one invocation.
    public static func run<Event: Decodable & Sendable>(
        deadlineMargin: Duration? = nil,
        lifecycle: LambdaLifecycle<Void> = LambdaLifecycle(),
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> Void
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .null,
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: body
            )
        }
    }
}
