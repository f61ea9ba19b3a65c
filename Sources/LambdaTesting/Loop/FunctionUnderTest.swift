import LambdaJSON
package import LambdaRuntime

/// What `withLambda` runs, made as `main()` makes it.
package struct FunctionUnderTest: Sendable {
    /// Creates the function; this is the initialization of a cold start.
    let make: @Sendable (HandlerTasks) async throws -> any InvocableFunction

    /// A function of the runtime's own making.
    package init(_ make: @escaping @Sendable () async throws -> any InvocableFunction) {
        self.make = { _ in try await make() }
    }

    /// A function of a handler.
    init<Handler: LambdaHandler>(
        _ start: @escaping @Sendable () async throws -> Handler,
        _ encode: @escaping @Sendable () -> PayloadEncoding<Handler.Output>
    ) {
        make = { tasks in
            let handler = try await start()
            return Function(
                decode: .decodable(Handler.payloadDecoder),
                encode: encode(),
                call: { event, context in
                    let work = tasks.begin(context.requestID)
                    defer { tasks.finish(work) }
                    return try await handler.handle(event, context: context)
                }
            )
        }
    }

    /// A function of a closure.
    init<Event: Decodable & Sendable, Output: Sendable>(
        closure: @escaping @Sendable (Event, LambdaContext) async throws -> Output,
        _ encode: PayloadEncoding<Output>
    ) {
        make = { tasks in
            Function(
                decode: .decodable(LambdaJSONDecoder()),
                encode: encode,
                call: { event, context in
                    let work = tasks.begin(context.requestID)
                    defer { tasks.finish(work) }
                    return try await closure(event, context)
                }
            )
        }
    }
}
