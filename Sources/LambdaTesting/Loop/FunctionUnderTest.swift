import LambdaJSON
package import LambdaRuntime
import LambdaStreaming

/// What `withLambda` runs, made as `main()` makes it.
package struct FunctionUnderTest: Sendable {
    /// Creates the function; this is the initialization of a cold start.
    let make: @Sendable () async throws -> any InvocableFunction

    /// A boolean value indicating whether the function is to be told of its end.
    var hasShutdownHook = false

    /// A function of the runtime's own making.
    package init(_ make: @escaping @Sendable () async throws -> any InvocableFunction) {
        self.make = make
    }

    init(
        hasShutdownHook: Bool,
        make: @escaping @Sendable () async throws -> any InvocableFunction
    ) {
        self.hasShutdownHook = hasShutdownHook
        self.make = make
    }

    /// A function of a handler.
    init<Handler: LambdaHandler>(
        _ start: @escaping @Sendable () async throws -> Handler,
        _ encode: @escaping @Sendable () -> PayloadEncoding<Handler.Output>
    ) {
        hasShutdownHook = Handler.lifecycle.onShutdown != nil
        make = {
            let handler = try await start()
            return Function(
                decode: .decodable(Handler.payloadDecoder),
                encode: encode(),
                deadlineMargin: Handler.deadlineMargin,
                hooks: Handler.lifecycle.hooks(of: handler),
                call: { try await handler.handle($0, context: $1) }
            )
        }
    }

    /// A function of a handler that goes on working when it has answered.
    init<Handler: LambdaHandler, Value: Sendable>(
        following start: @escaping @Sendable () async throws -> Handler,
        _ encode: @escaping @Sendable () -> PayloadEncoding<Value>
    ) where Handler.Output == LambdaResponse<Value> {
        hasShutdownHook = Handler.lifecycle.onShutdown != nil
        make = { FollowedFunction(handler: try await start(), encode: encode()) }
    }

    /// A function of a closure that goes on working when it has answered.
    init<Event: Decodable & Sendable, Value: Sendable>(
        following closure:
            @escaping @Sendable (Event, LambdaContext) async throws -> LambdaResponse<Value>,
        _ encode: PayloadEncoding<Value>,
        _ deadlineMargin: Duration?,
        _ lifecycle: LambdaLifecycle<Void>
    ) {
        hasShutdownHook = lifecycle.onShutdown != nil
        make = {
            FollowedFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encode: encode,
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: closure
            )
        }
    }

    /// A function of a handler that answers in pieces.
    init<Handler: LambdaStreamingHandler>(
        streaming start: @escaping @Sendable () async throws -> Handler
    ) {
        hasShutdownHook = Handler.lifecycle.onShutdown != nil
        make = {
            let handler = try await start()
            return StreamingFunction(
                decode: .decodable(Handler.payloadDecoder),
                encoder: Handler.payloadEncoder,
                deadlineMargin: Handler.deadlineMargin,
                hooks: Handler.lifecycle.hooks(of: handler),
                call: { try await handler.handle($0, response: $1, context: $2) }
            )
        }
    }

    /// A function of a closure that answers in pieces.
    init<Event: Decodable & Sendable>(
        streaming closure:
            @escaping @Sendable (Event, LambdaResponseStream, LambdaContext) async throws -> Void,
        _ deadlineMargin: Duration?,
        _ lifecycle: LambdaLifecycle<Void>
    ) {
        hasShutdownHook = lifecycle.onShutdown != nil
        make = {
            StreamingFunction(
                decode: .decodable(LambdaJSONDecoder()),
                encoder: LambdaJSONEncoder(),
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: closure
            )
        }
    }

    /// A function of a closure.
    init<Event: Decodable & Sendable, Output: Sendable>(
        closure: @escaping @Sendable (Event, LambdaContext) async throws -> Output,
        _ encode: PayloadEncoding<Output>,
        _ deadlineMargin: Duration?,
        _ lifecycle: LambdaLifecycle<Void>
    ) {
        hasShutdownHook = lifecycle.onShutdown != nil
        make = {
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: encode,
                deadlineMargin: deadlineMargin,
                hooks: lifecycle.hooks(of: ()),
                call: closure
            )
        }
    }
}
