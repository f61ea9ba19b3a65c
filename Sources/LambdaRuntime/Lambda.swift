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
    /// - Parameter body: Answers one invocation. `String` and `[UInt8]` pass through, for events
    ///   and for answers, as with ``LambdaHandler``.
    public static func run<Event: Decodable & Sendable, Output: Encodable & Sendable>(
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> Output
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: .encodable(LambdaJSONEncoder()),
                call: body
            )
        }
    }

    /// Runs a function that answers with nothing, which Lambda receives as `null`.
    ///
    /// - Parameter body: Answers one invocation.
    public static func run<Event: Decodable & Sendable>(
        _ body: @escaping @Sendable (Event, LambdaContext) async throws -> Void
    ) -> Never {
        FunctionMain.run(Event.self, LambdaJSONDecoder()) {
            Function(decode: .decodable(LambdaJSONDecoder()), encode: .null, call: body)
        }
    }
}
